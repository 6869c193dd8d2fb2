/**
 * Bodies of the API. Unknown fields are an error: a misspelled `takeover` must not be a quiet "no".
 * @module
 */
import { z } from 'zod'
import { Slug } from '../../core/catalogue.ts'
import { Place } from '../../core/understanding.ts'

/** Who acts in histories without being a person, and where: nobody is called so. */
const reserved = /^(?:(?:resident|bot|api|console|slack|shell|system)$|(?:agent|slack):)/i

/** Who speaks, as history shows it: printable, no line breaks. */
export const AgentName = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._@'’-]{0,79}$/u, "letters, digits, spaces and ._@'- only, 80 at most")
  // Full-width letters and the like read the same.
  .refine((name) => !reserved.test(name.normalize('NFKC')), 'this name is not for agents')

/** Unix milliseconds, or a date as the API gives it. */
const Moment = z.union([
  z.int().nonnegative(),
  z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)),
])

export const DecisionBody = z.strictObject({
  action: z.enum(['accept', 'change', 'refuse', 'ask']),
  code: Slug.optional(),
  /** A place, or words for one. */
  place: z.union([Place, z.string().trim().min(1).max(200)]).optional(),
  note: z.string().max(300).optional(),
  seen: Moment.optional(),
  takeOver: z.boolean().optional(),
  agent: AgentName.optional(),
  key: z.string().min(1).max(200).optional(),
})
export type DecisionBody = z.infer<typeof DecisionBody>

export const ClaimBody = z.strictObject({
  takeOver: z.boolean().default(false),
  agent: AgentName.optional(),
})
