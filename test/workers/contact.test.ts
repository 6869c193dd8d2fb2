import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bostonHours } from '../../src/city/boston/calendar.ts'
import type { RequestId } from '../../src/core/request.ts'
import type { OpenStore } from '../../src/store/index.ts'
import { openStore } from '../../src/store/index.ts'
import { takeTurn } from '../../workers/intake.ts'
import { effectIdOf, fresh, turnOf } from '../contract/store-records.ts'
import { policy } from '../support/dialog.ts'
import { playedContacts, type Sent } from '../support/played-contacts.ts'
import { type Fate, nothingWaits } from '../support/played-day.ts'
import { testDatabase } from '../support/postgres.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
let database: Awaited<ReturnType<typeof testDatabase>>
let store: OpenStore
let now = 0
const clock = {
  now: () => now,
  set: (at: number) => {
    now = at
  },
}
const at = (local: string) => Date.parse(`${local}-05:00`)
const noon = at('2026-11-18T12:00:00')

beforeAll(async () => {
  database = await testDatabase()
  store = await openStore({ url: database.url, maxConnections: 4, clock })
  await store.migrate()
})
afterAll(async () => {
  await store?.close()
  await database?.drop()
})

async function town(start = noon, more: Parameters<typeof playedContacts>[2] = {}) {
  await nothingWaits(store)
  clock.set(start)
  return playedContacts(store, clock, more)
}
const phoneOf = () => `+1617${2 + Math.trunc(Math.random() * 8)}${fresh().slice(-6)}`
const mailOf = () => `resident-${fresh()}@example.org`
const first = <T>(list: readonly T[]): T => {
  const [one] = list
  if (one === undefined) throw new Error('nothing is here')
  return one
}
const other = (code: string | null) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')
const proven = { origin: { writer: 'person', proven: true, about: [] } } as const

