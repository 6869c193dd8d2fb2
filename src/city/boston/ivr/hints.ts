/**
 * Phrases that a caller is likely to say now, for the recogniser: services, and streets near what was said.
 * @module
 */
import type { Expected } from '../../../core/ivr.ts'
import type { Language, Place } from '../../../core/understanding.ts'
import { serviceName } from '../service-names/index.ts'
import { services } from '../services/index.ts'
import { saidStreet } from './address.ts'
import { type StreetList, streetList } from './street-list.ts'

/** Twilio takes 500 phrases of 100 characters. https://www.twilio.com/docs/voice/twiml/gather#hints */
const mostPhrases = 300
const mostStreets = 180
const nearM = 700

const main = new WeakMap<StreetList, readonly string[]>()

/** By number of crossings, most first. */
function mainStreets(): readonly string[] {
  const list = streetList()
  const known = main.get(list)
  if (known !== undefined) return known
  const names = list.streets
    .filter(({ crossings }) => crossings > 0)
    .toSorted((x, y) => y.crossings - x.crossings)
    .map(({ said }) => said)
  main.set(list, names)
  return names
}

const distinct = (names: readonly string[]): readonly string[] => [
  ...new Map(names.filter((n) => n !== '').map((n) => [n.toLowerCase(), n])).values(),
]

const metresPerDegree = 111_320
const shrink = Math.cos((42.33 * Math.PI) / 180)

function near(place: Place): readonly string[] {
  const { streets, crossings } = streetList()
  const far = ({ lat, lon }: { readonly lat: number; readonly lon: number }): number =>
    Math.hypot(lat - place.lat, (lon - place.lon) * shrink) * metresPerDegree
  const around = crossings.filter((c) => far(c) < nearM).sort((x, y) => far(x) - far(y))
  return distinct(around.flatMap(({ a, b }) => [streets[a]?.said ?? '', streets[b]?.said ?? '']))
}

/** Those that meet a street of this name. */
function crossing(abbreviated: string): readonly string[] {
  const street = saidStreet(abbreviated)
  const { streets, crossings } = streetList()
  return distinct(
    crossings.flatMap(({ a, b }) => {
      const [one = '', other = ''] = [streets[a]?.said, streets[b]?.said]
      return one === street ? [other] : other === street ? [one] : []
    }),
  )
}

export function hintsFor(language: Language, expects: Expected, place: Place | null): readonly string[] {
  if (expects.about === 'case') return []
  const local = expects.about === 'number' ? crossing(expects.street) : place === null ? [] : near(place)
  const named = services.flatMap((service) => [
    serviceName(language, service),
    ...(language === 'en' ? service.keywords.slice(0, 1) : []),
  ])
  const all = [...local.slice(0, mostStreets), ...(expects.about === 'number' ? [] : named), ...mainStreets()]
  return distinct(
    all.map((phrase) =>
      phrase
        .replace(/[,\s]+/g, ' ')
        .trim()
        .slice(0, 100),
    ),
  ).slice(0, mostPhrases)
}
