/**
 * Phrases that a caller is likely to say now, for the recogniser: services, and streets near what was said.
 * @module
 */
import type { Expected } from '../../../core/ivr.ts'
import type { Language, Place } from '../../../core/understanding.ts'
import { loadGazetteerData } from '../gazetteer/index.ts'
import { serviceName } from '../service-names/index.ts'
import { services } from '../services/index.ts'
import { saidStreet } from './address.ts'

/** Twilio takes 500 phrases of 100 characters. https://www.twilio.com/docs/voice/twiml/gather#hints */
const mostPhrases = 300
const mostStreets = 180
const nearM = 700

interface Streets {
  readonly names: readonly string[]
  /** By number of crossings, most first. */
  readonly main: readonly string[]
  readonly crossings: readonly {
    readonly a: number
    readonly b: number
    readonly lat: number
    readonly lon: number
  }[]
}
let loaded: Streets | null = null

/** Read at the first call of the process: 50 ms. */
function streets(): Streets {
  if (loaded !== null) return loaded
  const data = loadGazetteerData()
  // As a recogniser writes them: `Centre St` would never come back.
  const names = data.streets.map(({ name }) => saidStreet(name))
  const counts = new Map<number, number>()
  for (const { a, b } of data.crossings)
    for (const street of [a, b]) counts.set(street, (counts.get(street) ?? 0) + 1)
  const main = [...counts].sort((x, y) => y[1] - x[1]).flatMap(([at]) => names[at] ?? [])
  loaded = { names, main, crossings: data.crossings }
  return loaded
}

const distinct = (names: readonly string[]): readonly string[] => [
  ...new Map(names.filter((n) => n !== '').map((n) => [n.toLowerCase(), n])).values(),
]

const metresPerDegree = 111_320
const shrink = Math.cos((42.33 * Math.PI) / 180)

function near(place: Place): readonly string[] {
  const { names, crossings } = streets()
  const far = ({ lat, lon }: { readonly lat: number; readonly lon: number }): number =>
    Math.hypot(lat - place.lat, (lon - place.lon) * shrink) * metresPerDegree
  const around = crossings.filter((c) => far(c) < nearM).sort((x, y) => far(x) - far(y))
  return distinct(around.flatMap(({ a, b }) => [names[a] ?? '', names[b] ?? '']))
}

/** Those that meet a street of this name. */
function crossing(abbreviated: string): readonly string[] {
  const street = saidStreet(abbreviated)
  const { names, crossings } = streets()
  return distinct(
    crossings.flatMap(({ a, b }) =>
      names[a] === street ? [names[b] ?? ''] : names[b] === street ? [names[a] ?? ''] : [],
    ),
  )
}

export function hintsFor(language: Language, expects: Expected, place: Place | null): readonly string[] {
  if (expects.about === 'case') return []
  const local = expects.about === 'number' ? crossing(expects.street) : place === null ? [] : near(place)
  const named = services.flatMap((service) => [
    serviceName(language, service),
    ...(language === 'en' ? service.keywords.slice(0, 1) : []),
  ])
  const all = [
    ...local.slice(0, mostStreets),
    ...(expects.about === 'number' ? [] : named),
    ...streets().main,
  ]
  return distinct(
    all.map((phrase) =>
      phrase
        .replace(/[,\s]+/g, ' ')
        .trim()
        .slice(0, 100),
    ),
  ).slice(0, mostPhrases)
}
