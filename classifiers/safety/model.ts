/**
 * The danger model on disk and in memory: `model/danger.json` (header and card) and `model/danger.bin` (figures by
 * hashed bucket). It holds no text.
 * @module
 */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { AppError } from '../../src/core/errors.ts'
import type { Language } from '../../src/core/understanding.ts'
import { sha256 } from '../category/model.ts'
import type { Vector } from '../category/vector.ts'
import { type DangerFeature, dangerFeatures } from './danger-features.ts'
import { buckets, type DangerVector, dangerVector } from './danger-vector.ts'

const Share = z.number().min(0).max(1)
const Count = z.int().nonnegative()

/** What one part of the rows came to, counted on folds that the model had not seen. */
const Counted = z.object({
  dangers: Count,
  byRules: Count,
  byModel: Count,
  byEither: Count,
  harmless: Count,
  alarmsOfRules: Count,
  alarmsOfModel: Count,
  alarmsOfEither: Count,
})
export type Counted = z.infer<typeof Counted>

/** Probability of danger from which on there is an alarm: the model alone, and where the rules raise one too. */
const Threshold = z.object({ alone: Share, seconded: Share })

/**
 * Languages with thresholds of their own: English; those that share words with their kin or have few sentences to
 * learn from; those that none of ours is mistaken for.
 */
export const groups = ['english', 'kin', 'apart'] as const
export type Group = (typeof groups)[number]

const kin: ReadonlySet<string> = new Set<Language>(['es', 'pt', 'fr', 'ht', 'kea', 'so'])
/** The group of a language. */
export const groupOf = (language: Language): Group =>
  language === 'en' ? 'english' : kin.has(language) ? 'kin' : 'apart'

export const DangerHeader = z.object({
  format: z.literal('intake311-danger-2'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** One unit of an 8-bit weight, and of an 8-bit rarity. */
  unit: z.number().positive(),
  rarityUnit: z.number().positive(),
  /** Log-odds of emergency and of crisis against none, for an empty text. */
  bias: z.tuple([z.number(), z.number()]),
  thresholds: z.object({ english: Threshold, kin: Threshold, apart: Threshold }),
  /** Probability of danger → share of held-out texts that told of danger, where the rules are quiet. */
  calibration: z.array(z.tuple([Share, Share])).min(2),
  card: z.object({
    trainedFrom: z.string(),
    dataSha256: z.string().regex(/^[0-9a-f]{64}$/),
    seed: z.int(),
    rows: z.record(z.string(), Count),
    folds: Count,
    /** By language; every row judged by a model that was trained without its fold. */
    held: z.record(z.string(), Counted),
    /** Residents' texts, and how many of them raise an alarm. */
    residents: z.object({ texts: Count, alarms: Count }),
    /** Our own sentences about ordinary services, likewise. */
    ordinary: z.object({ texts: Count, alarms: Count }),
  }),
})
export type DangerHeader = z.infer<typeof DangerHeader>

/** A model in memory; one entry per bucket. */
export interface DangerModel {
  readonly header: DangerHeader
  readonly rarity: Uint8Array
  readonly emergency: Int8Array
  readonly crisis: Int8Array
}

/** What the model makes of a text. `danger` is 0…1 and the sum of the other two. */
export interface Scored {
  readonly features: readonly DangerFeature[]
  readonly vector: DangerVector
  readonly emergency: number
  readonly crisis: number
  readonly danger: number
}

/** Probabilities of one vector, or of its first `length` columns. */
export function weigh(
  model: DangerModel,
  vector: Vector,
  length = vector.columns.length,
): Omit<Scored, 'features' | 'vector'> {
  const { header } = model
  let [emergency, crisis] = header.bias
  for (let i = 0; i < length; i++) {
    const bucket = vector.columns[i] ?? 0
    const value = (vector.values[i] ?? 0) * header.unit
    emergency += value * (model.emergency[bucket] ?? 0)
    crisis += value * (model.crisis[bucket] ?? 0)
  }
  const top = Math.max(0, emergency, crisis)
  const none = Math.exp(-top)
  const e = Math.exp(emergency - top)
  const c = Math.exp(crisis - top)
  const all = none + e + c
  return { emergency: e / all, crisis: c / all, danger: (e + c) / all }
}

/** Reads `text` (any text), of which the rules saw `signs`, and weighs it. */
export function scoreDanger(model: DangerModel, text: string, signs: readonly string[]): Scored {
  const features = dangerFeatures(text, signs)
  const unit = model.header.rarityUnit
  const vector = dangerVector(features, (bucket) => (model.rarity[bucket] ?? 0) * unit)
  return { features, vector, ...weigh(model, vector) }
}

/** The probability of danger had the model not been told what the rules saw. */
export const unaidedDanger = (model: DangerModel, { vector }: Scored): number =>
  weigh(model, vector, vector.ofText).danger

/** Bytes of `danger.bin`: rarities, then weights of emergency, then of crisis. */
export function packDanger(model: Omit<DangerModel, 'header'>): Uint8Array {
  const bytes = new Uint8Array(buckets * 3)
  bytes.set(model.rarity)
  for (const [at, list] of [model.emergency, model.crisis].entries())
    bytes.set(new Uint8Array(list.buffer, list.byteOffset, list.byteLength), (at + 1) * buckets)
  return bytes
}

let loaded: DangerModel | undefined

/** The committed model, read once. Throws `malformed` when a file is damaged or the two do not belong together. */
export function loadDangerModel(): DangerModel {
  loaded ??= readDangerModel(new URL('./model/', import.meta.url))
  return loaded
}

/** The model of a folder; throws as `loadDangerModel` does. */
export function readDangerModel(folder: URL): DangerModel {
  const header = DangerHeader.safeParse(JSON.parse(readFileSync(new URL('danger.json', folder), 'utf8')))
  if (!header.success)
    throw new AppError('malformed', '[classifiers/safety] danger.json does not have the form of a header', {
      cause: header.error,
    })
  const bytes = readFileSync(new URL('danger.bin', folder))
  if (bytes.byteLength !== buckets * 3 || sha256(bytes) !== header.data.sha256)
    throw new AppError(
      'malformed',
      '[classifiers/safety] danger.bin is not the one danger.json was written for',
    )
  const { buffer } = new Uint8Array(bytes)
  return {
    header: header.data,
    rarity: new Uint8Array(buffer, 0, buckets),
    emergency: new Int8Array(buffer, buckets, buckets),
    crisis: new Int8Array(buffer, 2 * buckets, buckets),
  }
}
