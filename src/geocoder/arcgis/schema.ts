/**
 * What a GeocodeServer answers, as far as we read it.
 * https://developers.arcgis.com/rest/services-reference/enterprise/geocode-service
 * @module
 */
import { z } from 'zod'

/** Errors come with HTTP 200. `details` may hold the query and is not read. */
export const Failure = z.object({
  error: z.object({ code: z.coerce.number().int().catch(0) }).loose(),
})

const SpatialReference = z.object({
  wkid: z.number().int().optional(),
  latestWkid: z.number().int().optional(),
})
export type SpatialReference = z.infer<typeof SpatialReference>

/** `x` is the longitude. A candidate without a point has `"NaN"` here. */
const Location = z.object({ x: z.number(), y: z.number() })
/** Locators name their own columns; a value may be a number, and is null or empty where there is none. */
const Attributes = z.record(z.string(), z.unknown())

const Extent = z.object({ xmin: z.number(), ymin: z.number(), xmax: z.number(), ymax: z.number() })

/** The list is read one by one: a candidate that is broken spoils no other. */
export const Found = z.object({
  spatialReference: SpatialReference.optional(),
  candidates: z.array(z.unknown()),
})
export const FoundCandidate = z.object({
  address: z.string(),
  location: Location,
  score: z.number().min(0).max(100),
  attributes: Attributes.default({}),
  extent: Extent.optional().catch(undefined),
})
export type FoundCandidate = z.infer<typeof FoundCandidate>

export const Reversed = z.object({
  address: Attributes,
  location: Location.extend({ spatialReference: SpatialReference.optional() }),
})
