/**
 * Residents on a page, in an app, on the phone and in a mailbox, against a real ledger: forms, turns, questions and
 * replies as the gateway and the workers do them. Time passes only here.
 * @module
 */
import { understandBoston } from '../../src/app/understanding.ts'
import { bostonHours } from '../../src/city/boston/calendar.ts'
import { bostonReplies } from '../../src/city/boston/replies/index.ts'
import { services } from '../../src/city/boston/services/index.ts'
import { AppError } from '../../src/core/errors.ts'
import type { Channel, OutboundReply, Queue, Said } from '../../src/core/ports.ts'
import type { Reply, Speech } from '../../src/core/reply.ts'
import type { ChannelName, Contact, InboundMessage, RequestId, Stated } from '../../src/core/request.ts'
import type { OpenStore } from '../../src/store/index.ts'
import { sendAsk } from '../../workers/ask.ts'
import { carryOut } from '../../workers/effects.ts'
import type { Intake } from '../../workers/intake.ts'
import { takeTurn } from '../../workers/intake.ts'
import { turnNow } from '../../workers/now.ts'
import { sendReply } from '../../workers/reply.ts'
import { fresh, text } from '../contract/store-records.ts'
import { policy } from './dialog.ts'
import { passTime } from './passing-time.ts'
import type { Fate } from './played-day.ts'

export interface Sent extends OutboundReply {
  readonly channel: ChannelName
  readonly at: number
  readonly speech: Speech
}
/** What a page or an app showed. */
export interface Shown {
  readonly said: readonly Said[]
  readonly requestIds: readonly RequestId[]
  /** Of the question that its owner got, or may get; null: nobody is asked. */
  readonly code: string | null
}

const render = bostonReplies({ services, answers: [] })
const nobody: Contact = { name: null, phone: null, email: null }

