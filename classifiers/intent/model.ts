/**
 * The intent model on disk and in memory: `model/intent.json` (header and card) and `model/intent.bin`, 8-bit
 * weights by column and intent. It holds no text: a column is a hash of a feature.
 * @module
 */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { AppError } from '../../src/core/errors.ts'
import { Intent } from '../../src/core/understanding.ts'
import { sha256 } from '../category/model.ts'
import type { Vector } from '../category/vector.ts'

const Share = z.number().min(0).max(1)

export const IntentHeader = z.object({
  format: z.literal('intake311-intent-1'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  labels: z.array(Intent).min(2),
  columns: z.int().positive(),
  /** One unit of an 8-bit weight. */
  unit: z.number().positive(),
  bias: z.array(z.number()),
  /** Top probability → probability of being right; rising in both, linear between. */
  calibration: z.array(z.tuple([Share, Share])).min(2),
  card: z.object({
    trainedFrom: z.string(),
    dataSha256: z.string().regex(/^[0-9a-f]{64}$/),
    seed: z.int(),
    rows: z.record(z.string(), z.int()),
    folds: z.int(),
    /** Share right on held-out folds, by source of the text. */
    heldOut: z.record(z.string(), Share),
  }),
})
export type IntentHeader = z.infer<typeof IntentHeader>

/** A model in memory: `weights[column * labels + k]`. */
export interface IntentModel {
  readonly header: IntentHeader
  readonly weights: Int8Array
}

/** Probabilities of the intents in the order of `header.labels`, summing to 1. */
export function intentShares({ header, weights }: IntentModel, vector: Vector): Float64Array {
  const { labels, unit, bias } = header
  const scores = Float64Array.from(bias)
  for (let i = 0; i < vector.columns.length; i++) {
    const value = (vector.values[i] ?? 0) * unit
    const from = (vector.columns[i] ?? 0) * labels.length
    for (let k = 0; k < labels.length; k++) scores[k] = (scores[k] ?? 0) + value * (weights[from + k] ?? 0)
  }
  const top = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY)
  const raised = scores.map((score) => Math.exp(score - top))
  const sum = raised.reduce((total, one) => total + one, 0)
  return raised.map((one) => one / sum)
}

let loaded: IntentModel | undefined

/** The committed model, read once. Throws `malformed` when a file is damaged or the two do not belong together. */
export function loadIntentModel(): IntentModel {
  loaded ??= readModel(new URL('./model/', import.meta.url))
  return loaded
}

/** Reads `intent.json` and `intent.bin` of a folder; throws as `loadIntentModel` does. */
export function readModel(folder: URL): IntentModel {
  const header = IntentHeader.safeParse(JSON.parse(readFileSync(new URL('intent.json', folder), 'utf8')))
  if (!header.success)
    throw new AppError('malformed', '[classifiers/intent] intent.json does not have the form of a header', {
      cause: header.error,
    })
  const bytes = readFileSync(new URL('intent.bin', folder))
  const { columns, labels, sha256: wanted } = header.data
  if (sha256(bytes) !== wanted || bytes.byteLength !== columns * labels.length)
    throw new AppError(
      'malformed',
      '[classifiers/intent] intent.bin is not the one intent.json was written for',
    )
  return { header: header.data, weights: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) }
}
