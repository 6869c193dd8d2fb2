/**
 * One pothole on every other channel, played against a running intake311: by phone, mail, X, Bluesky, the page, an app.
 * @module
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { callers, playSteps, silentRecording, spokenBy, startCall } from '../sandbox/twilio-voice/index.ts'
import { fileByApp, reportByBrowser } from '../sandbox/web/index.ts'
import type { App } from './app.ts'
import type { Line } from './demo.ts'

/** How long an answer may take: X and Bluesky are read by the clock. Milliseconds. */
const answerWithinMs = 20_000

/** What a resident did on one channel, and what came back. */
export interface OtherWay {
  readonly title: string
  play(): Promise<readonly Line[]>
}

/** Every way in that is played here beside SMS. `dataDir` is where the app keeps the key for apps. */
export function otherWays(app: App, dataDir: string): readonly OtherWay[] {
  const { player, twilio, mail, x, bluesky, url } = app
  const caller = callers[0]
  return [
    ...(player === null || twilio?.from == null || caller === undefined
      ? []
      : [
          {
            title: 'A call',
            async play() {
              const call = await startCall(player, {
                accountSid: twilio.accountSid,
                from: '+16175550151',
                to: twilio.from ?? '',
              })
              await playSteps(call, caller.steps, silentRecording())
              return spokenBy(call.events)
            },
          },
        ]),
    ...(mail === null
      ? []
      : [
          {
            title: 'A mail',
            async play() {
              const from = 'someone@residents.example'
              const text = 'Hello,\n\nthere is a huge pothole in front of 123 Tremont St.\n\nThank you'
              await mail.deliver(from, 'Pothole', text, [], { authenticated: true })
              const answer = await first(() => mail.mailbox(from)[0])
              return both(`Subject: Pothole\n${text}`, `Subject: ${answer.subject}\n${answer.text}`)
            },
          },
        ]),
    ...(x === null
      ? []
      : [
          {
            title: 'A post on X',
            async play() {
              const text = '@BOS311 huge pothole in front of 123 Tremont St'
              x.post('resident_a', text)
              return both(text, (await first(() => x.replies().find(({ to }) => to === 'resident_a'))).text)
            },
          },
        ]),
    ...(bluesky === null
      ? []
      : [
          {
            title: 'A post on Bluesky',
            async play() {
              const [who, text] = [
                'resident-a.example',
                '@bos311.example huge pothole in front of 123 Tremont St',
              ]
              bluesky.post(who, text)
              return both(text, (await first(() => bluesky.replies().find(({ to }) => to === who))).text)
            },
          },
        ]),
    ...(url === null
      ? []
      : [
          {
            title: 'The page, in Haitian Creole',
            async play() {
              const text = 'Gen yon gwo twou nan lari a'
              const fields = { words: text, address: '123 Tremont St' }
              const answer = await reportByBrowser(url, 'ht', fields)
              return both(`${text} · ${fields.address}`, answer.text)
            },
          },
          {
            title: 'An app (Open311)',
            async play() {
              const description = 'huge pothole'
              const key = (await readFile(join(dataDir, 'open311-key'), 'utf8')).trim()
              const answer = await fileByApp(url, key, {
                service_code: 'pothole',
                address_string: '123 Tremont St',
                description,
              })
              return both(description, `${answer.reference ?? ''} ${answer.text}`.trim())
            },
          },
        ]),
  ]
}

const both = (resident: string, answer: string): readonly Line[] => [
  { who: 'resident', text: resident },
  { who: '311', text: answer },
]

/** Waits for what comes. Throws where nothing does. */
async function first<T>(look: () => T | undefined): Promise<T> {
  const deadline = Date.now() + answerWithinMs
  for (;;) {
    const found = look()
    if (found !== undefined) return found
    if (Date.now() > deadline) throw new Error(`no answer within ${answerWithinMs} ms`)
    await sleep(50)
  }
}
