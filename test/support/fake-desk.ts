/**
 * A desk and its sign-ins in memory: what the ports promise, without a ledger. For surfaces.
 * @module
 */
import { services } from '../../src/city/boston/services/index.ts'
import type { Service } from '../../src/core/catalogue.ts'
import { objectionTo } from '../../src/core/dialog/decision.ts'
import { policyFor } from '../../src/core/policy.ts'
import type {
  AgentSession,
  Claim,
  Desk,
  DeskAnswer,
  DeskCommand,
  DeskRefusal,
  HistoryLine,
  PlaceSuggestion,
  ReviewFile,
  ReviewRow,
  SessionStore,
  ThreadLine,
} from '../../src/core/ports.ts'
import type { MediaId, MessageId, ReviewId, ServiceRequest } from '../../src/core/request.ts'
import { pinnedReasons } from '../../src/core/request.ts'
import type { RequestView } from '../../src/core/turn.ts'
import type { Place } from '../../src/core/understanding.ts'
import type { Seed, Stage } from '../contract/desk-surface.contract.ts'
import { aRequest } from './fake-store.ts'

const policy = policyFor(services)
const leaseMs = 5 * 60_000

const at = (address: string, neighborhood: string, zip: string, lat: number, lon: number): Place => ({
  kind: 'address',
  address,
  neighborhood,
  zip,
  lat,
  lon,
  accuracyM: 25,
})
/** The few places that this desk knows. */
export const knownPlaces: readonly Place[] = [
  at('123 Tremont St', 'Downtown', '02108', 42.3563, -71.0623),
  at('700 Boylston St', 'Back Bay', '02116', 42.34934, -71.07822),
  at('701 Boylston St', 'Back Bay', '02116', 42.34912, -71.07861),
  at('1 City Hall Sq', 'Downtown', '02201', 42.36038, -71.05814),
  { ...at('Franklin Park', 'Roxbury', '', 42.3056, -71.0889), kind: 'place', zip: null, accuracyM: 600 },
]

interface Kept {
  row: ReviewRow
  files: readonly ReviewFile[]
  thread: ThreadLine[]
  history: HistoryLine[]
}

/** Ids that nobody had before, in any stage of this process. */
let last = 0
const fresh = (): string => {
  last += 1
  return last
    .toString(36)
    .toUpperCase()
    .padStart(8, '0')
    .replace(/[ILOU]/g, 'Z')
}

export interface FakeDesk extends Stage {
  readonly desk: Desk
  /** Every command that came in, taken or not. */
  readonly commands: readonly DeskCommand[]
  /** Moves the clock. */
  pass(ms: number): void
  /** Opens a review with more of the row set than a seed says. */
  putRow(
    seed: Seed,
    more?: {
      readonly photoIds?: readonly MediaId[]
      readonly recordingIds?: readonly MediaId[]
      readonly contact?: ReviewRow['contact']
      readonly files?: readonly ReviewFile[]
      readonly request?: Partial<ServiceRequest>
    },
  ): Promise<ReviewRow>
  /** The bot says something. */
  say(id: ReviewId, words: string): void
  /** From now on every call throws this; null: no more. */
  failWith(error: Error | null): void
}

