/**
 * Streets by the keys of a telephone: 2 is ABC, 9 is WXYZ (ITU-T E.161), as in a directory that is dialled by name.
 * @module
 */
import type { Spelt } from '../../../core/ivr.ts'
import { type Street, type StreetList, streetList } from './street-list.ts'

const keys: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    2: 'abc',
    3: 'def',
    4: 'ghi',
    5: 'jkl',
    6: 'mno',
    7: 'pqrs',
    8: 'tuv',
    9: 'wxyz',
  }).flatMap(([key, letters]) => [...letters].map((letter) => [letter, key])),
)

/** The keys of a name; what is no letter is not pressed. */
export const keysOf = (name: string): string =>
  [...name.toLowerCase()].map((char) => keys[char] ?? '').join('')

interface Entry {
  readonly street: Street
  /** As it may be spelt: the whole name, and without what many leave out. */
  readonly spellings: readonly string[]
  /** Of the words inside the name: `King` of `Martin Luther King Jr Blvd`. */
  readonly inside: readonly string[]
}

const leftOut = /^(?:north|south|east|west|saint|the|old|new|father|reverend|monsignor|doctor|msgr|rev|dr)$/i
/** Shorter ones stand in too many names. Letters. */
const shortestInside = 4

const directories = new WeakMap<StreetList, readonly Entry[]>()

function entries(): readonly Entry[] {
  const list = streetList()
  const known = directories.get(list)
  if (known !== undefined) return known
  const directory = list.streets
    .filter(({ name, placed }) => name !== '' && placed)
    .map((street) => {
      const words = street.said.split(' ')
      const bare = words.findIndex((word) => !leftOut.test(word))
      const forms = [street.said, street.name, ...(bare > 0 ? [words.slice(bare).join(' ')] : [])]
      const inside = words.slice(1, -1).map((_, at) => keysOf(words.slice(at + 1).join(' ')))
      return { street, spellings: [...new Set(forms.map(keysOf))], inside }
    })
  directories.set(list, directory)
  return directory
}

/**
 * Streets that these keys spell. Those that have the house number or meet the other street come alone; where there is
 * none, those with one wrong key; then those without the number, which may be new.
 */
export function streetsByKeys(
  pressed: string,
  { house, meets }: { readonly house: number | null; readonly meets: string | null },
): Spelt {
  const all = entries()
  const fitting = meets === null ? all.filter(({ street }) => has(street, house)) : crossing(all, meets)
  const exact = beginning(fitting, pressed)
  if (exact.names.length > 0) return { ...exact, exact: true }
  const close = beginning(fitting, pressed, true)
  if (close.names.length > 0) return { ...close, exact: false }
  const anywhere = meets === null && house !== null ? beginning(all, pressed) : nothing
  return { ...anywhere, exact: false }
}

const has = ({ ranges }: Street, house: number | null): boolean =>
  house === null || ranges.some(({ low, high }) => low <= house && house <= high)

function crossing(all: readonly Entry[], name: string): readonly Entry[] {
  const { streets, crossings } = streetList()
  const others = new Set(
    crossings.flatMap(({ a, b }) => {
      const [one, other] = [streets[a], streets[b]]
      return one?.name === name ? [other] : other?.name === name ? [one] : []
    }),
  )
  return all.filter(({ street }) => street.name !== name && others.has(street))
}

const nothing = { names: [], whole: false } as const

/** Fewer letters than this are not bent: everything would fit. */
const shortestBent = 4

/** Names once as they are said: whole ones first, then those with more crossings, then words inside. */
function beginning(all: readonly Entry[], pressed: string, bent = false): Omit<Spelt, 'exact'> {
  if (pressed === '' || (bent && pressed.length < shortestBent)) return nothing
  const begins = (spelling: string): boolean =>
    bent ? isOneOff(spelling, pressed) : spelling.startsWith(pressed)
  const ranked = all.flatMap(({ street, spellings, inside }) => {
    if (spellings.some(begins)) {
      const whole = spellings.some((spelling) => isWhole(street, spelling, pressed))
      return [{ street, rank: whole ? 2 : 1 }]
    }
    const within = !bent && pressed.length >= shortestInside && inside.some(begins)
    return within ? [{ street, rank: 0 }] : []
  })
  ranked.sort((x, y) => y.rank - x.rank || y.street.crossings - x.street.crossings)
  const said = new Set<string>()
  const names = ranked.flatMap(({ street }) => {
    if (said.has(street.said)) return []
    said.add(street.said)
    return [street.name]
  })
  return { names, whole: ranked[0]?.rank === 2 }
}

/** All of the name but its kind was spelt: `Elm` of `Elm Street` and not of `Elmdale Street`. */
const isWhole = ({ said }: Street, spelling: string, pressed: string): boolean =>
  spelling === pressed || spelling === pressed + keysOf(said.split(' ').at(-1) ?? '')

/** One key differs, of as many as were pressed. */
function isOneOff(spelling: string, pressed: string): boolean {
  if (spelling.length < pressed.length) return false
  let wrong = 0
  for (let at = 0; at < pressed.length && wrong < 2; at++) if (spelling[at] !== pressed[at]) wrong += 1
  return wrong === 1
}
