import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { columns, intentVector } from '../../classifiers/intent/features.ts'
import { intentClassifier } from '../../classifiers/intent/index.ts'
import { IntentHeader, intentShares, loadIntentModel, readModel } from '../../classifiers/intent/model.ts'
import { votesOf } from '../../classifiers/intent/votes.ts'
import { type Line, trainIntent } from '../../classifiers/train/intent.ts'
import { loadIntentLines } from '../../src/city/boston/utterances/intents.ts'
import { intents, languages } from '../../src/core/understanding.ts'

const folder = mkdtempSync(join(tmpdir(), 'intent-'))
afterAll(() => rmSync(folder, { recursive: true }))
const url = pathToFileURL(`${folder}/`)

describe('the intent model', () => {
  const { header, weights } = loadIntentModel()
  it('knows every intent and stays below 300 KB', () => {
    expect(header.labels).toEqual([...intents])
    expect(header.columns).toBe(columns)
    expect(weights.byteLength).toBe(columns * intents.length)
    expect(weights.byteLength).toBeLessThan(300_000)
  })
  it('gives shares that sum to 1 for any text', () => {
    for (const text of ['', 'pothole', '\ud800', '坏'.repeat(900), 'how do I pay a ticket?']) {
      const sum = intentShares({ header, weights }, intentVector(text, votesOf(text, {}))).reduce(
        (total, one) => total + one,
        0,
      )
      expect(sum).toBeCloseTo(1, 9)
    }
  })
  it('is not read from files that do not belong together', () => {
    writeFileSync(join(folder, 'intent.json'), JSON.stringify(header))
    writeFileSync(join(folder, 'intent.bin'), new Uint8Array(weights.byteLength))
    expect(() => readModel(url)).toThrow(/not the one/)
    writeFileSync(join(folder, 'intent.json'), '{}')
    expect(() => readModel(url)).toThrow(/form of a header/)
  })
})

describe('training the intent model', () => {
  const lines = loadIntentLines()
    .filter(({ language }, at) => language === 'en' && at % 5 === 0)
    .map(({ intent, text }): Line => ({ source: 'written', values: [intent], text }))
  it('gives the same bytes for the same lines and seed, and other bytes for another seed', () => {
    const one = trainIntent(lines, 1)
    expect(trainIntent(lines, 1)).toEqual(one)
    expect(trainIntent(lines, 2).header.sha256).not.toBe(one.header.sha256)
    expect(IntentHeader.parse(one.header)).toEqual(one.header)
    expect(one.header.card.rows).toEqual({ written: lines.length })
  })
})

describe('the sentences for intents', () => {
  const lines = loadIntentLines()
  it('are at least 60 of each intent in English and 12 in each other language', () => {
    for (const intent of intents)
      for (const language of languages) {
        const those = lines.filter((line) => line.intent === intent && line.language === language)
        expect(those.length, `${intent} ${language}`).toBeGreaterThanOrEqual(language === 'en' ? 60 : 12)
      }
  })
  it('stand once each', () => {
    const keys = lines.map(({ language, text }) => `${language} ${text.toLowerCase()}`)
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
  })
})

describe('what may not be mistaken', () => {
  const classify = intentClassifier()
  it.each([
    'please make that noise stop, it never ends at night',
    'trucks do not stop at the crosswalk by the school',
    'someone took the stop sign',
    'the bus stop bench is on its side',
    'when will the drilling end',
    'the landlord quit fixing things and the heat is out',
    'remove the graffiti on my garage',
    'no one stops dumping here',
  ])('for an opt-out: %s', (text) => {
    expect(classify(text, {}).value).not.toBe('stop')
  })
  it.each([
    'free stuff left on the curb for a week',
    'someone stapled loan flyers to every pole on my street',
    'the casino traffic blocks our street',
    'sale signs all over the median',
  ])('for spam: %s', (text) => {
    expect(classify(text, {}).value).not.toBe('spam')
  })
  it.each([
    'can you fix the pothole on Elm',
    'why is there trash everywhere on my street',
    'could someone plow Rowe St',
    'is anybody going to take away this dead bird',
  ])('for a question: %s', (text) => {
    expect(classify(text, {}).value).toBe('report')
  })
  it.each([
    'when will my pothole be fixed',
    'where can I see my ticket number',
    'how can I follow up on my report',
  ])('for a question, being about a case: %s', (text) => {
    expect(classify(text, {}).value).toBe('status')
  })
})
