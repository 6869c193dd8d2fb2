import { expect, test } from 'vitest'
import { services } from '../../src/city/boston/services/index.ts'
import { loadUtterances, parseUtterances, type Utterance } from '../../src/city/boston/utterances/index.ts'
import type { Language } from '../../src/core/understanding.ts'

const all = loadUtterances()

/** At least `least` utterances per service in `languages` taken together. */
const wanted: readonly { readonly languages: readonly Language[]; readonly least: number }[] = [
  { languages: ['en'], least: 5 },
  { languages: ['es'], least: 5 },
  { languages: ['ht'], least: 5 },
  { languages: ['pt'], least: 5 },
  { languages: ['vi'], least: 5 },
  { languages: ['zh-Hans', 'zh-Hant'], least: 5 },
  { languages: ['kea'], least: 2 },
  { languages: ['ru'], least: 2 },
  { languages: ['ar'], least: 2 },
  { languages: ['fr'], least: 2 },
  { languages: ['so'], least: 2 },
]

/** Same letters and digits, whatever the case, accents and punctuation. */
const bare = ({ text }: Utterance): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()

test.each(wanted)('every service has $least utterances in $languages', ({ languages, least }) => {
  const counts = new Map(services.map(({ code }) => [code, 0]))
  for (const { code, language } of all) {
    if (languages.includes(language)) counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  expect([...counts].filter(([, count]) => count < least)).toEqual([])
})

test('no sentence stands twice in a language', () => {
  const seen = new Set<string>()
  const twice = all.filter((utterance) => {
    const key = `${utterance.language}\t${bare(utterance)}`
    return seen.size === seen.add(key).size
  })
  expect(twice).toEqual([])
})

test('a line that cannot be read is told with its file and number', () => {
  expect(() => parseUtterances('pothole\tes\tun hueco\npothole\tes', 'es/x.tsv')).toThrow('es/x.tsv:2')
  expect(() => parseUtterances('no-such-service\tes\tun hueco', 'es/x.tsv')).toThrow('unknown service')
  expect(() => parseUtterances('pothole\txx\tun hueco', 'es/x.tsv')).toThrow('unknown language')
})
