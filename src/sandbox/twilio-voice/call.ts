/**
 * A telephone call as Twilio runs it: fetches a document, speaks, listens, goes on where the document says. Time is
 * reckoned, not waited for. https://www.twilio.com/docs/voice/twiml
 * @module
 */
import { randomBytes } from 'node:crypto'
import type { Form } from '../twilio/index.ts'
import { readDocument, type Verb } from './document.ts'
import { collect } from './keys.ts'
import { problemsIn } from './rules.ts'
import { secondsOf } from './seconds.ts'
import type { CallEvent, CallOptions, Line, PlayedCall, Queued } from './types.ts'

const voicePath = '/webhooks/twilio/voice'
/** A document may send us on so often without anybody saying a word. */
const mostDocuments = 30
/** Twilio's own. Milliseconds. */
const hardLimitMs = 15_000

const defaultWaitS = 20

type Fields = Readonly<Record<string, string>>
/** A caller in a queue: the verb that put them there, what it is over with, and what they heard of it. */
interface InQueue {
  readonly verb: Verb
  readonly rest: readonly Verb[]
  readonly plan: Queued
  rounds: number
}
/** What the call stands at. */
type Waiting =
  | { readonly on: 'gather'; readonly verb: Verb; readonly rest: readonly Verb[]; readonly promptS: number }
  | { readonly on: 'record'; readonly verb: Verb; readonly rest: readonly Verb[] }
  | { readonly on: 'nothing' }

