/**
 * Recorded deliveries (fixtures/), and how `npm run replay` signs each as its provider would.
 * @module
 */
import { createHmac, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { workFor } from '../../channels/web/index.ts'
import { AppError } from '../core/errors.ts'
import { signature } from '../sandbox/twilio/index.ts'
import { eventSignature } from '../sandbox/x/index.ts'
import type { Config, Email } from './config.ts'
import { keyIn } from './open311-sandbox.ts'
import { keysIn } from './sandbox.ts'
import { xKeysIn } from './x-sandbox.ts'

const bodies = ['form', 'json', 'text'] as const

/** One delivery as its provider sent it, unsigned: the path of its webhook, and its body in one of three ways. */
export const Recording = z
  .object({
    path: z
      .string()
      .regex(/^\/(?:webhooks|report|open311\/v2)\//)
      .or(z.literal('/report')),
    form: z.record(z.string(), z.string()).optional(),
    json: z.json().optional(),
    /** Byte for byte, for what is neither: raw mail, XML. */
    text: z.string().optional(),
  })
  .refine((recording) => bodies.filter((name) => recording[name] !== undefined).length === 1, {
    error: 'needs one of form, json and text, and only one',
  })
export type Recording = z.infer<typeof Recording>

export interface Signed {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}
/**
 * Signs a recording that is sent to `url`, the webhook as its provider knows it. Null: the channel is off, there is
 * nothing to sign with. Throws AppError `malformed` where the provider sends no such body.
 */
export type Signer = (config: Config, recording: Recording, url: string) => Promise<Signed | null>

/** Keys of a door for mail: those that are set, or the sandbox's where e-mail is not configured. */
async function keyOf(
  { email, DATA_DIR }: Config,
  of: (email: Email) => readonly string[],
  user = '',
): Promise<readonly string[]> {
  return email === null ? [`${user}${(await keysIn(DATA_DIR)).authToken}`] : of(email)
}

/** By the beginning of the path, the longest first: one line per provider. */
const signers: Readonly<Record<string, Signer>> = {
  // A form needs a token of a running gateway: it is taken from the page, as a browser does.
  '/report': async (_, { form }, url) => {
    if (form === undefined) throw new AppError('malformed', 'the page sends forms')
    const page = await fetch(url).then(
      (answer) => answer.text(),
      () => '',
    )
    const token = /name="token" value="([^"]+)"/.exec(page)?.[1]
    if (token === undefined) return null
    return {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ ...form, token, work: workFor(token, form.id ?? '') }).toString(),
    }
  },
  '/open311/v2/': async ({ OPEN311_SERVER_KEYS, DATA_DIR }, { form }) => {
    if (form === undefined) throw new AppError('malformed', 'apps send forms')
    const fields = { ...form, api_key: OPEN311_SERVER_KEYS?.[0] ?? (await keyIn(DATA_DIR)) }
    return {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    }
  },
  '/webhooks/email/sendgrid': async ({ email }) => {
    if (email === null) return null
    throw new AppError(
      'misconfigured',
      'SendGrid signs with a key that it keeps: we have its public half only',
    )
  },
  '/webhooks/email/mailgun': async (config, { form }) => {
    if (form === undefined) throw new AppError('malformed', 'Mailgun sends forms')
    const [key] = await keyOf(config, ({ mailgunKeys }) => mailgunKeys)
    if (key === undefined) return null
    const timestamp = String(Math.floor(Date.now() / 1_000))
    const token = randomBytes(25).toString('hex')
    const signature = createHmac('sha256', key)
      .update(timestamp + token)
      .digest('hex')
    return {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ ...form, timestamp, token, signature }).toString(),
    }
  },
  '/webhooks/email/postmark': async (config, { json }) => {
    if (json === undefined) throw new AppError('malformed', 'Postmark sends JSON')
    const [login] = await keyOf(config, ({ postmarkLogins }) => postmarkLogins, 'sandbox:')
    if (login === undefined) return null
    return {
      headers: {
        'content-type': 'application/json',
        authorization: `Basic ${Buffer.from(login).toString('base64')}`,
      },
      body: JSON.stringify(json),
    }
  },
  '/webhooks/email': async (config, { text }) => {
    if (text === undefined) throw new AppError('malformed', 'a mail is text, byte for byte')
    const [token] = await keyOf(config, ({ webhookTokens }) => webhookTokens)
    return token === undefined
      ? null
      : { headers: { 'content-type': 'message/rfc822', authorization: `Bearer ${token}` }, body: text }
  },
  '/webhooks/twilio/': async ({ twilio, DATA_DIR }, { form }, url) => {
    if (form === undefined) throw new AppError('malformed', 'Twilio sends forms')
    const sandbox = twilio === null ? await keysIn(DATA_DIR) : null
    const token = twilio?.authTokens[0] ?? sandbox?.authToken ?? ''
    const fields = { ...form, AccountSid: twilio?.accountSid ?? sandbox?.accountSid ?? '' }
    return {
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': signature(token, url, Object.entries(fields)),
      },
      body: new URLSearchParams(fields).toString(),
    }
  },
  '/webhooks/x': async ({ x, DATA_DIR }, { json, text }) => {
    const body = text ?? JSON.stringify(json)
    if (body === undefined) throw new AppError('malformed', 'X sends JSON')
    const secret = x?.appSecret ?? (await xKeysIn(DATA_DIR)).appSecret
    return {
      headers: {
        'content-type': 'application/json',
        'x-twitter-webhooks-signature': eventSignature(secret, body),
      },
      body,
    }
  },
}

/** Who signs for this path, or null. */
export const signerOf = (path: string): Signer | null =>
  Object.entries(signers).find(([start]) => path.startsWith(start))?.[1] ?? null
