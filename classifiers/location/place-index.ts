/** Parks, stations, libraries and other named places, by the names people give them. @module */
import type { Areas } from './areas.ts'
import { approachCandidates, crossingCandidates } from './candidates.ts'
import type { CityWords } from './city-words.ts'
import type { PlaceData } from './gazetteer.ts'
import type { Point } from './geometry.ts'
import { locateNumber } from './locate-number.ts'
import type { StreetIndex } from './street-index.ts'
import { parseStreetName } from './street-name.ts'
import { fold } from './tokens.ts'
import { canonical, ordinary, suffixOf } from './words.ts'

export interface KnownPlace extends Point {
  readonly name: string
  /** 1 where this is the place's own name, less for a part of it or a second name. */
  readonly fit: number
  /** Radius in metres that holds the thing, by its kind. */
  readonly radiusM: number
}

/** One way to write the name of one or more places. */
export interface PlaceName {
  readonly words: readonly string[]
  readonly places: readonly KnownPlace[]
}

export interface PlaceIndex {
  /** Names that begin with this word, longest first. */
  startingWith(name: string): readonly PlaceName[]
}

/** Beaches and piers stand this far off the drawn shore; what is further lies in another town. Metres. */
const offShoreM = 150

const radii: Readonly<Record<string, number>> = {
  open_space: 250,
  mbta_station: 150,
  library: 80,
  community_center: 100,
  hospital: 200,
  college: 300,
  landmark: 150,
  airport: 900,
  alley: 150,
  designated_landmark: 120,
}
const kindWords: Readonly<Record<string, readonly string[]>> = {
  mbta_station: ['station', 't station', 't stop', 'mbta station', 'mbta', 't'],
  community_center: ['community center', 'center', 'bcyf'],
}
/** Last words which say on their own that a name is a place's. */
const telling =
  /^(?:park|playground|field|square|library|hospital|college|university|school|garden|common|cemetery|beach|center|station|mall|plaza|circle|pond|stadium|pool|corner|crossing|hall|museum|church|arboretum|greenway|harborwalk|zoo|house|woods|theater|market|plgd|island|reservation|area|green|wharf)$/

