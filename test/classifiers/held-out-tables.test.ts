/**
 * The form of the tables on which the classifiers are judged: every label exists, nothing stands twice,
 * and each service, trap and language has the number of texts that a figure of `docs/accuracy.md` counts on.
 * @module
 */
import { describe, expect, test } from 'vitest'
import { services } from '../../src/city/boston/services/index.ts'
import { languages } from '../../src/core/understanding.ts'
import { cells, independentSafetyTables, type Row, safetyTable, table, writtenProblems } from './tables.ts'

const codes: ReadonlySet<string> = new Set(services.map((s) => s.code))

/** The city publishes no text of these, so their own test must be the largest. */
const withoutText =
  `manhole-missing bridge-guardrail construction-complaint construction-debris news-box fire-hydrant bike-issue
  parking-lot yard-parking valet litter-basket-broken dumpster vacant-lot-trash recycling-cart recycling-sticker
  code-enforcement-pickup illegal-posting animal-domestic animal-wild rodents birds-pigeons food-safety air-pollution
  tree-new park-lights tree-in-park cemetery illegal-vending abandoned-building zoning-use blocked-sidewalk
  student-move-in aircraft-noise heat housing-conditions no-utilities bed-bugs pests-home carbon-monoxide
  short-term-rental weights-measures accessible-parking wires-down police-matter comment lost-item general`
    .trim()
    .split(/\s+/)

/** There is little text of these. */
const littleText =
  `storm-drain bulk-item encampment needle parking-meter mosquitoes noise snow-other graffiti dead-animal
  traffic-signal street-light-out street-light-damaged street-light-new street-lights-out-many tree-emergency
  park-equipment park-improvement illegal-dumping litter-basket-full gas-odor external-mbta external-massdot
  external-dcr external-usps human-waste`
    .trim()
    .split(/\s+/)

interface Request extends Row {
  readonly language: string
}

/** `code<TAB>language<TAB>text` */
const requests: readonly Request[] = table('services').map(({ label, text }) => {
  const at = text.indexOf('\t')
  return { label, language: text.slice(0, at), text: text.slice(at + 1) }
})
const traps = table('traps')
const texts = table('language-held-out')
const problems = table('problems-held-out')
const ours = writtenProblems()

/**
 * Danger and its look-alikes, written without sight of the classifier: it is judged on them, never tuned.
 * Wanted in English and in each other language: dangers, harmless texts, the least of each kind of danger.
 */
const dangerTables = [
  { name: 'safety-independent', english: [150, 150, 10], other: [20, 15, 1] },
  { name: 'safety-second', english: [120, 200, 5], other: [25, 35, 1] },
] as const
const dangersOf = Object.fromEntries(independentSafetyTables.map((name) => [name, safetyTable(name)]))

const count = (rows: readonly Row[]): ReadonlyMap<string, number> =>
  rows.reduce((sum, { label }) => sum.set(label, (sum.get(label) ?? 0) + 1), new Map<string, number>())

const plain = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
const twice = (rows: readonly Row[]): readonly string[] => {
  const seen = new Set<string>()
  return rows.filter(({ text }) => seen.size === seen.add(plain(text)).size).map(({ text }) => text)
}

describe('every table', () => {
  const all = {
    services: requests,
    traps,
    'language-held-out': texts,
    'problems-held-out': problems,
    'problems-written': ours,
    ...dangersOf,
  }

  test.each(Object.entries(all))('%s has one clean text a line', (_, rows) => {
    const unclean = rows.filter(
      ({ text }) =>
        text !== text.trim() ||
        text.length < 5 ||
        text !== text.normalize('NFC') ||
        /[\t\r\uFFFD]/u.test(text),
    )
    expect(unclean).toEqual([])
  })

  test('holds no text twice, nor one of another table', () => {
    expect(twice(Object.values(all).flat())).toEqual([])
  })

  test('holds no telephone number and no e-mail address', () => {
    const personal = /\d{3}[-. ]\d{4}|\d{7,}|\S@\S{1,60}\.\w/u
    expect(
      Object.values(all)
        .flat()
        .filter(({ text }) => personal.test(text)),
    ).toEqual([])
  })
})

describe('services.tsv', () => {
  test('names services and languages that exist', () => {
    expect(requests.filter(({ label }) => !codes.has(label))).toEqual([])
    expect(requests.filter(({ language }) => !(languages as readonly string[]).includes(language))).toEqual(
      [],
    )
  })

  test('has English texts for every service, most for those the city has least of', () => {
    const counts = count(requests.filter(({ language }) => language === 'en'))
    const wanted = new Map([...codes].map((code) => [code, 5]))
    for (const code of littleText) wanted.set(code, 10)
    for (const code of withoutText) wanted.set(code, 14)
    expect(Object.fromEntries(counts)).toEqual(Object.fromEntries(wanted))
  })

  test.each([
    ...(['es', 'ht', 'pt', 'zh-Hans', 'zh-Hant', 'vi'] as const).map((language) => [language, 60] as const),
    ...(['kea', 'ru', 'ar', 'fr', 'so'] as const).map((language) => [language, 30] as const),
  ])('has one text in %s for each of %i services', (language, wanted) => {
    const rows = requests.filter((row) => row.language === language)
    expect(rows).toHaveLength(wanted)
    expect(count(rows).size).toBe(wanted)
  })
})

