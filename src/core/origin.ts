/**
 * What may follow from a message that a machine may have written, or somebody in another's name.
 * @module
 */
import type { Lately } from './ports.ts'
import type { Origin } from './request.ts'
import type { ConversationState, Effect, RequestView, Turn } from './turn.ts'
import type { Intent } from './understanding.ts'

/** What the breaker looks back on. RFC 3834 section 2 leaves the figures to us. */
export const breakerMs = 60 * 60_000
/** Replies of one conversation within that time; danger is answered as often again. */
export const repliesPerHour = 5
/** The very same text: long ones are a machine's, short ones ("yes", an address) a person's, up to a point. */
const longText = 40
const shortRepeats = 3

/** A message that is kept and changes nothing. */
export const quietTurn = (state: ConversationState): Turn => ({
  state,
  writes: [],
  effects: [],
  consent: null,
})

/** Whether the same words came before, so that answering again would go round in a circle. */
export const goesInCircles = (text: string, { sameText }: Lately): boolean =>
  sameText >= (text.trim().length >= longText ? 1 : shortRepeats)

/** The turn with as many replies as the hour still has. What else it does stays. */
export function withinBreaker(turn: Turn, { replies }: Lately): Turn {
  let sent = replies
  const effects = turn.effects.filter((effect) => {
    if (effect.kind !== 'reply') return true
    sent += 1
    return sent <= (isUrgent(effect) ? 2 * repliesPerHour : repliesPerHour)
  })
  return { ...turn, effects }
}

const isUrgent = (effect: Effect): boolean =>
  effect.kind === 'reply' && ['emergency', 'crisis'].includes(effect.reply.speech.say)

/** Which requests the dialog may speak of and touch. */
export interface Within {
  readonly requests: readonly RequestView[]
  readonly named: readonly RequestView[]
}

/**
 * Without an origin everything. With one: a number alone opens only what strangers may see, a reply of ours opens its
 * request, and an address that may be forged changes nothing: its requests are told of, at that address, and that is all.
 */
export function withinReach(origin: Origin | undefined, intent: Intent, all: Within): Within {
  if (origin === undefined) return all
  const own = new Set(all.requests.map(({ id }) => id))
  const answered = all.named.filter(({ reference }) => origin.about.includes(reference))
  const told = all.named.filter(
    (request) => answered.includes(request) || own.has(request.id) || request.withheld !== true,
  )
  const asks = intent === 'status'
  if (!origin.proven)
    return { requests: asks ? merge(answered, all.requests) : answered, named: asks ? told : answered }
  return { requests: merge(answered, all.requests), named: told }
}

const merge = (first: readonly RequestView[], rest: readonly RequestView[]): readonly RequestView[] => [
  ...first,
  ...rest.filter(({ id }) => first.every((one) => one.id !== id)),
]
