/**
 * What the player of a GeoReport server takes and gives.
 * @module
 */
import type { Hono } from 'hono'

export interface PlayedService {
  readonly code: string
  readonly name: string
  readonly group?: string
  readonly type?: 'realtime' | 'batch' | 'blackbox'
  /** False: it is taken, but the list does not show it. */
  readonly listed?: boolean
  readonly attributes?: readonly PlayedAttribute[]
  /** False: it is said to have a definition, which is not there. */
  readonly defined?: boolean
}
export interface PlayedAttribute {
  readonly code: string
  readonly datatype: string
  readonly required: boolean
  readonly description: string
  /** False: a notice. */
  readonly variable?: boolean
  readonly values?: readonly { readonly key: string; readonly name: string }[]
}

/** One request as the server keeps it. Times are Unix milliseconds. */
export interface PlayedRequest {
  readonly id: string
  /** Null unless the service is `batch`. */
  readonly token: string | null
  readonly serviceCode: string
  /** Every field of the POST but the key, as it came. */
  readonly fields: readonly (readonly [name: string, value: string])[]
  readonly at: number
  readonly status: 'open' | 'closed'
  readonly notes: string | null
  readonly changedAt: number
}

/** What goes wrong with a call. Kinds that keep the request: `lost-answer`, `fails-after`, `garbled`. */
export type Fault =
  | { readonly kind: 'slow'; readonly ms: number }
  | { readonly kind: 'lost-answer' }
  | { readonly kind: 'cut-before' }
  | { readonly kind: 'fails-after'; readonly status: 500 | 502 | 504 }
  | { readonly kind: 'fails-before'; readonly status: 500 | 502 | 503; readonly retryAfter?: string }
  | { readonly kind: 'rate-limited'; readonly retryAfter?: string }
  /** Somewhere else, as after a change of names. */
  | { readonly kind: 'moved'; readonly status: 301 | 302 | 303 | 307 | 308; readonly to: string }
  /** HTTP 200 and a body that nobody can read. */
  | { readonly kind: 'garbled'; readonly body: string }

/** How errors are written: as specified, or as one of the ways seen elsewhere. */
export type Dialect = 'spec' | 'errors' | 'error' | 'message' | 'other-format' | 'html' | 'text' | 'ok-200'

export interface PlayerOptions {
  readonly services: readonly PlayedService[]
  readonly clock: { now(): number }
  /** Null: everybody may file. */
  readonly apiKey?: string | null
  readonly jurisdictionId?: string | null
  readonly formats?: readonly ('json' | 'xml')[]
  readonly dialect?: Dialect
  /** False: a request without a place is taken too, against the specification. */
  readonly wantsPlace?: boolean
  /** A new request shows this long after it was made. */
  readonly lagMs?: number
  /** A token has its request this long after it was made. */
  readonly tokenMs?: number
  /** How `page` counts; `none`: it is ignored. */
  readonly pages?: 'from-1' | 'from-0' | 'none'
  /** Most requests in one answer. */
  readonly atMost?: number
  /** What becomes of a comma list of ids. */
  readonly idLists?: 'all' | 'first' | 'refused'
  /** False: requests can't be listed, only read one by one. */
  readonly lists?: boolean
  /** JSON says ids as numbers. */
  readonly numericIds?: boolean
  /** Dates without zone, in UTC. */
  readonly zoneless?: boolean
  /** What the list shows of a description. */
  readonly descriptions?: 'as-sent' | 'one-line' | 'none'
  /** The list says who reported, as some servers do. */
  readonly tells?: boolean
}

/** A GeoReport v2 server. Everything is kept in memory. */
export interface Open311Player {
  readonly app: Hono
  requests(): readonly PlayedRequest[]
  /** Every call so far, as `GET /requests.json?…` without its key. */
  calls(): readonly string[]
  /** Somebody there closes a request. */
  close(id: string, notes: string): void
  /** The next `times` calls of this kind meet it. */
  fault(fault: Fault, more?: { readonly times?: number; readonly on?: 'create' | 'read' }): void
  /** Every read that names this id or token is answered so, alone or in a list. */
  spoil(id: string, status: 400 | 500): void
  /** Each POST meets `fault` with this probability; null ends it. `random` is 0…1. */
  chance(fault: Fault, probability: number, random: () => number): void
  noChance(): void
}
