/**
 * Every log event there is: `noun.verb` in the past, ids and figures only. No text, name, number, address,
 * coordinates or media URL of a resident.
 * @module
 */
import type { Measure } from './drift.ts'
import type { ErrorCode } from './errors.ts'
import type { PlaceOutcome } from './place-check.ts'
import type { QueueName } from './ports.ts'
import type { ChannelName } from './request.ts'

export interface Events {
  /** The process is up. */
  'process.started': { role: string; node: string }
  /** It was asked to stop and drains. */
  'process.stopping': { signal: string }
  'process.stopped': { role: string }
  /** The embedded PostgreSQL runs; `recovered` when a crash left one behind. */
  'postgres.started': { port: number; recovered: boolean }
  'ledger.migrated': { migrations: number }
  /** A delivery was verified and is durable. `fresh` counts the messages seen for the first time. */
  'delivery.accepted': { channel: ChannelName; messages: number; fresh: number; reports: number }
  /** A delivery was turned away at the door. */
  'delivery.refused': { channel: ChannelName; code: ErrorCode; reason: string }
  'message.understood': {
    messageId: string
    tookMs: number
    language: string
    intent: string
    safety: string
    problems: number
  }
  /** A place of a message was held against the geocoder's answer. */
  'place.checked': { messageId: string; outcome: PlaceOutcome }
  /** The geocoder did not answer, or not in time: what was read stands. */
  'place.unchecked': { code: ErrorCode }
  /** A question to a geocoder was answered, from the cache or by its server. */
  'geocoder.asked': { name: string; what: 'find' | 'reverse'; from: 'cache' | 'server'; tookMs: number }
  'geocoder.failed': {
    name: string
    what: 'find' | 'reverse'
    code: ErrorCode
    providerCode: string | null
  }
  /** It is left alone for a while. */
  'geocoder.paused': { name: string; restMs: number; code: ErrorCode }
  'geocoder.resumed': { name: string }
  /** The City's address export is in use in place of the built-in streets; or it cannot be, and why. */
  'gazetteer.loaded': { streets: number; addresses: number; importedAt: string }
  'gazetteer.refused': { reason: string }
  /** Our own mistake: the message went to an agent as it is. `reason` is the error's name. */
  'message.unreadable': { messageId: string; reason: string }
  'turn.taken': { conversationId: string; requests: number; effects: number; tookMs: number }
  'media.kept': { mediaId: string; kind: string; bytes: number }
  'media.failed': { mediaId: string; code: ErrorCode; final: boolean }
  'case.filed': { requestId: string; system: string }
  'case.amended': { requestId: string; system: string; change: string }
  'reply.sent': { effectId: string; channel: ChannelName; say: string; language: string }
  /** It is in the ledger, and nothing follows from it: a machine wrote it, or it says the same once more. */
  'message.ignored': { messageId: string; why: 'machine' | 'repeated' }
  'reply.suppressed': { effectId: string; why: string }
  /** Nobody waits for it now: it is said later. */
  'reply.put-off': { effectId: string; why: string; forMs: number }
  /** So many others went out in it. */
  'reply.joined': { effectId: string; others: number }
  /** Half of a code went to the other address of a resident. */
  'proof.sent': { effectId: string; channel: ChannelName }
  /** The owner of a contact that a form or an app stated was asked whether news may go there; or not, and why. */
  'contact.asked': { effectId: string; channel: ChannelName; language: string }
  'contact.unasked': { effectId: string; channel: ChannelName; why: string }
  /** They answered with the digits that the resident was shown. */
  'contact.proven': { channel: ChannelName; requests: number }
  'reply.delivered': { channel: ChannelName; status: string; applied: string }
  /** An agent decided, and where. */
  'review.decided': { reviewId: string; action: string; surface: string }
  /** An agent opened what came with a review: a mail, a document, a recording. The history has who. */
  'file.opened': { reviewId: string; mediaId: string; surface: string }
  /** A decision that was not taken. */
  'review.kept': { reviewId: string; why: string; surface: string }
  /** A card outside shows the review as it is. */
  'card.shown': { reviewId: string; board: string }
  'card.failed': { reviewId: string | null; board: string; code: ErrorCode }
  /** A delivery to a surface of the desk was turned away at the door: not verified, too large, or of no shape we know. */
  'surface.refused': { surface: string; code: ErrorCode; reason: string }
  /** A verified delivery asks for something we don't know; it was acknowledged. `what` is a type or an action id. */
  'surface.ignored': { surface: string; what: string }
  /** What an agent asked for could not be done, or they could not be told. */
  'surface.failed': { surface: string; what: string; code: ErrorCode; providerCode: string | null }
  'surface.connected': { surface: string; how: string }
  /** A connection broke or could not be made; it is tried again. */
  'surface.lost': { surface: string; code: ErrorCode; reason: string }
  /** A case system could not be asked for news. */
  'cases.unread': { system: string; code: ErrorCode }
  'case.updated': { requestId: string; system: string; what: string }
  'review.opened': { requestId: string; reason: string; pinned: boolean }
  'effect.failed': {
    effectId: string
    kind: string
    code: ErrorCode
    providerCode: string | null
    attempts: number
    dead: boolean
  }
  'sweep.done': { added: number; idle: number }
  'queue.failed': { queue: QueueName | 'all'; reason: string }
  'http.failed': { path: string; code: ErrorCode; reason: string }
  /** How residents were understood up to a day: a share or a mean, against the weeks before. */
  'understanding.measured': {
    channel: string
    measure: Measure
    day: string
    days: number
    was: number
    is: number
    of: number
    alarm: boolean
  }
  'understanding.unmeasured': { code: ErrorCode }
  /** The category model in service: its hash, or `built-in`. */
  'model.loaded': { model: string }
  /** It cannot be read; the built-in one serves instead. */
  'model.refused': { model: string; code: ErrorCode }
  /** Posts that are not for us were left alone. */
  'posts.ignored': { channel: ChannelName; why: string; posts: number }
  /** The network shows no more of what came while nobody read it: something between these times may be missing. */
  'mentions.cut': { channel: ChannelName; shown: number; from: string; to: string }
  /** A search brought so many posts that the timeline did not show. */
  'mentions.filled': { channel: ChannelName; posts: number }
  /** What came between these times can't be read any more. */
  'mentions.lost': {
    channel: ChannelName
    why: 'too-old' | 'refused' | 'no-name'
    from: string
    to: string
  }
  /** What we kept of messages is gone, because their author deleted them or their time was over. */
  'messages.emptied': { channel: ChannelName; why: string; messages: number }
  /** A network could not be asked. */
  'poll.failed': { channel: ChannelName; receiver: string; code: ErrorCode; providerCode: string | null }
  /** What a channel has cost since midnight (UTC), and where the day will end at this pace. Dollars. */
  'budget.spent': {
    channel: ChannelName
    day: string
    spentUsd: number
    budgetUsd: number
    estimateUsd: number
  }
  /** There is no money left for this today. */
  'budget.stopped': {
    channel: ChannelName
    day: string
    purpose: string
    spentUsd: number
    budgetUsd: number
  }
  'sandbox.started': { what: string }
}
export type EventName = keyof Events

/** Writes one event. Level `warn` and `error` are for what an operator should see. */
export type Log = <E extends EventName>(
  level: 'debug' | 'info' | 'warn' | 'error',
  event: E,
  fields: Events[E],
) => void
