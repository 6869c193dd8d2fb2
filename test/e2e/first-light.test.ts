import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import exifr from 'exifr'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { metresBetween } from '../../src/core/geo.ts'
import type { Form } from '../../src/sandbox/twilio/index.ts'
import { signature } from '../../src/sandbox/twilio/index.ts'
import type { TestApp } from '../support/app.ts'
import { ours, testApp } from '../support/app.ts'
import { photo } from '../support/photos.ts'
import { newPhone, referenceIn, resident } from '../support/resident.ts'
import { sureReports } from '../support/sure-reports.ts'

/** The central library, 700 Boylston St: 42°20′57″N 71°4′41″W (en.wikipedia.org/wiki/Boston_Public_Library,_McKim_Building). */
const library = { lat: 42.34917, lon: -71.07806 }
const smsPath = '/webhooks/twilio/sms'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

const sid = (): string => `SM${crypto.randomUUID().replaceAll('-', '')}`
const formOf = (from: string, body: string, more: Form = []): Form => [
  ['MessageSid', sid()],
  ['AccountSid', app.account.accountSid],
  ['From', from],
  ['To', ours],
  ['Body', body],
  ['NumMedia', '0'],
  ...more,
]
const written = (form: Form): string =>
  new URLSearchParams(form.map(([name, value]): [string, string] => [name, value])).toString()

