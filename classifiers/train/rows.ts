/**
 * Labelled text for training: the City's own records where they are at hand, and our utterances.
 * Nothing read here is written anywhere; only weights and counts leave this folder.
 * @module
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { fold } from '../category/tokens.ts'

/** `none` is text that names no service at all; `unlabelled` is learned from for the company its words keep only. */
export type Source =
  | 'staff'
  | 'decided'
  | 'picked'
  | 'located'
  | 'phone'
  | 'tweet'
  | 'recent'
  | 'towns'
  | 'utterance'
  | 'catalogue'
  | 'none'
  | 'unlabelled'

/** One text. `slugs`: any of these is right; empty for `none`. `type`: the City's label it was read from. */
export interface Row {
  readonly id: string
  readonly text: string
  readonly slugs: readonly string[]
  /** Learned from as if right too, but not counted as right: the City's type is wider than our service. */
  readonly also?: readonly string[]
  readonly type: string | null
  readonly source: Source
}

const Labelled = z.object({ id: z.string(), text: z.string(), label: z.string().nullable() })
const Recent = z.object({ id: z.string(), service_name: z.string(), description: z.string() })
const Town = z.object({
  city: z.string(),
  id: z.string(),
  request_type: z.string(),
  summary: z.string(),
  description: z.string(),
})
const Located = z.object({
  id: z.string(),
  text_free: z.string(),
  mention: z.string().nullable(),
  service_name: z.string(),
})
const Typed = z.object({ id: z.string(), typed_location: z.string() })

/** A line of `npm run reviews -- examples`. */
const Decided = z.object({
  requestId: z.string(),
  action: z.string(),
  text: z.string(),
  decided: z.object({ code: z.string().nullable() }),
})

/** Staff closed these as another owner's; the City has no type for them, our catalogue has. */
const external: Readonly<Record<string, string>> = {
  'External: Mass DCR': 'external-dcr',
  'External: MBTA': 'external-mbta',
  'External: USPS mailbox': 'external-usps',
  'External: National Grid (gas)': 'gas-odor',
  'External: Mass DOT': 'external-massdot',
}

/** The City files these under a wide type; residents name the thing, and our catalogue has a service for it. */
const narrower: readonly (readonly [type: string, pattern: RegExp, slug: string])[] = [
  [
    'Building Inspection Request',
    /^(?=.*\b(?:rats?|rodents?)\b)(?!.*\bmy (?:apartment|apt|unit)\b)/is,
    'rodents',
  ],
  ['Tree Maintenance Requests', /\b(?:in|at) (?:\w+ ){0,3}(?:park|playground)\b/i, 'tree-in-park'],
]

/** Request types of other towns and the services any of which they may mean here. */
const townTypes: readonly (readonly [pattern: RegExp, slugs: readonly string[]])[] = [
  [/pothole|pot hole/i, ['pothole']],
  [/missed trash|trash collection|recycling collection/i, ['missed-pickup']],
  [/bulky/i, ['bulk-item']],
  [/tree or vegetation|tree pruning/i, ['tree-pruning', 'tree-removal', 'tree-emergency', 'overgrown']],
  [/graffit/i, ['graffiti']],
  [/traffic signal|traffic light/i, ['traffic-signal']],
  [
    /street light/i,
    ['street-light-out', 'street-light-damaged', 'street-light-new', 'street-lights-out-many'],
  ],
  [
    /traffic sign|stop sign|street sign/i,
    ['sign-repair', 'sign-new', 'pavement-marking', 'traffic-engineering'],
  ],
  [/snow issue/i, ['snow-plowing', 'unshoveled-sidewalk', 'snow-other']],
  [/playground|recreation facility/i, ['park-equipment', 'park-grounds', 'park-litter', 'park-improvement']],
  [/storm ?drain/i, ['storm-drain']],
  [/mosquito/i, ['mosquitoes']],
  [/flood/i, ['street-flooding']],
  [/parking meters/i, ['parking-meter']],
  [/noise/i, ['noise']],
  [
    /roadway or sidewalk/i,
    ['pothole', 'roadway-repair', 'sidewalk-repair', 'pavement-marking', 'utility-cover'],
  ],
]

/** What residents pick in the app, and the City's type for it. */
const pickedTypes: Readonly<Record<string, string>> = {
  'Illegal Parking': 'Parking Enforcement',
  'Sidewalk Not Shoveled': 'Unshoveled Sidewalk',
  'Abandoned Vehicle': 'Abandoned Vehicles',
}

const recentTypes: Readonly<Record<string, readonly string[]>> = {
  'Requests for Street Cleaning [queue INFO_HumanWaste]': ['human-waste'],
  'Requests for Street Cleaning (street-cleaning family types)': ['litter', 'human-waste'],
  'Requests for Street Cleaning': ['litter', 'human-waste'],
  'Other -> Human Waste': ['human-waste'],
  'Sidewalk Repair (Make Safe)': ['sidewalk-repair'],
  'Needle Pickup': ['needle'],
  'Pick up Dead Animal': ['dead-animal'],
  'Dead Animal Pickup': ['dead-animal'],
  'Request for Pothole Repair': ['pothole'],
  Pothole: ['pothole'],
  'Illegal Parking': ['illegal-parking'],
  Encampments: ['encampment'],
  'Other -> Homeless Issues': ['encampment'],
  'Other -> Unsheltered Persons': ['encampment'],
  'Pruning Request': ['tree-pruning'],
  'Street Light Knockdown': ['street-light-damaged'],
  'Street Light Outage': ['street-light-out'],
  'Residential Trash out Illegally': ['trash-storage'],
}

