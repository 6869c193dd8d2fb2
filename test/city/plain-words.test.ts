import { describe, expect, it } from 'vitest'
import { answering, sentences, wordFindings } from '../../src/app/house/words.ts'
import { answers } from '../../src/city/boston/answers/index.ts'
import { pageWordsIn } from '../../src/city/boston/pages/index.ts'
import { questionsIn } from '../../src/city/boston/questions/index.ts'
import { bostonReplies, phrasesIn } from '../../src/city/boston/replies/index.ts'
import type { Phrases } from '../../src/city/boston/replies/phrases.ts'
import { dayOf } from '../../src/city/boston/replies/words.ts'
import { serviceNamesIn } from '../../src/city/boston/service-names/index.ts'
import { services } from '../../src/city/boston/services/index.ts'
import { Reply, type RequestFacts, type Speech } from '../../src/core/reply.ts'
import { type RequestId, reviewReasons } from '../../src/core/request.ts'
import { languages } from '../../src/core/understanding.ts'

const city = {
  pages: pageWordsIn,
  questions: questionsIn,
  services,
  tables: phrasesIn,
  names: serviceNamesIn,
  codes: services.map(({ code }) => code),
}
const id: RequestId = 'req_00000001'
const facts: RequestFacts = {
  id,
  reference: 'BOS-7K3M-Q2XA',
  caseNumber: null,
  state: 'filed',
  code: 'pothole',
  place: {
    kind: 'address',
    address: '45 Elm St',
    neighborhood: 'Jamaica Plain',
    zip: '02130',
    lat: 42.31,
    lon: -71.11,
    accuracyM: 20,
  },
  statusNotes: 'We filled it.',
  requestedAt: '2026-11-20T19:00:00.000Z',
  expectedAt: '2026-11-23T13:30:00.000Z',
}
const render = bostonReplies({ services, answers })
const say = (speech: Speech, language: (typeof languages)[number] = 'en') =>
  render(Reply.parse({ speech, language, notices: [], evenIfOptedOut: false }), new Map([[id, facts]]), {
    fits: () => true,
    public: false,
  })

/** Without a vowel at its end that is not heard, each group of vowels is a syllable. */
function syllables(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '')
  const heard = letters.replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$/, (end) => end.charAt(0))
  return Math.max(1, heard.match(/[aeiouy]{1,2}/g)?.length ?? 1)
}
const wordsOf = (text: string) => text.split(/[\s/]+/).filter((word) => /[a-z0-9]/i.test(word))
const sentencesOf = (text: string) =>
  text.split(/(?<=[.!?:;])\s+|\n/).filter((sentence) => wordsOf(sentence).length > 0)

/** Kincaid et al. 1975: 0.39 words a sentence and 11.8 syllables a word, less 15.59. */
function grade(text: string): number {
  const all = wordsOf(text)
  const spoken = all.reduce((sum, word) => sum + syllables(word), 0)
  return 0.39 * (all.length / sentencesOf(text).length) + 11.8 * (spoken / all.length) - 15.59
}

/** Every English sentence, filled. A formula of averages says nothing of two words. */
const english = [...sentences(phrasesIn.en), ...sentences(pageWordsIn.en, 'pages')].map(({ path, text }) => ({
  path,
  text: text.replace(/\uE000\d\uE001/gu, 'Elm St'),
}))

