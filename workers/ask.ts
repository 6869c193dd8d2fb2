import { AppError, asAppError } from '../src/core/errors.ts'
import type { Log } from '../src/core/events.ts'
import type { Channel, ClaimedEffect, EffectOutcome, Store } from '../src/core/ports.ts'
import type { Render } from '../src/core/reply.ts'
import type { ChannelName } from '../src/core/request.ts'
import type { Hours } from '../src/core/updates.ts'

export interface Asking {
  readonly store: Pick<Store, 'startAsk' | 'consent'>
  readonly channels: ReadonlyMap<ChannelName, Channel>
  readonly render: Render
  readonly hours: Hours
  readonly now: () => number
  /** Most questions in 24 hours because of one channel; what is more is not asked. 0: nobody is. */
  readonly asksPerDay: number
  readonly log: Log
}

/** Our own address where nobody wrote to one: the channel's own sender. */
const fromAny = ''

/**
 * Asks the owner of a stated contact whether news may go there. Who that is nobody knows, so nothing of the report is in
 * it, and no phone rings at night. An address that takes no messages is no failure of ours: the page has the number.
 */
export async function sendAsk(
  deps: Asking,
  { effect, uncertainSince }: ClaimedEffect,
): Promise<EffectOutcome> {
  if (effect.kind !== 'ask') throw new AppError('bug', `a ${effect.kind} among the questions`)
  const { to, language } = effect
  const unasked = (why: Extract<EffectOutcome, { kind: 'suppressed' }>['why']): EffectOutcome => {
    const level = why === 'enough' ? 'warn' : 'info'
    deps.log(level, 'contact.unasked', { effectId: effect.id, channel: to.channel, why })
    return { kind: 'suppressed', why }
  }
  const channel = deps.channels.get(to.channel)
  if (channel === undefined) return unasked('unreachable')
  const now = deps.now()
  const night = channel.can.rings ? deps.hours.quietUntil(now) : null
  if (night !== null) {
    deps.log('info', 'reply.put-off', { effectId: effect.id, why: 'night', forMs: night - now })
    return { kind: 'put-off', why: 'night', until: night }
  }
  const verdict = await deps.store.startAsk(effect.id, deps.asksPerDay)
  if (verdict !== 'ask') return unasked(verdict)
  const speech = { say: 'news-offered' } as const
  const reply = { speech, language, notices: [], evenIfOptedOut: false }
  try {
    await channel.reply({
      key: effect.id,
      to: to.address,
      from: fromAny,
      text: deps.render(reply, new Map(), channel.can),
      language,
      say: speech.say,
      references: [],
      answering: null,
      maybeSentSince: uncertainSince,
    })
  } catch (thrown) {
    const { code } = asAppError(thrown)
    if (code === 'bad-address' || code === 'provider-refused' || code === 'unreachable')
      return unasked('unreachable')
    if (code !== 'opted-out') throw thrown
    // A provider knows of a wish that never reached us, at one of our numbers.
    await deps.store.consent(to.channel, to.address, fromAny, 'out')
    return unasked('opted-out')
  }
  deps.log('info', 'contact.asked', { effectId: effect.id, channel: to.channel, language })
  return { kind: 'asked' }
}
