/**
 * Boston's streets as the phone needs them: what a recogniser may hear, and what keys may spell. Read at the first call
 * of the process: 50 ms.
 * @module
 */
import { loadGazetteerData } from '../gazetteer/index.ts'
import { saidStreet } from './address.ts'

export interface Street {
  /** As the gazetteer writes it: `Centre St`. */
  readonly name: string
  /** As people say it: `Centre Street`. */
  readonly said: string
  readonly ranges: readonly { readonly low: number; readonly high: number }[]
  readonly crossings: number
  /** Whether anything is known of where it runs. */
  readonly placed: boolean
}

export interface StreetList {
  /** In the order of the gazetteer. */
  readonly streets: readonly Street[]
  /** `a` and `b`: positions in `streets`. */
  readonly crossings: readonly {
    readonly a: number
    readonly b: number
    readonly lat: number
    readonly lon: number
  }[]
}
type Data = Pick<ReturnType<typeof loadGazetteerData>, 'streets' | 'crossings'>
let imported: Data | null = null
let loaded: StreetList | null = null

/** Streets of this installation's own; null: those that come with the project. */
export function useStreets(data: Data | null): void {
  imported = data
  loaded = null
}

export function streetList(): StreetList {
  if (loaded !== null) return loaded
  const { streets, crossings } = imported ?? loadGazetteerData()
  const counts = new Map<number, number>()
  for (const { a, b } of crossings) for (const at of [a, b]) counts.set(at, (counts.get(at) ?? 0) + 1)
  loaded = {
    crossings,
    streets: streets.map((street, at) => ({
      name: street.name,
      said: saidStreet(street.name),
      ranges: street.ranges,
      crossings: counts.get(at) ?? 0,
      placed: counts.has(at) || street.systems.length > 0,
    })),
  }
  return loaded
}
