/**
 * What the residents' pages need to know.
 * @module
 */
import type { Service } from '../../core/catalogue.ts'
import type { Log } from '../../core/events.ts'
import type { CityPages, PhotoLink } from '../../core/pages.ts'
import type { PlaceSuggestion, Store } from '../../core/ports.ts'
import type { Hints, Place, Understanding } from '../../core/understanding.ts'
import type { Assets } from './assets.ts'

/** GeoJSON, as the city draws itself. */
export type GeoLayer = Readonly<Record<string, unknown>> | object

export interface WebDeps {
  readonly city: CityPages
  readonly services: readonly Service[]
  readonly store: Pick<Store, 'request'>
  readonly understand: (text: string, hints: Hints) => Understanding
  readonly places: (typed: string) => readonly PlaceSuggestion[]
  readonly placeAt: (lat: number, lon: number) => Place | null
  readonly outlines: () => GeoLayer
  readonly streets: () => GeoLayer
  readonly assets: Assets
  /** A token for a new form. */
  readonly token: () => string
  /** What a link to add a photo opens. */
  readonly photoLink: (link: string) => PhotoLink
  /** Random bytes as text that fits an address. */
  readonly random: (bytes: number) => string
  readonly now: () => number
  /** How many proxies of our own stand in front. */
  readonly proxies: number
  readonly withSandbox: boolean
  readonly log: Log
}

export type Kit = Pick<WebDeps, 'city' | 'services' | 'assets'>
