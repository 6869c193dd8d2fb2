/** Whether an answer names the right street, judged without the classifier's own reading. @module */
import { editDistance } from '../../classifiers/location/edit-distance.ts'
import type { Gazetteer } from '../../classifiers/location/index.ts'
import { parseStreetName } from '../../classifiers/location/street-name.ts'
import { fold } from '../../classifiers/location/tokens.ts'
import { canonical, ordinary } from '../../classifiers/location/words.ts'
import { metresBetween } from '../../src/core/geo.ts'

const wordsOf = (text: string): readonly string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map(canonical)

/** `39-41 Fulda St` → `fulda`; `Draper St & Westville St` → both; `Elm St between A and B` → all three. */
function basesOf(address: string): readonly string[] {
  return address
    .split(/ & | between | and /)
    .map((name) => parseStreetName(name.replace(/^\d[\d-]*[A-Z]? /, '')).base.join(' '))
    .filter((base) => base !== '')
}

/** Whether the words hold the name, spelled right or within a letter (two from eight letters on). */
function holds(words: readonly string[], base: string): boolean {
  const name = base.split(' ')
  const joined = name.join('')
  const most = joined.length >= 8 ? 2 : joined.length >= 5 ? 1 : 0
  for (let length = 1; length <= name.length + 1; length++) {
    for (let at = 0; at + length <= words.length; at++) {
      const said = words.slice(at, at + length).join('')
      if (said === joined || (most > 0 && !ordinary.has(said) && editDistance(said, joined, most) <= most))
        return true
    }
  }
  return false
}

/** What tells the truth of a row: the words marked in the text, and the City's address of the pin. */
export interface Truth {
  readonly mention: string
  readonly address: string
}

/** Whether the answer's street (or, with `all`, every street of it) is named by the mark or the City's address. */
export function sameStreets(answer: string, { mention, address }: Truth, all: boolean): boolean {
  const words = [...wordsOf(mention), '|', ...wordsOf(address)]
  // A nickname names its street: "mass ave".
  const known = [
    ...words,
    ...nicknames.flatMap(([said, meant]) => (holds(words, said) ? ['|', ...meant] : [])),
  ]
  const bases = basesOf(answer)
  if (bases.length === 0) return false
  return all
    ? bases.length >= 2 && bases.every((base) => holds(known, base))
    : bases.some((base) => holds(known, base))
}
const nicknames: readonly (readonly [string, readonly string[]])[] = [
  ['mass', ['massachusetts']],
  ['comm', ['commonwealth']],
  ['dot', ['dorchester']],
]

/** Names of the streets that have a known point within 250 m. */
export type StreetsNear = (point: { readonly lat: number; readonly lon: number }) => readonly string[]
const nearM = 250

/** A grid of 300 m cells over all known points. */
export function streetsNear({ streets }: Gazetteer): StreetsNear {
  const cells = new Map<string, Set<number>>()
  const [rowOf, columnOf] = [
    (lat: number) => Math.floor(lat / 0.0027),
    (lon: number) => Math.floor(lon / 0.0036),
  ]
  for (const street of streets.all) {
    for (const { lat, lon } of streets.northward(street)) {
      const key = `${rowOf(lat)},${columnOf(lon)}`
      const cell = cells.get(key)
      if (cell) cell.add(street.id)
      else cells.set(key, new Set([street.id]))
    }
  }
  return (point) => {
    const ids = new Set<number>()
    for (let y = -1; y <= 1; y++)
      for (let x = -1; x <= 1; x++)
        for (const id of cells.get(`${rowOf(point.lat) + y},${columnOf(point.lon) + x}`) ?? []) ids.add(id)
    return [...ids].flatMap((id) => {
      const street = streets.all[id]
      return street && streets.northward(street).some((other) => metresBetween(other, point) < nearM)
        ? [street.name]
        : []
    })
  }
}

/** Streets near the pin that the typed words name; none where the pin is the default or no place. */
export function judgedStreets(text: string, { address }: Truth, near: readonly string[]): readonly string[] {
  if (/^(?:1 City Hall|No location)/.test(address)) return []
  const words = wordsOf(text)
  const named = near.filter((name) => {
    const { base } = parseStreetName(name)
    // "front of the park": an everyday word names a street only with its suffix behind it or as the whole text.
    const everyday = base.every((word) => ordinary.has(word) || word.length <= 2)
    return everyday
      ? holds(words, wordsOf(name).join(' ')) || words.join(' ') === base.join(' ')
      : holds(words, base.join(' '))
  })
  return named.filter(
    (name) =>
      !named.some(
        (longer) =>
          longer !== name &&
          ` ${longer.toLowerCase()}`.includes(` ${basesOf(name)[0]} `) &&
          basesOf(longer)[0] !== basesOf(name)[0],
      ),
  )
}
