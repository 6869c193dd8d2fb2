/** Finds the words of a text that may name a street, a place, an area or a town. @module */
import type { Town } from '../../src/core/understanding.ts'
import type { CityWords } from './city-words.ts'
import { isAddressed } from './doubts.ts'
import type { Gazetteer } from './gazetteer.ts'
import { type HouseNumber, numberAfter, numberBefore } from './house-number.ts'
import { numberBeside, numberOn } from './loose-number.ts'
import type { PlaceName } from './place-index.ts'
import { type StreetMention, scanStreet } from './scan-street.ts'
import { type Budget, newBudget, similarAt, similarBefore, similarWhole } from './similar-street.ts'
import type { Token } from './tokens.ts'
import { directionOf, suffixOf } from './words.ts'

export interface NumberedStreet extends StreetMention {
  readonly number: HouseNumber | null
}
export interface PlaceMention {
  readonly from: number
  readonly to: number
  readonly name: PlaceName
}
export interface AreaMention {
  readonly from: number
  readonly to: number
  /** Neighborhood or ZIP of the gazetteer. */
  readonly name: string
}
export interface TownMention {
  readonly from: number
  readonly to: number
  readonly town: Town
}
export interface Scan {
  readonly tokens: readonly Token[]
  readonly streets: readonly NumberedStreet[]
  readonly places: readonly PlaceMention[]
  readonly areas: readonly AreaMention[]
  readonly towns: readonly TownMention[]
}

/** No message names more; a text of nothing but streets must not cost more time. */
const mostStreets = 60

/**
 * All mentions, left to right; none overlap. Token positions, half-open. `asked` where we asked for the place: then a
 * text that is nearly a street's name is one.
 */
export function scan(tokens: readonly Token[], gazetteer: Gazetteer, asked = false): Scan {
  const budget = newBudget()
  const streets: NumberedStreet[] = []
  const places: PlaceMention[] = []
  const areas: AreaMention[] = []
  const towns: TownMention[] = []
  const addStreet = (mention: StreetMention): void => {
    if (streets.length >= mostStreets || isArticle(tokens, mention)) return
    // A misspelled longer name takes back the piece that was read of it: "West" of "West Concrod St".
    while ((streets.at(-1)?.to ?? 0) > mention.from) streets.pop()
    streets.push({ ...mention, number: numberOf(tokens, mention) })
  }
  let at = 0
  while (at < tokens.length) {
    const area = scanArea(tokens, at, gazetteer)
    const town = scanTown(tokens, at, gazetteer)
    const named = ofTown(tokens, scanPlace(tokens, at, gazetteer), town)
    const place = named && isAddressed(tokens, named.from, named.to) ? null : named
    const street = wider(tokens, scanStreet(tokens, at, gazetteer), gazetteer, budget)
    // "Codman Square" is the quarter where no street of just that name has a known point.
    const quarter = area !== null && street?.to === area.to && !isPlaced(tokens, street, gazetteer)
    const length = Math.max(place?.to ?? 0, area?.to ?? 0, town?.to ?? 0)
    const strong = street && (street.suffixed || numberBefore(tokens, street.from) !== null)
    if (
      street &&
      !quarter &&
      (street.to > length ||
        (strong &&
          street.to >= length &&
          !(place && place.to === street.to && !numberBefore(tokens, street.from))))
    ) {
      addStreet(street)
      at = street.to
    } else if (area && area.to >= length) {
      areas.push(area)
      if (street && street.to === area.to) addStreet({ ...street, everyday: true, doubtful: true })
      at = area.to
    } else if (place && place.to >= length) {
      places.push(place)
      // "Union Park and Harrison": the park is a street too, for a corner.
      if (street && street.to === place.to && street.suffixed)
        addStreet({ ...street, everyday: true, doubtful: true })
      at = place.to
    } else if (town) {
      towns.push(town)
      if (street && street.to === town.to) addStreet({ ...street, everyday: true, doubtful: true })
      at = town.to
    } else {
      const similar = similarAt(tokens, at, gazetteer, budget)
      const last = streets.at(-1)
      if (similar && (!last || similar.from >= last.to || (!last.suffixed && similar.from <= last.from))) {
        addStreet(similar)
        at = Math.max(at + 1, similar.to)
      } else at += 1
    }
  }
  if (asked && streets.length + places.length + areas.length + towns.length === 0) {
    const whole = similarWhole(tokens, gazetteer)
    if (whole) addStreet(whole)
  }
  return { tokens, streets, places, areas, towns }
}

const isPlaced = (tokens: readonly Token[], street: StreetMention, { streets }: Gazetteer): boolean =>
  numberBefore(tokens, street.from) !== null ||
  !street.suffixed ||
  (street.suffixRight &&
    street.streets.some((one) => one.fit >= 0.5 && streets.northward(one.street).length > 0))

