/**
 * The form of `models.json`: several kinds of model on the same held-out fold.
 * @module
 */
import { z } from 'zod'

const Share = z.number().min(0).max(1)

const comparedModel = z.object({
  name: z.string(),
  /** Rows it learned from. */
  learnedFrom: z.int(),
  top1: Share,
  top3: Share,
  macroRecall: Share,
  /** Milliseconds a message, features included. */
  msEach: z.number(),
})
export type Compared = z.infer<typeof comparedModel>

export const comparedFile = z.object({
  /** SHA-256 over the rows, hex. */
  dataSha256: z.string().regex(/^[0-9a-f]{64}$/),
  date: z.iso.date(),
  /** Messages of the held-out fold. */
  messages: z.int(),
  models: z.array(comparedModel),
})