describe('a contact in a form', () => {
  it('is asked once, in words that tell nothing of the report, and hears of it after the right code', async () => {
    const the = await town()
    const phone = phoneOf()
    const { code, requestIds, said } = await the.reports({ name: 'Somebody', phone: phone.slice(2) })
    expect(said.map(({ reply }) => reply.speech.say)).toEqual(['filed', 'news-asked'])
    expect(code).toMatch(/^\d{6}$/)
    const id = first(requestIds)
    await the.work()
    expect(the.sent.map((s) => [s.channel, s.to, s.say])).toEqual([['sms', phone, 'news-offered']])
    const asked = first(the.sent)
    const facts = first([...first(said).facts.values()])
    for (const secret of [facts.reference, code ?? '', 'othole', 'Tremont', 'Somebody'])
      expect(asked.text).not.toContain(secret)
    expect(asked).toMatchObject({ references: [], answering: null })

    const [here] = await the.hears('sms', phone, ` ${code?.slice(0, 3)} ${code?.slice(3)} `)
    expect(here).toMatchObject({ to: phone, say: 'news-here', references: [facts.reference] })
    // Their own request: all of it.
    expect(here?.text).toContain('Tremont')
    await the.until(now + hour)
    await the.news(id, 'closed', 'We filled it.')
    await the.until(now + hour)
    expect(the.sent.slice(2).map((s) => [s.to, s.say])).toEqual([[phone, 'closed']])
    expect(the.sent.at(-1)?.text).toContain('We filled it.')
    expect(the.sent.at(-1)?.answering?.raw).toEqual({ Body: 'pothole' })
    expect(await the.hears('sms', phone, 'STATUS')).toMatchObject([{ references: [facts.reference] }])
  })

  it('is asked by mail where there is an address, and answered in its thread', async () => {
    const the = await town()
    const [phone, mail] = [phoneOf(), mailOf()]
    const { code, requestIds } = await the.reports({ phone, email: ` ${mail.toUpperCase()}` })
    await the.work()
    expect(the.sent.map((s) => [s.channel, s.to])).toEqual([['email', mail]])
    const raw = { mail: { messageId: '<their@example.org>', subject: 'Re: Boston 311' } }
    const here = await the.hears('email', mail, `${code}\n\nBest,\nSomebody`, { ...proven, raw })
    expect(here.map((s) => s.say)).toEqual(['news-here'])
    await the.until(now + hour)
    await the.news(first(requestIds), 'closed', null)
    await the.until(now + hour)
    expect(the.sent.at(-1)).toMatchObject({ to: mail, say: 'closed', answering: { raw } })
  })

  it('hears nothing where the sender of the code is not known to be who they say', async () => {
    const the = await town()
    const mail = mailOf()
    const { code, requestIds } = await the.reports({ email: mail })
    const forged = { origin: { writer: 'person', proven: false, about: [] } } as const
    const answers = await the.hears('email', mail, code ?? '', forged)
    expect(answers.map((s) => s.say)).not.toContain('news-here')
    await the.news(first(requestIds), 'closed', null)
    await the.until(now + hour)
    expect(the.sent.map((s) => s.say)).not.toContain('closed')
  })

  it('hears nothing after a wrong code, and five wrong ones are the end', async () => {
    const the = await town()
    const phone = phoneOf()
    const { code, requestIds } = await the.reports({ phone })
    await the.work()
    for (let n = 0; n < 5; n += 1)
      expect((await the.hears('sms', phone, other(code))).map((s) => s.say)).toEqual(['news-code-wrong'])
    expect((await the.hears('sms', phone, code ?? '')).map((s) => s.say)).toEqual(['news-code-wrong'])
    await the.news(first(requestIds), 'closed', null)
    await the.until(now + hour)
    expect(the.sent.map((s) => s.say)).not.toContain('closed')
  })

  it('may send the code before the question comes, or twice, or in figures of its own', async () => {
    const the = await town(at('2026-11-18T23:00:00'))
    const phone = phoneOf()
    const { code } = await the.reports({ phone })
    await the.work()
    expect(the.sent).toEqual([])
    const arabic = (code ?? '').replace(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit)))
    for (const words of [arabic, `code: ${code}`])
      expect((await the.hears('sms', phone, words)).map((s) => s.say)).toEqual(['news-here'])
    await the.until(now + day)
    expect(the.sent.map((s) => s.say)).not.toContain('news-offered')
  })

  it('rings no phone at night; a mail comes at once', async () => {
    const the = await town(at('2026-11-18T22:00:00'))
    const [phone, mail] = [phoneOf(), mailOf()]
    await the.reports({ phone })
    await the.reports({ email: mail })
    await the.until(at('2026-11-19T07:59:00'))
    expect(the.sent.map((s) => s.to)).toEqual([mail])
    await the.until(at('2026-11-19T08:01:00'))
    expect(the.sent.slice(1).map((s) => [s.to, s.at])).toEqual([[phone, at('2026-11-19T08:00:00')]])
  })

  it('is spoken to in the language of the form', async () => {
    const the = await town()
    const phone = phoneOf()
    const { code } = await the.reports({ phone }, { stated: { language: 'es' } })
    await the.work()
    const sent = [...the.sent, ...(await the.hears('sms', phone, code ?? ''))]
    expect(sent.map((s) => s.language)).toEqual(['es', 'es'])
    expect(first(sent).text).toContain('Responda con el código')
  })

  it('hears of a review that opened only after a question on the page', async () => {
    const the = await town()
    const phone = phoneOf()
    const from = `form-${fresh()}`
    const stated = { service_code: null, address: null }
    const asked = await the.reports({ phone }, { from, text: 'pothole', stated })
    expect([asked.code, asked.requestIds]).toEqual([null, []])
    const { code, requestIds } = await the.answers(from, '123 Tremont St')
    expect(requestIds).toHaveLength(1)
    await the.work()
    expect(the.sent.map((s) => s.say)).toEqual(['news-offered'])
    await the.hears('sms', phone, code ?? '')
    await the.news(first(requestIds), 'closed', null)
    await the.until(now + hour)
    expect(the.sent.at(-1)?.say).toBe('closed')
  })

  it('may be left when the page asks for it, after the report', async () => {
    const the = await town()
    const phone = phoneOf()
    const from = `form-${fresh()}`
    const { code: none, requestIds } = await the.reports({}, { from })
    expect(none).toBeNull()
    const { code } = await the.answers(from, `617-${phone.slice(5, 8)}-${phone.slice(8)}`)
    await the.work()
    expect(the.sent.map((s) => [s.to, s.say])).toEqual([[phone, 'news-offered']])
    await the.hears('sms', phone, code ?? '')
    await the.news(first(requestIds), 'closed', null)
    await the.until(now + hour)
    expect(the.sent.at(-1)).toMatchObject({ to: phone, say: 'closed' })
  })

  it('is not asked beside 911, on no channel of ours, abroad, or where too many came from one place', async () => {
    const the = await town(noon, { on: ['sms'] })
    const silent: readonly Parameters<typeof the.reports>[] = [
      [
        { phone: phoneOf() },
        { text: 'gas smell and fire, people are trapped', stated: { service_code: null } },
      ],
      [{ email: mailOf() }],
      [{ phone: '+442079460000' }],
      [{ phone: '1-900-555-0123' }],
      [{ phone: 'ring twice' }],
      [{ phone: phoneOf() }, { silent: true }],
      [{ name: 'Somebody' }],
    ]
    for (const [contact, more] of silent) {
      const { code, said } = await the.reports(contact, more)
      expect([contact, code]).toEqual([contact, null])
      expect(said.length).toBeGreaterThan(0)
    }
    await the.until(now + day)
    expect(the.sent).toEqual([])
  })

  it('that opted out is not asked; nor is one whose provider says so, or that takes no texts', async () => {
    const [out, told, landline] = [phoneOf(), phoneOf(), phoneOf()]
    const refused = new Map([
      [told, 'opted-out'],
      [landline, 'bad-address'],
    ] as const)
    const the = await town(noon, { refused })
    await store.consent('sms', out, '+16175550101', 'out')
    for (const phone of [out, told, landline, told]) await the.reports({ phone })
    await the.until(now + day)
    expect(the.sent).toEqual([])
    const rows = await store.sql.rows<{ state: string; why: string }>(
      { name: '', text: `SELECT state, why FROM effects WHERE kind = 'ask' ORDER BY seq DESC LIMIT 4` },
      [],
    )
    expect(rows.toReversed().map(({ state, why }) => `${state} ${why}`)).toEqual([
      'suppressed opted-out',
      'suppressed opted-out',
      'suppressed unreachable',
      'suppressed opted-out',
    ])
  })

  it('hears nothing more after STOP', async () => {
    const the = await town()
    const phone = phoneOf()
    const { code, requestIds } = await the.reports({ phone })
    await the.work()
    await the.hears('sms', phone, code ?? '')
    await the.hears('sms', phone, 'STOP', { keyword: 'stop' })
    const before = the.sent.length
    await the.news(first(requestIds), 'closed', null)
    await the.reports({ phone })
    await the.until(now + day)
    expect(the.sent.slice(before)).toEqual([])
  })

  it('that never answers is asked three times in thirty days, whoever leaves it', async () => {
    const the = await town()
    const phone = phoneOf()
    for (let n = 0; n < 12; n += 1) {
      await the.reports({ phone })
      await the.until(now + 2 * day)
    }
    expect(the.sent.filter((s) => s.to === phone)).toHaveLength(3)
    await the.until(now + 30 * day)
    const { code } = await the.reports({ phone })
    await the.work()
    expect(the.sent.filter((s) => s.to === phone)).toHaveLength(4)
    // Who answers may report as often as they like.
    await the.hears('sms', phone, code ?? '')
    for (let n = 0; n < 2; n += 1) await the.reports({ phone })
    await the.work()
    expect(the.sent.filter((s) => s.say === 'news-offered')).toHaveLength(6)
  })

  it('costs no more than ten questions of one sender and so many of one channel a day', async () => {
    const the = await town(noon + 365 * day, { perDay: 12 })
    for (let n = 0; n < 15; n += 1)
      await the.reports({ phone: phoneOf() }, { channel: 'open311', from: 'account_id:one' })
    await the.work()
    expect(the.sent).toHaveLength(10)
    for (let n = 0; n < 5; n += 1) await the.reports({ phone: phoneOf() }, { channel: 'open311' })
    await the.reports({ phone: phoneOf() })
    await the.work()
    expect(the.sent).toHaveLength(13)
  })
})

