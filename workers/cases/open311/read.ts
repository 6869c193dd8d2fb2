/**
 * News of cases: as many as possible with one call, one by one where a server can't.
 * @module
 */
import type { CaseRef, CaseStatus, Clock } from '../../../src/core/ports.ts'
import type { GeoReport } from './client.ts'
import { instantOf } from './dates.ts'
import type { Find } from './find.ts'
import { caseRef, tokenOf, unnumberedOf } from './refs.ts'
import type { ListedRequest } from './types.ts'

/** Ids of one call: Boston's are 10 to 12 characters long, and a URL should stay under 2,000. */
const idsAtOnce = 50

/** Looking for a number that was kept from us takes a call or two each time: a few at a time, for a day. */
const searchesAtOnce = 3
const searchForMs = 24 * 3_600_000

export function reader(server: GeoReport, find: Find, clock: Clock, timeZone: string) {
  // uReport answers a list of ids with the first one: https://github.com/City-of-Bloomington/uReport/issues/224.
  let listsIds = true

  const statusOf = (ref: CaseRef, found: ListedRequest): CaseStatus => ({
    ref,
    status: found.status,
    notes: found.notes,
    changedAt: instantOf(found.updatedAt, timeZone) ?? instantOf(found.requestedAt, timeZone) ?? clock.now(),
  })
  const pending = (ref: CaseRef): CaseStatus => ({ ref, status: 'open', notes: null, changedAt: clock.now() })

  async function several(ids: readonly string[], signal: AbortSignal): Promise<readonly ListedRequest[]> {
    // A comma separates; an id that holds one can't be in a list.
    if (!listsIds || ids.length < 2 || ids.some((id) => id.includes(','))) return []
    try {
      return await server.list(
        [
          ['service_request_id', ids.join(',')],
          ['page_size', String(idsAtOnce)],
          ['per_page', String(idsAtOnce)],
        ],
        signal,
      )
    } catch (thrown) {
      // One unknown id may spoil the list, and some servers know no lists. One by one they say which.
      if (isRefusal(thrown)) return []
      throw thrown
    }
  }

  async function byId(
    ids: readonly string[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, ListedRequest>> {
    const found = new Map<string, ListedRequest>()
    for (let start = 0; start < ids.length; start += idsAtOnce) {
      const some = ids.slice(start, start + idsAtOnce)
      const wanted = new Set(some)
      for (const item of await several(some, signal))
        if (item.id !== null && wanted.has(item.id)) found.set(item.id, item)
      const atOnce = some.filter((id) => found.has(id)).length
      let missed = 0
      for (const id of some) {
        if (found.has(id)) continue
        const one = await server.one(id, signal)
        if (one === null) continue
        found.set(id, one)
        missed += 1
      }
      if (atOnce <= 1 && missed > 0 && some.length > 1) listsIds = false
    }
    return found
  }

  /** The case behind a token or an unnumbered id: its own id, null while it has none. Undefined: there is none. */
  async function realId(
    id: string,
    search: () => boolean,
    signal: AbortSignal,
  ): Promise<string | null | undefined> {
    const token = tokenOf(id)
    if (token !== null) {
      const answer = await server.token(token, signal)
      return answer === null ? undefined : answer.id
    }
    const unnumbered = unnumberedOf(id)
    if (unnumbered === null) return id
    const { reference, at, code } = unnumbered
    if (clock.now() - at > searchForMs || !search()) return null
    return (await find({ reference, codes: [code], since: at }, signal))?.id ?? null
  }

  return async (refs: readonly CaseRef[], signal: AbortSignal): Promise<ReadonlyMap<string, CaseStatus>> => {
    const real = new Map<string, string | null>()
    let searches = 0
    const search = () => {
      searches += 1
      return searches <= searchesAtOnce
    }
    for (const { id } of refs) {
      const own = await realId(id, search, signal)
      if (own !== undefined) real.set(id, own)
    }
    const found = await byId([...new Set([...real.values()].filter((id) => id !== null))], signal)
    const news = new Map<string, CaseStatus>()
    for (const ref of refs) {
      const id = real.get(ref.id)
      if (id === undefined) continue
      const item = id === null ? undefined : found.get(id)
      // A token whose case is not in the list yet is still open; a case of its own that is not there, is not there.
      if (item !== undefined && id !== null) news.set(ref.id, statusOf(caseRef(id), item))
      else if (id === null) news.set(ref.id, pending(ref))
      else if (id !== ref.id) news.set(ref.id, pending(caseRef(id)))
    }
    return news
  }
}

const isRefusal = (thrown: unknown): boolean =>
  thrown instanceof Error && 'code' in thrown && thrown.code === 'provider-refused'