/** A stage whose clock stands still until `pass`. `startsAt`: Unix milliseconds. */
export function fakeDesk(startsAt = Date.UTC(2026, 10, 2, 15)): FakeDesk {
  const kept = new Map<ReviewId, Kept>()
  const taken = new Map<string, DeskAnswer>()
  const commands: DeskCommand[] = []
  let now = startsAt
  let changes = 0
  let failure: Error | null = null
  const clock = { now: () => now }
  const door = () => {
    if (failure !== null) throw failure
  }

  const live = (claim: Claim | null): Claim | null => (claim !== null && claim.until > now ? claim : null)
  const seenRow = (row: ReviewRow): ReviewRow => ({ ...row, claim: live(row.claim) })
  function update(one: Kept, change: Partial<ReviewRow>): void {
    changes += 1
    one.row = { ...one.row, version: one.row.version + 1, ...change }
  }
  const patched = (one: Kept, patch: Partial<ServiceRequest>): ServiceRequest => ({
    ...one.row.request,
    ...patch,
    updated_datetime: new Date(now).toISOString(),
  })
  const find = (key: string): Kept | undefined =>
    kept.get(key as ReviewId) ??
    [...kept.values()]
      .filter(({ row }) => row.request.id === key || row.request.reference === key.toUpperCase())
      .toSorted((a, b) => b.row.openedAt - a.row.openedAt)[0]
  const refused = (why: DeskRefusal, row: ReviewRow | null): DeskAnswer => ({
    outcome: 'refused',
    why,
    review: row === null ? null : seenRow(row),
  })

  const desk: Desk = {
    async reviews(limit) {
      door()
      return [...kept.values()]
        .map(({ row }) => seenRow(row))
        .filter(({ closed }) => closed === null)
        .toSorted((a, b) => Number(b.pinned) - Number(a.pinned) || a.openedAt - b.openedAt)
        .slice(0, limit)
    },
    async review(key) {
      door()
      const one = find(key)
      return one === undefined ? null : seenRow(one.row)
    },
    async thread({ id }) {
      return [...(kept.get(id)?.thread ?? [])]
    },
    async history({ id }) {
      return [...(kept.get(id)?.history ?? [])]
    },
    async files({ id }) {
      return kept.get(id)?.files ?? []
    },
    async opened({ id }, mediaId, agent, surface) {
      door()
      kept.get(id)?.history.push({
        at: now,
        actor: `agent:${agent}`,
        what: 'file-opened',
        detail: { mediaId, surface },
      })
    },
    async claim(id, agent, takeOver) {
      door()
      const one = kept.get(id)
      if (one === undefined) return refused('unknown', null)
      if (one.row.closed !== null) return refused('decided', one.row)
      const holder = live(one.row.claim)
      if (holder !== null && holder.agent !== agent && !takeOver) return refused('held', one.row)
      update(one, { claim: { agent, until: now + leaseMs } })
      return { outcome: 'done', review: seenRow(one.row) }
    },
    async release(id, agent) {
      const one = kept.get(id)
      if (one !== undefined && live(one.row.claim)?.agent === agent) update(one, { claim: null })
    },
    async decide(command) {
      door()
      commands.push(command)
      const repeated = taken.get(command.key)
      if (repeated !== undefined) return repeated
      const one = kept.get(command.reviewId)
      if (one === undefined) return refused('unknown', null)
      const objection = objectionTo(
        {
          decision: { ...command, requestId: one.row.request.id },
          request: viewOf(one.row),
          review:
            one.row.closed === null ? { id: one.row.id, reason: one.row.reason, claim: one.row.claim } : null,
          now,
        },
        policy,
      )
      if (objection !== null) return refused(objection, one.row)
      carryOut(one, command)
      const answer: DeskAnswer = { outcome: 'done', review: seenRow(one.row) }
      taken.set(command.key, answer)
      return answer
    },
    services: (query, review) => search(query, review),
    places(query) {
      const words = query.toLowerCase().trim()
      if (words === '') return []
      return knownPlaces
        .filter(
          ({ address }) => address.toLowerCase().includes(words) || words.includes(address.toLowerCase()),
        )
        .map(
          (place): PlaceSuggestion => ({
            place,
            confidence: place.address.toLowerCase() === words ? 0.95 : 0.6,
          }),
        )
    },
    placeAt(lat, lon) {
      if (lat < 42.2 || lat > 42.45 || lon < -71.2 || lon > -70.9) return null
      const [nearest] = knownPlaces.toSorted(
        (a, b) => Math.hypot(a.lat - lat, a.lon - lon) - Math.hypot(b.lat - lat, b.lon - lon),
      )
      return nearest === undefined ? null : { ...nearest, lat, lon, accuracyM: 15 }
    },
    async mark() {
      door()
      return `m${changes}`
    },
  }

  function carryOut(one: Kept, { action, code, place, note = '', agent, surface }: DeskCommand): void {
    const line = (what: string) =>
      one.history.push({ at: now, actor: `agent:${agent}`, what, detail: note === '' ? {} : { note } })
    if (action === 'ask') {
      line(`asked for ${note === 'category' ? 'category' : 'location'}`)
      update(one, { request: patched(one, {}), askedAt: now })
      return
    }
    const changed = code !== undefined || place !== undefined
    const outcome = action === 'refuse' ? 'refused' : changed ? 'changed' : 'accepted'
    line(outcome)
    const patch: Partial<ServiceRequest> =
      action === 'refuse'
        ? { state: 'refused', status_notes: note }
        : {
            state: one.row.request.state === 'review' ? 'filing' : one.row.request.state,
            ...(code === undefined ? {} : { service_code: code }),
            ...(place === undefined ? {} : { place }),
          }
    update(one, {
      request: patched(one, patch),
      claim: null,
      closed: { at: now, outcome, by: `agent:${agent}`, surface },
    })
  }

  async function putRow(
    seed: Seed,
    more: {
      readonly photoIds?: readonly MediaId[]
      readonly recordingIds?: readonly MediaId[]
      readonly contact?: ReviewRow['contact']
      readonly files?: readonly ReviewFile[]
      readonly request?: Partial<ServiceRequest>
    } = {},
  ): Promise<ReviewRow> {
    const n = fresh()
    const reason = seed.reason ?? 'service-unclear'
    const messageId: MessageId = `msg_${n.toLowerCase()}`
    const service = seed.service ?? null
    const request = aRequest({
      id: `req_${n.toLowerCase()}_0`,
      reference: `BOS-${n.slice(0, 4)}-${n.slice(4)}`,
      conversation_id: `cnv_${n.toLowerCase()}`,
      state: 'review',
      description: seed.words,
      language: seed.language ?? 'en',
      service_code: service?.code ?? null,
      category: {
        by: 'classifier',
        confidence: service?.confidence ?? 0.2,
        alternatives: (seed.others ?? []).map(({ code, confidence }) => ({ value: code, confidence })),
        evidence: [],
        messageId,
      },
      place: seed.place ?? null,
      location: null,
      safety: reason === 'emergency' ? 'emergency' : reason === 'crisis' ? 'crisis' : 'none',
      message_ids: [messageId],
      media_ids: [],
      expected_datetime: null,
      requested_datetime: new Date(now).toISOString(),
      updated_datetime: new Date(now).toISOString(),
      ...more.request,
    })
    const row: ReviewRow = {
      id: `rev_${n.toLowerCase()}_0`,
      reason,
      pinned: pinnedReasons.has(reason),
      openedAt: now,
      version: 1,
      claim: null,
      askedAt: null,
      closed: null,
      request,
      resident: seed.resident ?? '+16175550123',
      optedOut: false,
      photoIds: more.photoIds ?? [],
      recordingIds: more.recordingIds ?? [],
      contact: more.contact ?? null,
      caseRef: null,
    }
    changes += 1
    kept.set(row.id, {
      row,
      files: more.files ?? [],
      thread: [{ at: now, who: 'resident', text: seed.words, messageId }],
      history: [{ at: now, actor: 'bot', what: 'created', detail: {} }],
    })
    return row
  }

  return {
    desk,
    sessions: fakeSessions(clock),
    clock,
    commands,
    pass: (ms) => {
      now += ms
    },
    putRow,
    put: (seed) => putRow(seed),
    async addWords(id, words) {
      const one = kept.get(id)
      if (one === undefined) throw new Error(`no review ${id}`)
      now += 1000
      const messageId: MessageId = `msg_${fresh().toLowerCase()}`
      one.thread.push({ at: now, who: 'resident', text: words, messageId })
      one.history.push({ at: now, actor: 'resident', what: 'added', detail: {} })
      const { description, message_ids } = one.row.request
      update(one, {
        request: patched(one, {
          description: `${description}\n${words}`,
          message_ids: [...message_ids, messageId],
        }),
        askedAt: null,
      })
    },
    say(id, words) {
      kept.get(id)?.thread.push({ at: now, who: 'bot', text: words, messageId: null })
      changes += 1
    },
    failWith(error) {
      failure = error
    },
    async close() {},
  }
}

