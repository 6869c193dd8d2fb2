import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestApp } from '../support/app.ts'
import { ours, testApp, twilioVariables } from '../support/app.ts'
import type { Ran } from '../support/command.ts'
import { command } from '../support/command.ts'
import { referenceIn, resident } from '../support/resident.ts'
import { sureReports } from '../support/sure-reports.ts'
import { until } from '../support/until.ts'

const fixtures = join(import.meta.dirname, '../../fixtures')
const [report = '', another = ''] = sureReports(2)

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

/** A command against the app's ledger and gateway. */
const run = (name: string, ...words: string[]): Promise<Ran> =>
  command(name, words, {
    dir: app.dataDir,
    environment: {
      DATABASE_URL: app.databaseUrl,
      DATA_DIR: app.dataDir,
      PORT: new URL(app.url).port,
      ...twilioVariables(app.account, app.player),
    },
  })
const stateOf = async (reference: string) =>
  (
    await app.sql<{ state: string; code: string | null; address: string | null }>(
      "SELECT state, service_code AS code, place ->> 'address' AS address FROM service_requests WHERE reference = $1",
      [reference],
    )
  )[0]
/** A pothole that nobody can place: it waits for an agent. */
async function unplaced() {
  const someone = resident(app)
  for (const words of ['there is a pothole', 'near my house', 'you know, by the big tree'])
    await someone.say(words)
  return { someone, reference: referenceIn(someone.heard()), heard: someone.heard().length }
}

it('says in a sentence that the ledger does not answer', async () => {
  const environment = { DATABASE_URL: 'postgres://a:b@127.0.0.1:1/c', DATA_DIR: app.dataDir }
  const { code, stderr } = await command('reviews', ['list'], { dir: app.dataDir, environment })
  expect(code).toBe(75)
  expect(stderr).toMatch(/^the ledger does not answer \(.*\); try again in a moment\.\n$/)
})

describe('npm run cases', () => {
  it('closes a case, and the resident hears of it in these words', async () => {
    const someone = resident(app)
    const reference = referenceIn(await someone.report(report))
    const heard = someone.heard().length
    expect((await run('cases', 'list')).stdout).toContain(reference)
    const { code, stdout } = await run(
      'cases',
      'close',
      reference.toLowerCase(),
      '--notes',
      'Filled on Tuesday.',
    )
    expect([code, stdout]).toEqual([0, `${reference} is closed; a running worker tells the resident.\n`])
    await until(() => someone.heard().length > heard, 20_000)
    const news = someone.heard().slice(heard)
    expect(news).toHaveLength(1)
    expect(news[0]).toContain(reference)
    expect(news[0]).toContain('"Filled on Tuesday."')
    expect(await stateOf(reference)).toMatchObject({ state: 'closed' })
    expect((await run('cases', 'list')).stdout).not.toContain(reference)
  })

  it('says so where there is no such open case', async () => {
    const { code, stderr } = await run('cases', 'close', 'BOS-0000-0000')
    expect([code, stderr]).toEqual([64, 'No case BOS-0000-0000 is open here.\n'])
  })
})

