/**
 * TwiML for a call while the gateway is away. https://www.twilio.com/docs/voice/twiml
 * @module
 */
import { type PorchWords, porchWords } from '../city/boston/porch.ts'

/** Doors of the edge's own, below the gateway's voice door. */
export const recordedPath = '/webhooks/twilio/voice/away/recording'
export const transferredPath = '/webhooks/twilio/voice/away/transfer'

/** How long the phone of 311 rings, and the longest message. Seconds. */
const ringS = 25
const longestMessageS = 180
const silenceS = 6

/** Nothing more is said or done. */
export const emptyTwiml = twiml()

/** The first answer. `phone` (E.164): a person is tried first; null: the caller leaves a message. */
export function awayTwiml(publicUrl: string, phone: string | null): string {
  if (phone === null) return twiml(...say('danger', 'away', 'record'), ...recording(publicUrl))
  const action = xml(`${publicUrl}${transferredPath}`)
  return twiml(
    ...say('danger', 'away', 'transfer'),
    `<Dial action="${action}" method="POST" timeout="${ringS}">${xml(phone)}</Dial>`,
  )
}

/** After the transfer. `DialCallStatus` is `completed` where somebody talked; else the caller leaves a message. */
export const transferredTwiml = (publicUrl: string, dialCallStatus: string): string =>
  dialCallStatus === 'completed'
    ? twiml('<Hangup/>')
    : twiml(...say('nobody', 'record'), ...recording(publicUrl))

/** After a message. */
export const thanksTwiml = (): string => twiml(...say('thanks'), '<Hangup/>')

/**
 * Twilio calls `action` when the message ends, by hanging up too, and the status callback once the file is there:
 * either is enough to find it. What follows is heard by callers who said nothing.
 */
function recording(publicUrl: string): readonly string[] {
  const url = xml(`${publicUrl}${recordedPath}`)
  return [
    `<Record action="${url}" method="POST" recordingStatusCallback="${url}" recordingStatusCallbackMethod="POST" ` +
      `maxLength="${longestMessageS}" timeout="${silenceS}" finishOnKey="#" playBeep="true"/>`,
    ...say('nothingHeard'),
    '<Hangup/>',
  ]
}

type Sentence = Exclude<keyof PorchWords, 'language' | 'voice'>

/** All of it in one language, then in the next. */
const say = (...sentences: readonly Sentence[]): readonly string[] =>
  porchWords.map(
    (words) =>
      `<Say language="${words.language}" voice="${words.voice}">${xml(sentences.map((s) => words[s]).join(' '))}</Say>`,
  )

function twiml(...verbs: readonly string[]): string {
  const inside = verbs.join('')
  return `<?xml version="1.0" encoding="UTF-8"?>${inside === '' ? '<Response/>' : `<Response>${inside}</Response>`}`
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const xml = (text: string): string => text.replace(/[&<>"]/g, (char) => entities[char] ?? char)
