import { describe, expect, it } from 'vitest'
import { bostonPages } from '../../src/app/city.ts'
import { pageWordsIn } from '../../src/city/boston/pages/index.ts'
import { services } from '../../src/city/boston/services/index.ts'
import type { PageWords } from '../../src/core/pages.ts'
import type { Said } from '../../src/core/ports.ts'
import type { RequestFacts, Speech } from '../../src/core/reply.ts'
import { type Language, languages } from '../../src/core/understanding.ts'

const others = languages.filter((language) => language !== 'en')
/** Every sentence with what it is called; those with a gap have a word in it. */
const sentencesOf = (words: PageWords): readonly (readonly [string, string])[] =>
  Object.entries(words).flatMap(([name, value]) => {
    if (name === 'wordsBy' || name === 'direction') return []
    return [[name, typeof value === 'function' ? (value as (gap: string) => string)('⟨gap⟩') : String(value)]]
  })

describe('the words of the pages', () => {
  it.each(languages)('%s: nothing is missing, and gaps are kept', (language) => {
    for (const [name, text] of sentencesOf(pageWordsIn[language])) {
      expect(text.trim(), name).toBe(text)
      expect(text, name).not.toBe('')
      const [, english = ''] = sentencesOf(pageWordsIn.en).find(([other]) => other === name) ?? []
      expect(text.includes('⟨gap⟩'), name).toBe(english.includes('⟨gap⟩'))
      expect(text, `${name} has room for one line of the script`).not.toMatch(/[%{}]|undefined/)
      expect(text.isWellFormed(), name).toBe(true)
    }
  })
  it.each(others)('%s: it is translated, but for names and what is the same', (language) => {
    const same = sentencesOf(pageWordsIn[language]).filter(
      ([name, text]) => text === sentencesOf(pageWordsIn.en).find(([other]) => other === name)?.[1],
    )
    // "Photos", "Service" and "No" are words of several languages.
    expect(same.length, JSON.stringify(same)).toBeLessThanOrEqual(6)
    expect(
      same.every(([, text]) => text.length <= 12),
      JSON.stringify(same),
    ).toBe(true)
  })
  it.each([
    ['ar', /\p{Script=Arabic}/u],
    ['ru', /\p{Script=Cyrillic}/u],
    ['zh-Hant', /\p{Script=Han}/u],
    ['zh-Hans', /\p{Script=Han}/u],
  ] as const)('%s: is in its own letters', (language, letters) => {
    for (const [name, text] of sentencesOf(pageWordsIn[language]))
      if (name !== 'site') expect(text, name).toMatch(letters)
  })
  it('Arabic alone runs from right to left', () => {
    expect(languages.filter((language) => pageWordsIn[language].direction === 'rtl')).toEqual(['ar'])
  })
  it('every language calls itself something, once', () => {
    expect(bostonPages.languages.map(({ code }) => code).toSorted()).toEqual([...languages].toSorted())
    expect(new Set(bostonPages.languages.map(({ name }) => name)).size).toBe(languages.length)
  })
  it('English is plain: short sentences of short words', () => {
    for (const [name, text] of sentencesOf(pageWordsIn.en))
      for (const sentence of text.split(/(?<=[.?!…])\s/)) {
        const words = sentence.split(/\s+/)
        expect(words.length, `${name}: ${sentence}`).toBeLessThanOrEqual(20)
        const long = words.filter((word) => word.replace(/\W/g, '').length > 11)
        expect(long, `${name}: ${sentence}`).toEqual([])
      }
  })
})

describe('what a turn said, on a page', () => {
  const place = {
    kind: 'address',
    address: '45 Elm St',
    neighborhood: 'Charlestown',
    zip: null,
    lat: 42.37,
    lon: -71.06,
    accuracyM: 20,
  } as const
  const facts: RequestFacts = {
    id: 'req_00000001',
    reference: 'BOS-7K3M-Q2XA',
    caseNumber: null,
    state: 'filing',
    code: 'pothole',
    place,
    statusNotes: null,
    requestedAt: '2026-11-20T12:00:00Z',
    expectedAt: '2026-11-23T22:00:00Z',
  }
  const said = (language: Language, speech: Speech, about: readonly RequestFacts[] = []): Said => ({
    reply: { speech, language, notices: [], evenIfOptedOut: false },
    facts: new Map(about.map((one) => [one.id, one])),
    text: 'Text NO. Reply with the number.',
  })
  const reviewed = { ...facts, state: 'review', expectedAt: null } as const

  it.each(languages)(
    '%s: what was filed has its number, service, place and aim, and no word of texting',
    (language) => {
      const told = bostonPages.told([said(language, { say: 'filed', requestIds: [facts.id] }, [facts])])
      expect(told.cards).toMatchObject([
        { reference: 'BOS-7K3M-Q2XA', where: '45 Elm St, Charlestown', isFiled: true },
      ])
      expect(told.cards[0]?.target).toMatch(/\d/)
      expect(JSON.stringify(told)).not.toMatch(/Reply with|Text NO/)
    },
  )
  it.each(languages)('%s: questions are steps, with what can be chosen', (language) => {
    const steps = [
      { say: 'confirm', code: 'pothole', place },
      { say: 'choose-category', codes: ['pothole', 'street-light-out'] },
      { say: 'choose-place', street: 'Elm St', places: [place, { ...place, neighborhood: 'Hyde Park' }] },
      { say: 'ask-number', street: 'Elm St', code: 'pothole' },
      { say: 'ask-location', code: 'pothole' },
      { say: 'ask-both', hasPhoto: false },
      { say: 'outside-city', town: 'Quincy', phone: null },
    ] as const
    const told = steps.map((speech) => bostonPages.told([said(language, speech as unknown as Speech)]))
    expect(told.map(({ next }) => next?.as)).toEqual([
      'yes-no',
      'choice',
      'choice',
      'place',
      'place',
      'words',
      'place',
    ])
    expect(told.map(({ next }) => next?.choices.length)).toEqual([0, 2, 2, 0, 0, 0, 0])
    for (const one of told) expect(one.next?.question).not.toMatch(/Reply|Text NO|YES|undefined|^$/)
  })
  it('danger comes first and alone, and a crisis has no number', () => {
    const told = bostonPages.told([said('en', { say: 'emergency' }, [reviewed])])
    expect(told.danger).toBe('Text NO. Reply with the number.')
    expect(told.cards).toMatchObject([{ isFiled: false, target: null }])
    expect(bostonPages.told([said('en', { say: 'crisis' }, [reviewed])]).cards).toEqual([])
  })
  it('a notice for an app is danger, what is so, and the aim', () => {
    expect(bostonPages.notice([said('en', { say: 'filed', requestIds: [facts.id] }, [facts])])).toMatch(
      /^Target: 1 business day/,
    )
    const both = [said('en', { say: 'emergency' }, [reviewed])]
    expect(bostonPages.notice(both)).toMatch(/^Text NO\. Reply with the number\. A person at 311/)
  })
  it('every service has a name in every language', () => {
    for (const language of languages)
      for (const { code } of services) expect(bostonPages.serviceName(language, code), code).toMatch(/\S/)
    expect(bostonPages.serviceName('es', 'no-such-thing')).toBeNull()
  })
})
