/**
 * Residents, case systems and hours, played against a real ledger: turns at given instants, replies as the workers
 * send them, and a sweep whenever something is due. Time passes only here.
 * @module
 */

import { bostonHours } from '../../src/city/boston/calendar.ts'
import { AppError } from '../../src/core/errors.ts'
import type { Channel, OutboundReply, Queue } from '../../src/core/ports.ts'
import type { Reply, Speech } from '../../src/core/reply.ts'
import type { ChannelName, EffectId, InboundMessage, RequestId } from '../../src/core/request.ts'
import type { OpenStore } from '../../src/store/index.ts'
import { carryOut } from '../../workers/effects.ts'
import type { Replies } from '../../workers/reply.ts'
import { sendReply } from '../../workers/reply.ts'
import { create, effectIdOf, fresh, request, text, turnOf } from '../contract/store-records.ts'
import { policy } from './dialog.ts'
import { passTime } from './passing-time.ts'

export interface Sent extends OutboundReply {
  readonly at: number
  readonly reply: Reply
}
/** What becomes of one try. `slow`: it is out, but nobody hears so. `crash`: it is out, and the worker is gone. */
export type Fate = 'taken' | 'away' | 'slow' | 'crash'

export const speechOf = (sent: Sent): Speech => sent.reply.speech

/** A day (or many) on one channel. `fates` are used up one by one, then all is taken. */
export function playedDay(
  store: OpenStore,
  clock: { now(): number; set(at: number): void },
  {
    channel = 'sms',
    rings = true,
    proactive = true,
    synchronous = false,
    isPublic = false,
    fates = [],
  }: {
    readonly channel?: ChannelName
    readonly rings?: boolean
    readonly proactive?: boolean
    readonly synchronous?: boolean
    readonly isPublic?: boolean
    readonly fates?: Fate[]
  } = {},
) {
  const sent: Sent[] = []
  let rendered: Reply | null = null
  const played: Pick<Channel, 'name' | 'can' | 'reply'> = {
    name: channel,
    can: { synchronous, public: isPublic, media: true, proactive, rings, fits: () => true },
    async reply(reply) {
      const receipt = { providerId: `P-${reply.key}`, status: 'queued', rank: 1 }
      if (reply.maybeSentSince !== null && sent.some((s) => s.key === reply.key)) return receipt
      const fate = fates.shift() ?? 'taken'
      if (fate === 'away') throw new AppError('provider-away', 'it does not answer')
      if (rendered === null) throw new Error('nothing was rendered')
      sent.push({ ...reply, at: clock.now(), reply: rendered })
      if (fate === 'crash') throw new AppError('storage-away', 'nothing can be written down')
      if (fate === 'slow') throw new AppError('provider-slow', 'no answer in time')
      return receipt
    },
  }
  const waiting = new Set<string>()
  const queue: Pick<Queue, 'add'> = {
    async add(_, ids) {
      for (const id of ids) waiting.add(id)
    },
  }
  const deps: Replies = {
    store,
    channels: new Map([[channel, played as Channel]]),
    render: (reply) => {
      rendered = reply
      return JSON.stringify(reply.speech)
    },
    policy,
    hours: bostonHours,
    now: () => clock.now(),
    log: () => undefined,
  }
  const effects = { store, queue: queue as Queue, log: deps.log, random: () => 0, now: deps.now }

  /** Works off what the queue holds; a job that is to come back comes back at once, while any of them gets on. */
  const work = async (): Promise<void> => {
    for (let before = -1; waiting.size > 0 && waiting.size !== before; ) {
      before = waiting.size
      for (const id of [...waiting].sort()) {
        const verdict = await carryOut(effects, id, (claimed) => sendReply(deps, claimed)).catch(() => null)
        if (verdict === null || verdict.verdict === 'done' || verdict.afterMs > 1_000) waiting.delete(id)
      }
    }
    // The sweep brings up what could not be claimed.
    waiting.clear()
  }
  /** What is due at this instant. */
  const sweep = async (): Promise<void> => {
    for (let round = 0; round < 20; round += 1) {
      const due = (await store.due(clock.now(), 0, 500)).filter((d) => d.queue === 'reply')
      if (due.length === 0) return
      for (const { id } of due) waiting.add(id)
      await work()
    }
  }
  const resident = `resident-${fresh()}`
  return {
    sent,
    deps,
    resident,
    /** Everything of the queue is gone. */
    forget: () => waiting.clear(),
    work,
    sweep,
    /** Passes the time, with a sweep whenever something is due. */
    async until(at: number): Promise<void> {
      await passTime(store, clock, sweep, at)
    },
    /** The resident writes; the turn files that many requests and says nothing, or one reply. */
    async hears(
      requests: number,
      speech: Speech | null = null,
      more: Partial<InboundMessage> & {
        readonly wish?: 'in' | 'out'
        readonly evenIfOptedOut?: boolean
      } = {},
    ): Promise<readonly RequestId[]> {
      const { wish = null, evenIfOptedOut = false, ...fields } = more
      const message = text({ from: resident, channel, ...fields })
      await store.accept([message], clock.now())
      const made = Array.from({ length: requests }, () => request({ channel, state: 'filed' }))
      const outcome = await store.turn({ kind: 'message', messageId: message.id }, async () =>
        turnOf({
          writes: made.map(create),
          effects: speech === null ? [] : [effect(speech, null, evenIfOptedOut)],
          consent: wish,
        }),
      )
      if (outcome.outcome === 'taken') for (const { id } of outcome.effects) waiting.add(id)
      await work()
      return made.map((r) => r.id)
    },
    /** Something is decided without the resident: what is said of it. The reply goes the workers' way at once. */
    async decides(requestId: RequestId, speech: Speech): Promise<EffectId> {
      const reply = effect(speech, requestId)
      const ref = { system: 'local', id: 'c', number: null }
      await store.turn(
        { kind: 'update', update: { requestId, status: 'open', notes: null, ref } as never },
        async () => turnOf({ effects: [reply] }),
      )
      waiting.add(reply.id)
      await work()
      return reply.id
    },
  }
}

/** Nothing of an earlier story is left to say. */
export async function nothingWaits(store: OpenStore): Promise<void> {
  const text = `UPDATE effects SET state = 'suppressed', why = 'superseded' WHERE state IN ('todo', 'doing')`
  await store.sql.rows({ name: '', text }, [])
}

const effect = (speech: Speech, requestId: RequestId | null, evenIfOptedOut = false) => ({
  id: effectIdOf(fresh()),
  kind: 'reply' as const,
  requestId,
  reply: { speech, language: 'en' as const, notices: [], evenIfOptedOut },
})
