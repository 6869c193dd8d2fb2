import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { loadCategoryModel } from '../../classifiers/category/index.ts'
import {
  builtIn,
  inService,
  keepModel,
  loadPromoted,
  promote,
  promotedModels,
  readModel,
} from '../../src/app/promoted-model.ts'
import { understandBoston, useCategoryModel } from '../../src/app/understanding.ts'

const built = new URL('../../classifiers/category/model/', import.meta.url)
const name = loadCategoryModel().header.sha256.slice(0, 12)
let dataDir = ''
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'intake311-models-'))
})
afterEach(async () => {
  useCategoryModel(null)
  await rm(dataDir, { recursive: true, force: true })
})

const files = async () => ({
  'category.json': await readFile(new URL('category.json', built)),
  'category.bin': await readFile(new URL('category.bin', built)),
})
const logged = () => {
  const events: unknown[] = []
  loadPromoted(dataDir, (level, event, fields) => void events.push([level, event, fields]))
  return events
}

it('without any, the built-in model serves', () => {
  expect(inService(dataDir)).toBe(builtIn)
  expect(promotedModels(dataDir)).toEqual([])
  expect(logged()).toEqual([['info', 'model.loaded', { model: builtIn }]])
})

it('a kept model serves once it is promoted, until it is put back', async () => {
  expect(keepModel(dataDir, loadCategoryModel().header.sha256, await files())).toBe(name)
  expect(inService(dataDir)).toBe(builtIn)
  promote(dataDir, name)
  expect([inService(dataDir), promotedModels(dataDir)]).toEqual([name, [name]])
  expect(logged()).toEqual([['info', 'model.loaded', { model: name }]])
  expect(understandBoston()('huge pothole on Elm St', {}).problems[0]?.category.value).toBe('pothole')
  promote(dataDir, builtIn)
  expect(inService(dataDir)).toBe(builtIn)
})

it('a damaged one is refused, and the built-in model serves', async () => {
  keepModel(dataDir, loadCategoryModel().header.sha256, await files())
  promote(dataDir, name)
  await writeFile(join(dataDir, 'models', name, 'category.bin'), 'cut')
  expect(logged()).toEqual([['warn', 'model.refused', { model: name, code: 'malformed' }]])
  expect(understandBoston()('huge pothole on Elm St', {}).problems[0]?.category.value).toBe('pothole')
})

it('what cannot be read is not put into service', async () => {
  expect(() => promote(dataDir, '0123456789ab')).toThrow('there is no model')
  const header = JSON.parse((await files())['category.json'].toString()) as { labels: string[] }
  header.labels[0] = 'no-such-service'
  keepModel(dataDir, loadCategoryModel().header.sha256, {
    ...(await files()),
    'category.json': JSON.stringify(header),
  })
  expect(() => readModel(dataDir, name)).toThrow('no-such-service')
  expect(inService(dataDir)).toBe(builtIn)
})
