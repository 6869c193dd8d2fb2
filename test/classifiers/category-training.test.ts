import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { calibrated } from '../../classifiers/calibrate.ts'
import { categoryClassifier, loadCategoryModel } from '../../classifiers/category/index.ts'
import { packParts } from '../../classifiers/category/model.ts'
import { fitModel, labelsOf, prepare } from '../../classifiers/train/fit.ts'
import { trainMargins } from '../../classifiers/train/margins.ts'
import { type Answer, calibrationOf, crossValidate, measure } from '../../classifiers/train/measure.ts'
import { packOutcomes, readOutcomes } from '../../classifiers/train/outcomes.ts'
import type { Row } from '../../classifiers/train/rows.ts'
import { policyFor } from '../../src/core/policy.ts'
import { languages } from '../../src/core/understanding.ts'
import { categorySection } from '../accuracy/category.ts'
import { binsOf, reliabilityDiagram } from '../accuracy/reliability.ts'

const things = {
  pothole: ['pothole', 'hole in the road', 'crater in the street'],
  rodents: ['rats', 'a rat', 'mice in the alley'],
  graffiti: ['graffiti', 'spray paint on a wall', 'tagged wall'],
}
const ways = ['there is X here', 'please fix X', 'X again', 'we have X', 'X near my house', 'still X', 'so X']
const rows: readonly Row[] = Object.entries(things).flatMap(([slug, list]) =>
  list.flatMap((thing) =>
    ways.map(
      (way): Row => ({
        id: `${slug} ${thing} ${way}`,
        text: way.replace('X', thing),
        slugs: [slug],
        type: slug === 'graffiti' ? 'en' : slug,
        source: slug === 'graffiti' ? 'utterance' : 'staff',
      }),
    ),
  ),
)
const prepared = prepare(rows)
const labels = labelsOf(prepared)
const quiet = (): void => {}

describe('a support vector machine', () => {
  const vector = (...columns: readonly number[]) => ({
    columns: Int32Array.from(columns),
    values: Float32Array.from(columns, () => 1),
  })
  const cases = [
    { vector: vector(0, 2), own: 0, spare: [], weight: 1 },
    { vector: vector(0, 3), own: 0, spare: [], weight: 1 },
    { vector: vector(1, 2), own: 1, spare: [], weight: 1 },
    { vector: vector(1, 3), own: -1, spare: [1], weight: 1 },
  ]
  const settings = { classes: 2, columns: 4, epochs: 30, cost: 10, seed: 1 }
  const { weights, bias } = trainMargins(cases, settings)
  const scoreOf = (columns: readonly number[], k: number): number =>
    columns.reduce((sum, column) => sum + (weights[column * 2 + k] ?? 0), bias[k] ?? 0)

  test('puts each row on its side', () => {
    expect(scoreOf([0, 2], 0)).toBeGreaterThan(0.5)
    expect(scoreOf([1, 2], 0)).toBeLessThan(-0.5)
    expect(scoreOf([1, 2], 1)).toBeGreaterThan(0.5)
  })

  test('does not learn from a row that is neither for nor against', () => {
    expect(scoreOf([1, 3], 1)).toBeGreaterThan(0)
  })

  test('is the same every time', () => {
    expect(trainMargins(cases, settings)).toEqual({ classes: 2, weights, bias })
  })
})

