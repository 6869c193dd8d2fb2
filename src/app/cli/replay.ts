/**
 * `npm run replay -- FILE`: sends one recorded delivery through the real webhook of the running gateway and
 * prints what it answered. FILE is JSON: `{"path": "/webhooks/twilio/sms", "form": {"From": "+1…", …}}`.
 * It is signed with the account's token, of the environment or of the sandbox.
 * @module
 */
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { signature } from '../../sandbox/twilio/index.ts'
import { configFromProcess } from '../environment.ts'
import { keysIn } from '../sandbox.ts'
import { usage } from './ledger.ts'

const Recording = z.object({
  path: z.string().startsWith('/webhooks/'),
  form: z.record(z.string(), z.string()),
})

const [file] = process.argv.slice(2)
if (file === undefined) usage('usage: npm run replay -- FILE')
const content = await readFile(file, 'utf8')
  .then((text): unknown => JSON.parse(text))
  .catch((error: unknown) =>
    usage(`${file} can't be read: ${error instanceof Error ? error.message : String(error)}`),
  )
const recording = Recording.safeParse(content)
if (!recording.success) usage(`${file} is no recorded delivery:\n${z.prettifyError(recording.error)}`)
const { path, form } = recording.data
const config = configFromProcess('all')
const account = config.twilio ?? { ...(await keysIn(config.DATA_DIR)), authTokens: null }
const token = account.authTokens === null ? account.authToken : (account.authTokens[0] ?? '')
const here = `http://${config.HOST}:${config.PORT}`
const signedUrl = `${config.PUBLIC_URL ?? here}${path}`
const fields = { ...form, AccountSid: account.accountSid }
const answer = await fetch(`${here}${path}`, {
  method: 'POST',
  headers: { 'x-twilio-signature': signature(token, signedUrl, Object.entries(fields)) },
  body: new URLSearchParams(fields),
}).catch((error: unknown) =>
  usage(
    `No gateway at ${here}: ${error instanceof Error ? error.message : String(error)}. Start one with npm start.`,
  ),
)
process.stdout.write(`HTTP ${answer.status}\n${await answer.text()}\n`)
if (!answer.ok) process.exitCode = 1
