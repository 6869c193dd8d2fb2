/**
 * What the case system `open311` is told, and the four records of GeoReport v2 that it reads. Nothing else of an
 * answer gets past its parser: some servers show who reported.
 * @module
 */
import type { Service } from '../../../src/core/catalogue.ts'
import type { Clock } from '../../../src/core/ports.ts'

export interface Open311Config {
  /** Base of the server, as in `https://311.example.org/open311/v2`. */
  readonly url: string
  /** Null: the server wants none. */
  readonly apiKey: string | null
  /** Only for servers of several cities. */
  readonly jurisdictionId: string | null
  /** Our catalogue, for the crosswalk of codes and the questions behind the answers. */
  readonly serviceOf: (code: string) => Service | undefined
  readonly clock: Clock
  /** IANA zone of dates that come without one, against the specification. */
  readonly timeZone?: string
  /** How long one filing may wait for its answer; looking things up gets two thirds. Milliseconds. */
  readonly timeoutMs?: number
  readonly settlesWithinMs?: number
  readonly news?: { readonly everyMs: number; readonly atOnce: number }
}

/** An entry of the server's service list. */
export interface ListedService {
  readonly code: string
  readonly name: string | null
  /** True where the service has a definition with questions. */
  readonly metadata: boolean
}
/** One question of a service, as the server asks it. */
export interface Attribute {
  /** False: a notice, nothing to answer. */
  readonly variable: boolean
  readonly code: string
  /** In lower case; of the specification or not. */
  readonly datatype: string
  readonly required: boolean
  readonly description: string | null
  readonly values: readonly { readonly key: string; readonly name: string }[]
}
/** What a filing is answered with; both null: the server keeps its number to itself. */
export interface Created {
  readonly id: string | null
  readonly token: string | null
}
/** What we read of a case. Dates as they came. */
export interface ListedRequest {
  readonly id: string | null
  readonly token: string | null
  readonly status: 'open' | 'closed'
  readonly notes: string | null
  readonly description: string | null
  readonly requestedAt: string | null
  readonly updatedAt: string | null
}

/** Fields of a form in their order. */
export type Form = readonly (readonly [name: string, value: string])[]