describe('what is decided elsewhere', () => {
  it('while the owner proves it, after their answer was written, is told', async () => {
    const the = await town()
    const phone = phoneOf()
    const { code, requestIds } = await the.reports({ phone })
    const id = first(requestIds)
    await the.work()
    const ref = { system: 'local', id: 'c', number: null }
    const subject = { kind: 'update', update: { requestId: id, status: 'closed', notes: null, ref } } as never
    const closed = { say: 'closed', requestId: id } as const
    // The case system's turn has its lock and knows of no proof.
    await store.turn(subject, async () => {
      expect((await the.hears('sms', phone, code ?? '')).map((s) => s.say)).toEqual(['news-here'])
      const reply = { speech: closed, language: 'en' as const, notices: [], evenIfOptedOut: false }
      return turnOf({ effects: [{ id: effectIdOf(fresh()), kind: 'reply', requestId: id, reply }] })
    })
    await the.until(now + hour)
    expect(the.sent.slice(2).map((s) => [s.to, s.speech])).toEqual([[phone, closed]])
  })

  it('may be a question of an agent, answered where it was asked', async () => {
    const the = await town()
    const phone = phoneOf()
    const stated = { service_code: 'pothole', address: 'somewhere there' }
    const { code, requestIds } = await the.reports({ phone }, { channel: 'open311', text: 'hole', stated })
    const id = first(requestIds)
    await the.work()
    const [here] = await the.hears('sms', phone, code ?? '')
    const review = await store.review(here?.references[0] ?? '')
    expect(review).toMatchObject({
      reason: 'place-unclear',
      contact: { phone, owner: 'proven', askedOn: 'sms' },
      optedOut: false,
    })
    const decision = {
      requestId: id,
      reviewId: review?.id ?? '',
      action: 'ask',
      note: 'location',
      agent: 'ana',
    }
    const asking = { kind: 'decision', decision, key: fresh(), surface: 'console' } as never
    await takeTurn(the.intake, asking)
    await the.work()
    expect(the.sent.at(-1)).toMatchObject({ to: phone, say: 'ask-location' })
    await the.hears('sms', phone, '123 Tremont St')
    expect((await store.history(id)).map(({ what }) => what)).toContain('answered the agent')
    const answered = await store.review(here?.references[0] ?? '')
    expect(answered?.request.place?.address).toBe('123 Tremont St')
    const thread = await store.thread(id)
    expect(thread.filter(({ who }) => who === 'bot').length).toBeGreaterThanOrEqual(3)
    expect(thread.map(({ who, text }) => [who, text])).toContainEqual(['resident', '123 Tremont St'])
    await the.hears('sms', phone, 'STOP', { keyword: 'stop' })
    expect(await store.review(here?.references[0] ?? '')).toMatchObject({ optedOut: true })
  })
})

