/** Streets by name, their numbers and their crossings. @module */
import type { CityWords } from './city-words.ts'
import { editDistance } from './edit-distance.ts'
import type { GazetteerData, StreetData } from './gazetteer.ts'
import { metresBetween, type Point } from './geometry.ts'
import { soundOf } from './sound.ts'
import { parseStreetName } from './street-name.ts'

/** One street of the gazetteer with its name taken apart. */
export interface Street extends StreetData {
  readonly id: number
  /** `n`, `s`, `e`, `w` or empty. */
  readonly direction: string
  /** The City's short form in lower case, or empty (`Broadway`). */
  readonly suffix: string
}

/** All streets that share a base name: Warren St, Warren Ave, Warren Sq. */
export interface NameEntry {
  readonly words: readonly string[]
  readonly joined: string
  readonly streets: readonly Street[]
  /** Only a nickname: `Dot` of Dorchester Ave. */
  readonly nickname?: boolean
}

export interface StreetIndex {
  readonly all: readonly Street[]
  /** Base names that begin with this word, longest first. */
  startingWith(name: string): readonly NameEntry[]
  /** Base names within `max` edits of a joined name, nearest first. */
  similar(joined: string, max: number): readonly { readonly entry: NameEntry; readonly edits: number }[]
  /** Base names that sound like a joined name, fewest edits first; edits up to half of its letters. */
  sounding(joined: string): readonly { readonly entry: NameEntry; readonly edits: number }[]
  /** Where two streets meet: several points where names meet more than once. */
  crossings(a: Street, b: Street): readonly Point[]
  /** The streets that cross this one, with the points. */
  crossed(street: Street): readonly { readonly id: number; readonly point: Point }[]
  /** Every known point of the street: its house numbers and crossings. */
  points(street: Street): readonly Point[]
  /** The same points from south to north; kept once asked for. */
  northward(street: Street): readonly Point[]
  /** The box around its points. */
  box(street: Street): Box
}

export interface Box {
  readonly south: number
  readonly north: number
  readonly west: number
  readonly east: number
}

/** Codes with fewer consonants are shared by too many names. */
const leastSound = 3

