/**
 * What the Worker is given (wrangler.toml and its secret), checked at the door that needs it.
 * @module
 */
// As a namespace: with `{ z }` the bundle is three times as large.
import * as z from 'zod'
import type { LineCalls } from './line.ts'
import type { Objects, Sender } from './runtime.ts'
import type { DeadLetter, Wake } from './wake.ts'

export interface Env {
  readonly LINE: Objects<LineCalls>
  readonly RELAY: Sender<Wake>
  readonly DEAD: Sender<DeadLetter>
  /** Root of the gateway as the Worker reaches it. */
  readonly ORIGIN?: string
  /** The Worker's own root, as providers know it. */
  readonly PUBLIC_URL?: string
  /** Secret. Several, comma-separated, during a rotation. */
  readonly TWILIO_AUTH_TOKEN?: string
  /** E.164. Where a caller is transferred while the gateway is away. */
  readonly AGENT_PHONE?: string
}

const root = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''))
const tokens = z
  .string()
  .transform((list) =>
    list
      .split(',')
      .map((token) => token.trim())
      .filter(Boolean),
  )
  .refine((list) => list.length > 0)
const e164 = z.string().regex(/^\+[1-9]\d{6,14}$/)

/** What the doors of Twilio need. */
export interface TwilioSettings {
  readonly origin: string
  readonly publicUrl: string
  readonly authTokens: readonly string[]
}

/** Root of the gateway without a slash at the end; null where it is missing or no URL. */
export const originOf = (env: Pick<Env, 'ORIGIN'>): string | null => root.safeParse(env.ORIGIN).data ?? null

/** All of it, or the names of what is missing or wrong. */
export function twilioSettings(env: Env): TwilioSettings | { readonly missing: readonly string[] } {
  const origin = originOf(env)
  const publicUrl = root.safeParse(env.PUBLIC_URL).data ?? null
  const authTokens = tokens.safeParse(env.TWILIO_AUTH_TOKEN).data ?? null
  if (origin !== null && publicUrl !== null && authTokens !== null) return { origin, publicUrl, authTokens }
  const named = { ORIGIN: origin, PUBLIC_URL: publicUrl, TWILIO_AUTH_TOKEN: authTokens }
  return { missing: Object.entries(named).flatMap(([name, value]) => (value === null ? [name] : [])) }
}

/** The number callers are transferred to; null where it is not set or no number, which is then said in the log. */
export function agentPhone(env: Pick<Env, 'AGENT_PHONE'>): {
  readonly phone: string | null
  readonly wrong: boolean
} {
  const given = env.AGENT_PHONE?.trim() ?? ''
  const phone = e164.safeParse(given).data ?? null
  return { phone, wrong: phone === null && given !== '' }
}
