/**
 * Which of our twelve languages a message is written in: script first, then words and letter triples.
 * @module
 */
import type { Alternative, Classify, Hints, Language, Suggestion } from '../../src/core/understanding.ts'
import { latinLanguages, type Scores, scoreWord } from './profile.ts'
import { countChinese, countScripts } from './script.ts'

/** Nats given before the first word: most messages are English, and a conversation keeps its language. */
const englishPrior = 1.8
const hintPrior = 2.2
const keaPrior = -0.7
/** Softens the sum of dependent words to a probability; fitted on fixtures/understanding/language.tsv. */
const temperature = 1.5
/** Below this the text does not decide, and the conversation's language (or English) stays. */
const floor = 0.55

const streetWords = new Set(
  'st street ave av avenue rd road sq square blvd pkwy parkway dr drive ln lane ct court pl place ter terrace way hwy circle cir wharf'.split(
    ' ',
  ),
)
/** Whole messages of a word or two that are too short for statistics. */
const wholes = new Map<string, Language>(
  (
    [
      ['es', 'si|sí|si gracias|hola|gracias|buenas|claro|listo'],
      ['pt', 'sim|oi|olá|ola bom dia|obrigado|obrigada|não|nao'],
      ['ht', 'wi|non mesi|mèsi|mesi|alo|bonswa'],
      ['fr', 'oui|merci|salut|bonsoir'],
      ['kea', 'sin|sí sí|nau|obrigadu|obrigada txeu'],
      ['vi', 'có|vâng|dạ|cam on|cám ơn|cảm ơn|không|khong'],
      ['so', 'haa|maya|haye'],
    ] as const
  ).flatMap(([language, list]) => list.split('|').map((whole) => [whole, language] as const)),
)
const creoleMarks = new Set('di nha nhas nho nhos cu ku ca sta dja quel kel quês kes bu txeu modi'.split(' '))
const haitianMarks = new Set('mwen nan yo yon gen pou ak la an fè sou nou li pral ap ki'.split(' '))
const isHaitian = (words: readonly RegExpMatchArray[]): boolean =>
  words.filter(([found]) => haitianMarks.has(found.toLowerCase())).length > 1
const markBonus = 1.1
const keaAt = latinLanguages.indexOf('kea')
const skip = /https?:\/\/\S+|\b[\w.+-]+@[\w-]+\.[\w.]+|\S*\d\S*/g
const word = /[\p{L}\p{M}]{1,40}(?:['’-][\p{L}\p{M}]{1,40}){0,6}/gu

function answer(
  value: Language,
  confidence: number,
  alternatives: readonly Alternative<Language>[] = [],
): Suggestion<Language> {
  return { value, confidence, alternatives, evidence: [] }
}

function latin(text: string, hints: Hints): Suggestion<Language> {
  const whole = wholes.get(
    text
      .normalize('NFC')
      .toLowerCase()
      .replace(/[\s.!?,¡¿]+/g, ' ')
      .trim(),
  )
  if (whole && !hints.language) return answer(whole, 0.85)
  const plain = text.replace(skip, (found) => ' '.repeat(found.length))
  const shouting = plain === plain.toUpperCase()
  const words = [...plain.matchAll(word)].slice(0, 120)
  const sum: Scores = new Float64Array(latinLanguages.length)
  let weighed = 0
  words.forEach((found, index) => {
    const lower = found[0].normalize('NFC').replaceAll('’', "'").toLowerCase()
    const next = words[index + 1]?.[0].toLowerCase()
    // Street names say where, not in which language: `Tremont St`, `Calle Betances` in an English text.
    if (streetWords.has(lower) || (next && next.length < 10 && streetWords.has(next) && lower.length > 3))
      return
    const name = index > 0 && !shouting && found[0].length > 2 && /^\p{Lu}\p{Ll}/u.test(found[0])
    const weight = name ? 0.35 : lower.length === 1 ? 0.4 : 1
    const scores = scoreWord(lower)
    for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) + weight * (scores[at] ?? 0)
    weighed += weight
  })
  // Cabo Verdean is often written with Portuguese words; its small words are what Portuguese does not have.
  const small = words.filter(([found]) => creoleMarks.has(found.toLowerCase())).length
  if (small > 1 && !isHaitian(words)) sum[keaAt] = (sum[keaAt] ?? 0) + small * markBonus
  const stay = hints.language ?? 'en'
  if (weighed === 0) return answer(stay, hints.language ? 0.9 : 0.7)
  latinLanguages.forEach((language, at) => {
    const prior =
      (language === 'en' ? englishPrior : 0) +
      (language === 'kea' ? keaPrior : 0) +
      (language === hints.language ? hintPrior : 0)
    sum[at] = ((sum[at] ?? 0) + prior) / temperature
  })
  const top = Math.max(...sum)
  const total = sum.reduce((before, score) => before + Math.exp(score - top), 0)
  const ranked = latinLanguages
    .map((value, at) => ({ value, confidence: Math.exp((sum[at] ?? top) - top) / total }))
    .sort((a, b) => b.confidence - a.confidence)
  const first = ranked[0]
  if (!first) return answer(stay, 0.5)
  const rest = ranked.filter(({ confidence }) => confidence > 0.02)
  if (first.confidence < floor && first.value !== stay) {
    const confidence = 1 - first.confidence
    return answer(
      stay,
      Math.min(confidence, 0.6),
      rest
        .filter(({ value }) => value !== stay)
        .slice(0, 1)
        .map((one) => ({ ...one, confidence: Math.min(one.confidence, 1 - confidence) })),
    )
  }
  return answer(
    first.value,
    Math.min(first.confidence, 0.995),
    rest.filter(({ value }) => value !== first.value).slice(0, 2),
  )
}

function chinese(text: string, hints: Hints): Suggestion<Language> {
  const { hant, hans } = countChinese(text)
  const stay = hints.language === 'zh-Hans' || hints.language === 'zh-Hant' ? hints.language : null
  // A text that both systems write alike stays with the conversation; without one, the city's longer list decides.
  if (hant === hans)
    return answer(stay ?? 'zh-Hant', stay ? 0.9 : 0.5, stay ? [] : [{ value: 'zh-Hans', confidence: 0.5 }])
  const share = (Math.max(hant, hans) + 0.5) / (hant + hans + 0.6)
  return hant > hans
    ? answer('zh-Hant', share * 0.99, [{ value: 'zh-Hans', confidence: (1 - share) * 0.9 }])
    : answer('zh-Hans', share * 0.99, [{ value: 'zh-Hant', confidence: (1 - share) * 0.9 }])
}

/** Tells the language of a text; an undecided or empty one stays with `hints.language`, or English. */
export function languageClassifier(): Classify<Suggestion<Language>> {
  return (text, hints) => {
    const counts = countScripts(text)
    const letters = counts.latin + counts.han + counts.cyrillic + counts.arabic + counts.foreign
    if (letters === 0) return answer(hints.language ?? 'en', hints.language ? 0.9 : 0.7)
    const other = Math.max(counts.han, counts.cyrillic, counts.arabic)
    if (counts.foreign > letters / 2) return answer(hints.language ?? 'en', 0.3)
    // A Chinese sentence with an English street name is Chinese; an English one with a shop's name is not.
    if (other * 2 >= counts.latin && other > 0) {
      if (other === counts.han) return chinese(text, hints)
      return other === counts.cyrillic ? answer('ru', 0.97) : answer('ar', 0.97)
    }
    return latin(text.slice(0, 1200), hints)
  }
}
