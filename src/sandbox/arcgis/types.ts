/**
 * What the player of an ArcGIS GeocodeServer takes and gives.
 * @module
 */
import type { Hono } from 'hono'

/** A place as the played locator has it. WGS 84 degrees. */
export interface PlayedPlace {
  /** `123 Tremont St`, `Boylston St & Tremont St`, `Franklin Park`. */
  readonly line: string
  readonly neighborhood: string
  readonly zip: string
  readonly lat: number
  readonly lon: number
  /** `PointAddress`, `StreetAddress`, `StreetInt`, `StreetName`, `POI`, … */
  readonly addrType: string
  /** 0…100 */
  readonly score: number
}

/** Where the played locator has its places from. */
export interface PlayedLocator {
  find(singleLine: string): readonly PlayedPlace[]
  nearest(lat: number, lon: number): Promise<PlayedPlace | null>
}

/** What goes wrong with a call. */
export type Fault =
  | { readonly kind: 'slow'; readonly ms: number }
  | { readonly kind: 'cut' }
  | { readonly kind: 'status'; readonly status: 404 | 500 | 502 | 503 | 504; readonly retryAfter?: string }
  | { readonly kind: 'rate-limited'; readonly retryAfter?: string }
  /** HTTP 200 and an error in the body, as ArcGIS says them. */
  | { readonly kind: 'error'; readonly code: number; readonly message: string }
  | { readonly kind: 'moved'; readonly to: string }
  /** A page of a proxy, with HTTP 200. */
  | { readonly kind: 'page' }
  /** The first half of the JSON. */
  | { readonly kind: 'truncated' }
  /** Points in Web Mercator, whatever was asked for. */
  | { readonly kind: 'other-reference' }
  /** HTTP 200 and this body. */
  | { readonly kind: 'body'; readonly body: string }
  /** Every point this much farther north, in degrees. */
  | { readonly kind: 'shifted'; readonly byLat: number }

export interface ArcgisPlayer {
  readonly app: Hono
  /** Every call so far: its operation and its parameters. */
  calls(): readonly { readonly operation: string; readonly fields: Readonly<Record<string, string>> }[]
  /** The next `times` calls meet it. */
  fault(fault: Fault, times?: number): void
  /** Ends all faults. */
  heal(): void
}
