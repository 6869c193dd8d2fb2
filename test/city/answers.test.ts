import { describe, expect, it } from 'vitest'
import { fitsSms } from '../../channels/sms/segments.ts'
import { answers } from '../../src/city/boston/answers/index.ts'
import { unanswered } from '../../src/city/boston/answers/unanswered.ts'
import { bostonReplies } from '../../src/city/boston/replies/index.ts'
import { services } from '../../src/city/boston/services/index.ts'
import { Reply } from '../../src/core/reply.ts'
import { type Language, languages } from '../../src/core/understanding.ts'

const render = bostonReplies({ services, answers })
const said = (answer: string, language: Language): string =>
  render(
    Reply.parse({ speech: { say: 'answer', answer }, language, notices: [], evenIfOptedOut: false }),
    new Map(),
    { fits: fitsSms, public: false },
  )
const inAll = answers.flatMap(({ id, page, says }) =>
  languages.flatMap((language) => {
    const text = says[language]
    return text === undefined ? [] : [{ id, page, language, text }]
  }),
)
const ways = answers.flatMap(({ id, questions }) =>
  Object.values(questions).flatMap((list) => list.map((text) => ({ id, text }))),
)

/** Whose pages an answer may name. */
const hosts = new Set([
  'www.boston.gov',
  '311.boston.gov',
  'www.cityofboston.gov',
  'www.bostonpublicschools.org',
  'www.bpl.org',
  'www.bwsc.org',
  'www.masshelpline.com',
])
/** What is asked most: in every language that residents are answered in. */
const inEveryLanguage = [
  'trash-day',
  'trash-missed-rule',
  'resident-permit',
  'heat-rule',
  'reach-311',
  '911-or-311',
  'languages',
  'check-case',
]

describe('the answers of Boston', () => {
  it('are at least 60, each in English and Spanish', () => {
    expect(answers.length).toBeGreaterThanOrEqual(60)
    for (const { id, says } of answers) expect([says.en, says.es], id).not.toContain(undefined)
  })

  it('are in Haitian Creole, Portuguese, Chinese and Vietnamese for the 25 most asked', () => {
    const wanted: readonly Language[] = ['ht', 'pt', 'zh-Hans', 'zh-Hant', 'vi']
    const many = answers.filter(({ says }) => wanted.every((language) => says[language] !== undefined))
    expect(many.length).toBeGreaterThanOrEqual(25)
  })

  it.each(inEveryLanguage)('has %s in every language, with ways to ask it', (id) => {
    const answer = answers.find((one) => one.id === id)
    for (const language of languages) {
      expect(answer?.says[language], language).toBeDefined()
      expect(answer?.questions[language]?.length, language).toBeGreaterThanOrEqual(2)
    }
  })

  it('name a page of an official host, and a day that has been', () => {
    for (const { id, page, checkedOn } of answers) {
      expect(hosts, `${id}: ${page}`).toContain(new URL(page).host)
      expect(checkedOn >= '2026-11-20', id).toBe(true)
    }
  })

  it('fit two segments in every language, with their page', () => {
    for (const { id, language, page, text } of inAll) {
      const reply = said(id, language)
      expect(fitsSms(reply), `${id} ${language}: ${reply}`).toBe(true)
      expect(reply, id).toContain(text)
      expect(reply, `${id} ${language}`).toContain(page.replace(/^https:\/\/(?:www\.)?/u, ''))
    }
  })

  it('hold no name of a person, no mail address, no price and no typographic apostrophe', () => {
    for (const { id, text } of inAll) {
      expect(text, id).not.toMatch(/@|\$|click|’|\b(?:Wu|Walsh|Janey|Menino)\b/iu)
      expect(text, id).toBe(text.replace(/\s+/gu, ' ').trim())
    }
  })

  it('say of themselves that nobody has approved them yet', () => {
    expect(new Set(answers.map(({ approvedBy }) => approvedBy))).toEqual(new Set(['none']))
  })

  it('have six ways to ask in English and two in Spanish, none of which leads to two answers', () => {
    for (const { id, questions } of answers) {
      expect(questions.en?.length, id).toBeGreaterThanOrEqual(6)
      expect(questions.es?.length, id).toBeGreaterThanOrEqual(2)
    }
    const texts = ways.map(({ text }) => text.toLowerCase())
    expect(
      texts.filter(
        (text, at) => texts.indexOf(text) !== at && ways[texts.indexOf(text)]?.id !== ways[at]?.id,
      ),
    ).toEqual([])
    expect(unanswered.filter((text) => texts.includes(text.toLowerCase()))).toEqual([])
  })
})