const viewOf = ({ request, reason }: ReviewRow): RequestView => ({
  id: request.id,
  reference: request.reference,
  state: request.state,
  code: request.service_code,
  place: request.place,
  safety: request.safety,
  reason,
  notes: request.status_notes,
  at: Date.parse(request.requested_datetime),
  changedAt: Date.parse(request.updated_datetime),
})

/** By name, code or keyword, the earlier the match the better; without a query the review's own suggestions first. */
function search(query: string, review: ReviewRow | null): readonly Service[] {
  const words = query.toLowerCase().trim()
  const byName = services.toSorted((a, b) => a.name.localeCompare(b.name))
  if (words === '') {
    const suggested = [
      review?.request.service_code ?? '',
      ...(review?.request.category?.alternatives ?? []).map(({ value }) => value),
    ]
    const rank = (service: Service) => (suggested.indexOf(service.code) + 100) % 100
    return review === null ? byName : byName.toSorted((a, b) => rank(a) - rank(b))
  }
  const rank = (service: Service) => {
    const places = [service.name, service.code, ...service.keywords].map((text) =>
      text.toLowerCase().indexOf(words),
    )
    return places.findIndex((place) => place >= 0)
  }
  return byName.filter((one) => rank(one) >= 0).toSorted((a, b) => rank(a) - rank(b))
}

/** Links good once, sessions by hash, as the port says. */
export function fakeSessions(clock: { now(): number }): SessionStore {
  const links = new Map<string, { readonly expiresAt: number; used: boolean }>()
  const sessions = new Map<string, AgentSession & { readonly expiresAt: number }>()
  const secrets = new Map<string, string>()
  return {
    async addSignIn(hash, expiresAt) {
      links.set(hash, { expiresAt, used: false })
    },
    async signIn(hash, { hash: session, agent, csrf, expiresAt }) {
      const link = links.get(hash)
      if (link === undefined || link.used || link.expiresAt <= clock.now()) return false
      link.used = true
      sessions.set(session, { agent, csrf, expiresAt })
      return true
    },
    async session(hash) {
      const one = sessions.get(hash)
      return one === undefined || one.expiresAt <= clock.now() ? null : { agent: one.agent, csrf: one.csrf }
    },
    async renameAgent(hash, agent) {
      const one = sessions.get(hash)
      if (one !== undefined) sessions.set(hash, { ...one, agent })
    },
    async endSession(hash) {
      sessions.delete(hash)
    },
    async secret(name) {
      const known = secrets.get(name) ?? `secret-of-${name}-${secrets.size}`
      secrets.set(name, known)
      return known
    },
  }
}
