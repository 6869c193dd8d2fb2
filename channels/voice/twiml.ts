/**
 * Documents for Twilio, built with its own library. https://www.twilio.com/docs/voice/twiml
 * @module
 */
import VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js'
import type { Utterance, Voice } from '../../src/core/ivr.ts'
import { storableText } from '../storable.ts'

export type Document = VoiceResponse
type Speaker = Pick<Document, 'say' | 'play'>
type SayAttributes = Parameters<Document['say']>[0]
type GatherAttributes = NonNullable<Parameters<Document['gather']>[0]>

export const newDocument = (): Document => new VoiceResponse()

/** Between the characters of a number, and between its groups. Milliseconds. */
const betweenCharacters = '250ms'
const betweenGroups = '600ms'

/** Twilio takes 4,096 characters; a breath is shorter. */
const longestSay = 1_000

/** What XML 1.0 can't hold is left out: https://www.w3.org/TR/xml/#charsets */
const xmlText = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what has to go
  storableText(text, '').replace(/[\u0001-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ' ')

/** The library's lists of voices and languages are types; ours are data, and a test compares the two. */
const attributesOf = ({ name, language }: Voice): SayAttributes =>
  ({ voice: name, language }) as unknown as SayAttributes

/** Adds one utterance. `recordings` is the folder of files; without it a file is silence. */
export function speak(to: Speaker, utterance: Utterance, recordings: string | null): void {
  if (utterance.kind === 'recording') {
    if (recordings !== null) to.play(`${recordings}/${utterance.file}`)
    return
  }
  const { voice } = utterance
  if (utterance.kind === 'words') {
    const text = xmlText(utterance.text)
    if (voice.rate === 100) to.say(attributesOf(voice), text)
    else to.say(attributesOf(voice), '').prosody({ rate: `${voice.rate}%` }, text)
    return
  }
  const slow = to.say(attributesOf(voice), '').prosody({ rate: `${voice.rate}%` }, '')
  utterance.groups.forEach((group, at) => {
    if (at > 0) slow.break({ time: betweenGroups })
    group.forEach((character, index) => {
      if (index > 0) slow.break({ time: betweenCharacters })
      slow.addText(xmlText(character))
    })
  })
}

/** Sentences in one voice are said in one breath. */
export function joined(says: readonly Utterance[]): readonly Utterance[] {
  const all: Utterance[] = []
  for (const one of says) {
    const last = all.at(-1)
    if (
      last?.kind === 'words' &&
      one.kind === 'words' &&
      last.voice.name === one.voice.name &&
      last.voice.rate === one.voice.rate &&
      last.text.length + one.text.length < longestSay
    )
      all[all.length - 1] = { ...last, text: `${last.text} ${one.text}` }
    else all.push(one)
  }
  return all
}

/** How one answer is listened for. */
export interface Listening {
  readonly action: string
  /** Null: this language is not understood, keys alone count. */
  readonly voice: Voice | null
  /** So many keys are an answer; null: keys up to the pound key. */
  readonly keys: number | null
  readonly hints: readonly string[]
  readonly silenceS: number
  /** False: after a silence the document goes on. */
  readonly hearsSilence: boolean
}

/** `<Gather>`: whoever speaks or presses a key stops what is being said. */
export function gather(document: Document, listening: Listening): ReturnType<Document['gather']> {
  const { action, voice, keys, hints, silenceS, hearsSilence } = listening
  const spoken: GatherAttributes =
    voice === null
      ? { input: ['dtmf'] }
      : {
          input: ['dtmf', 'speech'],
          language: voice.listens as NonNullable<GatherAttributes['language']>,
          speechTimeout: 'auto',
          ...(hints.length > 0 && { hints: hints.map(xmlText).join(', ') }),
        }
  return document.gather({
    ...spoken,
    action,
    method: 'POST',
    timeout: silenceS,
    ...(keys === 1 ? { numDigits: 1, finishOnKey: '' } : { finishOnKey: '#' }),
    ...(keys !== null && keys > 1 && { numDigits: keys }),
    bargeIn: true,
    ...(hearsSilence && { actionOnEmptyResult: true }),
  })
}
