/**
 * The query of GET /requests. https://wiki.open311.org/GeoReport_v2/#get-service-requests, and the paging and
 * `updated_*` that most servers add. An empty argument is the same as none.
 * @module
 */
import { z } from 'zod'
import type { RequestFilter } from '../../core/ports.ts'
import { GeoReportError } from './problem.ts'

const dayMs = 24 * 60 * 60 * 1000
/** The span that the specification allows, and its default. */
const maxSpanDays = 90
const maxPageSize = 100
const defaultPageSize = 50
/** Far above any honest use; keeps the offset a small number. */
const maxPage = 1_000_000

/** All values of one argument, or undefined where it is not there. */
export type Arguments = (name: string) => readonly string[] | undefined

/** Reads the arguments. `nowMs` is Unix milliseconds. Throws GeoReportError 400. */
export function requestFilter(all: Arguments, nowMs: number): RequestFilter {
  const ids = list(all, 'service_request_id').map(asReference)
  // The specification: it overrides all other arguments.
  if (ids.length > 0) return { ids: atMost(ids, maxPageSize), page: 1, pageSize: maxPageSize }

  const codes = list(all, 'service_code')
  const status = list(all, 'status').map(asStatus)
  const updatedFrom = date(all, 'updated_after')
  const updatedTo = date(all, 'updated_before')
  return {
    ...(codes.length > 0 && { codes: atMost(codes, 1000) }),
    ...(status.length > 0 && { status: [...new Set(status)] }),
    ...span(date(all, 'start_date'), date(all, 'end_date'), updatedFrom !== undefined, nowMs),
    ...(updatedFrom !== undefined && { updatedFrom }),
    ...(updatedTo !== undefined && { updatedTo }),
    page: whole(all, 'page', maxPage) ?? 1,
    // `per_page` is what the City's present server calls it.
    pageSize: Math.min(whole(all, 'page_size') ?? whole(all, 'per_page') ?? defaultPageSize, maxPageSize),
  }
}

/** Without dates the latest 90 days, unless the query is bounded by when requests changed. */
function span(
  from: number | undefined,
  to: number | undefined,
  bounded: boolean,
  nowMs: number,
): { readonly from?: number; readonly to?: number } {
  if (from !== undefined && to !== undefined) {
    if (from > to) throw new GeoReportError(400, 'start_date is later than end_date.')
    if (to - from > maxSpanDays * dayMs)
      throw new GeoReportError(400, `start_date and end_date may not span more than ${maxSpanDays} days.`)
    return { from, to }
  }
  if (from !== undefined) return { from }
  if (to !== undefined) return { from: to - maxSpanDays * dayMs, to }
  return bounded ? {} : { from: nowMs - maxSpanDays * dayMs }
}

/** Declared once with commas, several times, or both. */
const list = (all: Arguments, name: string): string[] =>
  (all(name) ?? [])
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => value !== '')

function atMost(values: readonly string[], most: number): readonly string[] {
  if (values.length > most) throw new GeoReportError(400, `At most ${most} values at once.`)
  return values
}

/** Our own numbers are found however they are typed. */
export const asReference = (id: string): string => (/^bos-/i.test(id) ? id.toUpperCase() : id)

function asStatus(value: string): 'open' | 'closed' {
  const status = value.toLowerCase()
  if (status !== 'open' && status !== 'closed')
    throw new GeoReportError(400, 'status is open, closed, or both with a comma.')
  return status
}

const single = (all: Arguments, name: string): string | undefined => {
  const value = all(name)?.[0]?.trim()
  return value === '' ? undefined : value
}

const DateTime = z.iso.datetime({ offset: true })

/** Unix milliseconds. A plus that was not encoded arrives as a space. */
function date(all: Arguments, name: string): number | undefined {
  const value = single(all, name)?.replace(/ (?=\d{2}:?\d{2}$)/, '+')
  if (value === undefined) return undefined
  const at = DateTime.safeParse(value).success ? Date.parse(value) : Number.NaN
  if (Number.isNaN(at))
    throw new GeoReportError(400, `${name} is not a date with a time zone, such as 2026-01-31T08:00:00Z.`)
  return at
}

function whole(all: Arguments, name: string, most = Number.MAX_SAFE_INTEGER): number | undefined {
  const value = single(all, name)
  if (value === undefined) return undefined
  const number = /^\d+$/.test(value) ? Number(value) : 0
  if (number < 1 || number > most) throw new GeoReportError(400, `${name} is not a whole number from 1 on.`)
  return number
}
