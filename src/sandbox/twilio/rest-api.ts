/**
 * Twilio's REST API, as much of it as a text message needs, and the host its files come from.
 * https://www.twilio.com/docs/messaging/api
 * @module
 */
import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { type Context, Hono } from 'hono'
import type { PlayerState } from './player.ts'
import { type ErrorNumber, errors, refusal } from './rules.ts'
import type { Fault, PlayedMessage } from './types.ts'

/** Twilio's shape of an error. https://www.twilio.com/docs/usage/twilios-response#response-formats-exceptions */
function problem(c: Context, code: ErrorNumber): Response {
  const [status, message] = errors[code]
  return c.json({ code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status }, status)
}

/** Short-lived URLs of files live this long at Twilio. https://help.twilio.com/articles/223183748 */
const linkMs = 4 * 60 * 60 * 1000

export function restApi(state: PlayerState): Hono {
  const { options, log, faults } = state
  const app = new Hono()
  const expected = `Basic ${Buffer.from(`${options.accountSid}:${options.authToken}`).toString('base64')}`
  const links = new Map<string, { readonly file: string; readonly until: number }>()

  app.use('/2010-04-01/*', async (c, next) => {
    if (c.req.header('authorization') !== expected) return problem(c, 20003)
    return next()
  })

  app.post('/2010-04-01/Accounts/:account/Messages.json', async (c) => {
    if (c.req.param('account') !== options.accountSid) return problem(c, 20404)
    const fault = faults.shift() ?? null
    const early = await meet(c, fault)
    if (early !== null) return early
    const form = new URLSearchParams(await c.req.text())
    const refused = refusal(form, state.blocked)
    if (refused !== null) return problem(c, refused)
    const message = messageOf(form)
    log.put(message)
    state.send(message, form.get('StatusCallback'))
    if (fault?.kind === 'lost-answer') return cut(c)
    return c.json(resource(message), 201)
  })

  // https://www.twilio.com/docs/messaging/api/message-resource#read-multiple-message-resources
  app.get('/2010-04-01/Accounts/:account/Messages.json', (c) => {
    if (c.req.param('account') !== options.accountSid) return problem(c, 20404)
    const { To, From, PageSize } = c.req.query()
    const fits = (m: PlayedMessage) =>
      (To === undefined || m.to === To) && (From === undefined || m.from === From)
    const size = Math.min(1_000, Math.max(1, Number(PageSize) || 50))
    const latest = log.all().filter(fits).toReversed().slice(0, size)
    return c.json({ page: 0, page_size: size, messages: latest.map((m) => resource(m)) })
  })

  app.get('/2010-04-01/Accounts/:account/Messages/:message/Media/:media', (c) => {
    const file = log.file(c.req.param('media'))
    if (c.req.param('account') !== options.accountSid) return problem(c, 20404)
    if (file === null || file.messageSid !== c.req.param('message')) return problem(c, 20404)
    const key = state.newSid('ME').slice(2)
    links.set(key, { file: file.sid, until: options.clock.now() + linkMs })
    if (links.size > 10_000) links.delete(links.keys().next().value ?? '')
    return c.redirect(`${options.cdnUrl()}/cdn/${key}`, 307)
  })

  // A recording is the call's, so no message stands in its address. With an ending it comes in that form.
  app.get('/2010-04-01/Accounts/:account/Recordings/:recording', (c) => {
    const file = log.file(c.req.param('recording').replace(/\.(?:mp3|wav)$/, ''))
    if (c.req.param('account') !== options.accountSid || file === null) return problem(c, 20404)
    return c.body(Uint8Array.from(file.bytes), 200, { 'content-type': file.type })
  })

  // The link is the permission. As at S3, a second one is an error: our credentials do not belong here.
  app.get('/cdn/:key', (c) => {
    if (c.req.header('authorization') !== undefined) return c.text('Only one auth mechanism allowed', 400)
    const link = links.get(c.req.param('key'))
    const file = link && link.until > options.clock.now() ? log.file(link.file) : null
    if (file === null) return c.text('Access denied', 403)
    return c.body(Uint8Array.from(file.bytes), 200, { 'content-type': file.type })
  })

  app.notFound((c) => problem(c, 20404))

  function messageOf(form: URLSearchParams): PlayedMessage {
    const service = form.get('MessagingServiceSid')
    return {
      sid: state.newSid('SM'),
      direction: 'outbound-api',
      from: form.get('From') ?? service ?? '',
      to: form.get('To') ?? '',
      body: form.get('Body') ?? '',
      files: form.getAll('MediaUrl').map((url) => ({ url, type: '' })),
      status: service ? 'accepted' : 'queued',
      errorCode: null,
      at: options.clock.now(),
      byTwilio: false,
    }
  }

  function resource(message: PlayedMessage) {
    const date = new Date(message.at).toUTCString()
    return {
      account_sid: options.accountSid,
      api_version: '2010-04-01',
      body: message.body,
      date_created: date,
      date_sent: null,
      date_updated: date,
      direction: message.direction,
      error_code: null,
      error_message: null,
      from: message.from.startsWith('MG') ? null : message.from,
      messaging_service_sid: message.from.startsWith('MG') ? message.from : null,
      num_media: String(message.files.length),
      num_segments: '1',
      price: null,
      price_unit: null,
      sid: message.sid,
      status: message.status,
      to: message.to,
      uri: `/2010-04-01/Accounts/${options.accountSid}/Messages/${message.sid}.json`,
    }
  }
  return app
}

/** What a fault answers before the message is looked at, or null. */
async function meet(c: Context, fault: Fault | null): Promise<Response | null> {
  if (fault?.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, fault.ms))
  if (fault?.kind === 'error') return c.text('upstream trouble', fault.status)
  if (fault?.kind !== 'rate-limited') return null
  c.header('Retry-After', String(fault.retryAfterS))
  return problem(c, 20429)
}

/** Ends the connection in place of an answer. Without a real connection (app.request) it throws. */
function cut(c: Context): Response {
  const { outgoing } = c.env as HttpBindings
  outgoing.destroy()
  return RESPONSE_ALREADY_SENT
}