describe('npm run reviews', () => {
  it('says so where none waits', async () => {
    const { code, stdout } = await run('reviews', 'list')
    expect([code, stdout]).toEqual([0, 'No reviews wait.\n'])
  })

  it('lists what waits, the pinned ones first, and shows one', async () => {
    const { reference } = await unplaced()
    const danger = resident(app)
    await danger.say('I smell gas really strong in the hallway at 12 Peverell St')
    const { stdout } = await run('reviews', 'list')
    const lines = stdout.trimEnd().split('\n')
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatch(/^! +BOS-\S+ +emergency/)
    expect(lines[1]).toContain(reference)
    const shown = await run('reviews', 'show', reference)
    expect(shown.stdout).toContain('there is a pothole')
    expect(shown.stdout).not.toContain('+1')
  })

  describe('settles', () => {
    type Case = Awaited<ReturnType<typeof unplaced>>
    let changed: Case
    let accepted: Case
    let refused: Case
    let filed: Case
    // All at once: a worker finds them with its next sweep, and that takes seconds.
    beforeAll(async () => {
      changed = await unplaced()
      accepted = await unplaced()
      refused = await unplaced()
      const someone = resident(app)
      const reference = referenceIn(await someone.report(report))
      await someone.say('agent')
      filed = { someone, reference, heard: someone.heard().length }
      const place = '45 Elm St, Jamaica Plain'
      const ran = await Promise.all([
        run('reviews', 'change', changed.reference, '--place', place, '--agent', 'kim'),
        run('reviews', 'accept', accepted.reference),
        run('reviews', 'refuse', refused.reference, '--reason', 'This road is the State’s.'),
        run('reviews', 'accept', filed.reference),
      ])
      expect(ran.map(({ code, stderr }) => [code, stderr])).toEqual(ran.map(() => [0, '']))
      await app.settled()
    })
    const news = ({ someone, heard }: Case) => someone.heard().slice(heard)
    const casesOf = ({ reference }: Case) =>
      app.sql('SELECT 1 FROM local_cases WHERE number = $1', [reference])

    it('by a change: filed as the agent says, and the resident hears it once', async () => {
      const { reference } = changed
      expect(await stateOf(reference)).toEqual({ state: 'filed', code: 'pothole', address: '45 Elm St' })
      expect(news(changed)).toHaveLength(1)
      expect(news(changed)[0]).toContain(reference)
      expect(news(changed)[0]).toContain('45 Elm St')
      const [line] = await app.sql<{ actor: string }>(
        `SELECT h.actor FROM history h JOIN service_requests r ON r.id = h.request_id
         WHERE r.reference = $1 AND h.what = 'changed and accepted'`,
        [reference],
      )
      expect(line).toEqual({ actor: 'agent:kim' })
      expect(await casesOf(changed)).toHaveLength(1)
    })

    it('once: the second to decide is told so', async () => {
      const { code, stderr } = await run('reviews', 'accept', changed.reference)
      expect([code, stderr]).toEqual([64, `No open review ${changed.reference}.\n`])
      expect(news(changed)).toHaveLength(1)
    })

    it('as it is', async () => {
      expect(await stateOf(accepted.reference)).toEqual({ state: 'filed', code: 'pothole', address: null })
      expect(news(accepted)).toHaveLength(1)
    })

    it('with a refusal, in words for the resident', async () => {
      expect(await stateOf(refused.reference)).toMatchObject({ state: 'refused' })
      expect(news(refused).join()).toContain('This road is the State’s')
      expect(await casesOf(refused)).toEqual([])
    })

    it('where the request is filed already: the case stays, the review ends', async () => {
      expect(news(filed)).toHaveLength(1)
      expect(news(filed)[0]).toContain(filed.reference)
      expect((await run('reviews', 'list')).stdout).not.toContain(filed.reference)
      expect(await stateOf(filed.reference)).toMatchObject({ state: 'filed' })
      expect(await casesOf(filed)).toHaveLength(1)
    })
  })

  it('refuses what it does not understand, and changes nothing', async () => {
    const { reference } = await unplaced()
    const bad = [
      [],
      ['accept'],
      ['frobnicate', reference],
      ['accept', 'BOS-0000-0000'],
      ['change', reference],
      ['change', reference, '--service', 'no-such-service'],
      ['change', reference, '--place', 'xyzzy'],
      ['refuse', reference],
    ]
    const ran = await Promise.all(bad.map((words) => run('reviews', ...words)))
    expect(ran.map(({ code }) => code)).toEqual(bad.map(() => 64))
    expect(await stateOf(reference)).toMatchObject({ state: 'review' })
  })
})

describe('npm run dead', () => {
  it('says so where there is none', async () => {
    expect(await run('dead', 'list')).toMatchObject({ code: 0, stdout: 'No dead letters.\n' })
  })

  it('lists an effect that gave up, with the reason and without the resident, and gives it another try', async () => {
    // Twilio's own magic number: error 21614, no mobile number.
    const phone = '+15005550009'
    await app.player.deliver({ from: phone, to: ours, text: report })
    await app.settled()
    const { stdout } = await run('dead', 'list')
    expect(stdout).toMatch(/^eff_\S+ +reply +\S+ +21614 +1 tries/)
    expect(stdout.trimEnd().split('\n')).toHaveLength(1)
    expect(stdout).not.toContain(phone.slice(1))
    // Another one died for a reason that is over now.
    const someone = resident(app)
    await someone.report(another)
    const heard = someone.heard().length
    const [well] = await app.sql<{ id: string }>(
      `UPDATE effects SET state = 'dead', error_code = 'provider-refused', ended_at = now()
       WHERE kind = 'reply' AND provider_id = $1 RETURNING id`,
      [app.player.messages().findLast((m) => m.to === someone.phone)?.sid],
    )
    const [id = ''] = stdout.split(' ')
    const one = await run('dead', 'replay', id)
    expect(one).toMatchObject({ code: 0, stdout: '1 of 1 will be tried again.\n' })
    const all = await run('dead', 'replay', 'all')
    expect(all).toMatchObject({ code: 0, stdout: expect.stringMatching(/^[12] of [12] will be tried again/) })
    await app.settled()
    const ends = await app.sql<{ id: string; state: string }>(
      'SELECT id, state FROM effects WHERE id = ANY ($1::text[])',
      [[id, well?.id]],
    )
    expect(new Map(ends.map((e) => [e.id, e.state]))).toEqual(
      new Map([
        [id, 'dead'],
        [well?.id, 'done'],
      ]),
    )
    expect(someone.heard()).toHaveLength(heard + 1)
  })

  it('says how many it could not give another try', async () => {
    expect(await run('dead', 'replay', 'eff_never0was_0')).toMatchObject({
      code: 1,
      stdout: '0 of 1 will be tried again.\n',
    })
    const bad = [['replay', 'nonsense'], ['replay'], []]
    const ran = await Promise.all(bad.map((words) => run('dead', ...words)))
    expect(ran.map(({ code }) => code)).toEqual([64, 64, 64])
  })
})

