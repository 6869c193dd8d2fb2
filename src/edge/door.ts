/**
 * Which door a request came to, and what it is answered.
 * @module
 */
import { bodyOf } from './body.ts'
import { fieldOf, formFields } from './form.ts'
import { keep } from './keep.ts'
import { log } from './log.ts'
import { pass } from './relay.ts'
import type { Afterwards } from './runtime.ts'
import type { Env, TwilioSettings } from './settings.ts'
import { agentPhone, originOf, twilioSettings } from './settings.ts'
import { isSigned, pathBelow } from './signature.ts'
import {
  awayTwiml,
  emptyTwiml,
  recordedPath,
  thanksTwiml,
  transferredPath,
  transferredTwiml,
} from './voice.ts'

const voicePath = '/webhooks/twilio/voice'
/** Kept and handed on later. Everything else is relayed while the provider waits. */
const keptDoors: ReadonlySet<string> = new Set([
  '/webhooks/twilio/sms',
  '/webhooks/twilio/sms/status',
  `${voicePath}/status`,
  `${voicePath}/recording`,
  recordedPath,
])

/** Below the read timeout that channels/sms/README.md sets at Twilio, so that our 503 arrives before it hangs up. */
const passWithinMs = 4_000
/** Twilio gives a call 15 s and no more; what comes after this is silence to the caller. */
const callWithinMs = 8_000

/** One request. */
export async function answer(request: Request, env: Env, ctx: Afterwards): Promise<Response> {
  const url = new URL(request.url)
  const prefix = URL.canParse(env.PUBLIC_URL ?? '')
    ? new URL(env.PUBLIC_URL ?? '').pathname.replace(/\/+$/, '')
    : ''
  const door = pathBelow(url.pathname, prefix)
  if (isPage(door)) return toPage(request, env, `${door}${url.search}`)
  if (!door.startsWith('/webhooks/')) return plain(404, 'Nothing is here.')
  const isCall = door === voicePath || door.startsWith(`${voicePath}/`)
  if (keptDoors.has(door) || isCall)
    return atTwilioDoor(request, env, ctx, { door, path: `${door}${url.search}` })
  if (request.method !== 'POST' && request.method !== 'GET')
    return plain(405, 'Webhooks come by GET or POST.', { allow: 'GET, POST' })
  const origin = originOf(env)
  if (origin === null) return misconfigured(['ORIGIN'])
  const body = request.method === 'GET' ? null : await bodyOf(request)
  if (body === null && request.method !== 'GET') return tooLarge(door)
  return (await pass(origin, { request, path: `${door}${url.search}`, body }, passWithinMs)) ?? away()
}

/**
 * What people and programs open below our public address, so that the links we give away lead somewhere. The gateway's
 * own health, metrics and sandbox are nobody's business out here.
 */
const isPage = (door: string): boolean =>
  door === '/' || /^\/(?:agent|api|media|open311|photo|report|status)(?:\/|$)/.test(door)

/** Passed through as it comes, also streams that do not end. */
async function toPage(request: Request, env: Env, path: string): Promise<Response> {
  const origin = originOf(env)
  if (origin === null) return misconfigured(['ORIGIN'])
  try {
    return await fetch(new Request(`${origin}${path}`, request), { redirect: 'manual' })
  } catch {
    return away()
  }
}

/** Twilio's: nothing goes on that its signature does not cover. */
async function atTwilioDoor(
  request: Request,
  env: Env,
  ctx: Afterwards,
  { door, path }: { readonly door: string; readonly path: string },
): Promise<Response> {
  if (request.method !== 'POST') return plain(405, 'Twilio posts here.', { allow: 'POST' })
  const settings = twilioSettings(env)
  if ('missing' in settings) return misconfigured(settings.missing)
  const body = await bodyOf(request)
  if (body === null) return tooLarge(door)
  const text = new TextDecoder().decode(body)
  const signature = request.headers.get('x-twilio-signature') ?? ''
  if (!(await isSigned({ url: request.url, signature, body: text }, settings))) {
    log('delivery.refused', { door, status: 403, reason: "not signed with the account's token" })
    return plain(403, 'the sender could not be verified')
  }
  const fields = formFields(text)
  if (door === transferredPath) {
    const status = fieldOf(fields, 'DialCallStatus')
    log('call.answered', { with: status === 'completed' ? 'end' : 'record' })
    return asXml(transferredTwiml(settings.publicUrl, status))
  }
  if (!keptDoors.has(door)) return inCall(request, env, settings, { path, body })
  const { headers } = request
  if (!(await keep(env, { path, headers, body, fields, at: Date.now() }, ctx))) return away()
  // The status callback of a recording is no part of the call.
  if (door !== recordedPath || fieldOf(fields, 'RecordingStatus') !== '') return asXml(emptyTwiml)
  log('call.answered', { with: 'thanks' })
  return asXml(thanksTwiml())
}

/** The gateway's words, or fixed ones: a caller must never hear that an application error has occurred. */
async function inCall(
  request: Request,
  env: Env,
  { origin, publicUrl }: TwilioSettings,
  { path, body }: { readonly path: string; readonly body: Uint8Array<ArrayBuffer> },
): Promise<Response> {
  const said = await pass(origin, { request, path, body }, callWithinMs)
  // Its words must have arrived as a whole before they count.
  const words = said === null || said.status >= 400 ? null : await said.arrayBuffer().catch(() => null)
  if (said !== null && words !== null)
    return new Response(words.byteLength === 0 ? null : words, { status: said.status, headers: said.headers })
  const { phone, wrong } = agentPhone(env)
  if (wrong) log('edge.misconfigured', { missing: ['AGENT_PHONE'] })
  log('call.answered', { with: phone === null ? 'record' : 'transfer' })
  return asXml(awayTwiml(publicUrl, phone))
}

const plain = (status: number, text: string, headers: Record<string, string> = {}): Response =>
  new Response(`${text}\n`, { status, headers: { 'content-type': 'text/plain', ...headers } })

const asXml = (text: string): Response =>
  new Response(text, { headers: { 'content-type': 'text/xml; charset=utf-8' } })

const away = (): Response => plain(503, 'the gateway does not answer', { 'retry-after': '5' })

function tooLarge(door: string): Response {
  log('delivery.refused', { door, status: 413, reason: 'too large' })
  return plain(413, 'the body is larger than this door takes')
}

function misconfigured(missing: readonly string[]): Response {
  log('edge.misconfigured', { missing })
  return plain(503, 'this door is not set up', { 'retry-after': '60' })
}
