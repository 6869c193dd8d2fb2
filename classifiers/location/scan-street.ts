/** Recognises one street name, rightly spelled, at a place in the text. @module */
import type { Gazetteer } from './gazetteer.ts'
import { numberBefore } from './house-number.ts'
import type { NameEntry, Street } from './street-index.ts'
import type { Token } from './tokens.ts'
import { directionOf, notNames, ordinary, suffixOf } from './words.ts'

/** A street that the words may mean; `fit` 0…1 says how well suffix, direction and spelling agree. */
export interface FittingStreet {
  readonly street: Street
  readonly fit: number
}

export interface StreetMention {
  /** Tokens of the name with direction and suffix, half-open. */
  readonly from: number
  readonly to: number
  readonly streets: readonly FittingStreet[]
  /** A suffix stands with the name, or a word such as `calle` before it. */
  readonly suffixed: boolean
  /** The suffix is that of a street of the name. */
  readonly suffixRight: boolean
  /** The name alone is an everyday word. */
  readonly everyday: boolean
  /** The words name a neighborhood or town as well. */
  readonly doubtful?: boolean
  /** 0 where spelled right. */
  readonly edits: number
}

/** Words for "street" that other languages put before the name. */
const streetWords =
  /^(?:calle|avenida|avda|rua|rue|ri|lari|duong|pho|via|ulitsa|улица|улице|ул|waddada|شارع)$/
const cjkSuffix = /^[街路道巷]$/
/** Suffixes that are everyday words too: "snow way", "school drive". */
export const softSuffix = new Set([
  'way',
  'pl',
  'row',
  'dr',
  'path',
  'ct',
  'park',
  'grn',
  'mall',
  'ln',
  'bridge',
  'sq',
  'cir',
  'ext',
  'cres',
])

