/**
 * What the caller did, out of what Twilio heard: https://www.twilio.com/docs/voice/twiml/gather#action
 * @module
 */
import type { Ivr } from '../../src/core/ivr.ts'
import type { Language } from '../../src/core/understanding.ts'
import { fieldText } from '../_twilio/form.ts'
import { storableText } from '../storable.ts'
import { type Call, noPlace } from './call.ts'
import { beginsPlace, isHouseNumber, isKeyedRoom, type KeyedStep, keyedStep } from './keyed-place.ts'
import type { VoiceRaw } from './schema.ts'
import { cleanField } from './schema.ts'
import { withReferences } from './spoken-reference.ts'

export type Heard =
  /** Words for the dialog, spoken or meant by a key. `pressed`: an answer and no more. */
  | { readonly did: 'speak'; readonly text: string; readonly pressed?: true }
  /** Words that the recogniser itself doubts. */
  | { readonly did: 'mumble'; readonly text: string }
  /** The number of a case, by key. */
  | { readonly did: 'key-number'; readonly number: string }
  | { readonly did: 'nothing' }
  /** A key that means nothing here. */
  | { readonly did: 'slip' }
  | { readonly did: 'want-agent' }
  | { readonly did: 'want-again' }
  /** "No, that's all, thank you." */
  | { readonly did: 'take-leave' }
  /** "No" where all is said: something is wrong, or nothing more is wanted. */
  | { readonly did: 'want-choices' }
  | { readonly did: 'want-text' }
  | { readonly did: 'choose-language'; readonly language: Language }
  | { readonly did: 'want-languages' }
  | { readonly did: 'want-menu' }
  /** A recorded message instead. */
  | { readonly did: 'want-machine' }
  | { readonly did: 'turn-page' }
  | { readonly did: 'choose-service'; readonly code: string }
  | KeyedStep

/** Below this the caller is asked again. Providers that give no confidence leave it out or say 0. */
const leastConfidence = 0.4

/** What is said to the dialog where a key says it. English words: every language's dialog knows them. */
export const wordsOfKeys = {
  agent: 'agent',
  yes: 'yes',
  no: 'no',
  status: 'status of',
  ownStatus: 'status',
} as const

export function heardIn({ fields, call }: VoiceRaw, ivr: Ivr): Heard {
  const digits = cleanField(fields, 'Digits')
  if (digits !== '') return byKeys(digits, call, ivr)
  const text = storableText(fieldText(fields, 'SpeechResult'), '')
  if (text.trim() === '') return { did: 'nothing' }
  const language = ivr.named(text)
  if (language !== null) return { did: 'choose-language', language }
  if (ivr.asksAgain(text)) return { did: 'want-again' }
  const done = call.at === 'after' ? ivr.saysDone(text) : null
  if (done !== null) return { did: done === 'done' ? 'take-leave' : 'want-choices' }
  const confidence = Number(cleanField(fields, 'Confidence') || '1')
  if (confidence > 0 && confidence < leastConfidence) return { did: 'mumble', text }
  return { did: 'speak', text: withReferences(text) }
}

function byKeys(digits: string, call: Call, ivr: Ivr): Heard {
  const { at } = call
  if (isKeyedRoom(at)) return keyedStep(digits, call, ivr)
  if (at === 'languages') {
    const found = ivr.keys.others.find(([key]) => key === digits)
    if (found !== undefined) return { did: 'choose-language', language: found[1] }
  }
  if (digits === '0') return { did: 'want-agent' }
  if (digits.includes('*')) return { did: 'want-again' }
  switch (at) {
    case 'yes-no':
      if (digits === '1') return answer(wordsOfKeys.yes)
      return digits === '2' ? answer(wordsOfKeys.no) : { did: 'slip' }
    case 'choice':
      return isChoice(digits, call.count) ? answer(digits) : { did: 'slip' }
    case 'which':
      if (isChoice(digits, call.count)) return answer(digits)
      return digits === '9' ? { did: 'enter', at: 'zip', keyed: noPlace, count: 0 } : { did: 'slip' }
    case 'number':
      return isHouseNumber(digits) ? { did: 'speak', text: digits } : { did: 'slip' }
    case 'case':
      return /^\d{8,20}$/.test(digits) ? { did: 'key-number', number: digits } : { did: 'slip' }
    case 'after':
      if (digits === '1') return { did: 'want-text' }
      return digits === '2' ? answer(wordsOfKeys.no) : { did: 'slip' }
    case 'menu': {
      const code = ivr.menu[call.count]?.[Number(digits) - 1]
      if (code !== undefined) return { did: 'choose-service', code }
      // Its answer is spoken, and has no recordings.
      if (digits === '7' && ivr.voiceOf(call.language) !== null)
        return { did: 'speak', text: wordsOfKeys.ownStatus }
      if (digits !== '6') return { did: 'slip' }
      return call.count + 1 < ivr.menu.length ? { did: 'turn-page' } : { did: 'want-agent' }
    }
    case 'open': {
      if (digits === '1') return { did: 'want-menu' }
      if (call.last !== 0) return { did: 'slip' }
      const found = ivr.keys.first.find(([key]) => key === digits)
      if (found !== undefined) return { did: 'choose-language', language: found[1] }
      return digits === ivr.keys.more ? { did: 'want-languages' } : { did: 'slip' }
    }
    case 'where':
      if (digits === '1' || digits === '2') return beginsPlace(digits)
      // Who can't be understood has a message as well.
      return digits === '3' && ivr.voiceOf(call.language) === null ? { did: 'want-machine' } : { did: 'slip' }
    case 'wrong':
      if (digits === '1' || digits === '2') return beginsPlace(digits)
      return digits === '3' ? { did: 'want-menu' } : { did: 'slip' }
    case 'danger':
    case 'languages':
      return { did: 'slip' }
  }
}

const answer = (text: string): Heard => ({ did: 'speak', text, pressed: true })
const isChoice = (digits: string, count: number): boolean => /^[1-9]$/.test(digits) && Number(digits) <= count
