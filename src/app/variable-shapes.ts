/**
 * What the value of a variable may look like; each with its problem in words.
 * @module
 */
import { z } from 'zod'

export const url = z.url({ protocol: /^https?$/ }).transform((u) => u.replace(/\/+$/, ''))
/** Left as it is but for a slash at its end; a query (a proxy's token) may follow. */
export const geocoder = z
  .url({ protocol: /^https?$/ })
  .transform((u) => u.replace(/\/+$/, ''))
  .refine((u) => /\/GeocodeServer$/i.test(new URL(u).pathname), 'does not end in /GeocodeServer')
export const list = z.string().transform((s, ctx) => {
  const items = s
    .split(',')
    .map((t) => t.trim())
    .filter(Boolean)
  if (items.length === 0) ctx.addIssue({ code: 'custom', message: 'is empty' })
  return items
})
/** 0 to `most`. */
export const whole = (most: number) =>
  z.coerce
    .number('is not a number')
    .int('is not a whole number')
    .min(0, 'is below 0')
    .max(most, `is above ${most}`)
export const port = whole(65_535)
export const secret = z.string().min(1)
export const matching = (pattern: RegExp, problem: string) => z.string().regex(pattern, problem).optional()
export const seconds = z.coerce
  .number('is not a number')
  .int('is not a whole number')
  .min(1, 'is below 1')
  .max(86_400, 'is more than a day')
