import { AppError, asAppError } from '../src/core/errors.ts'
import type { Log } from '../src/core/events.ts'
import type { Channel, ClaimedEffect, EffectOutcome, Store } from '../src/core/ports.ts'
import type { Render } from '../src/core/reply.ts'
import type { ChannelName } from '../src/core/request.ts'
import { dueReply, type Promises } from './updates.ts'

export interface Replies extends Promises {
  readonly store: Pick<Store, 'consent' | 'company' | 'join'>
  readonly channels: ReadonlyMap<ChannelName, Channel>
  readonly render: Render
  readonly log: Log
}

/**
 * Says one reply on the channel it belongs to, when its hour has come. A resident who opted out hears nothing but what
 * must be said, and, where no phone rings, what answers them.
 */
export async function sendReply(deps: Replies, claimed: ClaimedEffect): Promise<EffectOutcome> {
  const { effect, conversation } = claimed
  if (effect.kind !== 'reply') throw new AppError('bug', `a ${effect.kind} in the reply queue`)
  const channel = deps.channels.get(conversation.channel)
  const rings = channel?.can.rings ?? true
  if (conversation.optedOut && !effect.reply.evenIfOptedOut && (rings || claimed.askedAt === null)) {
    deps.log('info', 'reply.suppressed', { effectId: effect.id, why: 'opted-out' })
    return { kind: 'suppressed', why: 'opted-out' }
  }
  if (channel === undefined) throw new AppError('misconfigured', `the channel ${conversation.channel} is off`)
  if (!channel.can.proactive && channel.can.synchronous) {
    deps.log('info', 'reply.suppressed', { effectId: effect.id, why: 'unreachable' })
    return { kind: 'suppressed', why: 'unreachable' }
  }
  const due = await dueReply(deps, claimed, rings)
  if ('until' in due) {
    const { why, until } = due
    deps.log('info', 'reply.put-off', { effectId: effect.id, why, forMs: until - deps.now() })
    return { kind: 'put-off', why, until }
  }
  const { reply, facts, update } = due
  const text = deps.render(reply, facts, (candidate) => channel.can.fits(candidate))
  const { resident, ours } = conversation
  try {
    const receipt = await channel.reply({
      key: effect.id,
      to: resident,
      from: ours,
      text,
      language: reply.language,
      say: reply.speech.say,
      references: [...facts.values()].map(({ reference }) => reference),
      answering: claimed.answering,
      maybeSentSince: claimed.uncertainSince,
    })
    deps.log('info', 'reply.sent', {
      effectId: effect.id,
      channel: conversation.channel,
      say: reply.speech.say,
      language: reply.language,
    })
    return { kind: 'replied', text, receipt, ...(update && { update }) }
  } catch (thrown) {
    if (asAppError(thrown).code !== 'opted-out') throw thrown
    // The provider knows of a wish that never reached us: from now on we know it too.
    await deps.store.consent(conversation.channel, resident, ours, 'out')
    deps.log('info', 'reply.suppressed', { effectId: effect.id, why: 'opted-out' })
    return { kind: 'suppressed', why: 'opted-out' }
  }
}