describe('who has agreed before', () => {
  it('is not asked again for the next report of the same device', async () => {
    const the = await town()
    const phone = phoneOf()
    const device = { channel: 'open311', from: `device:${fresh()}` } as const
    const one = await the.reports({ phone }, device)
    const two = await the.reports({ phone }, device)
    // Asked, not answered: the same digits do for both.
    expect(two.code).toBe(one.code)
    await the.work()
    expect(the.sent).toHaveLength(1)
    const [here] = await the.hears('sms', phone, one.code ?? '')
    expect(here?.references).toHaveLength(2)
    const three = await the.reports({ phone }, device)
    expect(three.code).toBeNull()
    expect(three.said.map(({ reply }) => reply.speech.say)).toContain('news-known')
    await the.news(first(three.requestIds), 'closed', null)
    await the.until(now + hour)
    expect(the.sent.slice(2).map((s) => [s.to, s.say])).toEqual([[phone, 'closed']])
  })

  it('is asked again for what an app says is of the same account, or of another number', async () => {
    const the = await town()
    const [phone, mine] = [phoneOf(), phoneOf()]
    const account = { channel: 'open311', from: 'account_id:jane' } as const
    const one = await the.reports({ phone }, account)
    await the.hears('sms', phone, one.code ?? '')
    // Somebody else says that they are her: neither does their report reach her, nor hers them.
    const two = await the.reports({ phone: mine }, account)
    await the.hears('sms', mine, two.code ?? '')
    const three = await the.reports({ phone }, account)
    expect(three.code).toMatch(/^\d{6}$/)
    for (const { requestIds } of [one, two, three]) await the.news(first(requestIds), 'closed', null)
    await the.until(now + day)
    const closed = the.sent.filter((s) => s.say === 'closed').map((s) => [s.to, s.references])
    const reference = (shown: typeof one) => [...first(shown.said).facts.values()].map((f) => f.reference)
    expect(closed).toEqual([
      [phone, reference(one)],
      [mine, reference(two)],
    ])
    expect((await the.hears('sms', mine, 'STATUS'))[0]?.references).toEqual(reference(two))
  })
})

