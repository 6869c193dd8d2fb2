/**
 * The files of this project as the house rules read them.
 * @module
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The project's root folder. Absolute. */
export const root = resolve(import.meta.dirname, '..', '..', '..')

/** A file: its path from the root, with slashes, and its text. */
export interface Source {
  readonly path: string
  readonly text: string
}

const notOurs: ReadonlySet<string> = new Set(['node_modules', '.git', '.data', '.wrangler', 'coverage'])

/** Paths of all files below `folder` (from the root; '' is the root) with this ending, sorted. */
export function filesIn(folder: string, ending: string): readonly string[] {
  const found: string[] = []
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    if (notOurs.has(entry.name)) continue
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) found.push(...filesIn(path, ending))
    else if (entry.name.endsWith(ending)) found.push(path)
  }
  return found.sort()
}

/** The text of one file. */
export const read = (path: string): string => readFileSync(join(root, path), 'utf8')

/** Folders that hold TypeScript of ours. */
export const codeFolders = ['src', 'channels', 'classifiers', 'workers', 'test', 'fixtures'] as const

/** Every TypeScript file of ours. */
export const sources = (): readonly Source[] =>
  codeFolders.flatMap((folder) => filesIn(folder, '.ts').map((path) => ({ path, text: read(path) })))
