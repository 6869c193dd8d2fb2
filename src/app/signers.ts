/**
 * Recorded deliveries (fixtures/), and how `npm run replay` signs each as its provider would.
 * @module
 */
import { z } from 'zod'
import { workFor } from '../../channels/web/index.ts'
import { AppError } from '../core/errors.ts'
import { signature } from '../sandbox/twilio/index.ts'
import type { Config } from './config.ts'
import { keyIn } from './open311-sandbox.ts'
import { keysIn } from './sandbox.ts'

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

/** By the beginning of the path: one line per provider. */
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
}

/** Who signs for this path, or null. */
export const signerOf = (path: string): Signer | null =>
  Object.entries(signers).find(([start]) => path.startsWith(start))?.[1] ?? null
