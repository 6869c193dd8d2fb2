import { AppError, asAppError } from '../src/core/errors.ts'
import type { Log } from '../src/core/events.ts'
import type { Channel, ClaimedEffect, EffectOutcome, Store } from '../src/core/ports.ts'
import type { Render } from '../src/core/reply.ts'
import type { ChannelName } from '../src/core/request.ts'

export interface Replies {
  readonly store: Pick<Store, 'consent'>
  readonly channels: ReadonlyMap<ChannelName, Channel>
  readonly render: Render
  readonly log: Log
}

/** Says one reply on the channel it belongs to. A resident who opted out hears nothing but what must be said. */
export async function sendReply(deps: Replies, claimed: ClaimedEffect): Promise<EffectOutcome> {
  const { effect, conversation } = claimed
  if (effect.kind !== 'reply') throw new AppError('bug', `a ${effect.kind} in the reply queue`)
  if (conversation.optedOut && !effect.reply.evenIfOptedOut) {
    deps.log('info', 'reply.suppressed', { effectId: effect.id, why: 'opted-out' })
    return { kind: 'suppressed', why: 'opted-out' }
  }
  const channel = deps.channels.get(conversation.channel)
  if (channel === undefined) throw new AppError('misconfigured', `the channel ${conversation.channel} is off`)
  if (!channel.can.proactive && channel.can.synchronous) {
    deps.log('info', 'reply.suppressed', { effectId: effect.id, why: 'unreachable' })
    return { kind: 'suppressed', why: 'unreachable' }
  }
  const text = deps.render(effect.reply, claimed.facts, (candidate) => channel.can.fits(candidate))
  const { resident, ours } = conversation
  try {
    const receipt = await channel.reply({
      key: effect.id,
      to: resident,
      from: ours,
      text,
      language: effect.reply.language,
      say: effect.reply.speech.say,
      references: [...claimed.facts.values()].map((facts) => facts.reference),
      answering: claimed.answering,
      maybeSentSince: claimed.uncertainSince,
    })
    deps.log('info', 'reply.sent', {
      effectId: effect.id,
      channel: conversation.channel,
      say: effect.reply.speech.say,
      language: effect.reply.language,
    })
    return { kind: 'replied', text, receipt }
  } catch (thrown) {
    if (asAppError(thrown).code !== 'opted-out') throw thrown
    // The provider knows of a wish that never reached us: from now on we know it too.
    await deps.store.consent(conversation.channel, resident, ours, 'out')
    deps.log('info', 'reply.suppressed', { effectId: effect.id, why: 'opted-out' })
    return { kind: 'suppressed', why: 'opted-out' }
  }
}
