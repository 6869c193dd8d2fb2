import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { understandBoston } from '../../src/app/understanding.ts'
import { bostonHours } from '../../src/city/boston/calendar.ts'
import { codeIn, linkWish } from '../../src/core/dialog/link.ts'
import type { Channel, OutboundReply, Queue } from '../../src/core/ports.ts'
import type { Reply, RequestFacts } from '../../src/core/reply.ts'
import type { ChannelName, RequestId } from '../../src/core/request.ts'
import type { OpenStore } from '../../src/store/index.ts'
import { openStore } from '../../src/store/index.ts'
import { carryOut } from '../../workers/effects.ts'
import type { Intake } from '../../workers/intake.ts'
import { takeTurn } from '../../workers/intake.ts'
import { sendProof } from '../../workers/prove.ts'
import { sendReply } from '../../workers/reply.ts'
import { create, fresh, request, text, turnOf } from '../contract/store-records.ts'
import { policy } from '../support/dialog.ts'
import { testDatabase } from '../support/postgres.ts'

const minute = 60_000
let database: Awaited<ReturnType<typeof testDatabase>>
let store: OpenStore
let now = Date.UTC(2026, 10, 18, 15)

beforeAll(async () => {
  database = await testDatabase()
  store = await openStore({ url: database.url, maxConnections: 4, clock: { now: () => now } })
  await store.migrate()
})
afterAll(async () => {
  await store?.close()
  await database?.drop()
})

interface Sent extends OutboundReply {
  readonly channel: ChannelName
  readonly speech: Reply['speech']
  readonly facts: readonly RequestFacts[]
}

/** The dialog, the workers and two channels on one ledger. */
function town() {
  const sent: Sent[] = []
  let rendered: { readonly reply: Reply; readonly facts: ReadonlyMap<RequestId, RequestFacts> } | null = null
  const channel = (name: ChannelName): Channel =>
    ({
      name,
      can: {
        synchronous: false,
        public: false,
        media: true,
        proactive: true,
        rings: name === 'sms',
        fits: () => true,
      },
      async reply(reply: OutboundReply) {
        if (rendered === null) throw new Error('nothing was rendered')
        sent.push({
          ...reply,
          channel: name,
          speech: rendered.reply.speech,
          facts: [...rendered.facts.values()],
        })
        return { providerId: `P-${reply.key}-${sent.length}`, status: 'queued', rank: 1 }
      },
    }) as unknown as Channel
  const names = ['sms', 'email', 'social'] as const
  const waiting: string[] = []
  const queue = {
    add: async (_: string, ids: readonly string[]) => void waiting.push(...ids),
  } as unknown as Queue
  const intake: Intake = {
    store,
    queue,
    policy,
    understand: understandBoston(),
    clock: { now: () => now },
    log: () => undefined,
  }
  const deps = {
    ...intake,
    channels: new Map(names.map((name) => [name, channel(name)])),
    render: (reply: Reply, facts: ReadonlyMap<RequestId, RequestFacts>) => {
      rendered = { reply, facts }
      return JSON.stringify(reply.speech)
    },
    hours: bostonHours,
    random: () => 0,
    now: () => now,
  }
  return {
    sent,
    /** One message; answers what was sent because of it. */
    async hears(channelName: ChannelName, from: string, words: string): Promise<readonly Sent[]> {
      const before = sent.length
      const message = text({ channel: channelName, from, text: words })
      await store.accept([message], now)
      await takeTurn(intake, { kind: 'message', messageId: message.id })
      for (const id of waiting.splice(0))
        await carryOut({ ...deps, queue }, id, (claimed) =>
          claimed.effect.kind === 'prove' ? sendProof(deps, claimed) : sendReply(deps, claimed),
        )
      now += 1_000
      return sent.slice(before)
    },
    async files(channelName: ChannelName, from: string): Promise<RequestId> {
      const record = request({ channel: channelName, state: 'filed', service_code: 'heat' })
      const message = text({ channel: channelName, from })
      await store.accept([message], now)
      await store.turn({ kind: 'message', messageId: message.id }, async () =>
        turnOf({ writes: [create(record)] }),
      )
      now += 1_000
      return record.id
    },
  }
}

const halfIn = (sent: readonly Sent[], say: 'code' | 'code-sent'): string => {
  const speech = sent.find((s) => s.speech.say === say)?.speech
  return speech !== undefined && 'half' in speech ? speech.half : 'none'
}
const listed = (sent: readonly Sent[]): readonly string[] =>
  sent.flatMap(({ speech }) => (speech.say === 'status' ? speech.requestIds : []))
