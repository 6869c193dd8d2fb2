/**
 * Safety on tables that neither the rules nor the model were made from. They are counted, never shown.
 * @module
 */
import { describe, expect, it } from 'vitest'
import { type Case, independentSafetyTables, safetyTable, unlearnedSafety } from './tables.ts'
import { isTold } from './told-of-danger.ts'

const shareOf = (rows: readonly Case[]): number => rows.filter(isTold).length / rows.length
const tables = Object.fromEntries(independentSafetyTables.map((name) => [name, unlearnedSafety(name)]))

describe.each([
  { name: 'safety-independent', english: 0.96, other: 0.95, falseAlarms: 0.02 },
  { name: 'safety-second', english: 0.98, other: 0.98, falseAlarms: 0.015 },
] as const)('the table $name', ({ name, english, other, falseAlarms }) => {
  const rows = tables[name] ?? []
  const dangers = rows.filter(({ label }) => label !== 'none')

  it('is mostly new: few of its texts stand in what the model was made from', () => {
    expect(rows.length / safetyTable(name).length).toBeGreaterThanOrEqual(0.95)
  })
  it('has its dangers found often enough', () => {
    expect(shareOf(dangers.filter(({ language }) => language === 'en'))).toBeGreaterThanOrEqual(english)
    expect(shareOf(dangers.filter(({ language }) => language !== 'en'))).toBeGreaterThanOrEqual(other)
  })
  it('raises few false alarms', () => {
    expect(shareOf(rows.filter(({ label }) => label === 'none'))).toBeLessThanOrEqual(falseAlarms)
  })
})
