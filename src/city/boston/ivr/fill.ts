/**
 * Templates turned into what is heard: each piece by the voice that can read it.
 * @module
 */
import type { Utterance, Voice } from '../../../core/ivr.ts'
import { en } from './en.ts'
import type { IvrWords } from './words.ts'

/** What goes into a template. `where`, `street` and `town` are English names; `number` and `phone` are spelled out. */
export interface Filling {
  readonly what?: string
  readonly where?: string
  readonly street?: string
  readonly town?: string
  readonly number?: string
  readonly phone?: string
  readonly key?: string
  readonly date?: string
  readonly state?: string
}

/** Names are read a little slower than sentences. Percent. */
const namesRate = 90
const names: Voice = { ...en.voice, rate: namesRate }
const spelledRate = 85

/** The words of one template. `slowly`: letters get a word each, where the language has them. */
export function fill(words: IvrWords, template: string, filling: Filling, slowly = false): Utterance[] {
  const says: Utterance[] = []
  const add = (voice: Voice, text: string): void => {
    const last = says.at(-1)
    if (last?.kind === 'words' && last.voice.name === voice.name && last.voice.rate === voice.rate)
      says[says.length - 1] = { ...last, text: `${last.text}${text}` }
    else if (/[\p{L}\p{N}]/u.test(text)) says.push({ kind: 'words', voice, text })
    // The end of a sentence belongs to the name before it: another may follow.
    else if (last?.kind === 'words') says[says.length - 1] = { ...last, text: `${last.text}${endOf(text)}` }
  }
  for (const [piece, , name] of template.matchAll(/(\{(\w{1,12})\})|[^{]+/g)) {
    if (name === undefined) add(words.voice, piece)
    else if (name === 'number' || name === 'phone')
      says.push({
        kind: 'spelled',
        voice: { ...words.voice, rate: spelledRate },
        groups: spelled(words, filling[name] ?? '', slowly),
      })
    else if (name === 'where' || name === 'street' || name === 'town')
      add(words === en ? words.voice : names, filling[name] ?? '')
    else add(words.voice, filling[name as keyof Filling] ?? '')
  }
  return says.map((one) => (one.kind === 'words' ? { ...one, text: tidy(one.text) } : one))
}

/** A sign at the end as an English voice knows it. */
const endOf = (text: string): string => (/[?؟？]/.test(text) ? '?' : /[.。]/.test(text) ? '.' : '')

/** What is left over beside a piece that another voice read. */
const tidy = (text: string): string =>
  text
    .replace(/^[\s,.;:?!،؟，。：？]+/u, '')
    .replace(/\s+/g, ' ')
    .trim()

/** `BOS-7K3M-Q2XA` in three groups; the City's long numbers and phones in threes and fours. */
function spelled(words: IvrWords, text: string, slowly: boolean): readonly (readonly string[])[] {
  const parts = text.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  const groups = parts.flatMap((part) => (/^\d{6,}$/.test(part) ? (part.match(/\d{1,4}/g) ?? []) : [part]))
  return groups.map((group) => [...group.toUpperCase()].map((one) => letter(words, one, slowly)))
}

function letter({ spelling }: IvrWords, one: string, slowly: boolean): string {
  const word = spelling?.words[one]
  if (!slowly || spelling === null || word === undefined) return one
  return spelling.as.replace('{letter}', one).replace('{word}', word)
}

/** "311" is said by its figures, and so are phone numbers; a page's address is left out. */
export function readAloud(text: string): string {
  return text
    .replace(/\b(?:https?:\/\/)?(?:[\w-]{1,40}\.){1,3}(?:gov|org|com)(?:\/[\w./-]{0,80})?\.?/g, '')
    .replace(/\b([3489])(11|88)\b/g, (_, first: string, rest: string) => [first, ...rest].join(' '))
    .replace(/\b(\d{3})[-. ](\d{3})[-. ](\d{4})\b/g, (digits) => [...digits.replace(/\D/g, '')].join(' '))
    .replace(/\s+/g, ' ')
    .trim()
}