describe('any sequence of reports, codes, news and failures', () => {
  const people = 2
  const step = fc.record({
    what: fc.oneof(
      { weight: 3, arbitrary: fc.constant('report' as const) },
      { weight: 5, arbitrary: fc.constant('code' as const) },
      { weight: 6, arbitrary: fc.constantFrom('closed', 'reopened', 'noted') },
      { weight: 4, arbitrary: fc.constantFrom('wrong digit', 'wrong code', 'forget') },
      { weight: 1, arbitrary: fc.constantFrom('STOP', 'START') },
    ),
    who: fc.nat({ max: people - 1 }),
    which: fc.nat({ max: 20 }),
    afterMin: fc.oneof(fc.constant(0), fc.nat({ max: 15 }), fc.nat({ max: 900 })),
    works: fc.boolean(),
  })
  const story = fc.record({
    start: fc.constantFrom('2026-11-18T12:00:00', '2026-11-18T20:50:00', '2026-11-01T00:30:00'),
    by: fc.constantFrom('sms', 'email'),
    fates: fc.array(fc.constantFrom<Fate>('taken', 'away', 'slow', 'crash'), { maxLength: 10 }),
    steps: fc.array(step, { minLength: 6, maxLength: 24, size: 'max' }),
  })

  it('loses no news, tells none before the proof, none to a stranger and none after STOP', async () => {
    await fc.assert(
      fc.asyncProperty(story, async ({ start, by, fates, steps }) => {
        const the = await town(at(start), { fates: [...fates] })
        const addressOf = () => (by === 'sms' ? phoneOf() : mailOf())
        const owners = Array.from({ length: people }, addressOf)
        const stranger = addressOf()
        const from = Array.from({ length: people }, () => `form-${fresh()}`)
        const contact = (address: string) => (by === 'sms' ? { phone: address } : { email: address })
        const reports: {
          id: RequestId
          who: number
          code: string | null
          reference: string
          theirs: boolean
        }[] = []
        const provenAt = new Map<RequestId, number>()
        const stops: { who: number; from: number; to: number }[] = []
        const open = (who: number) => stops.find((s) => s.who === who && s.to === Number.POSITIVE_INFINITY)
        const wrote: { by: string; at: number }[] = []
        const changes: { id: RequestId; at: number; note: string }[] = []
        for (const [n, { what, who, which, afterMin, works }] of steps.entries()) {
          await the.until(now + afterMin * minute)
          const owner = owners[who] ?? ''
          const report = reports[which % Math.max(reports.length, 1)]
          if (what === 'report' || what === 'wrong digit') {
            const theirs = what === 'report'
            const shown = await the.reports(contact(theirs ? owner : stranger), { from: from[who] ?? '' })
            const id = first(shown.requestIds)
            const reference = first([...first(shown.said).facts.values()]).reference
            reports.push({ id, who, code: shown.code, reference, theirs })
            // Said once for this page, it holds for the next report of it.
            if (shown.code === null) provenAt.set(id, now)
          } else if (what === 'code' || what === 'wrong code') {
            if (report === undefined || report.code === null) continue
            const right = what === 'code'
            // A stranger guesses, and the resident of the form can't answer in the stranger's place.
            const sender = report.theirs ? (owners[report.who] ?? '') : stranger
            const words = right && report.theirs ? report.code : other(report.code)
            wrote.push({ by: sender, at: now })
            await the.hears(by, sender, words)
            now += 1
          } else if (what === 'STOP' || what === 'START') {
            const keyword = what === 'STOP' ? 'stop' : 'start'
            wrote.push({ by: owner, at: now })
            await the.hears(by, owner, what, { keyword })
            const isOut = open(who)
            if (what === 'STOP' && isOut === undefined)
              stops.push({ who, from: now, to: Number.POSITIVE_INFINITY })
            if (what === 'START' && isOut !== undefined) isOut.to = now
            now += 1
          } else if (what === 'forget') {
            the.forget()
          } else if (report !== undefined) {
            const note = `note-${n}`
            const status = what === 'closed' ? 'closed' : 'open'
            await the.news(report.id, status, note)
            changes.push({ id: report.id, at: now, note })
            now += 1
          }
          for (const { request_id, at: when } of await provenRows(reports.map((r) => r.id)))
            if (!provenAt.has(request_id)) provenAt.set(request_id, when)
          if (works) await the.work()
        }
        await the.until(now + 9 * day)

        const offered = the.sent.filter((s) => s.say === 'news-offered')
        for (const { text: words, references } of offered) {
          expect(references).toEqual([])
          for (const { reference, code } of reports) {
            expect(words).not.toContain(reference)
            if (code !== null) expect(words).not.toContain(code)
          }
        }
        // Asked once each, however often it was tried, and no address too often.
        const perKey = Map.groupBy(offered, (s) => s.key)
        for (const [, same] of perKey) expect(same).toHaveLength(1)
        expect(new Set(offered.filter((s) => s.to === stranger).map((s) => s.key)).size).toBeLessThanOrEqual(
          3,
        )

        for (const sent of the.sent) {
          const isLive = wrote.some(
            (w) => w.by === sent.to && sent.at - w.at <= policy.liveMs && w.at <= sent.at,
          )
          if (by === 'sms' && (sent.say === 'news-offered' || (isNews(sent) && !isLive)))
            expect(bostonHours.quietUntil(sent.at)).toBeNull()
          // A stranger hears the question, and that their guess is wrong.
          if (sent.to === stranger) expect(['news-offered', 'news-code-wrong']).toContain(sent.say)
          // Of a request only its own owner hears, and only since they proved it.
          for (const reference of sent.references) {
            const report = reports.find((r) => r.reference === reference)
            if (report === undefined) throw new Error('nobody reported this')
            expect(sent.to).toBe(owners[report.who])
            expect(report.theirs).toBe(true)
            expect(provenAt.get(report.id) ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(sent.at)
          }
          const who = owners.indexOf(sent.to)
          if (isNews(sent) || sent.say === 'news-offered')
            expect(stops.filter((s) => s.who === who && s.from < sent.at && sent.at < s.to)).toEqual([])
        }

        // Whatever changed since is told: by itself, or by a later reply that says where the request stands.
        for (const { id, at: when } of changes) {
          const report = reports.find((r) => r.id === id)
          const since = provenAt.get(id)
          if (report === undefined || since === undefined) continue
          if (stops.some((s) => s.who === report.who && s.to > when)) continue
          const [row] = await store.sql.rows<{ changed: boolean }>(
            {
              name: '',
              text: `SELECT EXISTS (SELECT 1 FROM history WHERE request_id = $1 AND at = $2
                AND what IN ('closed', 'reopened', 'noted')) AS changed`,
            },
            [id, new Date(when).toISOString()],
          )
          if (row?.changed !== true) continue
          const told = the.sent.some(
            (s) => s.at >= Math.max(when, since) && s.to === owners[report.who] && tells(s, report.reference),
          )
          expect([report.reference, told]).toEqual([report.reference, true])
        }
      }),
      { numRuns: 20 },
    )
    // On a busy machine a story that fails takes its time to be made small.
  }, 120_000)
})

const isNews = ({ say }: Sent): boolean => ['closed', 'news', 'status', 'updates'].includes(say)
const tells = ({ text: words }: Sent, reference: string): boolean => words.includes(reference)

async function provenRows(ids: readonly RequestId[]) {
  const rows = await store.sql.rows<{ request_id: RequestId; proven_at: Date }>(
    {
      name: '',
      text: `SELECT request_id, proven_at FROM contacts WHERE request_id = ANY ($1::text[]) AND proven_at IS NOT NULL`,
    },
    [ids],
  )
  return rows.map(({ request_id, proven_at }) => ({ request_id, at: proven_at.getTime() }))
}
