/**
 * The service catalogue: what a city can be asked for. A city folder provides the data, this is its shape.
 * @module
 */
import { z } from 'zod'

export const Slug = z.string().regex(/^[a-z][a-z0-9-]{2,40}$/)

/** One further question of a service; becomes a GeoReport v2 attribute (https://wiki.open311.org/GeoReport_v2/#get-service-definition). */
export const Detail = z.object({
  code: z.string().regex(/^[a-z][a-z0-9_]{1,30}$/),
  question: z.string().min(3),
  datatype: z.enum(['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist']),
  required: z.boolean(),
  values: z.array(z.object({ key: z.string(), name: z.string() })).default([]),
})
export type Detail = z.infer<typeof Detail>

/** An answer as it is kept, `trash, bulk`, in the catalogue's English: `Trash, Bulk item`. Words of one's own stay. */
export function answerInWords(detail: Pick<Detail, 'values'> | undefined, answer: string): string {
  const names = new Map(detail?.values.map(({ key, name }) => [key, name]))
  const keys = answer.split(', ')
  return keys.every((key) => names.has(key)) ? keys.map((key) => names.get(key)).join(', ') : answer
}

/** `businessDays` are counted by the city's calendar; a target is an aim, never a guarantee. */
export const Target = z.object({
  amount: z.int().positive(),
  unit: z.enum(['hours', 'days', 'businessDays']),
  source: z.string(),
})
export type Target = z.infer<typeof Target>

export const Service = z.object({
  /** Our slug and GeoReport `service_code`. */
  code: Slug,
  name: z.string().min(3),
  /** One line a resident understands. */
  description: z.string().min(10).max(200),
  group: z.string(),
  department: z.string(),
  keywords: z.array(z.string()),
  /** `precise`: an address, corner or point; `area`: a street, park or neighborhood will do; `none`: needs no place. */
  place: z.enum(['precise', 'area', 'none']),
  details: z.array(Detail),
  /** The resident must be reachable for it (an inspector calls back). */
  contact: z.boolean(),
  /** `person`: an agent always looks before it is filed. `emergency`: often a 911 matter; the reply says so. */
  review: z.enum(['never', 'person', 'emergency']),
  /** Place and words are about a person's home or health: never in public output. */
  private: z.boolean(),
  target: Target.nullable(),
  /** Set where someone else owns it: who, and how to reach them, as far as it is known. */
  owner: z.object({ name: z.string(), phone: z.string().nullable() }).nullable(),
  assetClass: z.string().nullable(),
  crosswalk: z.object({
    legacyTypes: z.array(z.string()),
    legacyOpen311Code: z.string().nullable(),
    web2018Code: z.string().nullable(),
    creatioService: z.string().nullable(),
    creatioOpen311Uuid: z.string().nullable(),
  }),
})
export type Service = z.infer<typeof Service>
