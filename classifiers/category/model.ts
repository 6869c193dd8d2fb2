/**
 * The category model on disk and in memory: `model/category.json` (header and card) and `model/category.bin`
 * (hashed features and 8-bit weights). It holds no text: a feature is a 32-bit hash.
 * @module
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { AppError } from '../../src/core/errors.ts'
import { type Meaning, meaningOf, type WordVectors } from './vector.ts'

const Share = z.number().min(0).max(1)

/** What the model was made of and how it does. Every share is 0…1, measured on held-out folds. */
export const Card = z.object({
  trainedFrom: z.string(),
  /** SHA-256 of the model that agents' decisions were added to; its accuracy is that model's. */
  refinedFrom: z.string().optional(),
  dataSha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Newest dated record the model saw, ISO date. */
  dataUntil: z.string(),
  seed: z.int(),
  rows: z.record(z.string(), z.int()),
  distinctRows: z.int(),
  folds: z.int(),
  accuracy: z.object({
    messages: z.int(),
    top1: Share,
    top3: Share,
    macroRecall: Share,
    calibrationError: Share,
    answeredAt95: Share,
    abstained: Share,
    utteranceTop1: Share,
    utteranceTop3: Share,
    rareTop1: Share,
    rareTop3: Share,
    noneAbstained: Share,
  }),
  recall: z.record(z.string(), z.object({ messages: z.int(), recall: Share })),
})
export type Card = z.infer<typeof Card>

const Taken = z.object({ unheard: z.number(), none: z.number() })

/** Header of the model; sizes are counts of entries in `category.bin`. */
export const Header = z.object({
  format: z.literal('intake311-category-4'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Services by class number; the last class is '' and means "no service". */
  labels: z.array(z.string()).min(2).max(255),
  features: z.int().positive(),
  /** Words with a vector, and the length of one; behind the columns of the features comes one for each dimension. */
  words: z.int().nonnegative(),
  dimensions: z.int().nonnegative(),
  entries: z.int().positive(),
  /** One unit of an 8-bit weight. */
  unit: z.number().positive(),
  bias: z.array(z.number()),
  /** Services that no record of the City names, by class number. */
  unheard: z.array(z.int()),
  /** By class number: what was taken from its score for being common; given back to rank what else it might be. */
  common: z.array(z.number()),
  /**
   * What is taken from the scores of these, and of "no service", by what a resident saw before writing. The City's
   * labelled records are texts of its app, written after a look at its buttons, and name none of these services;
   * nobody fills in that form to ask for nothing. How often they are asked for elsewhere no source says.
   */
  channels: z.object({ buttons: Taken, free: Taken }),
  /** Divides the scores before they become probabilities. */
  temperature: z.number().positive(),
  /** Top probability → probability of being right; rising in both, linear between. */
  calibration: z.array(z.tuple([Share, Share])).min(2),
  /** What is left of that in a language of which there is little material; 1 where nothing is said. */
  languages: z.record(z.string(), Share),
  thresholds: z.object({
    /** From this confidence on, 95 % of held-out messages are right. */
    precision95: Share,
    precision90: Share,
    /** Below this confidence there is no use in naming a service. */
    floor: Share,
  }),
  card: Card,
})
export type Header = z.infer<typeof Header>

/** A model in memory. Row `c` of the sparse weights is `from[c] … from[c + 1]` of `classes` and `weights`. */
export interface CategoryModel {
  readonly header: Header
  readonly idf: Float32Array
  readonly from: Uint32Array
  readonly classes: Uint8Array
  readonly weights: Int8Array
  readonly meaning: Meaning
  /** Column of a feature key, -1 where unknown. */
  readonly columnOf: (key: number) => number
}

/**
 * Parts of `category.bin` in order, each at a multiple of 4 bytes, little-endian. There `idf` stands as whole 4096ths
 * in 16 bits and `from` as the number of entries of each row in 8.
 */
export interface Parts {
  readonly keys: Uint32Array
  readonly idf: Float32Array
  readonly from: Uint32Array
  readonly classes: Uint8Array
  readonly weights: Int8Array
  readonly words: WordVectors
}

/** A model from its parts; builds the hash table for look-ups (open addressing, at most half full). */
export const modelOf = (header: Header, parts: Parts): CategoryModel => {
  const { keys, idf, from, classes, weights, words } = parts
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, keys.length * 2)))
  const slots = new Int32Array(size).fill(-1)
  for (let column = 0; column < keys.length; column++) {
    let slot = (keys[column] ?? 0) & (size - 1)
    while ((slots[slot] ?? -1) !== -1) slot = (slot + 1) & (size - 1)
    slots[slot] = column
  }
  const columnOf = (key: number): number => {
    let slot = key & (size - 1)
    for (;;) {
      const column = slots[slot] ?? -1
      if (column === -1 || keys[column] === key) return column
      slot = (slot + 1) & (size - 1)
    }
  }
  return { header, idf, from, classes, weights, meaning: meaningOf(words, keys.length), columnOf }
}

