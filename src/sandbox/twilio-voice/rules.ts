/**
 * What Twilio takes in a document: verbs, attributes, what may stand in what. The attributes are those of its library
 * (twilio 6.2.0). https://www.twilio.com/docs/voice/twiml
 * @module
 */
import type { Verb } from './document.ts'
import { readDocument } from './document.ts'

type Check = RegExp | ((value: string) => boolean)
interface Rule {
  readonly attributes: Readonly<Record<string, Check>>
  readonly children: readonly string[]
  /** Null: no text. */
  readonly text: Check | null
}

const url: Check = (value) => URL.canParse(value, 'https://gateway.invalid/') && !/\s/.test(value)
const method = /^(?:GET|POST)$/
const seconds = /^[1-9]\d{0,4}$/
const flag = /^(?:true|false)$/
const any = /^[\s\S]{0,4096}$/
const number = /^(?:\+[1-9]\d{6,14})?$/

/** Phrases of hints. https://www.twilio.com/docs/voice/twiml/gather#hints */
const hints: Check = (value) => {
  const phrases = value.split(',').map((phrase) => phrase.trim())
  return phrases.length <= 500 && phrases.every((phrase) => phrase !== '' && phrase.length <= 100)
}
const ssml = ['break', 'emphasis', 'lang', 'p', 'phoneme', 'prosody', 's', 'say-as', 'sub', 'w']
const spoken: Rule = { attributes: {}, children: ssml, text: any }
const recordingCallback = {
  recordingStatusCallback: url,
  recordingStatusCallbackMethod: method,
  recordingStatusCallbackEvent: /^(?:in-progress|completed|absent)(?: (?:in-progress|completed|absent))*$/,
}