describe('training', () => {
  test('gives the same bytes twice from one seed', () => {
    const once = fitModel(prepared, labels, 311)
    const again = fitModel(prepared, labels, 311)
    expect(Buffer.from(packParts(again.parts)).equals(packParts(once.parts))).toBe(true)
    expect(again.core).toEqual(once.core)
  })

  const answers = crossValidate(prepared, labels, 3, 311, quiet)
  const measured = measure(answers, 3)

  test('judges every row by a model that did not learn from it', () => {
    expect(answers.map(({ prepared }) => prepared.row.id).sort()).toEqual(rows.map(({ id }) => id).sort())
    expect(measured.accuracy.messages).toBe(42)
    expect(measured.accuracy.top1).toBeGreaterThan(0.8)
  })

  test('keeps what it found without a word or an id, and reads it back', () => {
    const folder = mkdtempSync(join(tmpdir(), 'held-out-'))
    try {
      const path = join(folder, 'held-out.json')
      writeFileSync(path, packOutcomes(measured.judged, 'abc'))
      const file = readFileSync(path, 'utf8')
      for (const word of ['hole', 'paint', 'please', 'crater'])
        expect(file).not.toMatch(new RegExp(`\\b${word}\\b`))
      const { model, rows: held } = readOutcomes(pathToFileURL(path))
      expect(model).toBe('abc')
      expect(held).toHaveLength(rows.length)
      const right = held.filter(
        ({ source, wanted, best }) => source === 'staff' && wanted.includes(best[0] ?? ''),
      )
      const expected = measured.judged.filter(
        ({ prepared: { row }, best }) => row.source === 'staff' && row.slugs.includes(best[0]?.slug ?? ''),
      )
      expect(right.length).toBe(expected.length)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('the channel', () => {
  const { header } = loadCategoryModel()
  const unheard = new Set(header.unheard.map((k) => header.labels[k] ?? ''))
  const classify = categoryClassifier(loadCategoryModel())
  const sureOf = (text: string, channel?: 'open311' | 'sms' | 'web') => {
    const { value, confidence, alternatives } = classify(text, channel === undefined ? {} : { channel })
    return (
      [{ value, confidence }, ...alternatives].find((one) => unheard.has(one.value ?? ''))?.confidence ?? 0
    )
  }

  test('makes services that no record of the City names likelier where residents saw no buttons', () => {
    const text = 'the dumpster behind the restaurant is always open'
    expect(unheard.has('dumpster')).toBe(true)
    expect(sureOf(text, 'sms')).toBeGreaterThan(sureOf(text))
    expect(sureOf(text)).toBeGreaterThan(sureOf(text, 'open311'))
    expect(sureOf(text, 'web')).toBe(sureOf(text, 'sms'))
  })
})

describe('calibration', () => {
  const answer = (language: string, right: boolean, share: number): Answer => ({
    prepared: {
      row: { id: `${share}`, text: '', slugs: ['pothole'], type: language, source: 'utterance' },
      features: [],
      same: '',
      words: [],
    },
    fold: 0,
    best: [{ slug: right ? 'pothole' : 'noise', share }],
    none: 0,
    familiar: true,
    blind: '',
    seen: false,
  })

  test('trusts a language as far as its own texts bear it out', () => {
    const { calibration, languages: borne } = calibrationOf([
      ...Array.from({ length: 400 }, (_, i) => answer('en', i % 10 < 8, 0.8)),
      ...Array.from({ length: 400 }, (_, i) => answer('es', i % 10 < 6, 0.8)),
      ...Array.from({ length: 20 }, (_, i) => answer('ht', i % 10 < 8, 0.8)),
      ...Array.from({ length: 400 }, (_, i) => answer('so', i % 10 < 3, 0.8)),
    ])
    expect(calibrated(calibration, 0.8)).toBeCloseTo(0.8, 1)
    expect(borne.es).toBeGreaterThan(0.65)
    expect(borne.so).toBeLessThan(0.4)
    expect(borne.ht).toBeGreaterThan(0.5)
    expect(borne.ht).toBeLessThan(0.8)
    expect(borne.en).toBeUndefined()
  })
})

describe('the committed model', () => {
  const { header } = loadCategoryModel()

  test('and the outcomes beside it are of one training', () => {
    const { model, rows: held } = readOutcomes()
    expect(model).toBe(header.sha256)
    const city = held.filter(({ source }) => source === 'staff' || source === 'picked')
    expect(city).toHaveLength(header.card.accuracy.messages)
    const right = city.filter(({ wanted, best, abstained }) => !abstained && wanted.includes(best[0] ?? ''))
    expect(right.length / city.length).toBeCloseTo(header.card.accuracy.top1, 3)
  })

  test('settles a service unasked exactly where 19 of 20 are right', () => {
    expect(policyFor([]).categoryAccept).toBe(header.thresholds.precision95)
  })

  test('is nowhere surer than in English', () => {
    const classify = categoryClassifier(loadCategoryModel())
    const text = 'pothole on my street'
    const english = classify(text, { language: 'en' }).confidence
    expect(Object.keys(header.languages)).toHaveLength(languages.length - 1)
    for (const language of languages) {
      expect(classify(text, { language }).confidence).toBeCloseTo(
        english * (header.languages[language] ?? 1),
        3,
      )
    }
    expect(classify(text, {}).confidence).toBe(english)
  })
})

describe('a reliability diagram', () => {
  const claims = [
    { confidence: 0.95, right: true },
    { confidence: 1, right: true },
    { confidence: 0.05, right: false },
  ]

  test('counts every answer once', () => {
    expect(binsOf(claims).map(({ of }) => of)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 2])
  })

  test('draws a dot for each bin that has answers and keeps its title apart from its marks', () => {
    const svg = reliabilityDiagram('a < b & "c"', claims)
    expect(svg.match(/<circle/g)).toHaveLength(2)
    expect(svg).toContain('a &lt; b &amp; &quot;c&quot;')
    expect(svg).toContain('prefers-color-scheme: dark')
  })
})

describe('the report', () => {
  test('states the wanted bounds and shows no text of a table', async () => {
    const { bounds, figures, markdown } = await categorySection('')
    expect(bounds.map(({ name }) => name)).toHaveLength(7)
    for (const { value } of bounds) expect(Number.isFinite(value)).toBe(true)
    expect(Object.keys(figures ?? {})).toEqual(['category-city.svg', 'category-independent.svg'])
    const texts = readFileSync(new URL('../../fixtures/understanding/services.tsv', import.meta.url), 'utf8')
      .split('\n')
      .map((line) => line.split('\t')[2] ?? '')
      .filter((text) => text.length > 20)
    expect(texts.filter((text) => markdown.includes(text))).toEqual([])
  })
})