/** Indexes names, aliases and the written variants of each kind. */
export function indexPlaces(
  places: readonly PlaceData[],
  words: CityWords,
  streets: StreetIndex,
  areas: Areas,
): PlaceIndex {
  const byKey = new Map<string, { words: readonly string[]; places: KnownPlace[] }>()
  const taken = new Set([
    ...areas.neighborhoods.map((name) => name.toLowerCase()),
    ...Object.keys(words.neighborhoods),
  ])
  const add = (name: string, place: KnownPlace): void => {
    const list = wordsOf(name)
    const key = list.join(' ')
    const known = byKey.get(key)
    if (!known) byKey.set(key, { words: list, places: [place] })
    else if (!known.places.some((other) => other.name === place.name && near(other, place)))
      known.places.push(place)
  }
  const isStreetName = (name: string): boolean => {
    const { direction, base, suffix } = parseStreetName(name)
    if (suffix === 'park' || suffix === 'sq' || suffix === 'plz' || suffix === 'mall' || suffix === 'grn')
      return false
    return streets
      .startingWith(base[0] ?? '')
      .some(
        (entry) =>
          entry.words.join(' ') === base.join(' ') &&
          entry.streets.some((street) => street.direction === direction),
      )
  }
  const standsAlone = (name: string): boolean => {
    const list = wordsOf(name)
    const [first] = list
    if (first === undefined || taken.has(list.join(' ')) || isStreetName(name)) return false
    if (list.length === 1) return first.length >= 7 && !ordinary.has(first) && !suffixOf(first)
    return !list.every((word) => ordinary.has(word)) || telling.test(list.at(-1) ?? '')
  }
  for (const place of places) {
    if (areas.near(place, offShoreM).length === 0) continue
    for (const written of [place.name, ...place.aliases]) {
      const name = tidy(written)
      const part = / (?:I{1,3}|IV|V|VI)$/.test(place.name) ? 0.2 : 1
      const known: KnownPlace = {
        name: tidy(place.name),
        lat: place.lat,
        lon: place.lon,
        radiusM: radii[place.kind] ?? 150,
        fit: (written === place.name ? 1 : 0.15) * part,
      }
      if (name === '') continue
      if (place.kind === 'library') {
        const branch = name.replace(/ branch.*$/i, '')
        const nicknames = Object.keys(words.neighborhoods).filter(
          (key) => words.neighborhoods[key] === branch,
        )
        for (const said of [branch, ...nicknames.filter((key) => key.length < branch.length)])
          for (const tail of ['library', 'branch library', 'public library', 'branch'])
            add(`${said} ${tail}`, known)
        continue
      }
      for (const tail of kindWords[place.kind] ?? []) add(`${name} ${tail}`, known)
      if (place.kind === 'community_center') continue
      if (standsAlone(name)) add(name, known)
      if (place.kind === 'open_space' && / playground$/i.test(name))
        add(name.replace(/ playground$/i, ' park'), known)
    }
  }
  for (const [alias, name] of Object.entries(words.places)) {
    const target = places.find((place) => place.name.toLowerCase() === name.toLowerCase())
    const known = target
      ? {
          name: tidy(target.name),
          lat: target.lat,
          lon: target.lon,
          radiusM: radii[target.kind] ?? 150,
          fit: 1,
        }
      : placeOfAddress(alias, name, streets)
    if (known) add(alias, known)
  }
  const byFirst = new Map<string, PlaceName[]>()
  for (const name of byKey.values()) {
    const list = byFirst.get(name.words[0] ?? '')
    if (list) list.push(name)
    else byFirst.set(name.words[0] ?? '', [name])
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length)
  return { startingWith: (name) => byFirst.get(name) ?? [] }
}

function placeOfAddress(alias: string, address: string, streets: StreetIndex): KnownPlace | null {
  if (address.includes(' & ')) return placeOfCorner(alias, address, streets)
  const [, number, name] = /^(\d+) (.+)$/.exec(address) ?? []
  const street = streets.all.find((candidate) => candidate.name === name)
  const found = street && number !== undefined ? locateNumber(street, Number(number))[0] : undefined
  if (!found || found.match === 'outside') return null
  return { name: titleOf(alias), lat: found.point.lat, lon: found.point.lon, radiusM: 150, fit: 1 }
}

const titleOf = (alias: string): string =>
  alias.replace(/(?:^|[ /-])\p{L}/gu, (letter) => letter.toUpperCase())

function placeOfCorner(alias: string, corner: string, streets: StreetIndex): KnownPlace | null {
  const [one, two] = corner
    .split(' & ')
    .map((name) => streets.all.filter((street) => street.name === name).map((street) => ({ street, fit: 1 })))
  if (!one || !two) return null
  const known = crossingCandidates(one, two, { streets })
  const [found] = known.length > 0 ? known : approachCandidates(one, two, { streets })
  return found ? { name: titleOf(alias), lat: found.lat, lon: found.lon, radiusM: 200, fit: 1 } : null
}

const near = (a: Point, b: Point): boolean =>
  Math.abs(a.lat - b.lat) < 0.004 && Math.abs(a.lon - b.lon) < 0.005

/** `Franklin Park II` → `Franklin Park`; `The Riverway (Closed)` → `Riverway`. */
function tidy(name: string): string {
  return name
    .replace(/\bPlgd$/, 'Playground')
    .replace(/\([^)]*\)?/g, '')
    .replace(/^the /i, '')
    .replace(/ (?:I{1,3}|IV|V|VI)$/, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function wordsOf(name: string): readonly string[] {
  return fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map(canonical)
}
