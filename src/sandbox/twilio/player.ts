/**
 * Plays Twilio Messaging as its documentation says: takes messages, delivers residents' messages, acts on STOP.
 * @module
 */
import { randomBytes } from 'node:crypto'
import { callbackQueue } from './callbacks.ts'
import { inboundForm, statusForm } from './forms.ts'
import { type MessageLog, messageLog } from './log.ts'
import { NoConnection, postForm } from './post-form.ts'
import { restApi } from './rest-api.ts'
import { defaultAnswers, optOutTypeOf } from './rules.ts'
import { type Form, signature } from './signature.ts'
import type {
  Delivered,
  Fault,
  PlayedMessage,
  PlayerOptions,
  ResidentMessage,
  TwilioPlayer,
} from './types.ts'

const smsPath = '/webhooks/twilio/sms'
/** Forgotten first is what came first. */
const maxSids = 10_000

/** Everything the REST API shares with the phones' side. */
export interface PlayerState {
  readonly options: PlayerOptions
  readonly log: MessageLog
  readonly faults: Fault[]
  newSid(prefix: 'SM' | 'MM' | 'ME'): string
  blocked(from: string, to: string): boolean
  /** Sends `sent` and what comes of it, with callbacks where they are wanted. */
  send(message: PlayedMessage, callbackUrl: string | null): void
}