/** Nothing but blanks or an abbreviation's point before the token. */
export const joins = (token: Token | undefined): boolean =>
  token !== undefined && /^[ \t.'’-]*$/.test(token.gap) && !/\.\s+$/.test(token.gap.slice(1))

/** The longest street name that begins at `at`, or null. Everyday words come back flagged. */
export function scanStreet(tokens: readonly Token[], at: number, gazetteer: Gazetteer): StreetMention | null {
  const token = tokens[at]
  if (!token) return null
  let best: StreetMention | null = null
  const direction = directionOf(token.word)
  const tries: readonly (readonly [number, string])[] =
    direction !== undefined && joins(tokens[at + 1])
      ? [
          [at + 1, direction],
          [at, ''],
        ]
      : [[at, '']]
  for (const [start, towards] of tries) {
    const name = tokens[start]?.name ?? ''
    for (const entry of namesAt(name, gazetteer)) {
      if (
        !entry.words.every(
          (word, index) =>
            sameWord(tokens[start + index], word) && (index === 0 || joins(tokens[start + index])),
        )
      ) {
        continue
      }
      const mention = complete(tokens, at, start + entry.words.length, entry, towards, 0, gazetteer)
      if (
        mention &&
        (!best ||
          mention.to > best.to ||
          (mention.to === best.to && mention.suffixRight && !best.suffixRight))
      ) {
        best = mention
      }
    }
  }
  return best
}

function namesAt(name: string, { streets }: Gazetteer): readonly NameEntry[] {
  return name === 'st'
    ? [...streets.startingWith('saint'), ...streets.startingWith('st')]
    : streets.startingWith(name)
}

const sameWord = (token: Token | undefined, word: string): boolean =>
  token !== undefined && (token.name === word || (word === 'saint' && token.word === 'st'))

/** The mention of `entry` whose name ends before `nameEnd`, with what stands around it. Null for none. */
export function complete(
  tokens: readonly Token[],
  from: number,
  nameEnd: number,
  entry: NameEntry,
  direction: string,
  edits: number,
  gazetteer: Gazetteer,
): StreetMention | null {
  const next = tokens[nameEnd]
  let to = nameEnd
  let suffix = next && joins(next) ? suffixOf(next.word) : undefined
  // 街 stands for any of our suffixes, 大街 too.
  const big = next?.word === '大' && cjkSuffix.test(tokens[nameEnd + 1]?.word ?? '')
  const han = next !== undefined && (big || cjkSuffix.test(next.word))
  const before = tokens[from - 1]?.word ?? ''
  const prefixed = streetWords.test(before)
  const single = entry.words.length === 1 ? entry.joined : ''
  const numbered = numberBefore(tokens, from) !== null
  const first = tokens[from]
  // "no way", "a 2 way street": Way St is written large.
  if (single === 'way' && tokens[nameEnd - 1]?.upper !== true) return null
  // "park drive", "1st Ave" and nothing else is a street, whatever the words mean elsewhere.
  const alone =
    from === 0 &&
    !/^(?:way|road|drive|lane|place|street|avenue|side)$/.test(single) &&
    nameEnd + 1 === tokens.length &&
    entry.streets.some((street) => street.suffix === suffix && street.suffix !== '')
  const counted = /^\d/.test(first?.word ?? '') && !/^(?:the|a|this|my|each|every)$/.test(before)
  const ordinalName = ordinals.test(single) && (direction !== '' || counted)
  if (suffix !== undefined && single !== '' && !numbered && !alone && !ordinalName) {
    // "the main street", "a bike way": no names. "Cross St" with capitals is one.
    const capital = first?.upper === true && next?.upper === true
    if (notNames.has(single) && !capital && !areaFollows(tokens, nameEnd + 1, gazetteer)) return null
    // "high street lights", "one side street cleaning".
    const thing = /^(?:lights?|lamps?|sweep|sweepers?|sweeping|cleaning|cleaners?|signs?|lighting)$/
    if (ordinary.has(single) && !capital && thing.test(tokens[nameEnd + 1]?.word ?? '')) return null
    if (softSuffix.has(suffix) && ordinary.has(single) && !capital) suffix = undefined
    if (
      single === 'a' &&
      !(capital && (joinedTo(tokens[nameEnd + 1]) || (from > 0 && !/[.!?\n]/.test(first?.gap ?? ''))))
    )
      return null
  }
  if (suffix !== undefined) to = nameEnd + 1
  if (han) to = nameEnd + (big ? 2 : 1)
  let towards = direction
  const last = tokens[to]
  if (towards === '' && last && /^[nsew]$/.test(last.word) && last.upper && joins(last)) {
    if (entry.streets.some((street) => street.direction === last.word)) {
      towards = last.word
      to += 1
    }
  }
  const named = fittingOf(entry, suffix, towards, edits)
  // "calle Maverick" is the street and not the square, but may be an avenue.
  const fitting =
    suffix === undefined && (prefixed || han)
      ? named.map(({ street, fit }) => ({
          street,
          fit: /^(?:st|ave)$/.test(street.suffix) ? fit : fit * 0.4,
        }))
      : named
  if (fitting.length === 0) return null
  const start = nameEnd - entry.words.length
  const directed = direction !== '' && fitting.some(({ street }) => street.direction === direction)
  const everyday =
    !directed &&
    (tokens
      .slice(Math.max(0, start), nameEnd)
      .every((token) => ordinary.has(token.word) || ordinary.has(spelled(token))) ||
      (single.length > 0 && single.length <= 2) ||
      notNames.has(single))
  const whole = entry.streets.some((street) => street.suffix === '' && !ordinary.has(entry.joined))
  return {
    from,
    to,
    streets: fitting,
    suffixed:
      suffix !== undefined || han || prefixed || (whole && suffix === undefined && entry.joined !== 'fenway'),
    suffixRight: suffix !== undefined && fitting.some(({ street }) => street.suffix === suffix),
    everyday: everyday && suffix === undefined && !han,
    edits,
  }
}

/** "A St & W Broadway", "A St, South Boston". */
const joinedTo = (token: Token | undefined): boolean =>
  token !== undefined && (/[&/,@]/.test(token.gap) || /^(?:and|at|near|between)$/.test(token.word))

const ordinals = /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)$/
/** `4th` is compared as `fourth`, but `centre` is never the everyday word "center". */
const spelled = (token: Token): string => (/^\d/.test(token.word) ? token.name : token.word)

/** "main street in Charlestown": a neighborhood within three words makes it a name. */
const areaFollows = (tokens: readonly Token[], from: number, { areas }: Gazetteer): boolean =>
  tokens.slice(from, from + 3).some((token) => areas.namesFrom(token.name).length > 0)

function fittingOf(
  entry: NameEntry,
  suffix: string | undefined,
  direction: string,
  edits: number,
): readonly FittingStreet[] {
  const right = suffix !== undefined && entry.streets.some((street) => street.suffix === suffix)
  const towards = entry.streets.some((street) => street.direction === direction)
  const spelled = edits === 0 ? 1 : edits === 1 ? 0.7 : 0.4
  const list: FittingStreet[] = []
  // "Dot Court" is not Dot Ave.
  if (entry.nickname && suffix !== undefined && !right) return list
  for (const street of entry.streets) {
    if (right && street.suffix !== suffix && !(suffix === 'st' && street.suffix === '')) continue
    let fit = spelled
    if (suffix !== undefined && street.suffix !== suffix) fit *= street.suffix === '' ? 0.8 : 0.4
    // Nobody means the bridge by a bare name.
    if (suffix === undefined && street.suffix === 'bridge') fit *= 0.3
    if (direction !== '' && street.direction !== direction)
      fit *= street.direction === '' && !towards ? 0.3 : 0.03
    if (direction === '' && street.direction !== '') fit *= 0.5
    if (fit > 0.02) list.push({ street, fit })
  }
  return list
}