describe('traps.tsv', () => {
  test('names services that exist, five texts a trap', () => {
    expect(traps.filter(({ label }) => !codes.has(label))).toEqual([])
    // Graffiti stands for three traps: private, public and utility property.
    expect([...count(traps)].filter(([code, n]) => n !== (code === 'graffiti' ? 15 : 5))).toEqual([])
    expect(traps.length).toBeGreaterThanOrEqual(110)
  })
})

/** Characters (code points) of a text. */
const chars = (text: string): number => [...text].length

describe('language-held-out.tsv', () => {
  test.each(languages)('has 50 short and 20 long texts in %s', (language) => {
    const lengths = texts.filter(({ label }) => label === language).map(({ text }) => chars(text))
    expect(lengths.filter((n) => n >= 15 && n <= 40)).toHaveLength(50)
    expect(lengths.filter((n) => n >= 60)).toHaveLength(20)
    expect(lengths).toHaveLength(70)
  })

  test('names no other language', () => {
    expect(texts.filter(({ label }) => !(languages as readonly string[]).includes(label))).toEqual([])
  })

  test.each([
    // A text that the other side's character set holds whole can't be told apart by a reader either.
    ['zh-Hans', 'big5'],
    ['zh-Hant', 'gb2312'],
  ] as const)('tells %s by its characters', (language, other) => {
    const foreign = charset(other)
    const chinese = [...texts, ...requests.map((r) => ({ label: r.language, text: r.text }))]
    expect(
      chinese.filter(({ label, text }) => label === language && [...text].every((c) => foreign.has(c))),
    ).toEqual([])
  })
})

/** Every character that a two-byte East Asian encoding can hold, and ASCII. */
function charset(encoding: 'big5' | 'gb2312'): ReadonlySet<string> {
  const decoder = new TextDecoder(encoding)
  const held = new Set(Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)))
  // GB 2312 proper: both bytes A1…FE. Big5 proper: A1…F9 and 40…7E, A1…FE.
  const [first, second] = encoding === 'big5' ? [0xf9, 0x40] : [0xf7, 0xa1]
  for (let lead = 0xa1; lead <= first; lead++)
    for (let trail = second; trail <= 0xfe; trail++) {
      const decoded = decoder.decode(Uint8Array.of(lead, trail))
      if ([...decoded].length === 1 && decoded !== '\uFFFD') held.add(decoded)
    }
  return held
}

describe('problems-held-out.tsv', () => {
  test('has 20 texts with one problem and 40 with two or three', () => {
    const counts = count(problems)
    expect([...counts.keys()].sort()).toEqual(['1', '2', '3'])
    expect(counts.get('1')).toBe(20)
    expect(problems).toHaveLength(60)
  })
})

describe('problems-written.tsv', () => {
  test('has 150 texts with several problems and 150 with one, in every language', () => {
    expect(ours.filter(({ label }) => label !== '1').length).toBeGreaterThanOrEqual(150)
    expect(ours.filter(({ label }) => label === '1').length).toBeGreaterThanOrEqual(150)
    expect(new Set(ours.map(({ language }) => language))).toEqual(new Set(languages))
  })
})

describe.each(dangerTables)('table $name', ({ name, english, other }) => {
  const dangers = safetyTable(name)
  const kinds = {
    emergency: 'gas wire fire co down violence weapon crash drowning missing collapse'.split(' '),
    crisis: ['selfharm', 'overdose'],
  }
  const labelled = new Map(Object.entries(kinds).flatMap(([label, all]) => all.map((kind) => [kind, label])))

  test('labels every kind of danger as one thing, and all else none', () => {
    // `other`: an open manhole, a sinkhole, a child locked in a hot car.
    const expected = (kind: string): string =>
      kind === 'other' || kind === 'manhole' ? 'emergency' : (labelled.get(kind) ?? 'none')
    expect(dangers.filter(({ kind, label }) => label !== expected(kind))).toEqual([])
    expect(dangers.filter(({ kind }) => !/^[a-z]{2,}(?:-[a-z]+){0,3}$/.test(kind))).toEqual([])
  })

  test('holds no text that the rules were written to', () => {
    const known = new Set(['safety', 'intent'].flatMap(cells).map(({ text = '' }) => plain(text)))
    expect(known.size).toBeGreaterThan(1000)
    expect(dangers.filter(({ text }) => known.has(plain(text)))).toEqual([])
  })

  test.each(languages)('has the counted number of texts in %s, of every kind of danger', (language) => {
    const rows = dangers.filter((row) => row.language === language)
    const [dangerous, harmless, ofEach] = language === 'en' ? english : other
    expect(rows.filter(({ label }) => label !== 'none')).toHaveLength(dangerous)
    expect(rows.filter(({ label }) => label === 'none')).toHaveLength(harmless)
    const counts = count(rows.map(({ kind, text }) => ({ label: kind, text })))
    expect([...labelled.keys()].filter((kind) => (counts.get(kind) ?? 0) < ofEach)).toEqual([])
  })

  test('names no other language', () => {
    expect(dangers.filter(({ language }) => !(languages as readonly string[]).includes(language))).toEqual([])
  })
})
