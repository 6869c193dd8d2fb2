/**
 * A place by the keys alone: a house number and the letters of its street, or the letters of two streets. Each step
 * says what comes next; the last one says the place to the dialog, which reads it back.
 * @module
 */
import type { Ivr, PlainPrompt } from '../../src/core/ivr.ts'
import { type Call, type KeyedPlace, noPlace, type Room } from './call.ts'

export type KeyedStep =
  /** The place, in words for the dialog. */
  | { readonly did: 'speak'; readonly text: string }
  /** On to the next thing to enter. `count`: the page of streets. */
  | { readonly did: 'enter'; readonly at: Room; readonly keyed: KeyedPlace; readonly count: number }
  /** In vain: the same again, after this. */
  | { readonly did: 'reenter'; readonly sorry: PlainPrompt }
  | { readonly did: 'want-again' }
  | { readonly did: 'want-agent' }

/** Streets read aloud at once; key 6 leads to more. */
export const streetsPerPage = 4
/** Of more streets than this letters are asked for, where they were few: the likeliest come first anyway. */
const mostStreets = 8
const fewLetters = 3

export const isHouseNumber = (digits: string): boolean => /^[1-9]\d{0,4}$/.test(digits)

const keyedRooms = ['house', 'street', 'streets', 'zip'] as const satisfies readonly Room[]
type KeyedRoom = (typeof keyedRooms)[number]
export const isKeyedRoom = (at: Room): at is KeyedRoom => (keyedRooms as readonly Room[]).includes(at)

/** The streets that were spelt, and those of the page at hand. */
export function speltStreets(
  { keyed = noPlace, count }: Pick<Call, 'keyed' | 'count'>,
  ivr: Pick<Ivr, 'streets'>,
): {
  readonly exact: boolean
  readonly whole: boolean
  readonly all: readonly string[]
  readonly page: readonly string[]
  readonly more: boolean
} {
  const { names, ...how } = ivr.streets(keyed.letters, {
    house: keyed.house === '' ? null : Number(keyed.house),
    meets: keyed.meets === '' ? null : keyed.meets,
  })
  const from = count * streetsPerPage
  return {
    ...how,
    all: names,
    page: names.slice(from, from + streetsPerPage),
    more: names.length > from + streetsPerPage,
  }
}

/** From the question where it is, or what is wrong: key 1 is an address, 2 a corner. */
export const beginsPlace = (key: '1' | '2'): KeyedStep => enter(key === '1' ? 'house' : 'street', noPlace)

const enter = (at: Room, keyed: KeyedPlace, count = 0): KeyedStep => ({ did: 'enter', at, keyed, count })
const reenter = (sorry: PlainPrompt): KeyedStep => ({ did: 'reenter', sorry })

/** What keys mean in the rooms `house`, `street`, `streets` and `zip`. */
export function keyedStep(digits: string, call: Call, ivr: Pick<Ivr, 'streets'>): KeyedStep {
  if (digits === '0') return { did: 'want-agent' }
  if (digits.includes('*')) return back(call)
  const keyed = call.keyed ?? noPlace
  switch (call.at) {
    case 'house':
      return isHouseNumber(digits) ? enter('street', { ...noPlace, house: digits }) : reenter('noHouse')
    case 'street':
      return spelt(digits.replace(/[01]/g, ''), keyed, ivr)
    case 'streets': {
      const { page, more } = speltStreets(call, ivr)
      const name = page[Number(digits) - 1]
      if (name !== undefined) return chosen(name, keyed)
      return digits === '6' && more ? enter('streets', keyed, call.count + 1) : reenter('notUnderstood')
    }
    default:
      return /^0\d{4}$/.test(digits) ? { did: 'speak', text: digits } : reenter('notUnderstood')
  }
}

/** Key 1 is nobody's letter and 0 nobody's: some press them for a blank. */
function spelt(letters: string, keyed: KeyedPlace, ivr: Pick<Ivr, 'streets'>): KeyedStep {
  const next = { ...keyed, letters: letters.slice(0, 40) }
  const { all, exact, whole } = speltStreets({ keyed: next, count: 0 }, ivr)
  const [only, ...others] = all
  if (only === undefined) return reenter('noStreet')
  if (exact && others.length === 0) return chosen(only, keyed)
  if (all.length > mostStreets && letters.length <= fewLetters && !whole) return reenter('moreLetters')
  return enter('streets', next)
}

function chosen(name: string, { house, meets }: KeyedPlace): KeyedStep {
  if (house !== '') return { did: 'speak', text: `${house} ${name}` }
  if (meets !== '') return { did: 'speak', text: `${meets} & ${name}` }
  return enter('street', { ...noPlace, meets: name })
}

/** One step back: from the streets to their letters, from those to what came before, from there to the question. */
function back({ at, keyed = noPlace }: Call): KeyedStep {
  if (at === 'streets') return enter('street', { ...keyed, letters: '' })
  if (at === 'street' && keyed.house !== '') return enter('house', noPlace)
  if (at === 'street' && keyed.meets !== '') return enter('street', noPlace)
  return { did: 'want-again' }
}

/** What is said in these rooms, before the streets themselves. */
export function promptOf({ at, keyed = noPlace }: Pick<Call, 'at' | 'keyed'>): PlainPrompt {
  if (at === 'house') return 'houseKeys'
  if (at === 'zip') return 'zipKeys'
  if (keyed.house !== '') return 'streetKeys'
  return keyed.meets === '' ? 'cornerKeys' : 'crossKeys'
}