/** "com a Hancock St": one small letter is a word of the sentence unless "&" or "and" joins it to a street. */
const isArticle = (tokens: readonly Token[], { from, to, suffixed }: StreetMention): boolean => {
  const [letter, next] = [tokens[from], tokens[to]]
  if (suffixed || to - from > 1 || !letter || !/^[aioey]$/.test(letter.word)) return false
  // "Jay and I" are two people.
  if (letter.upper && letter.word !== 'i') return false
  const beside = `${letter.gap}${next?.gap ?? ''}`
  return !(/[&/@]/.test(beside) || (letter.word !== 'i' && next?.word === 'and'))
}

/** "savie hill ave": the known `Hill St` has another suffix, a misspelled longer name has this one. */
function wider(
  tokens: readonly Token[],
  street: StreetMention | null,
  gazetteer: Gazetteer,
  budget: Budget,
): StreetMention | null {
  const suffix =
    street?.suffixed && !street.suffixRight ? suffixOf(tokens[street.to - 1]?.word ?? '') : undefined
  if (!street || suffix === undefined) return street
  const longer = similarBefore(tokens, street.to - 1, suffix, gazetteer, budget)
  return longer?.suffixRight && longer.from < street.from ? longer : street
}

function numberOf(tokens: readonly Token[], mention: StreetMention): HouseNumber | null {
  const before = numberBefore(tokens, mention.from)
  return (
    before ??
    numberAfter(tokens, mention.to, mention.suffixed || mention.to + 1 === tokens.length) ??
    numberOn(tokens, mention.from) ??
    (mention.suffixed ? numberBeside(tokens, mention.to) : null)
  )
}

/** "Quincy Center" is the middle of the town, not the community center in Boston that is called Quincy. */
function ofTown(
  tokens: readonly Token[],
  place: PlaceMention | null,
  town: TownMention | null,
): PlaceMention | null {
  const middle = town === null ? '' : (tokens[town.to]?.word ?? '')
  return place?.to === (town?.to ?? 0) + 1 && /^(?:center|centre|ctr|village)$/.test(middle) ? null : place
}

function scanPlace(tokens: readonly Token[], at: number, gazetteer: Gazetteer): PlaceMention | null {
  const token = tokens[at]
  if (!token) return null
  for (const name of gazetteer.places.startingWith(token.name)) {
    if (
      name.words.every(
        (word, index) => sameWord(tokens[at + index], word) && (index === 0 || joins(tokens[at + index])),
      )
    ) {
      return { from: at, to: at + name.words.length, name }
    }
  }
  return null
}
const sameWord = (token: Token | undefined, word: string): boolean =>
  token !== undefined &&
  (token.name === word ||
    (word === 'saint' && token.word === 'st') ||
    (suffixOf(word) !== undefined && suffixOf(word) === suffixOf(token.word)) ||
    (word === 'st' && token.name === 'saint'))
const joins = (token: Token | undefined): boolean =>
  token !== undefined && /^[\s.&/'-]*$/.test(token.gap) && !/\n|\. /.test(token.gap)

function scanArea(tokens: readonly Token[], at: number, gazetteer: Gazetteer): AreaMention | null {
  const { areas } = gazetteer
  const token = tokens[at]
  if (!token) return null
  if (/^\d{5}$/.test(token.word))
    return areas.isZip(token.word) ? { from: at, to: at + 1, name: token.word } : null
  for (const { words, name } of areas.namesFrom(token.name)) {
    const length = words.length
    if (
      !words.every(
        (word, index) => sameWord(tokens[at + index], word) && (index === 0 || joins(tokens[at + index])),
      )
    )
      continue
    const next = tokens[at + length]
    // "Dorchester Ave", "Charlestown St": a street that the gazetteer may or may not know.
    if (next && /^[ .]*$/.test(next.gap) && /^(?:st|ave|rd|blvd|pkwy|hwy)$/.test(suffixOf(next.word) ?? ''))
      return null
    if (token.name === 'dot' && next?.word === 'com') return null
    // "Dot Court" is no part of Dorchester.
    if (token.name.length <= 3 && next && /^ $/.test(next.gap) && suffixOf(next.word) !== undefined)
      return null
    return { from: at, to: at + length, name }
  }
  return null
}

const townsOf = new WeakMap<CityWords, ReadonlyMap<string, Town>>()
function townNamed(word: string, words: CityWords): Town | undefined {
  let towns = townsOf.get(words)
  if (!towns) {
    towns = new Map(words.towns.map((town) => [town.name.toLowerCase(), town]))
    townsOf.set(words, towns)
  }
  return towns.get(word)
}

function scanTown(tokens: readonly Token[], at: number, { words }: Gazetteer): TownMention | null {
  const token = tokens[at]
  const town = token ? townNamed(token.word, words) : undefined
  const next = tokens[at + 1]
  if (!town || (next && /^[ .]*$/.test(next.gap) && suffixOf(next.word) !== undefined)) return null
  if (directionOf(tokens[at - 1]?.word ?? '') !== undefined) return null
  return { from: at, to: at + 1, town }
}
