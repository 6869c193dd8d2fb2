/**
 * Streets imported into DATA_DIR/gazetteer: written whole or not at all, checked when they are read, and never needed:
 * the built-in ones stand behind them. `card.json` names the folder in use; whoever replaces it replaces everything.
 * @module
 */
import { createHash } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { loadGazetteerData } from '../city/boston/gazetteer/index.ts'
import { useStreets } from '../city/boston/ivr/street-list.ts'
import type { Log } from '../core/events.ts'
import { useGazetteer } from './understanding.ts'

/** Of the files' format: others are not read. */
const format = 1
const files = ['streets.tsv', 'crossings.tsv'] as const
const Hash = z.string().regex(/^[0-9a-f]{64}$/)
const Card = z.object({
  format: z.literal(format),
  /** Below the card's own folder. */
  folder: z.string().regex(/^[0-9a-z-]{1,80}$/),
  importedAt: z.iso.datetime(),
  source: z.object({ name: z.string(), sha256: Hash, bytes: z.int().positive(), rows: z.int().positive() }),
  streets: z.int().positive(),
  addresses: z.int().positive(),
  files: z.record(z.enum(files), Hash),
})
export type Card = z.infer<typeof Card>

/** Where imports of this installation are. */
export const importFolder = (dataDir: string): string => join(dataDir, 'gazetteer')

export type Imported =
  | { readonly state: 'none' }
  | { readonly state: 'good'; readonly card: Card; readonly folder: string }
  | { readonly state: 'broken'; readonly reason: string }

/** What is there, every byte of it checked against the card. Never throws. */
export function importedIn(root: string): Imported {
  let text: string
  try {
    text = readFileSync(join(root, 'card.json'), 'utf8')
  } catch (error) {
    return isMissing(error) ? { state: 'none' } : { state: 'broken', reason: 'card.json cannot be read' }
  }
  const card = Card.safeParse(parsed(text))
  if (!card.success)
    return { state: 'broken', reason: 'card.json is not of this version: import the export again' }
  const folder = join(root, card.data.folder)
  for (const file of files) {
    const found = hashOf(join(folder, file))
    if (found === null) return { state: 'broken', reason: `${file} is missing or cannot be read` }
    if (found !== card.data.files[file]) return { state: 'broken', reason: `${file} is not what was written` }
  }
  return { state: 'good', card: card.data, folder }
}

/** Makes the imported streets those of this process, or says why it cannot; the built-in ones stay then. */
export function loadImported(dataDir: string, log: Log): void {
  const imported = importedIn(importFolder(dataDir))
  const data = imported.state === 'good' ? dataIn(imported.folder) : null
  useGazetteer(data)
  useStreets(data)
  if (imported.state === 'good' && data !== null) {
    const { streets, addresses, importedAt } = imported.card
    log('info', 'gazetteer.loaded', { streets, addresses, importedAt })
  } else if (imported.state !== 'none') {
    const reason = imported.state === 'broken' ? imported.reason : 'its files are not of this version'
    log('warn', 'gazetteer.refused', { reason })
  }
}

/** Null where the files are whole and yet not readable: written by another version. */
function dataIn(folder: string): ReturnType<typeof loadGazetteerData> | null {
  try {
    return loadGazetteerData(folder)
  } catch {
    return null
  }
}

export interface NewImport extends Omit<Card, 'format' | 'folder' | 'files'> {
  readonly lines: Readonly<Record<(typeof files)[number], readonly string[]>>
}

/** Writes an import beside the one in use, tries it, and only then puts it in its place. Throws and leaves all as it was. */
export function writeImport(root: string, { lines, ...about }: NewImport): Card {
  const folder = `${about.importedAt.replace(/\D/g, '').slice(0, 17)}-${about.source.sha256.slice(0, 8)}-${process.pid}`
  const before = importedIn(root)
  const path = join(root, folder)
  mkdirSync(path, { recursive: true })
  try {
    const hashes = files.map((file): [string, string] => {
      const text = `${lines[file].join('\n')}\n`
      writeDurably(join(path, file), text)
      return [file, createHash('sha256').update(text).digest('hex')]
    })
    loadGazetteerData(path)
    const card = Card.parse({ format, folder, ...about, files: Object.fromEntries(hashes) })
    const fresh = join(root, `card.${process.pid}.json`)
    writeDurably(fresh, `${JSON.stringify(card, null, 2)}\n`)
    renameSync(fresh, join(root, 'card.json'))
    if (before.state === 'good' && before.folder !== path) remove(before.folder)
    sweep(root, folder)
    return card
  } catch (error) {
    remove(path)
    throw error
  }
}

/** Back to the built-in streets. False where nothing was imported. */
export function resetImport(root: string): boolean {
  const there = importedIn(root)
  if (there.state === 'none') return false
  rmSync(join(root, 'card.json'), { force: true })
  if (there.state === 'good') remove(there.folder)
  return true
}

/** One sentence for `npm run doctor`. */
export function gazetteerWords(dataDir: string): string {
  const imported = importedIn(importFolder(dataDir))
  if (imported.state === 'none')
    return 'are the built-in ones; npm run gazetteer -- import FILE puts the address export of the City in their place.'
  if (imported.state === 'broken')
    return `are the built-in ones, because the imported ones cannot be used: ${imported.reason}.`
  const { addresses, streets, importedAt } = imported.card
  return `have ${addresses} addresses on ${streets} streets, imported on ${importedAt.slice(0, 10)}.`
}

function writeDurably(path: string, text: string): void {
  const file = openSync(path, 'w', 0o644)
  try {
    const bytes = Buffer.from(text)
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Folders that an import which was cut off left behind; a young one may be under way in another process. */
function sweep(root: string, inUse: string): void {
  for (const name of readdirSync(root)) {
    if (name === inUse || !/^\d{17}-[0-9a-f]{8}-\d+$/.test(name)) continue
    if (Date.now() - statSync(join(root, name)).mtimeMs > leftBehindMs) remove(join(root, name))
  }
}
const leftBehindMs = 3_600_000

const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true })
const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')

function hashOf(path: string): string | null {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex')
  } catch {
    return null
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
