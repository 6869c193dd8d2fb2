import { AppError } from '../src/core/errors.ts'
import type { Log } from '../src/core/events.ts'
import type { ClaimedEffect, Store } from '../src/core/ports.ts'
import type { Reply, RequestFacts } from '../src/core/reply.ts'
import type { RequestId } from '../src/core/request.ts'
import type { Figures, Hours } from '../src/core/updates.ts'
import { joinedReply, whenToAnswer, whenToUpdate } from '../src/core/updates.ts'

export interface Promises {
  readonly store: Pick<Store, 'company' | 'join'>
  readonly policy: Figures
  readonly hours: Hours
  readonly now: () => number
  readonly log: Log
}

/** What is to be said now, alone or with others; or when to look again. */
export type Due =
  | {
      readonly reply: Reply
      readonly facts: ReadonlyMap<RequestId, RequestFacts>
      /** Set where no message asked for it. */
      readonly update?: { readonly unasked: boolean }
    }
  | { readonly until: number; readonly why: 'night' | 'joins' | 'enough' }

/** Holds a claimed reply against the hour and the others. `rings` as in the channel's `can`. */
export async function dueReply(
  deps: Promises,
  { effect, askedAt, uncertain, facts }: ClaimedEffect,
  rings: boolean,
): Promise<Due> {
  if (effect.kind !== 'reply') throw new AppError('bug', `a ${effect.kind} in the reply queue`)
  const { reply, requestId } = effect
  const { policy, hours } = deps
  const now = deps.now()
  if (askedAt !== null) {
    const saying = reply.evenIfOptedOut ? null : whenToAnswer(askedAt, now, rings, policy, hours)
    return saying?.when === 'later' ? saying : { reply, facts }
  }
  const company = await deps.store.company(effect.id, hours.dayStart(now))
  if (company === null) return { reply, facts }
  const saying = whenToUpdate({ reply, requestId, uncertain }, company, now, rings, policy, hours)
  if (saying.when === 'later') return saying
  const update = { unasked: saying.unasked }
  if (saying.with.length === 0) return { reply, facts, update }
  const { joined, facts: theirs } = await deps.store.join(effect.id, saying.with)
  const others = company.waiting.filter((w) => joined.includes(w.id))
  deps.log('info', 'reply.joined', { effectId: effect.id, others: others.length })
  return {
    reply: joinedReply([
      ...others.filter((w) => w.before).map((w) => w.reply),
      reply,
      ...others.filter((w) => !w.before).map((w) => w.reply),
    ] as [Reply, ...Reply[]]),
    facts: new Map([...facts, ...theirs]),
    update,
  }
}