/** Dials in. Resolves once the call waits for the caller, or has ended. */
export async function startCall(line: Line, options: CallOptions): Promise<PlayedCall> {
  const sid = options.sid ?? `CA${randomBytes(16).toString('hex')}`
  const events: CallEvent[] = []
  const root = (options.publicUrl ?? '').replace(/\/+$/, '')
  let waiting: Waiting = { on: 'nothing' }
  let status: 'in-progress' | 'completed' = 'in-progress'
  let at = voicePath
  let documents = 0
  let queue: InQueue | null = null

  const common = (): Fields => ({
    CallSid: sid,
    AccountSid: options.accountSid,
    From: options.from,
    To: options.to,
    Caller: options.from,
    Called: options.to,
    CallStatus: status,
    Direction: 'inbound',
    ApiVersion: '2010-04-01',
    ...options.fields,
  })

  const post = async (path: string, fields: Fields) => {
    const form: Form = Object.entries({ ...common(), ...fields })
    const startedAt = performance.now()
    const answer = await line.post(path, form).catch(() => ({ status: 0, body: '', problem: 11205 }))
    const ms = performance.now() - startedAt
    return { ...answer, problem: ms > hardLimitMs ? 11205 : answer.problem, ms }
  }

  /** A URL of a document, as a path below the gateway's root. */
  function pathOf(url: string): string {
    const base = root === '' ? 'http://gateway.invalid' : root
    const whole = new URL(url, `${base}${at}`).href
    return whole.startsWith(base) ? whole.slice(base.length) : whole
  }

  /** Fetches a document and runs it; where that fails, the fallback's; where that fails too, the call drops. */
  async function fetchAndRun(path: string, fields: Fields): Promise<void> {
    documents += 1
    if (documents > mostDocuments) throw new Error('the documents lead in a circle')
    const answer = await post(path, fields)
    const problems =
      answer.problem === null && answer.body !== '' ? problemsIn(answer.body, queue !== null) : []
    events.push({
      who: '311',
      did: 'answer',
      path,
      body: answer.body,
      problems,
      ms: answer.ms,
      status: answer.status,
    })
    if (answer.problem === null && problems.length === 0) {
      at = path
      return run(answer.body === '' ? [] : readDocument(answer.body).children)
    }
    // What can't be heard in a queue ends the waiting.
    if (queue !== null) return dequeue('error')
    const code = String(answer.problem ?? 12100)
    if (path.startsWith(`${voicePath}/fallback`)) {
      events.push({ who: 'twilio', did: 'drop', code })
      return end()
    }
    return fetchAndRun(`${voicePath}/fallback`, { ErrorCode: code, ErrorUrl: `${root}${path}` })
  }

  async function run(verbs: readonly Verb[]): Promise<void> {
    const [verb, ...rest] = verbs
    if (verb === undefined) return queue === null ? end() : waitOn()
    switch (verb.name) {
      case 'Say':
      case 'Play':
      case 'Pause':
        speak(verb, 1)
        return run(rest)
      case 'Gather': {
        const promptS = verb.children.map(secondsOf).reduce((sum, one) => sum + one, 0)
        waiting = { on: 'gather', verb, rest, promptS }
        return
      }
      case 'Record':
        waiting = { on: 'record', verb, rest }
        return
      case 'Redirect':
        return fetchAndRun(pathOf(verb.text), {})
      case 'Dial':
        return dial(verb, rest)
      case 'Enqueue': {
        events.push({ who: 'twilio', did: 'enqueue', queue: verb.text })
        const plan = options.queue?.(verb.text) ?? { after: 0, result: 'bridged' }
        queue = { verb, rest, plan, rounds: 0 }
        return plan.after === 0 ? dequeue(plan.result) : waitOn()
      }
      case 'Leave':
        return queue === null ? run(rest) : dequeue('leave')
      default:
        return end()
    }
  }

  /** `part`: how much of it was heard before the caller broke in. */
  function speak(verb: Verb, part: number): void {
    if (part <= 0) return
    const seconds = secondsOf(verb) * part
    const { voice = '', language = '' } = verb.attributes
    if (verb.name === 'Say')
      events.push({ who: '311', did: 'say', text: verb.text, voice, language, seconds })
    if (verb.name === 'Play') events.push({ who: '311', did: 'play', url: verb.text, seconds })
  }

  async function dial(verb: Verb, rest: readonly Verb[]): Promise<void> {
    const number = verb.text || (verb.children[0]?.text ?? '')
    const outcome = options.answers?.(number) ?? 'no-answer'
    events.push({ who: 'twilio', did: 'dial', number, outcome })
    const { action } = verb.attributes
    if (action === undefined) return run(rest)
    return fetchAndRun(pathOf(action), {
      DialCallStatus: outcome,
      DialCallSid: `CA${randomBytes(16).toString('hex')}`,
      ...(outcome === 'completed' && { DialCallDuration: '30' }),
    })
  }

  const queueFields = ({ rounds, plan }: InQueue): Fields => ({
    QueueSid: 'QU00000000000000000000000000000000',
    QueueTime: String(rounds * (plan.seconds ?? defaultWaitS)),
  })

  /** One more document for who waits, or what the waiting is over with. */
  async function waitOn(): Promise<void> {
    const now = queue
    if (now === null) return end()
    if (now.rounds >= now.plan.after) return dequeue(now.plan.result)
    const { waitUrl } = now.verb.attributes
    now.rounds += 1
    if (waitUrl === undefined) return waitOn()
    documents = 0
    const position = String(Math.max(1, (now.plan.position ?? 1) - now.rounds + 1))
    return fetchAndRun(pathOf(waitUrl), {
      ...queueFields({ ...now, rounds: now.rounds - 1 }),
      QueuePosition: position,
      CurrentQueueSize: position,
    })
  }

  /** The action is asked at once, or, where somebody talked, after that. */
  async function dequeue(result: string): Promise<void> {
    const left = queue
    if (left === null) return end()
    queue = null
    waiting = { on: 'nothing' }
    documents = 0
    events.push({ who: 'twilio', did: 'dequeue', result })
    const { action } = left.verb.attributes
    if (action === undefined) return run(left.rest)
    return fetchAndRun(pathOf(action), { ...queueFields(left), QueueResult: result })
  }

  /** The status callback comes at the end, whoever ended it. */
  async function end(): Promise<void> {
    if (status === 'completed') return
    status = 'completed'
    waiting = { on: 'nothing' }
    queue = null
    events.push({ who: 'twilio', did: 'end' })
    const { status: code } = await post(`${voicePath}/status`, { CallDuration: '60', Duration: '1' })
    if (code < 200 || code >= 300) events.push({ who: 'twilio', did: 'drop', code: String(code) })
  }

  /** The prompts of a Gather as far as they were heard. */
  function hearPrompts({ verb, promptS }: Extract<Waiting, { on: 'gather' }>, untilS: number): void {
    let left = Math.min(untilS, promptS)
    for (const child of verb.children) {
      const seconds = secondsOf(child)
      speak(child, seconds === 0 ? 1 : Math.min(1, left / seconds))
      left -= seconds
    }
  }

  async function gathered(now: Extract<Waiting, { on: 'gather' }>, fields: Fields | null): Promise<void> {
    const { action = at, actionOnEmptyResult = 'false' } = now.verb.attributes
    waiting = { on: 'nothing' }
    documents = 0
    if (fields === null && actionOnEmptyResult !== 'true') return run(now.rest)
    return fetchAndRun(pathOf(action), fields ?? { Digits: '', SpeechResult: '' })
  }

  const takes = ({ verb }: { readonly verb: Verb }, kind: 'dtmf' | 'speech'): boolean =>
    (verb.attributes.input ?? 'dtmf').split(' ').includes(kind)
  const inOrderTo = (what: string): Error => new Error(`nobody listens: ${what} in a call that ${status}`)

  const call: PlayedCall = {
    sid,
    events,
    get state() {
      return waiting.on === 'nothing' ? 'ended' : waiting.on
    },
    get saying() {
      if (waiting.on !== 'gather') return ''
      return waiting.verb.children
        .map(({ name, text }) => (name === 'Play' ? `[recording ${text}]` : text))
        .join(' ')
    },
    async press(keys, { afterS = Number.POSITIVE_INFINITY } = {}) {
      const now = waiting
      if (now.on === 'record') {
        events.push({ who: 'caller', did: 'press', keys })
        return
      }
      if (now.on !== 'gather') throw inOrderTo('keys')
      hearPrompts(now, afterS)
      events.push({ who: 'caller', did: 'press', keys })
      const result = takes(now, 'dtmf') ? collect(keys, now.verb.attributes) : null
      return gathered(now, result)
    },
    async speak(text, { confidence = 0.92, afterS = Number.POSITIVE_INFINITY } = {}) {
      const now = waiting
      if (now.on !== 'gather') throw inOrderTo('speech')
      const broke = now.verb.attributes.bargeIn !== 'false' && takes(now, 'speech')
      hearPrompts(now, broke ? afterS : Number.POSITIVE_INFINITY)
      events.push({ who: 'caller', did: 'speak', text })
      return gathered(
        now,
        takes(now, 'speech') && text.trim() !== ''
          ? { SpeechResult: text, Confidence: String(confidence) }
          : null,
      )
    },
    async silence() {
      const now = waiting
      events.push({ who: 'caller', did: 'silence' })
      if (now.on === 'gather') {
        hearPrompts(now, Number.POSITIVE_INFINITY)
        return gathered(now, null)
      }
      if (now.on !== 'record') throw inOrderTo('silence')
      waiting = { on: 'nothing' }
      return run(now.rest)
    },
    async leaveMessage(bytes, { seconds = 12, endsWith = 'hangup' } = {}) {
      const now = waiting
      if (now.on !== 'record') throw inOrderTo('a message')
      waiting = { on: 'nothing' }
      documents = 0
      const recording = line.keepRecording(bytes)
      events.push({ who: 'caller', did: 'record', seconds })
      const { action = at, recordingStatusCallback } = now.verb.attributes
      const fields = {
        RecordingUrl: recording.url,
        RecordingSid: recording.sid,
        RecordingDuration: String(seconds),
      }
      if (endsWith === 'hangup') {
        events.push({ who: 'caller', did: 'hang-up' })
        // Nobody hears the answer any more.
        await post(pathOf(action), { ...fields, Digits: 'hangup', CallStatus: 'completed' })
        await end()
      } else await fetchAndRun(pathOf(action), { ...fields, Digits: endsWith })
      if (recordingStatusCallback !== undefined)
        // It names the call and not who was in it.
        await line.post(
          pathOf(recordingStatusCallback),
          Object.entries({
            AccountSid: options.accountSid,
            CallSid: sid,
            RecordingStatus: 'completed',
            ...fields,
          }),
        )
    },
    async hangUp({ afterS = Number.POSITIVE_INFINITY } = {}) {
      if (waiting.on === 'gather') hearPrompts(waiting, afterS)
      events.push({ who: 'caller', did: 'hang-up' })
      const left = queue
      queue = null
      if (left?.verb.attributes.action !== undefined)
        // Nobody hears the answer any more.
        await post(pathOf(left.verb.attributes.action), { ...queueFields(left), QueueResult: 'hangup' })
      await end()
    },
  }
  await fetchAndRun(voicePath, { CallStatus: 'ringing' })
  return call
}