/** A webhook by hand: what the player would not send. */
function post(body: string, signed: string | null, path = smsPath): Promise<Response> {
  return fetch(`${app.url}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(signed === null ? {} : { 'x-twilio-signature': signed }),
    },
    body,
  })
}
const signedFor = (form: Form, token = app.account.authToken, root = app.url): string =>
  signature(token, `${root}${smsPath}`, form)
async function stored(): Promise<number> {
  const [row] = await app.sql<{ n: number }>('SELECT count(*)::int AS n FROM messages')
  return row?.n ?? -1
}
async function metric(name: string): Promise<string> {
  const text = await (await fetch(`${app.url}/metrics`)).text()
  return text.split('\n').find((line) => line.startsWith(name)) ?? ''
}
/** Every file of this name below a folder. */
async function filesNamed(dir: string, name: string): Promise<readonly Buffer[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true })
  const found = entries.filter((entry) => entry.isFile() && entry.name === name)
  return Promise.all(found.map((entry) => readFile(join(entry.parentPath, entry.name))))
}

describe('a resident texts a photo of a pothole', () => {
  let replies: readonly string[]
  let sent: Buffer
  const someone = newPhone()
  beforeAll(async () => {
    sent = await photo({ position: library })
    const jpeg = { type: 'image/jpeg', bytes: sent }
    replies = await resident(app, someone).report('huge pothole in front of 700 Boylston St, Back Bay', jpeg)
  })

  it('and gets the number, the service in plain words and the place', () => {
    const last = replies.at(-1) ?? ''
    expect(last).toMatch(/BOS-[0-9A-Z]{4}-[0-9A-Z]{4}/)
    expect(last).toContain('Pothole')
    expect(last).toContain('700 Boylston St')
  })

  it('by one POST at Twilio for every message', () => {
    const messages = app.player.messages().filter((m) => [m.from, m.to].includes(someone))
    const inbound = messages.filter((m) => m.direction === 'inbound')
    const outbound = messages.filter((m) => m.direction === 'outbound-api')
    expect(outbound).toHaveLength(inbound.length)
    expect(outbound.filter((m) => /BOS-/.test(m.body))).toHaveLength(1)
    for (const m of outbound) expect(m.from).toBe(ours)
  })

  it('and the city sees one request, of the right service, within 150 m of the address', async () => {
    const reference = referenceIn(replies)
    const [request, ...others] = (await app.requests()).filter((r) => r.service_request_id === reference)
    expect(others).toEqual([])
    expect(request).toMatchObject({ service_code: 'pothole', status: 'open' })
    expect(metresBetween(library, { lat: request?.lat ?? 0, lon: request?.long ?? 0 })).toBeLessThan(150)
    expect(JSON.stringify(await app.requests())).not.toContain(someone.slice(1))
  })

  it('with a picture that says nothing about who took it where, while the original is kept as it was', async () => {
    expect(await exifr.gps(sent)).toMatchObject({ latitude: expect.closeTo(library.lat, 3) })
    const reference = referenceIn(replies)
    const request = (await app.requests()).find((r) => r.service_request_id === reference)
    const answer = await fetch(request?.media_url ?? '')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('image/jpeg')
    const shown = Buffer.from(await answer.arrayBuffer())
    expect(shown.subarray(0, 2).toString('hex')).toBe('ffd8')
    const everything = { tiff: true, exif: true, gps: true, xmp: true, iptc: true, interop: true, ifd1: true }
    expect(await exifr.parse(shown, { ...everything, jfif: false, icc: false, ihdr: false })).toBeUndefined()
    expect(shown.includes('Test camera')).toBe(false)
    const originals = await filesNamed(join(app.dataDir, 'media'), 'original')
    expect(originals.some((original) => original.equals(sent))).toBe(true)
  })

  it('in XML as in JSON', async () => {
    const reference = referenceIn(replies)
    const answer = await fetch(`${app.url}/open311/v2/requests/${reference}.xml`)
    const xml = await answer.text()
    expect(answer.headers.get('content-type')).toMatch(/^(text|application)\/xml/)
    expect(xml).toContain(`<service_request_id>${reference}</service_request_id>`)
    expect(xml).toContain('<service_code>pothole</service_code>')
    expect(xml).toMatch(/<media_url>http[^<]+\.jpg<\/media_url>/)
    expect(await (await fetch(`${app.url}/open311/v2/requests.xml`)).text()).toContain(reference)
  })

  it('and nothing of it stands in the log or the metrics', async () => {
    const log = JSON.stringify(app.events)
    const metrics = await (await fetch(`${app.url}/metrics`)).text()
    for (const text of [log, metrics]) {
      for (const secret of [someone.slice(1), 'Boylston', 'huge', '42.34', 'Media/ME'])
        expect(text).not.toContain(secret)
    }
  })
})

describe('the door', () => {
  it('answers the same message the same way, five times at once and later, and acts once', async () => {
    const someone = newPhone()
    const form = formOf(someone, sureReports(1)[0] ?? '')
    const one = async (): Promise<string> => {
      const answer = await post(written(form), signedFor(form))
      const headers = ['content-type', 'content-length'].map((name) => answer.headers.get(name))
      return JSON.stringify([answer.status, headers, await answer.text()])
    }
    const answers = await Promise.all([one(), one(), one(), one(), one()])
    await app.settled()
    answers.push(await one())
    await app.settled()
    answers.push(await one())
    await app.settled()
    expect(new Set(answers).size).toBe(1)
    expect(answers[0]).toMatch(/^\[200/)
    expect(resident(app, someone).heard()).toHaveLength(1)
    const rows = await app.sql('SELECT 1 FROM messages WHERE resident = $1', [someone])
    expect(rows).toHaveLength(1)
    const mine = await app.sql(
      'SELECT 1 FROM service_requests r JOIN conversations c ON c.id = r.conversation_id WHERE c.resident = $1',
      [someone],
    )
    expect(mine).toHaveLength(1)
  })

  it('refuses a wrong signature with 403, counts it and stores nothing', async () => {
    const before = await stored()
    const form = formOf(newPhone(), 'pothole at 45 Elm St')
    const counted = async () => Number((await metric('intake_refused_total')).split(' ').at(-1) ?? 0)
    const refusedBefore = await counted()
    expect((await post(written(form), signedFor(form, 'f'.repeat(32)))).status).toBe(403)
    expect((await post(written(form), 'nonsense')).status).toBe(403)
    expect((await post(written(form), null)).status).toBe(403)
    const other = [...form, ['Extra', 'slipped in']] as Form
    expect((await post(written(other), signedFor(form))).status).toBe(403)
    expect((await post(written(form), null, `${smsPath}/status`)).status).toBe(403)
    expect(await stored()).toBe(before)
    expect(await counted()).toBe(refusedBefore + 5)
  })

  it('refuses a body over 1 MB with 413, announced or not, signed or not', async () => {
    const before = await stored()
    const form = formOf(newPhone(), 'x'.repeat(1_000_001))
    expect((await post(written(form), signedFor(form))).status).toBe(413)
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(65_536).fill(120)),
    })
    const answer = await fetch(`${app.url}${smsPath}`, {
      method: 'POST',
      body: endless,
      duplex: 'half',
    } as RequestInit).catch((error: unknown) => error)
    // The connection may break before the answer is read: we do not drink the ocean.
    expect(answer).toSatisfy((a) => a instanceof TypeError || a.status === 413)
    expect(await stored()).toBe(before)
  })

  it('refuses what is signed and no message with 400', async () => {
    const before = await stored()
    const form: Form = [
      ['AccountSid', app.account.accountSid],
      ['Body', 'who am I?'],
    ]
    expect((await post(written(form), signedFor(form))).status).toBe(400)
    expect((await post('', signedFor([]))).status).toBe(400)
    expect(await stored()).toBe(before)
  })

  it('takes text that breaks software, and answers it', async () => {
    for (const body of [
      '\0\u0007',
      '\ud83d',
      '👩‍👩‍👧‍👦'.repeat(30),
      'ا'.repeat(300),
      "'; DROP TABLE messages; --",
      '%s%n{{7*7}}',
    ]) {
      const replies = await resident(app).say(body)
      expect(replies.length).toBeGreaterThan(0)
    }
  })

  it('says nothing at a path that is not there', async () => {
    expect((await post('', null, '/webhooks/twilio/nothing')).status).toBe(404)
    expect((await fetch(`${app.url}${smsPath}`)).status).toBe(404)
  })
})
