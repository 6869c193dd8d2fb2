import { reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { consume } from '../../../src/edge/consume.ts'
import type { QueueMessage } from '../../../src/edge/runtime.ts'
import type { Env } from '../../../src/edge/settings.ts'
import { deadLetters, gateway, idOf, lineOf, logged, message, nobody, porch, signed, sms } from './harness.ts'

beforeEach(() => void logged())
afterEach(async () => {
  await reset()
  vi.restoreAllMocks()
})

/** A message of the queue that notes what becomes of it: `ack`, or the delay of the retry in seconds. */
function told(body: unknown, attempts = 1) {
  const outcome: (number | 'ack')[] = []
  const one: QueueMessage = {
    id: 'm',
    attempts,
    body,
    ack: () => void outcome.push('ack'),
    retry: (options) => void outcome.push(options?.delaySeconds ?? -1),
  }
  return { one, outcome }
}
const consumed = async (body: unknown, edge: Env = env, attempts = 1) => {
  const { one, outcome } = told(body, attempts)
  await consume({ queue: 'intake311-relay', messages: [one] }, edge)
  return outcome
}
/** A message taken in, and what the queue was told of it. */
async function taken(text: string) {
  const { ask, woken } = porch()
  const form = message(text)
  expect((await ask(signed(sms, form))).status).toBe(200)
  return { form, wake: woken[0], line: await lineOf(form), id: await idOf(sms, form) }
}

it('a message that finds its line empty in the end is done', async () => {
  const { bodies } = gateway()
  const { wake } = await taken('one')
  expect(await consumed(wake)).toEqual(['ack'])
  expect(await consumed(wake)).toEqual(['ack'])
  expect(bodies()).toEqual(['one'])
})

it('a message whose line waits for the gateway comes back when its turn does', async () => {
  gateway(() => new Response(null, { status: 503, headers: { 'retry-after': '90' } }))
  const { wake } = await taken('one')
  expect(await consumed(wake)).toEqual([90])
})

it('a message whose line waits holds up no other', async () => {
  gateway(({ text }) =>
    text.includes('617555') && text.includes('Body=stuck') ? nobody() : new Response('ok'),
  )
  const stuck = await taken('stuck')
  const { ask, woken } = porch()
  await ask(signed(sms, message('free', { From: '+16175550155' })))
  const [first, second] = [told(stuck.wake), told(woken[0])]
  await consume({ queue: 'intake311-relay', messages: [first.one, second.one] }, env)
  expect([first.outcome, second.outcome]).toEqual([[1], ['ack']])
})

it('a message comes back later and later where the line itself fails', async () => {
  const broken = { run: () => Promise.reject(new Error('overloaded')) }
  const edge = { ...env, LINE: { ...env.LINE, idFromString: String, get: () => broken } } as unknown as Env
  const wake = { line: '0'.repeat(64), delivery: 'a' }
  expect(await consumed(wake, edge, 1)).toEqual([2])
  expect(await consumed(wake, edge, 5)).toEqual([32])
  expect(await consumed(wake, edge, 90)).toEqual([120])
})

it.each([
  [null],
  ['text'],
  [{ line: 'x', delivery: 'a' }],
  [{ line: '0'.repeat(64), delivery: 'a', do: 'more' }],
  [{ line: '0'.repeat(64), delivery: 'a' }],
])('the message %j names no line and is put away', async (body) => {
  const lines = logged()
  expect(await consumed(body)).toEqual(['ack'])
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ event: 'queue.misread', message: 'm' })
})

it('a dead letter put into the queue as it stands is another try', async () => {
  gateway(() => new Response(null, { status: 403 }))
  const { wake, line } = await taken('one')
  const dead = await deadLetters(line)
  expect(await consumed(wake)).toEqual(['ack'])
  const { bodies } = gateway()
  expect(await consumed(wake)).toEqual(['ack'])
  expect(bodies()).toEqual([])
  expect(await consumed(dead[0])).toEqual(['ack'])
  expect(await consumed(dead[0])).toEqual(['ack'])
  expect(bodies()).toEqual(['one'])
})

it('a dead letter can be forgotten', async () => {
  gateway(() => new Response(null, { status: 403 }))
  const { wake, line } = await taken('one')
  const dead = await deadLetters(line)
  await consumed(wake)
  expect(await consumed({ ...dead[0], do: 'forget' })).toEqual(['ack'])
  const { bodies } = gateway()
  await consumed(dead[0])
  expect(bodies()).toEqual([])
})
