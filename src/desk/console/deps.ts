/**
 * What the console needs, and what its routes share.
 * @module
 */
import type { Context } from 'hono'
import type { Service } from '../../core/catalogue.ts'
import type { SurfaceDeps } from '../api/deps.ts'
import type { SignedIn } from '../api/session.ts'
import type { Assets } from './assets.ts'
import type { Frame } from './layout.ts'

/** GeoJSON (RFC 7946): whatever the city has, as data for a browser. */
export interface GeoLayer {
  readonly type: 'FeatureCollection'
  readonly features: readonly unknown[]
}
export interface ConsoleDeps extends SurfaceDeps {
  /** Neighborhoods as polygons, each with a `name`. Asked for once. */
  readonly outlines: () => GeoLayer
  /** Streets as lines, each with a `name`. Asked for once, when the first map is opened. */
  readonly streets: () => GeoLayer
  /** Aborted when this process stops: open streams end. */
  readonly stopping: AbortSignal
  /** Between two looks at the desk for all live pages; a second unless said otherwise. */
  readonly lookEveryMs?: number
}

export type Env = { Variables: { session: SignedIn } }

export interface Kit extends ConsoleDeps {
  readonly assets: Assets
  readonly byCode: ReadonlyMap<string, Service>
  page(
    c: Context,
    session: SignedIn | null,
    facts: Pick<Frame, 'title' | 'body'> & Partial<Frame>,
    status?: 200 | 401 | 403 | 404 | 409 | 413 | 422 | 500 | 503,
  ): Response | Promise<Response>
}