/** By element. Verbs that stand in the response are in `verbs`. */
const rules: Readonly<Record<string, Rule>> = {
  Say: {
    attributes: {
      voice: /^[\p{L}\d.-]{1,40}$/u,
      language: /^[a-z]{2,3}(?:-[\w-]{2,12})?$/,
      loop: /^\d{1,4}$/,
    },
    children: ssml,
    text: any,
  },
  Play: { attributes: { loop: /^\d{1,4}$/, digits: /^[\dwW#*]{1,32}$/ }, children: [], text: url },
  Pause: { attributes: { length: seconds }, children: [], text: null },
  Gather: {
    attributes: {
      action: url,
      method,
      input: /^(?:dtmf|speech|dtmf speech|speech dtmf)$/,
      timeout: seconds,
      numDigits: /^[1-9]\d{0,2}$/,
      finishOnKey: /^[\d#*]?$/,
      language: /^[a-z]{2,3}(?:-[\w-]{2,12})?$/,
      hints,
      speechTimeout: /^(?:auto|[1-9]\d{0,2})$/,
      maxSpeechTime: seconds,
      speechModel: /^[\w-]{1,60}$/,
      enhanced: flag,
      profanityFilter: flag,
      bargeIn: flag,
      partialResultCallback: url,
      partialResultCallbackMethod: method,
      actionOnEmptyResult: flag,
      debug: flag,
    },
    children: ['Say', 'Play', 'Pause'],
    text: null,
  },
  Record: {
    attributes: {
      action: url,
      method,
      timeout: seconds,
      finishOnKey: /^[\d#*]{0,12}$/,
      maxLength: seconds,
      playBeep: flag,
      trim: /^(?:trim-silence|do-not-trim)$/,
      transcribe: flag,
      transcribeCallback: url,
      recordingConfigurationId: any,
      ...recordingCallback,
    },
    children: [],
    text: null,
  },
  Dial: {
    attributes: {
      action: url,
      method,
      timeout: seconds,
      timeLimit: seconds,
      callerId: /^(?:\+[1-9]\d{6,14}|client:.{1,120})$/,
      answerOnBridge: flag,
      hangupOnStar: flag,
      record: /^[a-z-]{1,40}$/,
      recordingTrack: /^(?:both|inbound|outbound)$/,
      sequential: flag,
      ...recordingCallback,
    },
    children: ['Number', 'Client', 'Sip', 'Queue', 'Conference'],
    text: number,
  },
  Number: { attributes: { url, method, sendDigits: /^[\dwW#*]{1,32}$/ }, children: [], text: number },
  Enqueue: {
    attributes: {
      action: url,
      method,
      waitUrl: url,
      waitUrlMethod: method,
      maxQueueSize: seconds,
      workflowSid: any,
    },
    children: ['Task'],
    // The name of a queue. https://www.twilio.com/docs/voice/twiml/enqueue
    text: /^.{0,64}$/,
  },
  Redirect: { attributes: { method }, children: [], text: url },
  Hangup: { attributes: {}, children: [], text: null },
  Reject: { attributes: { reason: /^(?:rejected|busy)$/ }, children: [], text: null },
  Leave: { attributes: {}, children: [], text: null },
  break: {
    attributes: { time: /^\d{1,5}m?s$/, strength: /^(?:none|x-weak|weak|medium|strong|x-strong)$/ },
    children: [],
    text: null,
  },
  prosody: {
    attributes: {
      rate: /^(?:x-slow|slow|medium|fast|x-fast|\d{2,3}%)$/,
      pitch: any,
      volume: any,
    },
    children: ssml,
    text: any,
  },
  'say-as': { attributes: { 'interpret-as': /^[a-z:-]{3,20}$/, format: any }, children: [], text: any },
  lang: { ...spoken, attributes: { 'xml:lang': any } },
  emphasis: { ...spoken, attributes: { level: /^(?:strong|moderate|reduced)$/ } },
  sub: { ...spoken, attributes: { alias: any } },
  phoneme: { ...spoken, attributes: { alphabet: any, ph: any } },
  w: { ...spoken, attributes: { role: any } },
  p: spoken,
  s: spoken,
}
const verbs = [
  'Say',
  'Play',
  'Pause',
  'Gather',
  'Record',
  'Dial',
  'Enqueue',
  'Redirect',
  'Hangup',
  'Reject',
  'Leave',
]
/** What comes after these is never reached. */
const last: ReadonlySet<string> = new Set(['Redirect', 'Hangup', 'Reject', 'Leave'])

/** In what a caller hears who waits in a queue. https://www.twilio.com/docs/voice/twiml/enqueue#attributes-waiturl */
const waitVerbs: readonly string[] = ['Say', 'Play', 'Pause', 'Gather', 'Redirect', 'Leave', 'Hangup']

/** Twilio refuses larger ones (error 11750). Bytes. */
const largest = 64 * 1024

/** Everything that is wrong with a document, in sentences; none: Twilio takes it. `inQueue`: heard by who waits in one. */
export function problemsIn(xml: string, inQueue = false): readonly string[] {
  if (Buffer.byteLength(xml) > largest) return ['the document is larger than 64 KB']
  let root: Verb
  try {
    root = readDocument(xml)
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
  if (root.name !== 'Response') return [`the root is <${root.name}>, not <Response>`]
  const end = root.children.findIndex(({ name }) => last.has(name))
  return [
    ...(end >= 0 && end < root.children.length - 1
      ? [`nothing after <${root.children[end]?.name}> is reached`]
      : []),
    ...root.children.flatMap((verb) =>
      !verbs.includes(verb.name)
        ? [`<${verb.name}> is no verb`]
        : inQueue && !waitVerbs.includes(verb.name)
          ? [`<${verb.name}> may not be heard in a queue`]
          : problemsOf(verb),
    ),
  ]
}

const fits = (check: Check, value: string): boolean =>
  typeof check === 'function' ? check(value) : check.test(value)

function problemsOf(verb: Verb): readonly string[] {
  const rule = rules[verb.name]
  if (rule === undefined) return [`<${verb.name}> is unknown`]
  const problems: string[] = []
  for (const [name, value] of Object.entries(verb.attributes)) {
    const check = Object.hasOwn(rule.attributes, name) ? rule.attributes[name] : undefined
    if (check === undefined) problems.push(`<${verb.name}> has no attribute ${name}`)
    else if (!fits(check, value))
      problems.push(`<${verb.name} ${name}="${value.slice(0, 60)}"> is out of range`)
  }
  const own = verb.children.length === 0 || rule.text === any ? verb.text : ''
  if (rule.text === null ? own !== '' : !fits(rule.text, own))
    problems.push(`<${verb.name}> holds text it may not: ${own.slice(0, 60)}`)
  if (verb.name === 'Say' && verb.text === '') problems.push('<Say> says nothing')
  if (verb.name === 'Enqueue' && verb.text === '' && verb.attributes.workflowSid === undefined)
    problems.push('<Enqueue> names no queue')
  if (verb.name === 'Dial' && verb.text === '' && verb.children.length === 0)
    problems.push('<Dial> dials nobody')
  for (const child of verb.children)
    problems.push(
      ...(rule.children.includes(child.name)
        ? problemsOf(child)
        : [`<${child.name}> may not stand in <${verb.name}>`]),
    )
  return problems
}