/** `fates` are used up one by one by whatever is sent, then all is taken. `refused` addresses take no message. */
export function playedContacts(
  store: OpenStore,
  clock: { now(): number; set(at: number): void },
  more: {
    readonly fates?: Fate[]
    readonly perDay?: number
    readonly on?: readonly ('sms' | 'email')[]
    readonly refused?: ReadonlyMap<string, 'bad-address' | 'opted-out'>
  } = {},
) {
  const { fates = [], perDay = 1_000, on = ['sms', 'email'], refused } = more
  const sent: Sent[] = []
  let rendered: Reply | null = null
  const played = (name: ChannelName): Channel => {
    const isForm = name === 'web' || name === 'open311'
    const channel: Pick<Channel, 'name' | 'can' | 'reply'> = {
      name,
      can: {
        synchronous: isForm,
        public: false,
        media: true,
        proactive: !isForm,
        rings: name === 'sms',
        fits: () => true,
      },
      async reply(reply) {
        if (isForm || rendered === null) throw new Error('a form is not written to')
        const no = refused?.get(reply.to)
        if (no !== undefined) throw new AppError(no, 'refused')
        const receipt = { providerId: `P-${reply.key}`, status: 'queued', rank: 1 }
        if (reply.maybeSentSince !== null && sent.some((s) => s.key === reply.key)) return receipt
        const fate = fates.shift() ?? 'taken'
        if (fate === 'away') throw new AppError('provider-away', 'it does not answer')
        sent.push({ ...reply, channel: name, at: clock.now(), speech: rendered.speech })
        if (fate === 'crash') throw new AppError('storage-away', 'nothing can be written down')
        if (fate === 'slow') throw new AppError('provider-slow', 'no answer in time')
        return receipt
      },
    }
    return channel as Channel
  }
  const names = ['web', 'open311', ...on] as const
  const waiting = new Set<string>()
  const queue = {
    async add(_: string, ids: readonly string[]) {
      for (const id of ids) waiting.add(id)
    },
  } as unknown as Queue
  const log = () => undefined
  const intake: Intake = {
    store,
    queue,
    policy,
    understand: understandBoston(),
    asksOn: new Set(on),
    clock: { now: () => clock.now() },
    log,
  }
  const deps = {
    ...intake,
    channels: new Map(names.map((name) => [name, played(name)])),
    render: ((reply, facts, shown) => {
      rendered = reply
      return render(reply, facts, shown)
    }) as typeof render,
    hours: bostonHours,
    asksPerDay: perDay,
    random: () => 0,
    now: () => clock.now(),
  }
  const carry = (id: string) =>
    carryOut(deps, id, async (claimed) => {
      const { kind } = claimed.effect
      if (kind === 'ask') return sendAsk(deps, claimed)
      if (kind === 'reply') return sendReply(deps, claimed)
      return kind === 'file'
        ? { kind: 'filed', ref: { system: 'local', id: `case-${id}`, number: null } }
        : { kind: 'amended' }
    })
  const work = async (): Promise<void> => {
    for (let before = -1; waiting.size > 0 && waiting.size !== before; ) {
      before = waiting.size
      for (const id of [...waiting].sort()) {
        const verdict = await carry(id).catch(() => null)
        if (verdict === null || verdict.verdict === 'done' || verdict.afterMs > 1_000) waiting.delete(id)
      }
    }
    waiting.clear()
  }
  const sweep = async (): Promise<void> => {
    for (let round = 0; round < 20; round += 1) {
      const due = (await store.due(clock.now(), 0, 500)).filter((d) => d.queue !== 'intake')
      if (due.length === 0) return
      for (const { id } of due) waiting.add(id)
      await work()
    }
  }
  const formTurn = async (message: InboundMessage): Promise<Shown> => {
    await store.accept([message], clock.now())
    const sources = { sources: [], files: null as never, withinMs: 1_000 }
    const said = await turnNow({ ...intake, ...sources, render }, message)
    const asked = said.flatMap(({ reply: { speech } }) => (speech.say === 'news-asked' ? [speech.code] : []))
    const requestIds = said.flatMap(({ facts }) => [...facts.keys()])
    return { said, requestIds: [...new Set(requestIds)], code: asked[0] ?? null }
  }
  return {
    sent,
    work,
    sweep,
    /** Everything of the queue is gone. */
    forget: () => waiting.clear(),
    /** Takes no turn and sends nothing yet: what is due waits for `work` or `sweep`. */
    async reports(
      contact: Partial<Contact>,
      report: Partial<Omit<InboundMessage, 'stated'>> & { readonly stated?: Partial<Stated> } = {},
    ): Promise<Shown> {
      const { stated, channel = 'web', ...fields } = report
      const message = text({
        channel,
        from: `form-${fresh()}`,
        to: channel,
        text: 'huge pothole',
        ...fields,
        stated: {
          service_code: 'pothole',
          address: '123 Tremont St',
          attributes: {},
          contact: { ...nobody, ...contact },
          language: null,
          final: channel === 'open311',
          ...stated,
        },
      })
      return formTurn(message)
    },
    answers: (from: string, words: string): Promise<Shown> =>
      formTurn(text({ channel: 'web', from, to: 'web', text: words })),
    /** One message, and all that is sent because of it. */
    async hears(
      channel: 'sms' | 'email',
      from: string,
      words: string,
      fields: Partial<InboundMessage> = {},
    ): Promise<readonly Sent[]> {
      const before = sent.length
      const message = text({ channel, from, text: words, ...fields })
      await store.accept([message], clock.now())
      await takeTurn(intake, { kind: 'message', messageId: message.id })
      await work()
      return sent.slice(before)
    },
    /** News of a case; on its way, not sent. */
    async news(requestId: RequestId, status: 'open' | 'closed', notes: string | null): Promise<void> {
      const ref = { system: 'local', id: 'c', number: null }
      await takeTurn(intake, { kind: 'update', update: { requestId, status, notes, ref } as never })
    },
    intake,
    deps,
    /** Passes the time, with a sweep whenever something is due. */
    async until(at: number): Promise<void> {
      await work()
      await passTime(store, clock, sweep, at)
    },
  }
}
