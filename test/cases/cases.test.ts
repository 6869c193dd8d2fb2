import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CaseSystem } from '../../src/core/ports.ts'
import { routeBy } from '../../workers/cases/routing.ts'
import { type CaseSystemHarness, caseSystemContract } from '../contract/case-system.contract.ts'
import { aRequest } from '../support/fake-store.ts'

const casesFolder = join(import.meta.dirname, '../../workers/cases')
const folders = readdirSync(casesFolder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
const harnessOf = (name: string) => join(import.meta.dirname, `${name}.harness.ts`)

describe('every folder in workers/cases', () => {
  it.each(folders)('%s has a harness for the contract: test/cases/<name>.harness.ts', (name) => {
    expect(existsSync(harnessOf(name))).toBe(true)
  })
})

for (const name of folders) {
  if (!existsSync(harnessOf(name))) continue
  // `variants`: further ways of running the same system, by what is different.
  const { harness, variants = {} } = (await import(harnessOf(name))) as {
    harness: CaseSystemHarness
    variants?: Readonly<Record<string, CaseSystemHarness>>
  }
  caseSystemContract(name, harness)
  for (const [way, variant] of Object.entries(variants)) caseSystemContract(name, variant, `${name} (${way})`)
}

describe('routing', () => {
  const system = (name: string): CaseSystem => ({
    name,
    can: { find: true, amend: true },
    settlesWithinMs: 0,
    news: { everyMs: 1_000, atOnce: 1 },
    file: () => Promise.reject(new Error('not filed here')),
    find: () => Promise.resolve(null),
    read: () => Promise.reject(new Error('not read here')),
    amend: () => Promise.resolve('not-offered'),
  })
  const [local, works, parks] = [system('local'), system('works'), system('parks')]
  const rules = [
    { codes: new Set(['pothole']), neighborhoods: new Set(['Downtown']), system: parks },
    { codes: new Set(['pothole', 'graffiti']), system: works },
  ]
  const route = routeBy(rules, local)

  it('takes the first rule that fits', () => {
    expect(route(aRequest())).toBe(parks)
    expect(route(aRequest({ service_code: 'graffiti' }))).toBe(works)
  })
  it('does not guess a neighborhood', () => {
    expect(route(aRequest({ place: null }))).toBe(works)
  })
  it('has a system for every request', () => {
    expect(route(aRequest({ service_code: 'rodents' }))).toBe(local)
    expect(route(aRequest({ service_code: null, place: null }))).toBe(local)
    expect(routeBy([], local)(aRequest())).toBe(local)
  })
})
