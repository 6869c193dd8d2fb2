/**
 * Boston on the phone: what a caller hears in each of twelve languages, and in which voice. Haitian Creole, Cabo
 * Verdean Creole and Somali have no voice at Twilio; nothing else reads them.
 * @module
 */
import type { Ivr, PlainPrompt, Utterance } from '../../../core/ivr.ts'
import type { Language } from '../../../core/understanding.ts'
import { serviceName } from '../service-names/index.ts'
import { serviceByCode } from '../services/index.ts'
import { saidStreet } from './address.ts'
import { ar } from './ar.ts'
import { asksAgain, saysDone } from './asks.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fill } from './fill.ts'
import { fr } from './fr.ts'
import { hintsFor } from './hints.ts'
import { ht } from './ht.ts'
import { kea } from './kea.ts'
import { pt } from './pt.ts'
import { choice, isRecorded, recording, speakRecorded } from './recorded.ts'
import { ru } from './ru.ts'
import { so } from './so.ts'
import { speak } from './speak.ts'
import { streetsByKeys } from './spelling.ts'
import { vi } from './vi.ts'
import type { IvrWords, RecordedWords } from './words.ts'
import { zhHans } from './zh-hans.ts'
import { zhHant } from './zh-hant.ts'

export const ivrIn: Readonly<Record<Language, IvrWords | RecordedWords>> = {
  en,
  es,
  ht,
  'zh-Hant': zhHant,
  'zh-Hans': zhHans,
  vi,
  kea,
  ru,
  ar,
  pt,
  fr,
  so,
}

/**
 * Ten services that callers ask for most: nine of the ten most frequent types of 2024 (caughtindot.com), without code
 * enforcement collection, which the City's own staff asks for; in its place street lights, of the ten of the 2018 form.
 */
const menu = [
  ['illegal-parking', 'litter', 'trash-storage', 'needle', 'pothole'],
  ['missed-pickup', 'property-condition', 'tree-pruning', 'dead-animal', 'street-light-out'],
] as const
/** What somebody would say who chooses it: names alone are read as questions now and then. */
const wordsFor: Readonly<Record<(typeof menu)[number][number], string>> = {
  'illegal-parking': 'illegally parked car',
  litter: 'litter on the street',
  'trash-storage': 'trash was put out on the wrong day',
  needle: 'needle on the sidewalk',
  pothole: 'a pothole',
  'missed-pickup': 'the trash was not picked up',
  'property-condition': 'a run-down property',
  'tree-pruning': 'a tree needs pruning',
  'dead-animal': 'a dead animal',
  'street-light-out': 'a street light is out',
}

/** In the order of the City's list of languages (see src/core/understanding.ts). */
const keys: Ivr['keys'] = {
  first: [['2', 'es']],
  more: '3',
  others: [
    ['1', 'ht'],
    ['2', 'zh-Hant'],
    ['3', 'zh-Hans'],
    ['4', 'vi'],
    ['5', 'kea'],
    ['6', 'ru'],
    ['7', 'ar'],
    ['8', 'pt'],
    ['9', 'fr'],
    ['*', 'so'],
  ],
}

/** What the English voice calls a language that no machine reads. */
const englishNames: Partial<Record<Language, string>> = {
  ht: 'Haitian Creole',
  kea: 'Cabo Verdean Creole',
  so: 'Somali',
}

/** A key as each voice reads it. */
const keyName = (key: string): string => (key === '*' ? 'star' : key)

/** One recording, or nothing where the prompt has no slot. */
const recorded = (language: Language, name: string): readonly Utterance[] =>
  isRecorded(name) ? [recording(language, name)] : []

function plain(language: Language, name: PlainPrompt): readonly Utterance[] {
  const words = ivrIn[language]
  return words.voice === null ? recorded(language, name) : fill(words, words.says[name], {})
}

const simplified = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()

/** What callers say around the name of a language, in small letters and without signs. */
const aroundNames =
  /^(?:(?:hi|hello|hola|bonjour|yes|no|sorry|please|i|we|want|need|only|just|do|you|can|could|speak|talk|is|there|who|someone|anyone|anybody|have|speaks|does|in|en|em|hablo|habla|hablan|alguien|que|quiero|solo|parlez|vous|je|parle|falo|fala|por|favor|pliz|mwen|pale|a|an|interpreter) ){1,8}|(?: (?:please|por favor|s il vous plaît|speaker|speaking|person|interpreter|language|tanpri|souple)){1,3}$/g

export const bostonIvr: Ivr = {
  voiceOf: (language) => ivrIn[language].voice,
  keys,
  offer(language, key) {
    const words = ivrIn[language]
    if (words.voice !== null) return fill(words, words.says.offer, { key: keyName(key) })
    const name = englishNames[language] ?? language
    return [{ kind: 'words', voice: en.voice, text: `For ${name}, press ${keyName(key)}.` }]
  },
  named(text) {
    const said = simplified(text)
    if (said === '' || said.split(' ').length > 9) return null
    const bare = said.replace(aroundNames, '').trim()
    for (const [language, { names }] of Object.entries(ivrIn))
      if (names.some((name) => said === name || bare === name)) return language as Language
    return null
  },
  asksAgain,
  saysDone,
  plain,
  speak(reply, language, facts, again) {
    const words = ivrIn[language]
    return words.voice === null
      ? speakRecorded(reply.speech, language, facts, again)
      : speak(reply.speech, reply.text, { language, words, facts, again })
  },
  menu,
  menuPage(language, page) {
    const words = ivrIn[language]
    if (words.voice === null) return recorded(language, `menu-${page + 1}`)
    const choices = (menu[page] ?? []).flatMap((code, at) => {
      const service = serviceByCode(code)
      if (service === null) return []
      return fill(words, words.says.choiceWhat, {
        what: serviceName(language, service),
        key: String(at + 1),
      })
    })
    const last = page === menu.length - 1
    return [
      ...(page === 0 ? fill(words, words.says.menu, {}) : []),
      ...choices,
      ...fill(words, words.says[last ? 'menuOther' : 'menuMore'], {}),
      ...(page === 0 ? fill(words, words.says.menuStatus, {}) : []),
    ]
  },
  wordsFor: (code) => (Object.hasOwn(wordsFor, code) ? wordsFor[code as keyof typeof wordsFor] : code),
  streets: streetsByKeys,
  streetChoices(language, names) {
    const words = ivrIn[language]
    return names.flatMap((name, at) =>
      words.voice === null
        ? choice(language, saidStreet(name), at + 1)
        : fill(words, words.says.choiceWhere, { where: saidStreet(name), key: String(at + 1) }),
    )
  },
  inLine(language, position) {
    if (position <= 1) return plain(language, 'queueNext')
    const words = ivrIn[language]
    return words.voice === null ? [] : fill(words, words.says.queuePosition, { key: String(position) })
  },
  hints: hintsFor,
}
