/**
 * When a reply may be said that nobody waits for at that moment, and what goes out with it. Pure: the same figures and
 * the same hour give the same answer.
 * @module
 */
import type { Policy } from './policy.ts'
import type { Reply, Speech } from './reply.ts'
import type { EffectId, RequestId } from './request.ts'

/** The city's clock. Instants are Unix milliseconds. */
export interface Hours {
  /** When the night ends that this instant is in; null: it is day. */
  quietUntil(atMs: number): number | null
  /** When the calendar day of this instant began. */
  dayStart(atMs: number): number
  /** When the next calendar day's quiet hours end. */
  nextMorning(atMs: number): number
}

/** Another reply of the conversation that nobody asked for and that has not been said. */
export interface Waiting {
  readonly id: EffectId
  readonly requestId: RequestId | null
  readonly reply: Reply
  /** Unix milliseconds. */
  readonly dueAt: number
  /** Decided before the one that is about to be said. */
  readonly before: boolean
  /** It may be out already, so it stays as it is. */
  readonly uncertain: boolean
  /** Goes out with the one that is about to be said since an earlier try. */
  readonly joined: boolean
}

/** What such a reply is held against. Instants are Unix milliseconds. */
export interface Company {
  /** When it was put off for the first time; null: it was not. */
  readonly heldSince: number | null
  /** When the resident wrote last; null: never since we count. */
  readonly heardAt: number | null
  /** How many such replies this resident got on this channel today. */
  readonly saidToday: number
  /** In the order they were decided. */
  readonly waiting: readonly Waiting[]
}

export type Figures = Pick<Policy, 'liveMs' | 'joinMs' | 'updatesPerDay' | 'updatesPerReply' | 'lateAnswerMs'>

/** `unasked`: it counts against the resident's day. */
export type Saying =
  | { readonly when: 'now'; readonly with: readonly EffectId[]; readonly unasked: boolean }
  | { readonly when: 'later'; readonly until: number; readonly why: 'night' | 'joins' | 'enough' }

/** Danger: said at once, at any hour, alone, and never counted. */
export const isUrgent = ({ speech }: Reply): boolean => speech.say === 'emergency' || speech.say === 'crisis'

/** An answer to a message of `askedAt`: at once, but for one that is late and would ring a phone at night. */
export function whenToAnswer(
  askedAt: number | null,
  now: number,
  rings: boolean,
  figures: Figures,
  hours: Hours,
): Saying {
  const night =
    rings && askedAt !== null && now - askedAt > figures.lateAnswerMs ? hours.quietUntil(now) : null
  return night === null
    ? { when: 'now', with: [], unasked: false }
    : { when: 'later', until: night, why: 'night' }
}

/**
 * A reply that no message asked for. To somebody who has just written it is said at once. Else it waits for others to
 * go with it, for the morning where a phone rings, and for the next day where enough was said today.
 */
export function whenToUpdate(
  own: Pick<Waiting, 'reply' | 'requestId' | 'uncertain'>,
  company: Company,
  now: number,
  rings: boolean,
  figures: Figures,
  hours: Hours,
): Saying {
  if (isUrgent(own.reply)) return { when: 'now', with: [], unasked: false }
  const { heldSince, heardAt, saidToday, waiting } = company
  const live = heardAt !== null && now - heardAt <= figures.liveMs
  const first = waiting.find((w) => w.before && !w.joined && !isUrgent(w.reply))
  const along = goAlong(own, waiting, figures.updatesPerReply)
  if (live && along !== null) return { when: 'now', with: along, unasked: false }
  // What was decided before goes first.
  if (first !== undefined && first.dueAt > now) return { when: 'later', until: first.dueAt, why: 'joins' }
  const night = rings ? hours.quietUntil(now) : null
  if (night !== null) return { when: 'later', until: night, why: 'night' }
  if (saidToday >= figures.updatesPerDay)
    return { when: 'later', until: hours.nextMorning(now), why: 'enough' }
  const until = now + figures.joinMs
  // At the edge of the night it goes alone, rather than in the morning.
  if (heldSince === null && !(rings && hours.quietUntil(until) !== null))
    return { when: 'later', until, why: 'joins' }
  return { when: 'now', with: along ?? [], unasked: true }
}

/**
 * Who goes out in the same reply: those next to it, in order, as many as it can name. Null: what was decided before
 * has no room in it.
 */
function goAlong(
  own: Pick<Waiting, 'reply' | 'requestId' | 'uncertain'>,
  waiting: readonly Waiting[],
  atMost: number,
): readonly EffectId[] | null {
  const already = waiting.filter((w) => w.joined)
  // A try that may have happened is repeated word for word.
  if (own.uncertain) return already.map((w) => w.id)
  if (!isJoinable(own.reply)) return []
  const may = (w: Waiting): boolean => w.joined || (isJoinable(w.reply) && !w.uncertain)
  const before = waiting.filter((w) => w.before)
  const behind = waiting.filter((w) => !w.before)
  const from = before.findLastIndex((w) => !may(w)) + 1
  const taken = before.slice(from)
  if (itemsOf([...taken, own]).length > atMost) return null
  for (const next of behind) {
    if (!may(next) || itemsOf([...taken, own, next]).length > atMost) break
    taken.push(next)
  }
  return taken.map((w) => w.id)
}

type Item = Extract<Speech, { say: 'updates' }>['items'][number]
type Joinable = Pick<Waiting, 'reply' | 'requestId'>

/** What a line in a list can say as well. A question can't, nor what has no request. */
const isJoinable = ({ speech }: Reply): boolean => itemsIn(speech) !== null

function itemsIn(speech: Speech): readonly Item[] | null {
  switch (speech.say) {
    case 'closed':
    case 'news':
    case 'decided':
    case 'corrected':
    case 'refused':
    case 'in-review':
      return [{ requestId: speech.requestId, note: null }]
    case 'answered':
      return [{ requestId: speech.requestId, note: speech.note }]
    case 'status':
      return speech.requestIds.map((requestId) => ({ requestId, note: null }))
    case 'updates':
      return speech.items
    default:
      return null
  }
}

/** One line for where a request stands, however often that changed; an agent's words to the resident stay each. */
function itemsOf(replies: readonly Joinable[]): readonly Item[] {
  const items: Item[] = []
  for (const item of replies.flatMap(({ reply }) => itemsIn(reply.speech) ?? [])) {
    const at = items.findIndex((i) => i.requestId === item.requestId && i.note === item.note)
    if (at === -1) items.push(item)
  }
  return items
}

/**
 * Several replies as one, in the order given: the last one alone where all of them say where the same request stands,
 * else a list.
 */
export function joinedReply(replies: readonly [Reply, ...Reply[]]): Reply {
  const last = replies[replies.length - 1] ?? replies[0]
  if (replies.length === 1) return last
  const notices = [...new Set(replies.flatMap((r) => r.notices))]
  const items = itemsOf(replies.map((reply) => ({ reply, requestId: null })))
  return {
    speech: items.length === 1 ? last.speech : { say: 'updates', items: [...items] },
    language: last.language,
    notices,
    evenIfOptedOut: false,
  }
}
