import { describe, expect, it } from 'vitest'
import { bostonReplies } from '../../src/app/city.ts'
import { questionIn, questionsIn } from '../../src/city/boston/questions/index.ts'
import { serviceByCode, services } from '../../src/city/boston/services/index.ts'
import type { Detail } from '../../src/core/catalogue.ts'
import { type Language, languages } from '../../src/core/understanding.ts'

const others = languages.filter((language) => language !== 'en')
const questions = services.flatMap((service) =>
  service.details.map((detail) => ({ path: `${service.code}.${detail.code}`, service, detail })),
)
/** Every English text with what stands for it in a language. */
const pairs = (language: (typeof languages)[number]) =>
  questions.flatMap(({ path, service, detail }) => {
    const asked = questionIn(language, service.code, detail.code)
    if (asked === null) throw new Error(`${language}: ${path} is not asked`)
    return [
      { path, english: detail.question, own: asked.question },
      ...detail.values.map(({ key, name }) => ({
        path: `${path}.${key}`,
        english: name,
        own: asked.values.find((value) => value.key === key)?.name ?? '',
      })),
    ]
  })

/** The reply that asks it, with the room of two text messages. */
const gsm = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà]*$/u
const say = (language: Language, code: string, { code: detail, question }: Detail): string =>
  bostonReplies(
    { speech: { say: 'ask-detail', code, detail, question }, language, notices: [], evenIfOptedOut: false },
    new Map(),
    { fits: (text) => text.length <= (gsm.test(text) ? 306 : 134), public: false },
  )

/** Words that are the same in both languages. */
const sameWord: Readonly<Partial<Record<(typeof languages)[number], readonly string[]>>> = {
  es: ['No', 'Gas'],
  fr: ['Public'],
}

describe('the questions of services', () => {
  it('are as many as the catalogue has', () => {
    expect(questions).toHaveLength(111)
  })

  it('are the catalogue itself in English', () => {
    for (const { english, own, path } of pairs('en')) expect(own, path).toBe(english)
  })

  it.each(others)('%s: each is asked, with every answer under its key and in its order', (language) => {
    for (const { path, service, detail } of questions) {
      const asked = questionIn(language, service.code, detail.code)
      expect(asked?.question.trim(), path).toMatch(/\S/)
      expect(
        asked?.values.map(({ key }) => key),
        path,
      ).toEqual(detail.values.map(({ key }) => key))
    }
  })

  it.each(others)('%s: holds nothing that the catalogue does not ask', (language) => {
    const asked: Readonly<Record<string, Readonly<Record<string, unknown>>>> = questionsIn[language].asked
    for (const [code, details] of Object.entries(asked)) {
      const known = serviceByCode(code)?.details.map((detail) => detail.code) ?? []
      expect(Object.keys(details).toSorted(), code).toEqual(known.toSorted())
    }
  })

  it.each(others)('%s: is translated, but for words that both languages have', (language) => {
    const same = pairs(language).filter(({ english, own }) => own.toLowerCase() === english.toLowerCase())
    expect(same.filter(({ own }) => !sameWord[language]?.includes(own))).toEqual([])
  })

  it.each(others)('%s: answers to one question differ from each other', (language) => {
    for (const { path, service, detail } of questions) {
      const names = questionIn(language, service.code, detail.code)?.values.map(({ name }) => name) ?? []
      expect(new Set(names).size, `${path}: ${names.join(', ')}`).toBe(names.length)
    }
  })

  it.each(others)('%s: is clean text, a question where English asks one, and short', (language) => {
    for (const { path, english, own } of pairs(language)) {
      expect(own.trim(), path).toBe(own)
      expect(own.isWellFormed(), path).toBe(true)
      expect(own, path).not.toMatch(/[<>{}%!！\u200E\u200F\u202A-\u202E\u2066-\u2069]|undefined/u)
      expect(own, path).not.toMatch(/[\u0660-\u0669\u06F0-\u06F9]/u)
      if (english.includes('?')) expect(own, path).toMatch(/[?？؟]/u)
      else expect(own, path).not.toMatch(/[?？؟]/u)
      expect(own.length, path).toBeLessThanOrEqual(english.includes('?') ? 130 : 36)
    }
  })

  it.each([
    ['ar', /\p{Script=Arabic}/u, /\p{Script=Latin}/u],
    ['ru', /\p{Script=Cyrillic}/u, /\p{Script=Latin}/u],
    ['zh-Hant', /\p{Script=Han}/u, /\p{Script=Latin}/u],
    ['zh-Hans', /\p{Script=Han}/u, /\p{Script=Latin}/u],
  ] as const)('%s: is in its own letters', (language, letters, foreign) => {
    for (const { path, own } of pairs(language)) {
      expect(own, path).toMatch(letters)
      expect(own, path).not.toMatch(foreign)
    }
  })

  it('Arabic asks with its own question mark and comma', () => {
    for (const { path, own } of pairs('ar')) expect(own, path).not.toMatch(/[?,;]/)
  })

  it('traditional and simplified Chinese are not written in each other’s characters', () => {
    const traditional = /[這嗎從還會號車樹電燈壞擋關碼類說請個間]/u
    const simplified = /[这吗从还会号车树电灯坏挡关码类说请个间]/u
    for (const { path, own } of pairs('zh-Hans')) expect(own, path).not.toMatch(traditional)
    for (const { path, own } of pairs('zh-Hant')) expect(own, path).not.toMatch(simplified)
  })

  it.each(languages)('%s: fits two text messages with all its answers, if it has to be asked', (language) => {
    for (const { path, service, detail } of questions) {
      const asked = questionIn(language, service.code, detail.code)
      const text = say(language, service.code, detail)
      for (const part of [asked?.question ?? '', ...(asked?.values.map(({ name }) => name) ?? [])])
        expect(text, path).toContain(part)
    }
  })

  it('Haitian Creole is written without apostrophes and hyphens', () => {
    for (const { path, own } of pairs('ht')) expect(own, path).not.toMatch(/['’-]/)
  })

  it('knows no question of a service that is not there', () => {
    expect(questionIn('es', 'no-such-service', 'size')).toBeNull()
    expect(questionIn('es', 'pothole', 'wheel')).toBeNull()
    expect(questionIn('es', 'constructor', 'name')).toBeNull()
  })

  it('a table that lacks a question or an answer, or has one too many, does not compile', () => {
    const { material } = questionsIn.es.asked['missed-pickup']
    const [question, { bulk: _, ...answers }] = material
    // @ts-expect-error the answer `bulk` is missing
    const lacksAnswer: typeof material = [question, answers]
    // @ts-expect-error the question `size` is missing
    const lacksQuestion: (typeof questionsIn.es.asked)['pothole'] = { lane: '' }
    // @ts-expect-error the catalogue asks no `wheel`
    const hasMore: (typeof questionsIn.es.asked)['pothole'] = { lane: '', size: '', wheel: '' }
    // @ts-expect-error all services but one are missing
    const lacksServices: typeof questionsIn.es.asked = { pothole: { lane: '', size: '' } }
    expect([lacksAnswer, lacksQuestion, hasMore, lacksServices]).toHaveLength(4)
  })
})
