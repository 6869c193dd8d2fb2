import { AppError, asAppError } from '../src/core/errors.ts'
import type { Log } from '../src/core/events.ts'
import type { Channel, ClaimedEffect, EffectOutcome, Room, Said, Store } from '../src/core/ports.ts'
import type { Render } from '../src/core/reply.ts'
import type { ChannelName } from '../src/core/request.ts'
import { dueReply, type Promises } from './updates.ts'

export interface Replies extends Promises {
  readonly store: Pick<Store, 'consent' | 'company' | 'join' | 'said'>
  readonly channels: ReadonlyMap<ChannelName, Channel>
  readonly render: Render
  readonly log: Log
}

/**
 * Says one reply on the channel it belongs to, when its hour has come. A resident who opted out hears nothing but what
 * must be said, and, between two and where no phone rings, what answers them.
 */
export async function sendReply(deps: Replies, claimed: ClaimedEffect): Promise<EffectOutcome> {
  const { effect, conversation } = claimed
  if (effect.kind !== 'reply') throw new AppError('bug', `a ${effect.kind} in the reply queue`)
  const channel = deps.channels.get(conversation.channel)
  const room = channel?.can.roomOf?.(claimed.answering) ?? channel?.can
  const rings = room?.rings ?? true
  // Where strangers read along, whoever said stop is not spoken to again, whatever they write.
  const isQuiet = rings || room?.public === true || claimed.askedAt === null
  if (conversation.optedOut && !effect.reply.evenIfOptedOut && isQuiet) {
    deps.log('info', 'reply.suppressed', { effectId: effect.id, why: 'opted-out' })
    return { kind: 'suppressed', why: 'opted-out' }
  }
  if (channel === undefined || room === undefined)
    throw new AppError('misconfigured', `the channel ${conversation.channel} is off`)
  if (!room.proactive && (channel.can.synchronous || claimed.messageId === null)) {
    deps.log('info', 'reply.suppressed', { effectId: effect.id, why: 'unreachable' })
    return { kind: 'suppressed', why: 'unreachable' }
  }
  const due = await dueReply(deps, claimed, rings)
  if ('until' in due) {
    const { why, until } = due
    deps.log('info', 'reply.put-off', { effectId: effect.id, why, forMs: until - deps.now() })
    return { kind: 'put-off', why, until }
  }
  const { reply, update } = due
  const together = room.joined === true ? await joined(deps, claimed, room) : null
  if (together === 'said') {
    deps.log('info', 'reply.suppressed', { effectId: effect.id, why: 'joined' })
    return { kind: 'suppressed', why: 'superseded' }
  }
  const text = together?.text ?? deps.render(reply, due.facts, room)
  const facts = together?.facts ?? due.facts
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
    const { code } = asAppError(thrown)
    if (code === 'unreachable') {
      deps.log('info', 'reply.suppressed', { effectId: effect.id, why: 'unreachable' })
      return { kind: 'suppressed', why: 'unreachable' }
    }
    if (code !== 'opted-out') throw thrown
    // The provider knows of a wish that never reached us: from now on we know it too.
    await deps.store.consent(conversation.channel, resident, ours, 'out')
    deps.log('info', 'reply.suppressed', { effectId: effect.id, why: 'opted-out' })
    return { kind: 'suppressed', why: 'opted-out' }
  }
}

/**
 * All that the turn of a message says, as the one reply that this room takes; `said` where it goes out with an earlier
 * one. What does not fit any more is left out from the end. Danger is said alone.
 */
async function joined(
  deps: Replies,
  { effect, messageId, conversation }: ClaimedEffect,
  room: Room,
): Promise<'said' | Pick<Said, 'text' | 'facts'> | null> {
  const decided = messageId === null ? null : await deps.store.said(messageId)
  if (decided === null) return null
  const heard = decided.filter(({ reply }) => !conversation.optedOut || reply.evenIfOptedOut)
  const [first] = heard
  if (first === undefined) return null
  if (first.id !== effect.id) return 'said'
  const urgent = first.reply.speech.say === 'emergency' || first.reply.speech.say === 'crisis'
  for (let most = urgent ? 1 : heard.length; ; most -= 1) {
    const told = heard.slice(0, most)
    const text = written(deps, told, room)
    if (most <= 1 || room.fits(text)) return { text, facts: new Map(told.flatMap(({ facts }) => [...facts])) }
  }
}

/** Each as full as what comes after it, said as briefly as can be, leaves room for. */
function written(deps: Replies, told: readonly Pick<Said, 'reply' | 'facts'>[], room: Room): string {
  let text = ''
  for (const [at, { reply, facts }] of told.entries()) {
    const after = told
      .slice(at + 1)
      .map((next) => deps.render(next.reply, next.facts, { ...room, fits: () => false }))
    const whole = (words: string): string => [text, words, ...after].filter((part) => part !== '').join('\n')
    text = [text, deps.render(reply, facts, { ...room, fits: (words) => room.fits(whole(words)) })]
      .filter((part) => part !== '')
      .join('\n')
  }
  return text
}