describe('npm run replay', () => {
  it('sends a recorded delivery through the real webhook, and prints the answer', async () => {
    const file = join(fixtures, 'sms/text.json')
    const first = await run('replay', file)
    expect(first).toMatchObject({ code: 0, stdout: expect.stringMatching(/^HTTP 200\n<\?xml/) })
    expect(await run('replay', file)).toEqual(first)
    await app.settled()
    expect(await app.sql("SELECT 1 FROM messages WHERE resident = '+16175550123'")).toHaveLength(1)
  })

  it('says what is wrong with a file, and where no gateway is', async () => {
    const [foreign, noJson, missing] = ['foreign', 'no-json', 'missing'].map((name) =>
      join(app.dataDir, name),
    )
    await writeFile(foreign ?? '', JSON.stringify({ path: '/etc/passwd', form: {} }))
    await writeFile(noJson ?? '', 'no JSON')
    const bad = [[foreign ?? ''], [noJson ?? ''], [missing ?? ''], []]
    const ran = await Promise.all(bad.map((words) => run('replay', ...words)))
    expect(ran.map(({ code }) => code)).toEqual([64, 64, 64, 64])
    for (const { stderr } of ran) expect(stderr).not.toMatch(/^\s+at /m)
    const nobody = await command('replay', [join(fixtures, 'sms/text.json')], {
      dir: app.dataDir,
      environment: { PORT: '1', DATA_DIR: app.dataDir },
    })
    expect(nobody).toMatchObject({ code: 64, stderr: expect.stringMatching(/No gateway at/) })
  })
})

describe('npm run classify', () => {
  const classify = (input: string, ...words: string[]) =>
    command('classify', words, { dir: app.dataDir, input })
  interface Out {
    readonly id: string | null
    readonly error?: string
    readonly line?: number
    readonly category?: {
      readonly value: string | null
      readonly confidence: number
      readonly evidence: unknown
    }
    readonly location?: {
      readonly value: { readonly kind: string; readonly lat: number } | null
      readonly mention: string | null
    }
    readonly [field: string]: unknown
  }
  const parsed = (stdout: string): Out[] =>
    stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Out)

  it('answers every line in its order', async () => {
    const lines = sureReports(40).flatMap((text, index) =>
      [0, 1, 2, 3, 4].map((copy) => JSON.stringify({ id: `${index}-${copy}`, text, channel: 'sms' })),
    )
    const { code, stdout, stderr } = await classify(`${lines.join('\n')}\n`, '--jsonl')
    expect([code, stderr]).toEqual([0, ''])
    const out = parsed(stdout)
    expect(out.map((o) => o.id)).toEqual(lines.map((line) => (JSON.parse(line) as { id: string }).id))
    expect(Object.keys(out[0] ?? {})).toEqual(['id', 'language', 'safety', 'intent', 'category', 'location'])
    for (const { category, location } of out) {
      expect(category?.confidence).toBeLessThanOrEqual(1)
      expect(location?.value).toMatchObject({
        kind: 'address',
        address: expect.any(String),
        accuracyM: expect.any(Number),
      })
    }
  })

  it('names a bad line in its place, goes on, and ends with 1', async () => {
    const input = [
      '{"id":"1","text":"huge pothole in front of 123 Tremont St"}',
      'not JSON',
      '',
      '{"id":"4"}',
      '{"id":5,"text":"","lat":42.36,"lon":-71.06}',
      '{"id":"6","text":"x","lat":420}',
      '[]',
      '{"id":"8","text":"\\ud83d \\u0000 hi"}\r',
      '{"id":"9","text":"hola","language":"es"}',
    ].join('\n')
    const { code, stdout } = await classify(input, '--jsonl')
    expect(code).toBe(1)
    const out = parsed(stdout)
    expect(out.map((o) => [o.id, o.line ?? null])).toEqual([
      ['1', null],
      [null, 2],
      ['4', 4],
      ['5', null],
      ['6', 6],
      [null, 7],
      ['8', null],
      ['9', null],
    ])
    for (const o of out) if (o.line !== undefined) expect(o.error).toMatch(/\S/)
  })

  it('says nothing about nothing', async () => {
    expect(await classify('', '--jsonl')).toEqual({ code: 0, stdout: '', stderr: '' })
  })

  it('explains itself without its option', async () => {
    expect(await classify('')).toMatchObject({
      code: 64,
      stdout: '',
      stderr: expect.stringMatching(/^usage/),
    })
  })
})