/** Text as it is compared for near-duplicates: letters only, digits as one mark. */
export const sameness = (text: string): string =>
  fold(text)
    .replace(/\p{N}+/gu, '0')
    .replace(/[^\p{L}0]+/gu, ' ')
    .trim()

/** Evenly spread number 0 ≤ n < `buckets` from an id, the same on every machine. */
export const bucketOf = (id: string, buckets: number): number =>
  createHash('sha256').update(id).digest().readUInt32BE(0) % buckets

const readLines = <T>(folder: string, file: string, shape: z.ZodType<T>): readonly T[] => {
  const path = join(folder, file)
  if (!existsSync(path)) return []
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
  return lines.map((line) => shape.parse(JSON.parse(line)))
}

/**
 * The City's records below `folder` (`text/*.jsonl`, `location/typed.jsonl`), and what agents decided
 * (`text/decided.jsonl`); files that are absent are skipped.
 * `slugsOf` is the crosswalk from a legacy type to services; rows whose type has no service are left out.
 */
export const readCityRows = (
  folder: string,
  slugsOf: (type: string) => readonly string[],
): readonly Row[] => {
  const text = join(folder, 'text')
  const labelled = (file: string, source: Source): readonly Row[] =>
    readLines(text, file, Labelled).flatMap(({ id, text, label }) => {
      if (label === null || text.trim() === '') return []
      const owner = external[label]
      const slugs = owner === undefined ? slugsOf(label) : [owner]
      const also = narrower
        .filter(([type, pattern]) => type === label && pattern.test(text))
        .map(([, , slug]) => slug)
      return slugs.length === 0 ? [] : [{ id, text, slugs, also, type: label, source }]
    })
  const recent = readLines(text, 'recent-2023-2026.jsonl', Recent).flatMap(
    ({ id, service_name, description }) => {
      const slugs = recentTypes[service_name]
      const words = description.replace(/\| Case \(SR\).*$/s, '').trim()
      return slugs === undefined || words === ''
        ? []
        : [{ id, text: words, slugs, type: null, source: 'recent' as const }]
    },
  )
  const towns = readLines(text, 'other-towns.jsonl', Town).flatMap((row) => {
    const known = townTypes.find(([pattern]) => pattern.test(row.summary) || pattern.test(row.request_type))
    if (known === undefined || row.description.trim() === '') return []
    return [
      {
        id: `${row.city}-${row.id}`,
        text: row.description,
        slugs: known[1],
        type: null,
        source: 'towns' as const,
      },
    ]
  })
  const decided = readLines(text, 'decided.jsonl', Decided).flatMap(({ requestId, action, text, decided }) =>
    (action === 'accept' || action === 'change') && decided.code !== null && text.trim() !== ''
      ? [{ id: requestId, text, slugs: [decided.code], type: null, source: 'decided' as const }]
      : [],
  )
  const staff = labelled('labelled-by-staff.jsonl', 'staff')
  const picked = labelled('reported-as.jsonl', 'picked')
  const phone = labelled('phone-agent-notes.jsonl', 'phone')
  // The same app's requests that name a place; those that are in the files above too are learned once. Their
  // places are left out: of three services only, an address would come to mean them.
  const known = new Set([...staff, ...picked, ...phone].map(({ id }) => id))
  const located = readLines(join(folder, 'location'), 'mentions.jsonl', Located).flatMap(
    ({ id, text_free, mention, service_name }) => {
      const type = pickedTypes[service_name]
      const slugs = type === undefined ? [] : slugsOf(type)
      const text = (mention ? text_free.replace(mention, ' ') : text_free).trim()
      return type === undefined || slugs.length === 0 || known.has(id) || text === ''
        ? []
        : [{ id, text, slugs, type, source: 'located' as const }]
    },
  )
  const places = readLines(join(folder, 'location'), 'typed.jsonl', Typed)
    .filter(({ id }) => bucketOf(id, 4) === 0)
    .map(({ id, typed_location }) => ({
      id: `place-${id}`,
      text: typed_location,
      slugs: [],
      type: null,
      source: 'none' as const,
    }))
  return [
    ...staff,
    ...decided,
    ...picked,
    ...phone,
    ...labelled('relayed-tweets.jsonl', 'tweet'),
    ...located,
    ...recent,
    ...towns,
    ...places,
  ]
}

/** Residents' texts below `folder` without a label, or with one that is no service of ours; not those among `labelled`. */
export const readUnlabelled = (folder: string, labelled: readonly Row[]): readonly Row[] => {
  const seen = new Set(labelled.map(({ id }) => id))
  const texts = [
    ...readLines(join(folder, 'text'), 'reported-as.jsonl', Labelled),
    ...readLines(join(folder, 'location'), 'mentions.jsonl', Located).map(({ id, text_free }) => ({
      id,
      text: text_free,
    })),
  ]
  return texts.flatMap(({ id, text }): readonly Row[] => {
    if (seen.has(id) || text.trim() === '') return []
    seen.add(id)
    return [{ id: `unlabelled-${id}`, text, slugs: [], type: null, source: 'unlabelled' }]
  })
}
