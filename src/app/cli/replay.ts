/**
 * `npm run replay -- FILE`: sends one recorded delivery through the real webhook of the running gateway and
 * prints what it answered. FILE is JSON: `{"path": "/webhooks/twilio/sms", "form": {"From": "+1…", …}}`, or with
 * `json` or `text` in place of `form`. Signed with the secrets of the environment or of the sandbox.
 * @module
 */
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { asAppError } from '../../core/errors.ts'
import { configFromProcess } from '../environment.ts'
import { Recording, signerOf } from '../signers.ts'
import { usage } from './ledger.ts'

const [file] = process.argv.slice(2)
if (file === undefined) usage('usage: npm run replay -- FILE')
const content = await readFile(file, 'utf8')
  .then((text): unknown => JSON.parse(text))
  .catch((error: unknown) =>
    usage(`${file} can't be read: ${error instanceof Error ? error.message : String(error)}`),
  )
const recording = Recording.safeParse(content)
if (!recording.success) usage(`${file} is no recorded delivery:\n${z.prettifyError(recording.error)}`)
const { path } = recording.data
const config = configFromProcess('all')
const sign = signerOf(path)
if (sign === null) usage(`Nothing in src/app/signers.ts signs for ${path}.`)
const here = `http://${config.HOST}:${config.PORT}`
const signed = await sign(config, recording.data, `${config.PUBLIC_URL ?? here}${path}`).catch(
  (error: unknown) => usage(`${file} can't be signed: ${asAppError(error).message}`),
)
if (signed === null) usage(`The channel of ${path} is off; npm run doctor says what turns it on.`)
const answer = await fetch(`${here}${path}`, { method: 'POST', ...signed }).catch((error: unknown) =>
  usage(
    `No gateway at ${here}: ${error instanceof Error ? error.message : String(error)}. Start one with npm start.`,
  ),
)
process.stdout.write(`HTTP ${answer.status}\n${await answer.text()}\n`)
if (!answer.ok) process.exitCode = 1
