/**
 * Category models that training from the ledger made, below `DATA_DIR/models`: one folder each, named by its hash,
 * with the report of the gate; `in-service` names the one in use. Without it, or where it is damaged, the built-in
 * model serves.
 * @module
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import type { CategoryModel } from '../../classifiers/category/model.ts'
import { loadCategoryModel, readCategoryModel } from '../../classifiers/category/model.ts'
import { serviceByCode } from '../city/boston/services/index.ts'
import { AppError, asAppError } from '../core/errors.ts'
import type { Log } from '../core/events.ts'
import { useCategoryModel } from './understanding.ts'

const Name = z.string().regex(/^[0-9a-f]{12}$/)
/** The built-in model, by what `in-service` would say. */
export const builtIn = 'built-in'

const folderOf = (dataDir: string): string => join(dataDir, 'models')
const pointerOf = (dataDir: string): string => join(folderOf(dataDir), 'in-service')

/** The name of the model in service; `built-in` where none was promoted. */
export function inService(dataDir: string): string {
  const pointer = pointerOf(dataDir)
  if (!existsSync(pointer)) return builtIn
  const name = Name.safeParse(readFileSync(pointer, 'utf8').trim())
  return name.success ? name.data : builtIn
}

/** All that are kept, by name. */
export const promotedModels = (dataDir: string): readonly string[] =>
  existsSync(folderOf(dataDir))
    ? readdirSync(folderOf(dataDir))
        .filter((name) => Name.safeParse(name).success)
        .sort()
    : []

/** Throws AppError `malformed` where it is damaged, `not-found` where there is none. */
export function readModel(dataDir: string, name: string): CategoryModel {
  if (name === builtIn) return loadCategoryModel()
  const folder = join(folderOf(dataDir), name)
  if (!existsSync(join(folder, 'category.json')))
    throw new AppError('not-found', `there is no model ${name} below ${folderOf(dataDir)}`)
  const model = readCategoryModel(pathToFileURL(`${folder}/`))
  const unknown = model.header.labels.filter((label) => label !== '' && serviceByCode(label) === null)
  if (unknown.length > 0)
    throw new AppError(
      'malformed',
      `model ${name} names services that are not in the catalogue: ${unknown.join(', ')}`,
    )
  return model
}

/** Files of a model and its report, written whole or not at all. Returns its name. */
export function keepModel(
  dataDir: string,
  sha256: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): string {
  const name = Name.parse(sha256.slice(0, 12))
  const folder = join(folderOf(dataDir), name)
  const unfinished = `${folder}.part`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true })
  for (const [file, content] of Object.entries(files))
    writeFileSync(join(unfinished, file), content, { mode: 0o600 })
  rmSync(folder, { recursive: true, force: true })
  renameSync(unfinished, folder)
  return name
}

/** Puts a model into service; processes take it up when they start. Throws AppError where it cannot be read. */
export function promote(dataDir: string, name: string): void {
  readModel(dataDir, name)
  const pointer = pointerOf(dataDir)
  if (name === builtIn) rmSync(pointer, { force: true })
  else {
    writeFileSync(`${pointer}.part`, `${name}\n`)
    renameSync(`${pointer}.part`, pointer)
  }
}

/** Takes up the model in service. One that cannot be read is said in the log, and the built-in one serves. */
export function loadPromoted(dataDir: string, log: Log): void {
  const name = inService(dataDir)
  try {
    useCategoryModel(name === builtIn ? null : readModel(dataDir, name))
    log('info', 'model.loaded', { model: name })
  } catch (thrown) {
    useCategoryModel(null)
    log('warn', 'model.refused', { model: name, code: asAppError(thrown).code })
  }
}
