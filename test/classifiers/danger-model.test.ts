import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { calibrated } from '../../classifiers/calibrate.ts'
import { conceptIndex, conceptsIn } from '../../classifiers/category/concepts.ts'
import { tokenise } from '../../classifiers/category/tokens.ts'
import { dangerConcepts } from '../../classifiers/safety/danger-concepts.ts'
import {
  loadDangerModel,
  packDanger,
  readDangerModel,
  scoreDanger,
  unaidedDanger,
} from '../../classifiers/safety/model.ts'
import { misspelt } from '../../classifiers/train/misspell.ts'
import { bostonPolicy } from '../../src/app/city.ts'
import { AppError } from '../../src/core/errors.ts'

const model = loadDangerModel()
const folder = new URL('../../classifiers/safety/model/', import.meta.url)
const header = readFileSync(new URL('danger.json', folder), 'utf8')
const bytes = readFileSync(new URL('danger.bin', folder))

/** A folder with these two files, gone when the test is over. */
function written(json: string, bin: Uint8Array): URL {
  const path = mkdtempSync(join(tmpdir(), 'danger-'))
  onTestFinished(() => rmSync(path, { recursive: true }))
  writeFileSync(join(path, 'danger.json'), json)
  writeFileSync(join(path, 'danger.bin'), bin)
  return pathToFileURL(`${path}/`)
}

describe('danger model', () => {
  it('is at most 600 kB of figures, and packs to the very bytes it was read from', () => {
    expect(bytes.byteLength).toBeLessThanOrEqual(600_000)
    expect(Buffer.compare(Buffer.from(packDanger(model)), bytes)).toBe(0)
  })
  it('refuses files that are damaged or do not belong together', () => {
    const bent = new Uint8Array(bytes)
    bent[7] = (bent[7] ?? 0) ^ 1
    expect(() => readDangerModel(written(header, bent))).toThrow(AppError)
    expect(() => readDangerModel(written(header, bytes.subarray(1)))).toThrow(AppError)
    expect(() => readDangerModel(written('{}', bytes))).toThrow(AppError)
    expect(readDangerModel(written(header, bytes)).header.bias).toEqual(model.header.bias)
  })
  it('gives probabilities for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { emergency, crisis, danger } = scoreDanger(model, text, [])
        expect(emergency).toBeGreaterThanOrEqual(0)
        expect(crisis).toBeGreaterThanOrEqual(0)
        expect(danger).toBeLessThanOrEqual(1.000001)
        expect(danger).toBeCloseTo(emergency + crisis)
      }),
    )
  })
  it('is asked once: what it makes of the text unaided is in what it makes of the text and the rules', () => {
    for (const text of [
      'I smell gas',
      'who do I call for a gas leak',
      'hay un hombre tirado',
      '有人打架',
      '',
    ]) {
      const told = scoreDanger(model, text, ['lasting', 'now', 'alarm emergency', 'alarm emergency en'])
      expect(unaidedDanger(model, told)).toBe(scoreDanger(model, text, []).danger)
    }
    const aided = scoreDanger(model, 'gas', ['alarm emergency', 'alarm emergency en'])
    expect(unaidedDanger(model, aided)).not.toBe(aided.danger)
  })
  it('learns slips of the keyboard that leave most of a text, all of its Chinese, and are always the same', () => {
    const text = 'there is a strong smell of gas in the basement and nobody answers'
    const slipped = misspelt(text)
    expect(slipped).not.toBe(text)
    expect(misspelt(text)).toBe(slipped)
    expect(slipped.split(' ').filter((word) => text.includes(word)).length).toBeGreaterThanOrEqual(8)
    expect(misspelt('楼里煤气味很重')).toBe('楼里煤气味很重')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (any) => {
        expect(Math.abs([...misspelt(any)].length - [...any].length)).toBeLessThanOrEqual(
          1 + Math.floor([...any].length / 25),
        )
      }),
    )
  })
  it('is as sure at its thresholds as the policy asks, or the alarm would not be answered', () => {
    const { thresholds, calibration } = model.header
    for (const { alone, seconded } of Object.values(thresholds)) {
      expect(calibrated(calibration, alone)).toBeGreaterThanOrEqual(bostonPolicy.emergencyAt)
      expect(seconded).toBeLessThan(alone)
    }
  })
  it('raises an alarm on at most 1 of 100 texts of residents, true and false, on folds it had not seen', () => {
    const { texts, alarms } = model.header.card.residents
    expect(texts).toBeGreaterThan(10_000)
    expect(alarms / texts).toBeLessThanOrEqual(0.01)
  })
  it.each([
    'a wire is sparking',
    'un cable está echando chispas',
    '电线冒火花',
    'провод искрит',
    'fil la ap fè etensèl',
  ])('reads wire and spark alike in every language: %s', (text) => {
    const named = new Set(
      conceptsIn(tokenise(text), conceptIndex(dangerConcepts)()).map(({ concept }) => concept),
    )
    expect([...named]).toEqual(expect.arrayContaining(['wire', 'spark']))
  })
})
