/**
 * Looking for a case by the reference in its description: GeoReport has no external id.
 * @module
 */
import { AppError } from '../../../src/core/errors.ts'
import type { Clock } from '../../../src/core/ports.ts'
import type { GeoReport } from './client.ts'
import { dateOf, instantOf } from './dates.ts'
import { hasReference } from './description.ts'
import type { Form, ListedRequest } from './types.ts'

export interface Wanted {
  readonly reference: string
  /** The server's codes that it may have been filed under. Empty: any. */
  readonly codes: readonly string[]
  /** It was not filed before this. Unix milliseconds. */
  readonly since: number
}
export type Find = (wanted: Wanted, signal: AbortSignal) => Promise<ListedRequest | null>

const hour = 3_600_000
/** Servers that read our dates in their own zone, and clocks that are off. */
const marginMs = 24 * hour
/** A range may span 90 days. */
const rangeMs = 88 * 24 * hour
const pageSize = 100
/** After so many calls nobody knows; that is not the same as "not there". */
const maxCalls = 40
/**
 * FixMyStreet shows 20 and no second page: https://github.com/mysociety/fixmystreet/issues/1313. Whatever such a
 * limit is, it is a round number.
 */
const maybeCutOff = (count: number): boolean => count >= 10 && count % 5 === 0
/** Dates are whole seconds. */
const shortestMs = 2_000

interface Page {
  readonly hit: ListedRequest | null
  readonly count: number
  /** How many of them were not on any page before. */
  readonly fresh: number
  readonly times: readonly number[]
}

export function finder(server: GeoReport, clock: Clock): Find {
  /** How this server counts its pages. */
  let pages: 'unknown' | 'from 0' | 'from 1' | 'none' = 'unknown'

  return async ({ reference, codes, since }, signal) => {
    const seen = new Set<string>()
    let calls = 0
    let described = false
    // A comma separates codes, so a code that has one can't be asked for.
    const isAny = codes.length === 0 || codes.some((code) => code.includes(','))
    const filter: Form = isAny ? [] : [['service_code', codes.join(',')]]

    async function page(from: number, to: number, number: number | null): Promise<Page> {
      calls += 1
      if (calls > maxCalls) throw new AppError('unknown-outcome', 'Open311: the list of requests has no end')
      const items = await server.list(
        [
          ...filter,
          ['start_date', dateOf(from)],
          ['end_date', dateOf(to)],
          ['page_size', String(pageSize)],
          ['per_page', String(pageSize)],
          ...(number === null ? [] : [['page', String(number)] as const]),
        ],
        signal,
      )
      const fresh = items.filter((item) => !seen.has(keyOf(item)))
      for (const item of fresh) seen.add(keyOf(item))
      described ||= fresh.some((item) => item.description !== null)
      const hit = fresh.find((item) => hasReference(item.description ?? '', reference)) ?? null
      const times = items.flatMap((item) => instantOf(item.requestedAt, 'UTC') ?? [])
      return { hit, count: items.length, fresh: fresh.length, times }
    }

    /** Page after page, until one brings nothing new. */
    async function within(from: number, to: number): Promise<ListedRequest | null> {
      const first = await page(from, to, null)
      if (first.hit !== null || first.fresh === 0) return first.hit
      for (let number = pages === 'from 1' ? 2 : 1; pages !== 'none'; number += 1) {
        const next = await page(from, to, number)
        if (next.hit !== null) return next.hit
        if (number === 1 && pages === 'unknown' && next.count > 0) {
          // Mostly what we have: the page without a number was the first one.
          pages = next.fresh * 2 < next.count ? 'from 1' : 'from 0'
        } else if (next.fresh === 0) {
          // The same once more: the number is ignored.
          if (number === 2 && next.count > 0) pages = 'none'
          if (pages !== 'none') return null
        }
      }
      return halves(from, to, first, first.count)
    }

    /** A list that is cut off and has no pages shows the rest in shorter times. `most`: it can show so many. */
    async function halves(from: number, to: number, all: Page, most: number): Promise<ListedRequest | null> {
      if (!maybeCutOff(all.count) || all.count < most) return null
      if (to - from < shortestMs)
        throw new AppError(
          'unknown-outcome',
          'Open311: there are more requests than the list of requests shows',
        )
      const middle = between(from, to, all.times)
      for (const [start, end] of [[middle, to] as const, [from, middle] as const]) {
        const half = await page(start, end, null)
        const hit = half.hit ?? (await halves(start, end, half, most))
        if (hit !== null) return hit
      }
      return null
    }

    const start = Math.min(since, clock.now()) - marginMs
    for (let to = clock.now() + marginMs; to > start; to -= rangeMs) {
      const hit = await within(Math.max(start, to - rangeMs), to)
      if (hit !== null) return hit
    }
    if (seen.size > 0 && !described)
      throw new AppError('provider-refused', 'Open311: the list of requests has no descriptions to search')
    return null
  }
}

/** The middle of what is there, or of the time where that would not make both halves shorter. */
function between(from: number, to: number, times: readonly number[]): number {
  const median = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]
  const isInside = median !== undefined && median - from > 1_000 && to - median > 1_000
  return isInside ? median : Math.floor((from + to) / 2)
}

const keyOf = ({ id, token, requestedAt, description }: ListedRequest): string =>
  id ?? token ?? `${requestedAt} ${description}`
