import { randomInt } from 'node:crypto'
import { AppError } from '../src/core/errors.ts'
import type { Log } from '../src/core/events.ts'
import type { Channel, ClaimedEffect, EffectOutcome, Store } from '../src/core/ports.ts'
import type { Render } from '../src/core/reply.ts'
import type { ChannelName } from '../src/core/request.ts'

export interface Proofs {
  readonly store: Pick<Store, 'startProof'>
  readonly channels: ReadonlyMap<ChannelName, Channel>
  readonly render: Render
  readonly log: Log
}

/** Four digits that nobody can guess better than by chance. */
export const randomHalf = (): string => String(randomInt(10_000)).padStart(4, '0')

/** Six digits, as hard to guess. */
export const randomCode = (): string => String(randomInt(1_000_000)).padStart(6, '0')

/**
 * Sends the other half of a code to the address that a resident says is theirs too. Where that address is not known,
 * has opted out or had enough codes today, nothing is sent, and nobody is told which of it.
 */
export async function sendProof(deps: Proofs, { effect }: ClaimedEffect): Promise<EffectOutcome> {
  if (effect.kind !== 'prove') throw new AppError('bug', `a ${effect.kind} among the proofs`)
  const half = randomHalf()
  const channel = deps.channels.get(effect.to.channel)
  const to =
    channel === undefined ? null : await deps.store.startProof(effect.id, effect.to, `${effect.half}${half}`)
  if (channel === undefined || to === null) return { kind: 'suppressed', why: 'unreachable' }
  const speech = { say: 'code', half } as const
  const reply = { speech, language: to.language, notices: [], evenIfOptedOut: false }
  await channel.reply({
    key: effect.id,
    to: to.resident,
    from: to.ours,
    text: deps.render(reply, new Map(), channel.can),
    language: to.language,
    say: speech.say,
    references: [],
    answering: null,
    // A second try has other digits: there is nothing to look for.
    maybeSentSince: null,
  })
  deps.log('info', 'proof.sent', { effectId: effect.id, channel: effect.to.channel })
  return { kind: 'proof-sent' }
}
