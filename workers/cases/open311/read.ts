/**
 * News of cases: as many as possible with one call, one by one where a server can't. A case that the server can't
 * tell of keeps nobody else's news from us.
 * @module
 */
import type { CaseRef, CaseStatus, Clock } from '../../../src/core/ports.ts'
import type { GeoReport } from './client.ts'
import { instantOf } from './dates.ts'
import type { Find } from './find.ts'
import { caseRef, tokenOf, unnumberedOf } from './refs.ts'
import { type Singles, singles } from './singles.ts'
import type { ListedRequest } from './types.ts'

/** Ids of one call: Boston's are 10 to 12 characters long, and a URL should stay under 2,000. */
const idsAtOnce = 50

/** Looking for a number that was kept from us takes a call or two each time: a few at a time, for a day. */
const searchesAtOnce = 3
const searchForMs = 24 * 3_600_000

/** More are not remembered as waiting. */
const maxWaiting = 10_000

/** What one reading has learned. */
interface Reading {
  readonly calls: Singles
  readonly signal: AbortSignal
  /** By the id asked for: the case's own id, null while it has none. Absent: there is none, or nobody knows. */
  readonly real: Map<string, string | null>
  /** By the case's own id. */
  readonly found: Map<string, ListedRequest>
  searches: number
}

export function reader(server: GeoReport, find: Find, clock: Clock, timeZone: string) {
  // uReport answers a list of ids with the first one: https://github.com/City-of-Bloomington/uReport/issues/224.
  let listsIds = true
  /** Left over from earlier readings, longest first: at ten calls a minute the first of a batch would else be the only ones. */
  const waiting = new Set<string>()

  const statusOf = (ref: CaseRef, found: ListedRequest): CaseStatus => ({
    ref,
    status: found.status,
    notes: found.notes,
    changedAt: instantOf(found.updatedAt, timeZone) ?? instantOf(found.requestedAt, timeZone) ?? clock.now(),
  })
  const pending = (ref: CaseRef): CaseStatus => ({ ref, status: 'open', notes: null, changedAt: clock.now() })

  /** Null: none of them. One unknown id may spoil the list, and some servers know no lists. */
  async function several(
    ids: readonly string[],
    signal: AbortSignal,
  ): Promise<readonly ListedRequest[] | null> {
    const items = await server.list(
      [
        ['service_request_id', ids.join(',')],
        ['page_size', String(idsAtOnce)],
        ['per_page', String(idsAtOnce)],
      ],
      signal,
    )
    const wanted = new Set(ids)
    const ours = items.filter(({ id }) => id !== null && wanted.has(id))
    return ours.length === 0 ? null : ours
  }

  async function byId(ids: readonly string[], { calls, signal, found }: Reading): Promise<void> {
    for (let start = 0; start < ids.length; start += idsAtOnce) {
      const some = ids.slice(start, start + idsAtOnce)
      // A comma separates; an id that holds one can't be in a list.
      const canList = listsIds && some.length > 1 && !some.some((id) => id.includes(','))
      const listed = canList ? await calls.ask(null, () => several(some, signal)) : undefined
      for (const item of listed ?? []) if (item.id !== null) found.set(item.id, item)
      const missing = some.filter((id) => !found.has(id))
      let missed = 0
      for (const id of missing) {
        const one = await calls.ask(id, () => server.one(id, signal))
        if (one == null) continue
        found.set(id, one)
        missed += 1
      }
      // Only the first, or none of many that are all there: it knows no lists.
      const atOnce = some.length - missing.length
      const knowsNone = atOnce === 1 ? missed > 0 : atOnce === 0 && missed === some.length
      if (canList && listed !== undefined && knowsNone) listsIds = false
    }
  }

  /** The case behind a token or an unnumbered id: its own id, null while it has none. Undefined: none is known. */
  async function realId(id: string, reading: Reading): Promise<string | null | undefined> {
    const { calls, signal } = reading
    const token = tokenOf(id)
    const unnumbered = unnumberedOf(id)
    if (token === null && unnumbered === null) return id
    if (token !== null) {
      const answer = await calls.ask(id, () => server.token(token, signal))
      return answer == null ? undefined : answer.id
    }
    if (unnumbered === null || clock.now() - unnumbered.at > searchForMs) return null
    reading.searches += 1
    if (reading.searches > searchesAtOnce) return null
    const { reference, at: since, code } = unnumbered
    // Where the list can't be searched, it is open as far as we know.
    return (
      (await calls.ask(null, () => find({ reference, codes: code === '' ? [] : [code], since }, signal)))
        ?.id ?? null
    )
  }

  async function look(refs: readonly CaseRef[], reading: Reading): Promise<void> {
    for (const { id } of refs) {
      const own = await realId(id, reading)
      if (own !== undefined) reading.real.set(id, own)
    }
    const ids = new Set(refs.flatMap(({ id }) => reading.real.get(id) ?? []))
    await byId([...ids], reading)
  }

  function remember(refs: readonly CaseRef[], { real, calls: { unasked } }: Reading): void {
    for (const { id } of refs) {
      if (unasked.has(id) || unasked.has(real.get(id) ?? id)) waiting.add(id)
      else waiting.delete(id)
    }
    if (waiting.size > maxWaiting) waiting.clear()
  }

  return async (refs: readonly CaseRef[], signal: AbortSignal): Promise<ReadonlyMap<string, CaseStatus>> => {
    const reading: Reading = {
      calls: singles(),
      signal,
      real: new Map(),
      found: new Map(),
      searches: 0,
    }
    const byRefId = new Map(refs.map((ref) => [ref.id, ref]))
    const first = new Set([...waiting].flatMap((id) => byRefId.get(id) ?? []))
    await look([...first], reading)
    await look(
      [...byRefId.values()].filter((ref) => !first.has(ref)),
      reading,
    )
    remember(refs, reading)
    const trouble = reading.calls.trouble()
    if (trouble !== null) throw trouble
    const news = new Map<string, CaseStatus>()
    for (const ref of refs) {
      const id = reading.real.get(ref.id)
      if (id === undefined) continue
      const item = id === null ? undefined : reading.found.get(id)
      // A token whose case is not in the list yet is still open; a case of its own that is not there, is not there.
      if (item !== undefined && id !== null) news.set(ref.id, statusOf(caseRef(id), item))
      else if (id === null) news.set(ref.id, pending(ref))
      else if (id !== ref.id) news.set(ref.id, pending(caseRef(id)))
    }
    return news
  }
}
