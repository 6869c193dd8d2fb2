import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safetyClassifier } from '../../classifiers/safety/index.ts'
import { loadDangerModel } from '../../classifiers/safety/model.ts'
import { safetyRules } from '../../classifiers/safety/rules.ts'
import { bostonPolicy } from '../../src/app/city.ts'
import { languages } from '../../src/core/understanding.ts'
import { cases, misses } from './tables.ts'

const classify = safetyClassifier()
const safetyOf = (text: string) => classify(text, {}).value

describe('safety classifier', () => {
  const rows = cases('safety')
  const half = (wanted: string) => rows.filter((row) => row.half === wanted)
  const isDanger = ({ label }: { readonly label: string }) => label !== 'none'
  const alarms = (some: readonly { readonly text: string }[]) =>
    some.filter(({ text }) => safetyOf(text) !== 'none').length

  it('has dangers of every kind in every language and twice as many texts that only sound like one', () => {
    const dangers = rows.filter(isDanger)
    expect(dangers.length).toBeGreaterThanOrEqual(300)
    expect(rows.length - dangers.length).toBeGreaterThanOrEqual(600)
    const kinds = new Set(dangers.map(({ kind }) => kind).filter((kind) => !/earlier|tuned/.test(kind)))
    expect(kinds.size).toBe(13)
    for (const language of languages) {
      const here = dangers.filter((row) => row.language === language)
      expect(here.length, language).toBeGreaterThanOrEqual(18)
      for (const kind of kinds)
        expect(
          here.some((row) => row.kind === kind),
          `${language} ${kind}`,
        ).toBe(true)
    }
  })
  it('misses at most 1 of 100 dangers that the rules were written to', () => {
    const dangers = half('first').filter(isDanger)
    const missed = dangers.filter(({ text }) => safetyOf(text) === 'none').map(({ text }) => text)
    expect(missed.length / dangers.length, missed.join('\n')).toBeLessThanOrEqual(0.01)
  })
  it('raises a false alarm on at most 1 of 100 harmless texts that the rules were written to', () => {
    const harmless = half('first').filter((row) => !isDanger(row))
    const wrong = misses(harmless, safetyOf)
    expect(wrong.length / harmless.length, wrong.join('\n')).toBeLessThanOrEqual(0.01)
  })
  // The texts of this half are counted, never shown.
  it('finds 98 of 100 English dangers and 95 of 100 in each other language on the other half', () => {
    for (const language of languages) {
      const here = half('second').filter((row) => row.language === language && isDanger(row))
      expect(alarms(here) / here.length, language).toBeGreaterThanOrEqual(language === 'en' ? 0.98 : 0.95)
    }
  })
  // Wanted are 2 of 100, and these are the hardest texts of three tables (docs/accuracy.md).
  it('raises a false alarm on at most 2 of 100 harmless texts of the other half', () => {
    const harmless = half('second').filter((row) => !isDanger(row))
    expect(alarms(harmless) / harmless.length).toBeLessThanOrEqual(0.02)
  })
  it.each([
    'he',
    'Uh, he just…',
    'the man',
    'There is',
    'my uncle is',
    'a couple of guys',
    'the lady next door',
    'hello can you hear me',
    'is this a person',
    'its happening again and again',
    'in front of my house',
    'un hombre',
    'unos niños',
    'yon moun',
    'yon vwazen',
    'um homem',
    'un homme',
    'deux hommes',
    'мужчина',
    'наши соседи',
    'رجل',
    '有人',
    'một người',
    'laba nin',
    'un ómi',
  ])('hears no danger where a sentence broke off: %s', (text) => {
    expect(classify(text, {}).value).toBe('none')
  })
  it.each([
    'man down',
    'he is not breathing',
    'she stopped breathing',
    'a man with a gun',
    'he just collapsed',
    'my brother is unconscious',
    'there is a fire',
    'un hombre con una pistola',
    'yon moun tonbe li pa respire',
    'um homem armado',
    'он не дышит',
    'رجل لا يتنفس',
    '有人昏倒了',
  ])('hears it in the same words with what happened: %s', (text) => {
    expect(classify(text, {}).value).not.toBe('none')
  })
  it.each([
    '¿dónde tiro baterías y focos?',
    'onde tiro a carteira de motorista',
    'como tiro a licença do meu cão?',
    '¿para un incendio llamo al 311 o al 911?',
    'is a gas smell 911 or 311',
    'do I call 311 or 911 for a gas leak',
    'where do I get free narcan',
    'do I need to report a car accident',
    'what happened at the fire on Dot Ave',
    'my landlord is evicting me, what are my rights',
  ])('is not alarmed by a question that names no danger at hand: %s', (text) => {
    expect(safetyOf(text)).toBe('none')
  })
  it.each([
    ['is a gas smell in my hallway 911 or 311?', 'emergency'],
    ['should i call 911, my husband is not breathing?', 'emergency'],
    ['who do I call, there is a wire sparking on the sidewalk', 'emergency'],
    ['where is the narcan, he is blue', 'crisis'],
    ["I have a gun and don't want to live", 'crisis'],
    ["how many of these sleeping pills till you don't wake up", 'crisis'],
  ])('is alarmed by a question that names one: %s', (text, wanted) => {
    expect(safetyOf(text)).toBe(wanted)
  })
  it('adds the second opinion of the model, with the words that made it sure', () => {
    const text = 'my roommate is gurgling and his fingers are blue'
    const { value, confidence, evidence } = classify(text, {})
    expect(safetyRules()(text, {}).value).toBe('none')
    expect(value).not.toBe('none')
    expect(confidence).toBeGreaterThan(bostonPolicy.emergencyAt)
    expect(evidence.map((span) => text.slice(...span)).join(' ')).toMatch(/blue|gurgling/)
  })
  it('finds the danger whatever the case, the accents and the surrounding words', () => {
    const frames = [
      (text: string) => text.toUpperCase(),
      (text: string) => `hello 311, ${text} please`,
      (text: string) => `${text}!!!`,
      (text: string) => text.normalize('NFD'),
    ]
    const positive = half('first').filter((row) => isDanger(row) && row.text.length > 6)
    for (const frame of frames) {
      const framed = positive.map(({ label, text }) => ({ label, text: frame(text) }))
      const wrong = misses(framed, safetyOf)
      expect(wrong.length / framed.length, wrong.join('\n')).toBeLessThanOrEqual(0.03)
    }
  })
  it.each([
    'the radiator in my bedroom hisses when the heat comes on',
    'the fire on our street was put out last week, the glass is still on the sidewalk',
    'los bomberos apagaron el incendio la semana pasada y quedaron vidrios en la calle',
  ])('leaves a report alone that has the words of danger: %s', (text) => {
    expect(safetyOf(text)).toBe('none')
  })
  it('never takes back an alarm of the rules on the plainest words', () => {
    const { header, ...figures } = loadDangerModel()
    const never = { alone: 1, seconded: 1 }
    const deaf = safetyClassifier({
      header: { ...header, thresholds: { english: never, kin: never, apart: never } },
      ...figures,
    })
    for (const [text, wanted] of [
      ['I smell gas', 'emergency'],
      ['i want to kill myself', 'crisis'],
      ['huele a gas en mi cocina', 'emergency'],
      ['我想自杀', 'crisis'],
      ['в подъезде пахнет газом', 'emergency'],
      ['mwen vle mouri', 'crisis'],
    ] as const)
      expect(deaf(text, {}).value, text).toBe(wanted)
    expect(deaf('big fight going on at the court', {}).value).toBe('none')
  })
  it('shows the words that decided', () => {
    const text = 'Hi, I smell gas at 12 Elm St'
    const [span] = classify(text, {}).evidence
    expect(span && text.slice(...span)).toBe('smell gas')
  })
  it('answers crisis before emergency, for 988 belongs in the reply', () => {
    expect(safetyOf('he has a knife and wants to kill himself')).toBe('crisis')
  })
  it('says none for empty text', () => {
    expect(classify('', {})).toMatchObject({ value: 'none', evidence: [] })
  })
  it('finds an emergency at the end of a very long text', () => {
    expect(safetyOf(`${'the street is dirty. '.repeat(400)} i smell gas`)).toBe('emergency')
  })
  it('never throws, and evidence lies within the text', () => {
    const word = fc.constantFrom(
      'gas',
      'smell',
      'fire',
      'hydrant',
      'shot',
      'kill',
      'myself',
      'cháy',
      'газ',
      '着火',
      'غاز',
      'not',
      'breathing',
      ',',
      "'",
      '\n',
      '🔥',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(word, { maxLength: 30 }).map((words) => words.join(' ')),
    )
    fc.assert(
      fc.property(text, (any) => {
        for (const [start, end] of classify(any, {}).evidence) {
          expect(start).toBeLessThanOrEqual(end)
          expect(end).toBeLessThanOrEqual(any.length)
        }
      }),
    )
  })
})
