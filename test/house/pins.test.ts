import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { importsOf, packageOf } from '../../src/app/house/imports.ts'
import { filesIn, read, sources } from '../../src/app/house/tree.ts'

const versions = z.record(z.string(), z.string()).default({})
const manifest = z
  .object({
    dependencies: versions,
    devDependencies: versions,
    allowScripts: z.record(z.string(), z.boolean()).default({}),
  })
  .parse(JSON.parse(read('package.json')))
const lock = z
  .object({
    packages: z.record(
      z.string(),
      z.looseObject({
        version: z.string().optional(),
        dependencies: versions,
        devDependencies: versions,
        optionalDependencies: versions,
      }),
    ),
  })
  .parse(JSON.parse(read('package-lock.json')))

const all = { ...manifest.dependencies, ...manifest.devDependencies }

/** Packages that are run or only read by the compiler, so that no file imports them. */
const notImported: Readonly<Record<string, string>> = {
  '@biomejs/biome': 'npm run check runs it',
  '@types/node': 'the compiler reads it',
  '@types/pg': 'the compiler reads it',
  'htmx.org': 'the console serves its files',
  'maplibre-gl': 'the console serves its files',
  open311: 'a test requires it: it is of before modules',
  node: 'npm puts it on the PATH of every script',
  typescript: 'npm run check runs it',
  wrangler: 'npm run edge:dev runs it',
}

const used = new Map<string, string>()
for (const path of filesIn('', '.ts')) {
  for (const { specifier } of importsOf(read(path))) {
    const name = specifier === null ? null : packageOf(specifier)
    if (name !== null) used.set(name, path)
  }
}

describe('dependencies', () => {
  it.each(Object.entries(all))('%s is pinned to one version', (_name, version) => {
    expect(version).toMatch(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/)
  })

  it('are locked as they are pinned', () => {
    const top = lock.packages['']
    expect(top?.dependencies).toEqual(manifest.dependencies)
    expect(top?.devDependencies).toEqual(manifest.devDependencies)
    const locked = Object.keys(all).map((name) => [name, lock.packages[`node_modules/${name}`]?.version])
    expect(Object.fromEntries(locked)).toEqual(all)
  })

  it('are locked for every platform, or npm ci refuses the lock file', () => {
    const missing = Object.entries(lock.packages).flatMap(([path, entry]) =>
      Object.keys(entry.optionalDependencies).filter(
        (name) =>
          !(`node_modules/${name}` in lock.packages || `${path}/node_modules/${name}` in lock.packages),
      ),
    )
    expect(missing).toEqual([])
  })

  it('are all used', () => {
    const idle = Object.keys(all).filter((name) => !used.has(name) && !(name in notImported))
    expect(idle).toEqual([])
  })

  it('are all declared', () => {
    const undeclared = [...used].filter(([name]) => !(name in all))
    expect(undeclared).toEqual([])
  })

  it('are declared for production where the product imports them', () => {
    const product = sources().filter((file) => !/^(?:test|fixtures)\//.test(file.path))
    const missing = product.flatMap((file) =>
      importsOf(file.text).flatMap(({ specifier }) => {
        const name = specifier === null ? null : packageOf(specifier)
        return name === null || name in manifest.dependencies ? [] : [`${file.path} imports ${name}`]
      }),
    )
    expect(missing).toEqual([])
  })

  it('run install scripts only where they are allowed by name', () => {
    const names = new Set(Object.keys(lock.packages).map((path) => path.replace(/^.*node_modules\//, '')))
    expect(Object.keys(manifest.allowScripts).filter((name) => !names.has(name))).toEqual([])
  })

  it('run on the Node that .nvmrc names', () => {
    expect(read('.nvmrc').trim()).toBe(manifest.devDependencies.node)
    expect(read('Dockerfile')).toContain(`FROM node:${manifest.devDependencies.node}-slim`)
  })
})
