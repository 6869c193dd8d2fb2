import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { playSteps, silentRecording, spokenBy, startCall } from '../../src/sandbox/twilio-voice/index.ts'
import { fileByApp, reportByBrowser } from '../../src/sandbox/web/index.ts'
import { type SandboxedApp, sandboxedApp } from '../support/sandboxed.ts'
import { until } from '../support/until.ts'

let running: SandboxedApp
beforeAll(async () => {
  running = await sandboxedApp()
})
afterAll(() => running.close())

interface Kept {
  readonly reference: string
  readonly channel: string
  readonly language: string
  readonly service_code: string
  readonly state: string
  readonly place: Readonly<Record<string, unknown>>
}
/** What the ledger holds, by number. */
async function keptRequests(): Promise<ReadonlyMap<string, Kept>> {
  const client = new pg.Client({ connectionString: running.databaseUrl })
  await client.connect()
  const { rows } = await client.query<Kept>(
    'SELECT reference, channel, language, service_code, state, place FROM service_requests',
  )
  await client.end()
  return new Map(rows.map((row) => [row.reference, row]))
}
const referenceIn = (text: string): string => /BOS-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0] ?? ''
async function answerTo<T>(look: () => T | undefined): Promise<T> {
  await until(() => look() !== undefined, 20_000)
  return look() as T
}

it('the same pothole on six channels is six requests that differ in source and language alone, each confirmed', async () => {
  const { player, twilio, mail, x, url } = running.app
  if (player === null || twilio?.from == null || mail === null || x === null || url === null)
    throw new Error('the sandbox does not run')
  const ours = twilio.from
  const answers: Record<string, string> = {}

  const texter = '+16175550161'
  await player.deliver({
    from: texter,
    to: ours,
    text: 'hay un bache enorme frente al 123 Tremont St',
    files: [],
  })
  answers.sms = (await answerTo(() => player.messages().find((m) => m.to === texter))).body

  const writer = 'someone@residents.example'
  await mail.deliver(writer, 'Pothole', 'There is a huge pothole in front of 123 Tremont St.', [], {
    authenticated: true,
  })
  answers.email = (await answerTo(() => mail.mailbox(writer)[0])).text

  x.post('resident_a', '@BOS311 huge pothole in front of 123 Tremont St')
  answers.social = (await answerTo(() => x.replies().find(({ to }) => to === 'resident_a'))).text

  const call = await startCall(player, { accountSid: twilio.accountSid, from: '+16175550162', to: ours })
  const said = [
    { say: 'huge pothole in front of 123 Tremont Street' },
    { say: 'yes' },
    { hangUp: true },
  ] as const
  await playSteps(call, said, silentRecording())
  answers.voice = spokenBy(call.events)
    .map(({ text }) => text)
    .join(' ')

  const page = await reportByBrowser(url, 'ht', {
    words: 'Gen yon gwo twou nan lari a devan 123 Tremont St',
    address: '123 Tremont St',
  })
  answers.web = page.text

  const key = (await readFile(join(running.dataDir, 'open311-key'), 'utf8')).trim()
  const filed = await fileByApp(url, key, {
    service_code: 'pothole',
    address_string: '123 Tremont St',
    description: 'huge pothole in front of 123 Tremont St',
  })
  answers.open311 = filed.reference ?? ''

  const spoken = /number is ((?:[A-Z0-9] ?){11})/.exec(answers.voice)?.[1]?.replaceAll(' ', '') ?? ''
  const references: Record<string, string> = {
    ...Object.fromEntries(Object.entries(answers).map(([channel, text]) => [channel, referenceIn(text)])),
    voice: spoken.replace(/^(BOS)(.{4})(.{4})$/, '$1-$2-$3'),
  }
  expect(new Set(Object.values(references)).size, JSON.stringify(answers, null, 1)).toBe(6)

  const kept = await keptRequests()
  const place = kept.get(references.sms ?? '')?.place
  expect(kept.size).toBe(6)
  const languages = { sms: 'es', email: 'en', social: 'en', voice: 'en', web: 'ht', open311: 'en' }
  for (const [channel, language] of Object.entries(languages)) {
    const request = kept.get(references[channel] ?? '')
    expect(request, channel).toMatchObject({ channel, language, service_code: 'pothole' })
    expect(request?.place, channel).toMatchObject({
      address: '123 Tremont St',
      lat: place?.lat,
      lon: place?.lon,
    })
    expect(['filing', 'filed'], channel).toContain(request?.state)
  }

  // Each in its own words and manner: the resident's language, and nothing of a place where strangers read along.
  expect(answers.sms).toMatch(/^Gracias\. .*Bache/)
  expect(answers.email).toContain('123 Tremont St')
  expect(answers.social).not.toMatch(/tremont|123/i)
  expect(answers.voice).toMatch(/I filed it: Pothole/)
  expect(answers.web).toMatch(/Nimewo/)
})
