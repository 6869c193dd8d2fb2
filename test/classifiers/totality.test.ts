import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { intentClassifier } from '../../classifiers/intent/index.ts'
import { languageClassifier } from '../../classifiers/language/index.ts'
import { splitProblems } from '../../classifiers/problems/index.ts'
import { safetyClassifier } from '../../classifiers/safety/index.ts'

const language = languageClassifier()
const safety = safetyClassifier()
const intent = intentClassifier()

function readAll(text: string): void {
  for (const { confidence, evidence } of [language(text, {}), safety(text, {}), intent(text, {})]) {
    expect(confidence).toBeGreaterThanOrEqual(0)
    expect(confidence).toBeLessThanOrEqual(1)
    for (const [start, end] of evidence) expect(start <= end && end <= text.length).toBe(true)
  }
  for (const [start, end] of splitProblems(text, [])) expect(start < end && end <= text.length).toBe(true)
}

/** Pieces that rules begin with, so that repeating them makes every rule begin again and again. */
const pieces = [
  'a',
  ' ',
  '.',
  '!',
  '\n',
  '"',
  "'",
  '1) ',
  'gas smell ',
  'smoke ',
  'fire ',
  'pothole and ',
  'thanks ',
  'thank you for ',
  'someone is ',
  'the man is on the ground and ',
  'power line ',
  'kill ',
  'stop ',
  'huele a gas ',
  'dife ',
  'fogo ',
  'cháy ',
  'не ',
  'газ ',
  'نار ',
  'غاز ',
  '着火',
  '有人',
  'x@y.',
  'http://a',
  '😀',
  '👍🏽',
  '\ud800',
  '\udc00',
  '\u200b',
  '\u200f',
  '\u202e',
  '٠',
  'e\u0301',
]

describe('every reading of a text', () => {
  it('is total on any string, lone surrogates and controls among them', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), readAll))
  })
  it('is total on rule words in any order, with emoji, zero-width and right-to-left marks', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (parts) =>
        readAll(parts.join('')),
      ),
    )
  })
  it.each(pieces)('comes to an end on 32,000 characters of %j', (piece) => {
    readAll(piece.repeat(Math.ceil(32_000 / piece.length)).slice(0, 32_000))
  })
})

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? sources(join(folder, entry.name))
      : entry.name.endsWith('.ts')
        ? [join(folder, entry.name)]
        : [],
  )
}

describe('the rules', () => {
  const root = new URL('../../classifiers', import.meta.url).pathname
  const files = ['safety', 'language', 'intent', 'problems'].flatMap((name) => sources(join(root, name)))

  it('repeat no group without bound that itself ends in an unbounded repeat', () => {
    // `(…+)+`, `(…*)*`, `(…+)*`: the shapes whose time grows exponentially.
    const nested = /[^\\](?:\*|\+)\)(?:\*|\+|\{\d+,\})/
    const found = files.flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => !/^\s*(?:\*|\/\/)/.test(line) && nested.test(line))
        .map((line) => `${file.slice(root.length)}: ${line.trim().slice(0, 120)}`),
    )
    expect(found).toEqual([])
  })
  it('never put two unbounded wildcards in one phrase', () => {
    const wild = /(?<!\\)\.[*+](?!\?\))/g
    const found = files.flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => !/^\s*(?:\*|\/\/)/.test(line) && [...line.matchAll(wild)].length > 2)
        .map((line) => `${file.slice(root.length)}: ${line.trim().slice(0, 120)}`),
    )
    expect(found).toEqual([])
  })
  it('export nothing named "then", which would make their module look like a promise', () => {
    for (const file of files)
      expect(readFileSync(file, 'utf8')).not.toMatch(/export (?:function|const) then\b/)
  })
})