/** A resident with a phone and a mailbox, each with a request. */
async function resident() {
  const the = town()
  const phone = `+1617${fresh().slice(-7)}`
  const mail = `resident-${fresh()}@example.org`
  const [byPhone, byMail] = [await the.files('sms', phone), await the.files('email', mail)]
  return { the, phone, mail, byPhone, byMail }
}

describe('two addresses of one resident', () => {
  it('are linked by both halves of a code, and then either lists the requests of both', async () => {
    const { the, phone, mail, byPhone, byMail } = await resident()
    expect(listed(await the.hears('sms', phone, 'status'))).toEqual([byPhone])
    const sent = await the.hears('sms', phone, `LINK ${mail}`)
    expect(sent.map((s) => [s.to, s.speech.say]).sort()).toEqual(
      [
        [phone, 'code-sent'],
        [mail, 'code'],
      ].sort(),
    )
    const [here, there] = [halfIn(sent, 'code-sent'), halfIn(sent, 'code')]
    expect((await the.hears('sms', phone, `${here} ${there}`)).map((s) => s.say)).toEqual(['linked'])
    expect(listed(await the.hears('sms', phone, 'status'))).toEqual([byMail, byPhone])
    const status = await the.hears('email', mail, 'status')
    expect(listed(status)).toEqual([byMail, byPhone])
    // All of it: it is their own.
    expect(status[0]?.facts.map((f) => f.place?.address)).toEqual(['1 City Hall Sq', '1 City Hall Sq'])
    expect((await the.hears('sms', phone, 'UNLINK')).map((s) => s.say)).toEqual(['unlinked'])
    expect(listed(await the.hears('sms', phone, 'status'))).toEqual([byPhone])
    expect(listed(await the.hears('email', mail, 'status'))).toEqual([byMail])
  })

  it('may be three', async () => {
    const { the, phone, mail, byPhone, byMail } = await resident()
    const second = `+1857${fresh().slice(-7)}`
    const bySecond = await the.files('sms', second)
    for (const from of [phone, second]) {
      const sent = await the.hears('sms', from, `link my email ${mail}`)
      await the.hears('sms', from, `${halfIn(sent, 'code-sent')}${halfIn(sent, 'code')}`)
    }
    expect(listed(await the.hears('sms', phone, 'status'))).toEqual([bySecond, byMail, byPhone])
  })

  it('stay apart where either half is missing, or comes from elsewhere', async () => {
    const { the, phone, mail, byPhone } = await resident()
    const sent = await the.hears('sms', phone, `LINK ${mail}`)
    const [here, there] = [halfIn(sent, 'code-sent'), halfIn(sent, 'code')]
    const wrong = (half: string) => String((Number(half) + 1) % 10_000).padStart(4, '0')
    expect((await the.hears('sms', phone, `${wrong(here)}${there}`)).map((s) => s.say)).toEqual([
      'code-wrong',
    ])
    expect((await the.hears('sms', phone, `${here}${wrong(there)}`)).map((s) => s.say)).toEqual([
      'code-wrong',
    ])
    expect((await the.hears('email', mail, `${here}${there}`)).map((s) => s.say)).not.toContain('linked')
    expect(listed(await the.hears('sms', phone, 'status'))).toEqual([byPhone])
  })

  it('stay apart after five wrong tries, after ten minutes, and when it was used', async () => {
    const { the, phone, mail } = await resident()
    const ask = async () => {
      const sent = await the.hears('sms', phone, `LINK ${mail}`)
      return `${halfIn(sent, 'code-sent')}${halfIn(sent, 'code')}`
    }
    const guessed = await ask()
    for (let n = 0; n < 5; n += 1) {
      const wrong = String((Number(guessed) + 1 + n) % 100_000_000).padStart(8, '0')
      await the.hears('sms', phone, wrong)
    }
    expect((await the.hears('sms', phone, guessed)).map((s) => s.say)).toEqual(['code-wrong'])
    const late = await ask()
    now += 10 * minute
    expect((await the.hears('sms', phone, late)).map((s) => s.say)).toEqual(['code-wrong'])
    const used = await ask()
    expect((await the.hears('sms', phone, used)).map((s) => s.say)).toEqual(['linked'])
    expect((await the.hears('sms', phone, used)).map((s) => s.say)).toEqual(['code-wrong'])
    // The fourth of a day goes nowhere, and says nothing else.
    const fourth = await the.hears('sms', phone, `LINK ${mail}`)
    expect(fourth.map((s) => [s.to, s.say])).toEqual([[phone, 'code-sent']])
  })

  it('nobody learns whether an address is known, and none that opted out gets a code', async () => {
    const { the, phone, mail } = await resident()
    for (const other of ['nobody-here@example.org', '+16175550188', phone]) {
      const sent = await the.hears('sms', phone, `LINK ${other}`)
      expect(sent.map((s) => [s.to, s.say])).toEqual([[phone, 'code-sent']])
    }
    await store.consent('email', mail, text().to, 'out')
    const sent = await the.hears('sms', phone, `LINK ${mail}`)
    expect(sent.map((s) => [s.to, s.say])).toEqual([[phone, 'code-sent']])
  })

  it('three codes a day go to one address, whoever asks', async () => {
    const { the, mail } = await resident()
    const codes: Sent[] = []
    for (let n = 0; n < 5; n += 1) {
      const sent = await the.hears('sms', `+1339${fresh().slice(-7)}`, `LINK ${mail}`)
      codes.push(...sent.filter((s) => s.say === 'code'))
    }
    expect(codes).toHaveLength(3)
  })

  it('are not linked in public', async () => {
    const { the, mail } = await resident()
    const sent = await the.hears('social', `account-${fresh()}`, `LINK ${mail}`)
    expect(sent.map((s) => s.say)).not.toContain('code-sent')
    expect(sent.map((s) => s.to)).not.toContain(mail)
  })

  it('leave no digit and no address with the proof', async () => {
    const { the, phone, mail } = await resident()
    const sent = await the.hears('sms', phone, `LINK ${mail}`)
    const there = halfIn(sent, 'code')
    const rows = await store.sql.rows<{ proof: string }>(
      { name: '', text: 'SELECT to_json(p)::text AS proof FROM proofs p ORDER BY started_at DESC LIMIT 1' },
      [],
    )
    expect(rows[0]?.proof).not.toContain(mail)
    const kept = await store.sql.rows<{ text: string | null }>(
      { name: '', text: `SELECT text FROM effects WHERE kind = 'prove' ORDER BY seq DESC LIMIT 1` },
      [],
    )
    expect(kept).toEqual([{ text: null }])
    await the.hears('sms', phone, `${halfIn(sent, 'code-sent')}${there}`)
    const after = await store.sql.rows<{ hash: string | null }>(
      { name: '', text: 'SELECT hash FROM proofs ORDER BY started_at DESC LIMIT 1' },
      [],
    )
    expect(after).toEqual([{ hash: null }])
  })
})