/** Indexes names; nicknames point at their streets. */
export function indexStreets(data: GazetteerData, words: CityWords): StreetIndex {
  const entries = new Map<
    string,
    { words: readonly string[]; joined: string; streets: Street[]; nickname: boolean }
  >()
  const add = (base: readonly string[], street: Street, nickname: boolean): void => {
    const joined = base.join('')
    const known = entries.get(base.join(' '))
    if (!known) entries.set(base.join(' '), { words: base, joined, streets: [street], nickname })
    else {
      if (!known.streets.includes(street)) known.streets.push(street)
      if (!nickname) known.nickname = false
    }
  }
  const byName = new Map<string, Street>()
  const all = data.streets.map((street, id): Street => {
    const { direction, base, suffix } = parseStreetName(street.name)
    // Not spread: `systems` may be decoded on first use.
    const made: Street = {
      name: street.name,
      ranges: street.ranges,
      get systems() {
        return street.systems
      },
      id,
      direction,
      suffix,
    }
    byName.set(street.name.toLowerCase(), made)
    add(base, made, false)
    // `Public Alley No 441` is alley 441 on its own sign.
    const alley = /^(?:public|private) alley no (\d+)$/.exec(base.join(' '))
    if (alley?.[1])
      for (const said of [
        [base[0] ?? '', 'alley', alley[1]],
        ['alley', alley[1]],
      ])
        add(said, made, false)
    // `William T Morrissey Blvd` is Morrissey Blvd to everybody.
    const last = base.at(-1)
    if (
      base.length >= 3 &&
      last !== undefined &&
      last.length > 2 &&
      /^(?:blvd|pkwy|hwy|sq|way|dr)$/.test(suffix)
    ) {
      add([last], made, false)
    }
    return made
  })
  for (const [alias, name] of Object.entries(words.streets)) {
    const street = byName.get(name.toLowerCase())
    if (street) add(parseStreetName(alias).base, street, true)
  }
  const byFirst = new Map<string, NameEntry[]>()
  const byInitial = new Map<string, NameEntry[]>()
  const bySound = new Map<string, NameEntry[]>()
  for (const entry of entries.values()) {
    push(byFirst, entry.words[0] ?? '', entry)
    push(byInitial, shapeOf(entry.joined.charAt(0), entry.joined.length), entry)
    const sound = soundOf(entry.joined)
    if (sound.length >= leastSound) push(bySound, sound, entry)
    // Names are compared as "center" but often misspelled from "centre".
    if (entry.words.includes('center')) {
      const joined = entry.joined.replace('center', 'centre')
      push(byInitial, shapeOf(joined.charAt(0), joined.length), { ...entry, joined })
    }
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length)

  const meets = new Map<number, { readonly id: number; readonly point: Point }[]>()
  for (const { a, b, lat, lon } of data.crossings) {
    push(meets, a, { id: b, point: { lat, lon } })
    push(meets, b, { id: a, point: { lat, lon } })
  }
  const none: readonly never[] = []
  const crossings = (a: Street, b: Street): readonly Point[] => {
    const found: Point[] = []
    for (const { id, point } of meets.get(a.id) ?? none) {
      if (id === b.id && !found.some((other) => metresBetween(other, point) < 80)) found.push(point)
    }
    return found
  }
  const boxes = new Map<number, Box>()
  const northward = new Map<number, readonly Point[]>()
  const points = (street: Street): readonly Point[] => [
    ...street.systems.flatMap((system) => {
      const list: Point[] = []
      for (let at = 0; at + 2 < system.points.length; at += 3) {
        list.push({ lat: system.points[at + 1] ?? 0, lon: system.points[at + 2] ?? 0 })
      }
      return list
    }),
    ...(meets.get(street.id) ?? none).map(({ point }) => point),
  ]
  return {
    all,
    startingWith: (name) => byFirst.get(name) ?? none,
    similar: (joined, max) => {
      const found: { entry: NameEntry; edits: number }[] = []
      // The first letter is seldom wrong but by a swap: "rTemont".
      for (const initial of new Set([joined.charAt(0), joined.charAt(1)])) {
        for (let length = Math.max(4, joined.length - max); length <= joined.length + max; length++) {
          for (const entry of byInitial.get(shapeOf(initial, length)) ?? none) {
            const edits = editDistance(joined, entry.joined, max)
            if (edits <= max) found.push({ entry, edits })
          }
        }
      }
      return found.sort((a, b) => a.edits - b.edits)
    },
    sounding: (joined) => {
      const sound = soundOf(joined)
      if (sound.length < leastSound) return none
      const most = Math.max(2, Math.ceil(joined.length / 2))
      return (bySound.get(sound) ?? none)
        .map((entry) => ({ entry, edits: editDistance(joined, entry.joined, most) }))
        .filter(({ edits }) => edits <= most)
        .sort((a, b) => a.edits - b.edits)
    },
    crossings,
    crossed: (street) => meets.get(street.id) ?? none,
    points,
    northward: (street) => {
      const known = northward.get(street.id)
      if (known) return known
      const sorted = [...points(street)].sort((a, b) => a.lat - b.lat)
      northward.set(street.id, sorted)
      return sorted
    },
    box: (street) => {
      const known = boxes.get(street.id)
      if (known) return known
      const box = { south: 90, north: -90, west: 180, east: -180 }
      for (const { lat, lon } of points(street)) {
        box.south = Math.min(box.south, lat)
        box.north = Math.max(box.north, lat)
        box.west = Math.min(box.west, lon)
        box.east = Math.max(box.east, lon)
      }
      boxes.set(street.id, box)
      return box
    },
  }
}

/** Names are looked for among those of their first letter and nearly their length. */
const shapeOf = (initial: string, length: number): string => `${initial}${length}`

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
