/**
 * What the caller did, out of what Twilio heard: https://www.twilio.com/docs/voice/twiml/gather#action
 * @module
 */
import type { Ivr } from '../../src/core/ivr.ts'
import type { Language } from '../../src/core/understanding.ts'
import { fieldText } from '../_twilio/form.ts'
import { storableText } from '../storable.ts'
import type { VoiceRaw } from './schema.ts'
import { cleanField } from './schema.ts'
import { withReferences } from './spoken-reference.ts'

export type Heard =
  /** Words for the dialog, spoken or meant by a key. */
  | { readonly did: 'speak'; readonly text: string }
  /** Words that the recogniser itself doubts. */
  | { readonly did: 'mumble'; readonly text: string }
  /** The number of a case, by key. */
  | { readonly did: 'key-number'; readonly number: string }
  | { readonly did: 'nothing' }
  /** A key that means nothing here. */
  | { readonly did: 'slip' }
  | { readonly did: 'want-agent' }
  | { readonly did: 'want-again' }
  | { readonly did: 'want-text' }
  | { readonly did: 'choose-language'; readonly language: Language }
  | { readonly did: 'want-languages' }
  | { readonly did: 'turn-page' }
  | { readonly did: 'choose-service'; readonly code: string }

/** Below this the caller is asked again. Providers that give no confidence leave it out or say 0. */
const leastConfidence = 0.4

/** What is said to the dialog where a key says it. English words: every language's dialog knows them. */
export const wordsOfKeys = { agent: 'agent', yes: 'yes', no: 'no', status: 'status of' } as const

export function heardIn({ fields, call }: VoiceRaw, ivr: Ivr): Heard {
  const digits = cleanField(fields, 'Digits')
  if (digits !== '') return byKeys(digits, call, ivr)
  const text = storableText(fieldText(fields, 'SpeechResult'), '')
  if (text.trim() === '') return { did: 'nothing' }
  const language = ivr.named(text)
  if (language !== null) return { did: 'choose-language', language }
  const confidence = Number(cleanField(fields, 'Confidence') || '1')
  if (confidence > 0 && confidence < leastConfidence) return { did: 'mumble', text }
  return { did: 'speak', text: withReferences(text) }
}

function byKeys(digits: string, call: VoiceRaw['call'], ivr: Ivr): Heard {
  if (call.at === 'languages') {
    const found = ivr.keys.others.find(([key]) => key === digits)
    if (found !== undefined) return { did: 'choose-language', language: found[1] }
  }
  if (digits === '0') return { did: 'want-agent' }
  if (digits === '*') return { did: 'want-again' }
  switch (call.at) {
    case 'yes-no':
      if (digits === '1') return { did: 'speak', text: wordsOfKeys.yes }
      return digits === '2' ? { did: 'speak', text: wordsOfKeys.no } : { did: 'slip' }
    case 'choice':
      return Number(digits) <= call.count ? { did: 'speak', text: digits } : { did: 'slip' }
    case 'number':
      return { did: 'speak', text: digits }
    case 'case':
      return /^\d{8,20}$/.test(digits) ? { did: 'key-number', number: digits } : { did: 'slip' }
    case 'after':
      if (digits === '1') return { did: 'want-text' }
      return digits === '2' ? { did: 'speak', text: wordsOfKeys.no } : { did: 'slip' }
    case 'menu': {
      const code = ivr.menu[call.count]?.[Number(digits) - 1]
      if (code !== undefined) return { did: 'choose-service', code }
      if (digits !== '6') return { did: 'slip' }
      return call.count + 1 < ivr.menu.length ? { did: 'turn-page' } : { did: 'want-agent' }
    }
    case 'open': {
      if (call.last !== 0) return { did: 'slip' }
      if (digits === '1') return { did: 'choose-language', language: 'en' }
      const found = ivr.keys.first.find(([key]) => key === digits)
      if (found !== undefined) return { did: 'choose-language', language: found[1] }
      return digits === ivr.keys.more ? { did: 'want-languages' } : { did: 'slip' }
    }
    case 'where':
    case 'danger':
    case 'languages':
      return { did: 'slip' }
  }
}
