/**
 * What the Worker's tests share: a gateway that is played, a queue that only remembers, signed requests.
 * @module
 */
import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { vi } from 'vitest'
import { deliveryId, lineName } from '../../../src/edge/delivery.ts'
import { answer } from '../../../src/edge/door.ts'
import { formFields } from '../../../src/edge/form.ts'
import type { LineCalls } from '../../../src/edge/line.ts'
import type { Sender } from '../../../src/edge/runtime.ts'
import type { Env } from '../../../src/edge/settings.ts'
import type { DeadLetter, Wake } from '../../../src/edge/wake.ts'
import { type Form, signature } from '../../../src/sandbox/twilio/signature.ts'

export const root = 'https://311.example.org'
export const token = 'a-token-of-the-test'
export const resident = '+16175550123'
export const ours = '+16175550100'
export const sms = '/webhooks/twilio/sms'

/** For what happens by itself, on a machine that has other things to do. */
export const patience = { timeout: 15_000, interval: 20 } as const

export interface Posted {
  readonly method: string
  readonly url: string
  readonly headers: Headers
  readonly body: Uint8Array
  readonly text: string
  readonly redirect: string
}

/** In place of the network. What `says` throws is a gateway that does not answer. Undo: vi.restoreAllMocks(). */
export function gateway(says: (posted: Posted) => Response | Promise<Response> = () => new Response('ok')) {
  const posted: Posted[] = []
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const request = new Request(input, init)
    const body = new Uint8Array(await request.arrayBuffer())
    const { method, url, headers, redirect } = request
    const one = { method, url, headers, redirect, body, text: new TextDecoder().decode(body) }
    posted.push(one)
    const ended = new Promise<never>((_, reject) =>
      init?.signal?.addEventListener('abort', () => reject(new Error('aborted'))),
    )
    return Promise.race([says(one), ended])
  })
  return { posted, bodies: () => posted.map((one) => new URLSearchParams(one.text).get('Body')) }
}
/** A gateway that a test plays, with a name for it. */
export type Played = readonly [what: string, says: () => Response]
/** Nobody listens. */
export const nobody = (): never => {
  throw new TypeError('connection refused')
}

/** A gateway that answers every request with one of these. */
export const saying = (...statuses: readonly number[]): readonly Played[] =>
  statuses.map((status) => [`says ${status}`, () => new Response(null, { status })])

/** A queue that keeps what it is given, or takes nothing. */
export function queue<Body>(takes = true) {
  const sent: Body[] = []
  const sender: Sender<Body> = {
    async send(body) {
      if (!takes) throw new Error('the queue is away')
      sent.push(body)
    },
  }
  return { sent, sender }
}

/** The Worker's own settings and bindings, with the queue that wakes lines in the hand of the test. */
export function porch(more: Partial<Record<keyof Env, unknown>> = {}) {
  const relay = queue<Wake>()
  const later: Promise<unknown>[] = []
  const edge = { ...env, RELAY: relay.sender, ...more } as Env
  return {
    woken: relay.sent,
    edge,
    /** Everything that went on after the answer. */
    done: () => Promise.all(later),
    ask: (request: Request) => answer(request, edge, { waitUntil: (work) => void later.push(work) }),
  }
}

export const message = (body: string, fields: Readonly<Record<string, string>> = {}): Form =>
  Object.entries({
    MessageSid: `SM${Array.from(body, (c) => c.charCodeAt(0).toString(16))
      .join('')
      .padStart(32, '0')}`,
    AccountSid: `AC${'0'.repeat(32)}`,
    From: resident,
    To: ours,
    Body: body,
    ...fields,
  })

/** As Twilio posts it. `wrong` changes the token, or adds headers. */
export function signed(
  path: string,
  form: Form,
  wrong: { readonly token?: string; readonly headers?: Readonly<Record<string, string>> } = {},
): Request {
  return new Request(`${root}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
      'x-twilio-signature': signature(wrong.token ?? token, `${root}${path}`, form),
      ...wrong.headers,
    },
    body: textOf(form),
  })
}

/** The line that a form's addresses lead to. */
export async function lineOf(form: Form): Promise<LineCalls & { readonly id: { toString(): string } }> {
  return env.LINE.getByName(await lineName(formFields(textOf(form))))
}
export const idOf = (path: string, form: Form): Promise<string> =>
  deliveryId(path, formFields(textOf(form)), new TextEncoder().encode(textOf(form)))
const textOf = (form: Form): string =>
  new URLSearchParams(form.map(([name, value]): [string, string] => [name, value])).toString()

/** Every key that a line keeps. */
export const keysOf = (line: LineCalls): Promise<string[]> =>
  runInDurableObject(line, (_, state) => [...state.storage.kv.list({ prefix: '' })].map(([key]) => key))

/** Puts a dead-letter queue into the hand of the test. */
export async function deadLetters(line: LineCalls, takes = true): Promise<DeadLetter[]> {
  const { sent, sender } = queue<DeadLetter>(takes)
  await runInDurableObject(line, (inside) => {
    const object = inside as unknown as { env: Env }
    object.env = { ...object.env, DEAD: sender }
  })
  return sent
}

/** What was logged since, as lines. Undo: vi.restoreAllMocks(). */
export function logged(): string[] {
  const lines: string[] = []
  for (const level of ['debug', 'info', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation((line: string) => void lines.push(line))
  return lines
}