describe('what Boston says in English', () => {
  it('is counted as the formula says', () => {
    expect(syllables('neighborhood')).toBe(3)
    expect(syllables('called')).toBe(1)
    expect(syllables('emergency')).toBe(4)
    // 6 words, 1 sentence, 6 syllables.
    expect(grade('The cat sat on the mat.')).toBeCloseTo(0.39 * 6 + 11.8 - 15.59)
    expect(
      grade(
        'Residents experiencing infrastructural deterioration are encouraged to communicate particulars.',
      ),
    ).toBeGreaterThan(15)
  })

  it('can be read after six years of school, sentence by sentence', () => {
    const hard = english
      .filter(({ text }) => wordsOf(text).length >= 4)
      .map(({ path, text }) => ({ path, text, grade: Math.round(grade(text) * 10) / 10 }))
      .filter((sentence) => sentence.grade > 6)
    expect(hard).toEqual([])
  })

  it('can be read after six years of school, reply by reply', () => {
    const replies: readonly Speech[] = [
      { say: 'emergency' },
      { say: 'crisis' },
      { say: 'filed', requestIds: [id] },
      { say: 'confirm', code: 'pothole', place: facts.place },
      { say: 'ask-category', hasPhoto: true, place: facts.place },
      { say: 'choose-category', codes: ['pothole', 'litter'] },
      { say: 'ask-location', code: 'pothole' },
      { say: 'ask-both', hasPhoto: true },
      { say: 'ask-number', street: 'Elm St', code: 'pothole' },
      ...reviewReasons.map((reason) => ({ say: 'in-review', requestId: id, reason }) as const),
      { say: 'corrected', requestId: id },
      { say: 'ask-correction', requestId: id },
      { say: 'added', requestId: id },
      { say: 'cancelled', requestId: id },
      { say: 'cancelled', requestId: null },
      { say: 'nothing-to-cancel' },
      { say: 'status', requestIds: [id] },
      { say: 'status-unknown', reference: 'BOS-7K3M-Q2XA' },
      { say: 'status-none' },
      { say: 'agent-called', requestId: id },
      { say: 'not-fixed', requestId: id },
      { say: 'question-kept', requestId: id },
      { say: 'comment-kept', requestId: id },
      { say: 'outside-city', town: 'Quincy', phone: '617-376-1000' },
      { say: 'welcome' },
      { say: 'help' },
      { say: 'not-understood' },
      { say: 'opted-out' },
      { say: 'opted-in' },
      { say: 'decided', requestId: id },
      { say: 'refused', requestId: id, note: 'It is on private land.' },
      { say: 'answered', requestId: id, note: 'It is on private land.' },
      { say: 'closed', requestId: id },
      { say: 'news', requestId: id },
      { say: 'updates', items: [{ requestId: id, note: null }] },
      { say: 'code-sent', half: '5831' },
      { say: 'code', half: '9027' },
      { say: 'code-wrong' },
      { say: 'linked' },
      { say: 'unlinked' },
      { say: 'news-asked', by: 'sms', code: '482913' },
      { say: 'news-asked', by: 'email', code: '482913' },
      { say: 'news-known' },
      { say: 'news-offered' },
      { say: 'news-code-wrong' },
      { say: 'news-here', requestIds: [id] },
    ]
    const hard = replies
      .map((speech) => ({ say: speech.say, text: say(speech) }))
      .map((reply) => ({ ...reply, grade: Math.round(grade(reply.text) * 10) / 10 }))
      .filter((reply) => reply.grade > 6)
    expect(hard).toEqual([])
  })

  it('has no sentence of more than twenty words', () => {
    const long = english.flatMap(({ text }) => sentencesOf(text)).filter((s) => wordsOf(s).length > 20)
    expect(long).toEqual([])
  })

  it('blames nobody and uses no office words', () => {
    const blame =
      /\byou (?:failed|forgot|must|have to|need to|should|didn't|did not|never)\b|\b(?:invalid|incorrect|illegal|error|failure|denied|rejected|unfortunately|kindly|utilize|pursuant|hereby|inquiry|submitted)\b/i
    expect(english.filter(({ text }) => blame.test(text))).toEqual([])
  })

  it('says please and sorry once at most in a sentence, and seldom', () => {
    const polite = english.filter(({ text }) => /\b(?:please|sorry)\b/i.test(text))
    for (const { text } of polite) expect(text.match(/\b(?:please|sorry)\b/gi)).toHaveLength(1)
    expect(polite.length / english.length).toBeLessThan(0.12)
  })

  it('shouts no words but keywords', () => {
    const keywords = new Set(
      'STOP START HELP STATUS AGENT YES NO NOT FIXED CANCEL LINK UNLINK OK BOS BOS-1234-5678'.split(' '),
    )
    const capitals = english.flatMap(({ text }) => text.match(/\b[A-Z][A-Z-]+[A-Z0-9-]*\b/g) ?? [])
    expect(capitals.filter((word) => !keywords.has(word))).toEqual([])
  })
})

/** How a language asks for something; Chinese says 请 with every request and is left out. */
const please: Readonly<Partial<Record<(typeof languages)[number], RegExp>>> = {
  es: /por favor/giu,
  ht: /tanpri|souple/giu,
  vi: /vui lòng|làm ơn/giu,
  kea: /pur favor/giu,
  ru: /пожалуйста/giu,
  ar: /من فضلك/gu,
  pt: /por favor/giu,
  fr: /s['’]il vous pla[iî]t|veuillez/giu,
  so: /fadlan/giu,
}
describe.each(languages)('the words in %s', (language) => {
  const own = sentences(phrasesIn[language])
  it('say please once at most in a sentence, and seldom', () => {
    const word = please[language]
    if (word === undefined) return
    const polite = own.filter(({ text }) => text.search(word) !== -1)
    for (const { text } of polite) expect(text.match(word)).toHaveLength(1)
    expect(polite.length / own.length).toBeLessThan(0.12)
  })

  it('are their own: not those of a language that is like it', () => {
    const like = { kea: 'pt', ht: 'fr', 'zh-Hans': 'en' } as const
    const other = language in like ? like[language as keyof typeof like] : language === 'en' ? 'es' : 'en'
    const theirs = new Map(sentences(phrasesIn[other]).map(({ path, text }) => [path, text]))
    const words = own.filter(({ text }) => (text.match(/\p{L}{2,}/gu)?.length ?? 0) >= 3)
    expect(words.filter(({ path, text }) => theirs.get(path) === text)).toEqual([])
  })

  it('say what is in English only, where it is', () => {
    const question = 'Which wheel is flat?'
    const asked = say({ say: 'ask-detail', code: 'pothole', detail: 'wheel', question }, language)
    expect(asked).toContain(question)
    expect(asked.includes(phrasesIn[language].inEnglish)).toBe(language !== 'en')
    const only = answers.find((answer) => answer.says.en !== undefined && answer.says[language] === undefined)
    if (only === undefined) return
    expect(say({ say: 'answer', answer: only.id }, language)).toContain(phrasesIn[language].inEnglish)
  })

  it('have no mark of direction but around what runs the other way', () => {
    const texts = [...own.map(({ text }) => text), say({ say: 'filed', requestIds: [id] }, language)]
    for (const text of texts) {
      expect(text).not.toMatch(/[\u200E\u200F\u202A-\u202E\u2066\u2067]/u)
      expect(text.match(/\u2068/g)?.length ?? 0).toBe(text.match(/\u2069/g)?.length ?? 0)
      if (language !== 'ar') expect(text).not.toContain('\u2068')
    }
  })

  it('give a day in Boston, without a space that would cost a text its alphabet', () => {
    // Ten at night in Boston is the next day in UTC.
    const day = dayOf(language, '2026-11-24T03:00:00.000Z', facts.requestedAt)
    expect(day).toMatch(/\b23\b|23日|23(?=\D|$)/u)
    expect(day).not.toMatch(/[\u00A0\u202F\u0660-\u0669]/u)
  })
})

it('dates are written as each language does', () => {
  const on = '2026-11-23T13:30:00.000Z'
  const days = Object.fromEntries(languages.map((l) => [l, dayOf(l, on, facts.requestedAt)]))
  expect(days).toMatchObject({
    en: 'Mon, Nov 23',
    es: 'lun, 23 de nov',
    'zh-Hans': '11月23日周一',
    fr: 'lun. 23 nov.',
  })
})

describe('in Arabic', () => {
  it('every number, address and note of others stands between isolates', () => {
    const all: readonly Speech[] = [
      { say: 'filed', requestIds: [id] },
      { say: 'closed', requestId: id },
      { say: 'status', requestIds: [id] },
      { say: 'answered', requestId: id, note: 'It is on private land.' },
      { say: 'refused', requestId: id, note: 'It is on private land.' },
      { say: 'updates', items: [{ requestId: id, note: 'It is on private land.' }] },
      { say: 'outside-city', town: 'Brookline', phone: '(617) 730-2000' },
    ]
    for (const speech of all) {
      const text = say(speech, 'ar')
      const outside = text.replace(/\u2068[^\u2069]*\u2069/gu, '')
      expect(outside, text).not.toMatch(/BOS-|Elm|\d{3}-\d{4}|filled|private land|Brookline/)
    }
  })
})

it('who answers for the words is told for pages and questions too, where it is somebody else', () => {
  const read = { wordsBy: { by: 'person', office: 'the language office', on: '2026-12-01' } } as const
  const draft = { wordsBy: { by: 'machine' } } as const
  const by = answering(
    { en: draft, es: read, ht: read },
    { pages: { es: draft, ht: read }, questions: { es: draft } },
  )
  expect(Object.fromEntries(by)).toEqual({
    'a machine; no person has read them': ['en', 'es (pages)', 'es (questions)'],
    'the language office, 2026-12-01': ['es', 'ht'],
  })
})

describe('the check of the words', () => {
  it('finds an answer without a translation', () => {
    const es = { ...questionsIn.es, asked: { ...questionsIn.es.asked, pothole: { lane: '', size: 'x' } } }
    expect(wordFindings({ ...city, questions: { ...questionsIn, es } })).toEqual([
      'es, questions: pothole.lane is empty',
    ])
  })

  it('finds nothing', () => {
    expect(wordFindings(city)).toEqual([])
  })

  it('finds a sentence that is not there, is empty, lacks a fact or a number, or shouts', () => {
    const bent = (change: Partial<Phrases>) =>
      wordFindings({ ...city, tables: { ...phrasesIn, es: { ...phrasesIn.es, ...change } } })
    const { thanks: _, ...without } = phrasesIn.es
    expect(wordFindings({ ...city, tables: { ...phrasesIn, es: without as Phrases } })).toEqual([
      'es: thanks is missing',
    ])
    expect(bent({ thanks: ' ' })).toEqual(['es: thanks is empty'])
    expect(bent({ corrected: () => 'Cambiado.' })).toEqual(['es: corrected has other facts in it'])
    expect(bent({ outsideCall: () => 'Llame.' })).toEqual(['es: outsideCall has other facts in it'])
    expect(bent({ emergency: 'Llame al 119 ahora. El 311 no puede.' })).toEqual([
      'es: emergency names other numbers or keywords',
    ])
    expect(bent({ optedOut: ['Ya no.', 'Ya no.'] })).toEqual([
      'es: optedOut.0 names other numbers or keywords',
    ])
    expect(bent({ thanks: '¡Gracias!' })).toEqual(['es: thanks shouts'])
  })

  it('finds a service without a name, and a name without a service', () => {
    const { pothole: _, ...names } = serviceNamesIn.es
    const es = { ...names, 'no-such-service': 'Nada' }
    expect(wordFindings({ ...city, names: { ...serviceNamesIn, es } })).toEqual([
      'es: the service pothole has no name',
      'es: no service is called no-such-service',
    ])
  })
})