/** An idf is rounded to so many parts of 1, in memory as on disk. */
export const idfUnits = 4096

/** Bytes of `category.bin`. */
export const packParts = (parts: Parts): Uint8Array => {
  const { keys, idf, from, classes, weights, words } = parts
  const sizes = Uint8Array.from(from.subarray(1), (end, row) => end - (from[row] ?? 0))
  const shares = Uint16Array.from(idf, (value) => Math.round(value * idfUnits))
  const lists = [keys, shares, sizes, classes, weights, words.columns, words.vectors]
  const bytes = new Uint8Array(lists.reduce((sum, list) => sum + padded(list.byteLength), 0))
  let at = 0
  for (const list of lists) {
    bytes.set(new Uint8Array(list.buffer, list.byteOffset, list.byteLength), at)
    at += padded(list.byteLength)
  }
  return bytes
}

/** The parts of `bytes`; throws `malformed` where their length is not what the header says. */
export const unpackParts = (header: Header, bytes: Uint8Array): Parts => {
  const { features, entries, words, dimensions } = header
  const rows = features + dimensions
  const sizes = [features * 4, features * 2, rows, entries, entries, words * 4, words * dimensions]
  if (bytes.byteLength !== sizes.reduce((sum, size) => sum + padded(size), 0)) {
    throw new AppError(
      'malformed',
      '[classifiers/category] category.bin is not as long as category.json says',
    )
  }
  const buffer = bytes.slice().buffer
  let at = 0
  const next = (size: number): number => {
    const here = at
    at += padded(size)
    return here
  }
  const keys = new Uint32Array(buffer, next(features * 4), features)
  const shares = new Uint16Array(buffer, next(features * 2), features)
  const counts = new Uint8Array(buffer, next(rows), rows)
  const from = new Uint32Array(rows + 1)
  for (const [row, count] of counts.entries()) from[row + 1] = (from[row] ?? 0) + count
  return {
    keys,
    idf: Float32Array.from(shares, (value) => value / idfUnits),
    from,
    classes: new Uint8Array(buffer, next(entries), entries),
    weights: new Int8Array(buffer, next(entries), entries),
    words: {
      dimensions,
      columns: new Uint32Array(buffer, next(words * 4), words),
      vectors: new Int8Array(buffer, next(words * dimensions), words * dimensions),
    },
  }
}

const padded = (bytes: number): number => Math.ceil(bytes / 4) * 4

/** SHA-256 of `bytes` in hex; ties the two files of a model together. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

let loaded: CategoryModel | undefined

/** The committed model, read once. Throws `malformed` when a file is damaged or the two do not belong together. */
export const loadCategoryModel = (): CategoryModel => {
  loaded ??= readCategoryModel(new URL('./model/', import.meta.url))
  return loaded
}

/** The parts of the model of a folder (a URL that ends in a slash), with its header. Throws as `loadCategoryModel`. */
export const readParts = (folder: URL): { readonly header: Header; readonly parts: Parts } => {
  const header = Header.safeParse(JSON.parse(readFileSync(new URL('category.json', folder), 'utf8')))
  if (!header.success) {
    throw new AppError(
      'malformed',
      '[classifiers/category] category.json does not have the form of a header',
      {
        cause: header.error,
      },
    )
  }
  const bytes = readFileSync(new URL('category.bin', folder))
  if (sha256(bytes) !== header.data.sha256) {
    throw new AppError(
      'malformed',
      '[classifiers/category] category.bin is not the one category.json was written for',
    )
  }
  return { header: header.data, parts: unpackParts(header.data, bytes) }
}

/** The model of a folder. Throws as `readParts`. */
export const readCategoryModel = (folder: URL): CategoryModel => {
  const { header, parts } = readParts(folder)
  return modelOf(header, parts)
}