export function twilioPlayer(options: PlayerOptions): TwilioPlayer {
  const log = messageLog()
  const faults: Fault[] = []
  const outcomes = new Map<string, { readonly status: string; readonly errorCode: string }>()
  const optedOut = new Set<string>()
  const sentForms = new Map<string, Form>()
  const callbacks = callbackQueue()
  const random = options.random ?? (() => randomBytes(16).toString('hex'))
  const pair = (from: string, to: string) => `${options.messagingServiceSid ?? from} ${to}`
  const newSid = (prefix: string) => `${prefix}${random()}`

  async function postSigned(url: string, signedUrl: string, form: Form): Promise<Delivered> {
    const body = new URLSearchParams(form.map(([name, value]): [string, string] => [name, value])).toString()
    const headers = {
      'x-twilio-signature': signature(options.authToken, signedUrl, form),
      'i-twilio-idempotency-token': random(),
    }
    const attempt = () => postForm(url, body, headers)
    const answer = await attempt().catch((error: unknown) => {
      if (error instanceof NoConnection) return attempt()
      throw error
    })
    const taken = answer.status >= 200 && answer.status < 300
    const readable = answer.body === '' || /xml|text\/plain/.test(answer.type)
    const sid = form.find(([name]) => name === 'MessageSid')?.[1] ?? ''
    return {
      sid,
      status: answer.status,
      body: answer.body,
      problem: !taken ? 11200 : readable ? null : 12300,
    }
  }
  function post(path: string, form: Form): Promise<Delivered> {
    const root = options.gatewayUrl()
    return postSigned(`${root}${path}`, `${options.publicUrl ?? root}${path}`, form)
  }

  function say(from: string, to: string, body: string, byTwilio: boolean): void {
    const message = {
      sid: newSid('SM'),
      direction: 'outbound-reply',
      from,
      to,
      body,
      files: [],
      status: 'queued',
      errorCode: null,
      at: options.clock.now(),
      byTwilio,
    } as const
    log.put(message)
    send(message, null)
  }

  /** Twilio's own handling. Answers what it told, for `OptOutType`. */
  function actOnKeyword({ from, to, text }: ResidentMessage): string | null {
    const type = optOutTypeOf(text)
    if (type === null) return null
    const key = pair(to, from)
    const wasOut = optedOut.has(key)
    if (type === 'STOP') optedOut.add(key)
    if (type === 'START') optedOut.delete(key)
    // YES opts in again, but to someone who never left it is only a yes.
    const silent = (type === 'START' && !wasOut && /^\s*yes\s*$/i.test(text)) || (type === 'HELP' && wasOut)
    if (!silent) say(to, from, defaultAnswers[type], true)
    return options.advancedOptOut && !silent ? type : null
  }

  async function deliver(message: ResidentMessage): Promise<Delivered> {
    const sid = message.sid ?? newSid(message.files?.length ? 'MM' : 'SM')
    const optOutType = actOnKeyword(message)
    const files = (message.files ?? []).map((file) => {
      const fileSid = newSid('ME')
      log.keepFile({ sid: fileSid, messageSid: sid, ...file })
      const account = `${options.apiUrl()}/2010-04-01/Accounts/${options.accountSid}`
      return { type: file.type, url: `${account}/Messages/${sid}/Media/${fileSid}` }
    })
    const form = inboundForm(message, sid, files, { ...options, optOutType })
    sentForms.set(sid, form)
    if (sentForms.size > maxSids) sentForms.delete(sentForms.keys().next().value ?? '')
    const { from, to, text: body } = message
    const at = options.clock.now()
    log.put({
      sid,
      direction: 'inbound',
      from,
      to,
      body,
      files,
      status: 'received',
      errorCode: null,
      at,
      byTwilio: false,
    })
    const delivered = await post(smsPath, form)
    if (delivered.problem === null)
      for (const text of twimlMessages(delivered.body)) say(to, from, text, false)
    return delivered
  }

  function send(message: PlayedMessage, callbackUrl: string | null): void {
    callbacks.add(async () => {
      const end = outcomes.get(message.to) ?? { status: 'delivered', errorCode: null }
      for (const { status, errorCode } of [{ status: 'sent', errorCode: null }, end]) {
        log.move(message.sid, status, errorCode)
        if (callbackUrl === null) continue
        const form = statusForm({ ...message, status, errorCode }, options.accountSid)
        await postSigned(atGateway(callbackUrl), callbackUrl, form)
      }
    })
  }
  /** A callback to the public root goes to the gateway itself: this machine may not see the proxy. */
  function atGateway(url: string): string {
    const root = options.publicUrl
    return root && url.startsWith(root) ? `${options.gatewayUrl()}${url.slice(root.length)}` : url
  }

  const state: PlayerState = {
    options,
    log,
    faults,
    newSid,
    blocked: (from, to) => optedOut.has(pair(from, to)),
    send,
  }
  return {
    app: restApi(state),
    deliver,
    redeliver(sid) {
      const form = sentForms.get(sid)
      if (form === undefined) throw new Error('no message has this sid')
      return post(smsPath, form)
    },
    post,
    keepRecording(bytes) {
      const sid = newSid('RE')
      log.keepFile({ sid, messageSid: '', type: 'audio/wav', bytes })
      return { sid, url: `${options.apiUrl()}/2010-04-01/Accounts/${options.accountSid}/Recordings/${sid}` }
    },
    messages: log.all,
    subscribe: log.subscribe,
    watch(listener) {
      const seen = new Set<string>()
      return log.subscribe(({ sid, direction, to, body: text, at, status, errorCode }) => {
        if (direction === 'inbound') return
        if (seen.size > maxSids) seen.delete(seen.values().next().value ?? '')
        if (seen.has(sid)) return listener({ kind: 'status', id: sid, status, errorCode })
        seen.add(sid)
        listener({ kind: 'reply', id: sid, to, text, at })
      })
    },
    fault(fault, times = 1) {
      for (let count = 0; count < times; count += 1) faults.push(fault)
    },
    outcome: (to, status, errorCode) => void outcomes.set(to, { status, errorCode }),
    idle: callbacks.idle,
    reset() {
      log.clear()
      faults.length = 0
      outcomes.clear()
      optedOut.clear()
      sentForms.clear()
    },
  }
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Texts of `<Message>` verbs. https://www.twilio.com/docs/messaging/twiml/message */
function twimlMessages(xml: string): readonly string[] {
  return [...xml.matchAll(/<Message(?:\s[^>]*)?>([\s\S]*?)<\/Message>/g)].map(([, inner = '']) => {
    const text = /<Body>([\s\S]*?)<\/Body>/.exec(inner)?.[1] ?? inner
    return text.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole)
  })
}