describe('LINK and digits', () => {
  it.each([
    ['LINK +16175550123', { channel: 'sms', address: '+16175550123' }],
    ['link my number 617-555-0123', { channel: 'sms', address: '+16175550123' }],
    ['Link my phone: (617) 555-0123', { channel: 'sms', address: '+16175550123' }],
    ['link 1 617 555 0123', { channel: 'sms', address: '+16175550123' }],
    ['LINK my e-mail Someone@Example.org', { channel: 'email', address: 'someone@example.org' }],
    ['link the fence is broken', null],
    ['the link +16175550123 is broken', null],
    ['LINK', null],
    ['LINK BOS-7K3M-Q2XA', null],
    ['LINK 311', null],
  ])('reads %s', (words, wanted) => {
    expect(linkWish(words)).toEqual(wanted)
  })

  it.each([
    ['58319027', '58319027'],
    ['5831 9027', '58319027'],
    ['5831-9027 ', '58319027'],
    ['unlink', 'unlink'],
    ['101004113747', null],
    ['5831', null],
    ['58319027 thanks', null],
    ['12345678901', null],
  ])('takes %s for a code or not', (words, wanted) => {
    expect(codeIn(words)).toBe(wanted)
  })

  it('takes any text without a throw, and fast', () => {
    const startedAt = performance.now()
    for (const text of ['link '.repeat(6_000), `link ${' '.repeat(30_000)}`, `link ${'a@'.repeat(15_000)}`])
      expect(linkWish(text)).toBeNull()
    expect(performance.now() - startedAt).toBeLessThan(500)
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        linkWish(`link ${text}`)
        codeIn(text)
      }),
    )
  })
})
