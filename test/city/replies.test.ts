import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { understandBoston } from '../../src/app/understanding.ts'
import { answers } from '../../src/city/boston/answers/index.ts'
import { contacts } from '../../src/city/boston/contacts.ts'
import { cutAtWord } from '../../src/city/boston/replies/compose.ts'
import { bostonReplies, phrasesIn } from '../../src/city/boston/replies/index.ts'
import { serviceName, serviceNamesIn } from '../../src/city/boston/service-names/index.ts'
import { services } from '../../src/city/boston/services/index.ts'
import { Notice, Reply, type RequestFacts, type Speech } from '../../src/core/reply.ts'
import { RequestId, reviewReasons } from '../../src/core/request.ts'
import { type Language, languages, type Place } from '../../src/core/understanding.ts'

const render = bostonReplies({ services, answers })

// GSM 03.38 as SMS counts it: characters outside the alphabet make the whole text UCS-2.
const gsm = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà^{}\\[~\]|€]*$/u
function segments(text: string): number {
  if (gsm.test(text)) {
    const units = text.length + (text.match(/[\^{}\\[~\]|€]/gu)?.length ?? 0)
    return units <= 160 ? 1 : Math.ceil(units / 153)
  }
  return text.length <= 70 ? 1 : Math.ceil(text.length / 67)
}
const twoSegments = (text: string) => segments(text) <= 2
const anyLength = () => true

const longAddress =
  'Commonwealth Avenue Outbound at the Reservoir Pumping Station Carriage Road & Chestnut Hill Avenue Reservation Path East'
const place = (address: string, more: Partial<Place> = {}): Place => ({
  kind: 'address',
  address,
  neighborhood: 'Jamaica Plain',
  zip: '02130',
  lat: 42.31,
  lon: -71.11,
  accuracyM: 20,
  ...more,
})
const elm = place('45 Elm St')
const long = place(longAddress, { kind: 'intersection', neighborhood: 'South Boston Waterfront' })
const longestNeighborhoods = [
  'South Boston Waterfront',
  'Leather District',
  'Jamaica Plain',
  'South Boston',
  'West Roxbury',
  'Mission Hill',
  'East Boston',
]

const ids = [1, 2, 3, 4, 5].map((n) => RequestId.parse(`req_0000000${n}`))
const [first = RequestId.parse('req_00000001'), second = first] = ids
const references = ['BOS-7K3M-Q2XA', 'BOS-8M4N-R3YB', 'BOS-9N5P-S4ZC', 'BOS-AP6Q-T50D', 'BOS-BQ7R-V61E']
const request = (at: number, more: Partial<RequestFacts> = {}): RequestFacts => ({
  id: ids[at] ?? first,
  reference: references[at] ?? 'BOS-7K3M-Q2XA',
  caseNumber: null,
  state: 'filed',
  code: 'pothole',
  place: elm,
  statusNotes: null,
  requestedAt: '2026-11-20T19:00:00.000Z',
  expectedAt: '2026-11-23T13:30:00.000Z',
  ...more,
})
const factsOf = (more: Partial<RequestFacts> = {}) =>
  new Map(ids.map((id, at) => [id, request(at, more)] as const))
const noFacts = new Map<RequestId, RequestFacts>()

const longestCodes = (language: Language) =>
  [...services]
    .sort((a, b) => serviceName(language, b).length - serviceName(language, a).length)
    .map((service) => service.code)

/** Every kind of speech with the longest things it may have to say, by language. */
function everySpeech(language: Language): readonly Speech[] {
  const [code = 'pothole', code2 = code, code3 = code] = longestCodes(language)
  const places = longestNeighborhoods.map((neighborhood) => place(longAddress, { neighborhood }))
  const number = longAddress.slice(0, 40)
  const all: readonly Speech[] = [
    { say: 'emergency' },
    { say: 'crisis' },
    { say: 'filed', requestIds: [first] },
    { say: 'filed', requestIds: [first, second] },
    { say: 'confirm', code, place: long },
    { say: 'confirm', code, place: null },
    { say: 'confirm', code: null, place: long },
    { say: 'confirm', code: null, place: null },
    { say: 'ask-category', hasPhoto: true, place: long },
    { say: 'ask-category', hasPhoto: true, place: null },
    { say: 'ask-category', hasPhoto: false, place: null },
    { say: 'choose-category', codes: [code, code2, code3] },
    { say: 'ask-location', code },
    { say: 'ask-location', code: null },
    { say: 'ask-both', hasPhoto: true },
    { say: 'ask-both', hasPhoto: false },
    { say: 'choose-place', street: longAddress, places },
    { say: 'choose-place', street: 'Washington St', places: places.slice(0, 2) },
    { say: 'ask-number', street: longAddress, code },
    { say: 'ask-detail', code, detail: 'where', question: `${longAddress} ${longAddress}?` },
    ...reviewReasons.map((reason) => ({ say: 'in-review', requestId: first, reason }) as const),
    { say: 'corrected', requestId: first },
    { say: 'ask-correction', requestId: first },
    { say: 'added', requestId: first },
    { say: 'number-sent', requestId: first },
    { say: 'cancelled', requestId: first },
    { say: 'cancelled', requestId: null },
    { say: 'nothing-to-cancel' },
    { say: 'status', requestIds: [first] },
    { say: 'status', requestIds: [...ids] },
    { say: 'status-unknown', reference: number },
    { say: 'status-none' },
    { say: 'agent-called', requestId: first },
    { say: 'not-fixed', requestId: first },
    { say: 'question-kept', requestId: first },
    ...answers.map(({ id }) => ({ say: 'answer', answer: id }) as const),
    { say: 'answer', answer: 'no-such-answer' },
    { say: 'comment-kept', requestId: first },
    { say: 'outside-city', town: 'Brookline', phone: '(617) 730-2000' },
    { say: 'outside-city', town: longAddress, phone: null },
    { say: 'welcome' },
    { say: 'help' },
    { say: 'thanks' },
    { say: 'not-understood' },
    { say: 'opted-out' },
    { say: 'opted-in' },
    { say: 'decided', requestId: first },
    { say: 'refused', requestId: first, note: `${longAddress} ${longAddress}` },
    { say: 'refused', requestId: first, note: '' },
    { say: 'answered', requestId: first, note: `${longAddress} ${longAddress}` },
    { say: 'closed', requestId: first },
    { say: 'news', requestId: first },
    { say: 'updates', items: ids.slice(0, 3).map((requestId) => ({ requestId, note: null })) },
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
    { say: 'news-here', requestIds: [first] },
    { say: 'news-here', requestIds: [first, second] },
    { say: 'news-here', requestIds: [...ids] },
    {
      say: 'updates',
      items: ids.slice(0, 3).map((requestId) => ({ requestId, note: `${longAddress} ${longAddress}` })),
    },
  ]
  return all
}

const say = (
  speech: Speech,
  language: Language,
  facts: ReadonlyMap<RequestId, RequestFacts> = factsOf(),
  fits: (text: string) => boolean = twoSegments,
  notices: readonly Notice[] = [],
) => render(Reply.parse({ speech, language, notices, evenIfOptedOut: false }), facts, { fits, public: false })

const leaks = /undefined|\bnull\b|NaN|\[object|[{}$#]|req_|Invalid Date/u
/** Kinds of reply that name the request they are about. */
const promised = new Set([
  'filed',
  'in-review',
  'corrected',
  'ask-correction',
  'added',
  'number-sent',
  'status',
  'agent-called',
  'not-fixed',
  'question-kept',
  'comment-kept',
  'decided',
  'refused',
  'closed',
  'news',
  'answered',
  'news-here',
])

describe.each(languages)('the replies of Boston in %s', (language) => {
  const worst = (state: RequestFacts['state']) =>
    factsOf({
      state,
      code: longestCodes(language)[0] ?? 'pothole',
      place: long,
      caseNumber: '101004113747',
      statusNotes: `${longAddress} ${longAddress}`,
    })
  const states = ['review', 'filing', 'filed', 'closed', 'cancelled', 'refused'] as const

  it('fits two segments whatever there is to say', () => {
    for (const speech of everySpeech(language)) {
      for (const state of states) {
        const text = say(speech, language, worst(state), twoSegments, Notice.options)
        expect(segments(text), `${speech.say} ${state}: ${text}`).toBeLessThanOrEqual(2)
        expect(text.trim()).toBe(text)
        expect(text).not.toBe('')
        expect(text).not.toMatch(leaks)
      }
    }
  })

  it('says everything there is to say where there is room', () => {
    for (const speech of everySpeech(language)) {
      for (const facts of [worst('filed'), factsOf({ code: null, place: null, expectedAt: null }), noFacts]) {
        const text = say(speech, language, facts, anyLength, Notice.options)
        expect(text).not.toMatch(leaks)
        expect(text).not.toMatch(/ {2}|\.\.(?!\.)(?<!\.\.\.)|。。|\(\)|（）/u)
      }
    }
  })

  it('files every service with its number and name within two segments', () => {
    for (const service of services) {
      const code = service.code
      for (const at of [elm, long]) {
        const facts = factsOf({ code, place: at, caseNumber: 'BCS-00256693' })
        for (const speech of [
          { say: 'filed', requestIds: [first] },
          { say: 'filed', requestIds: [first, second] },
        ] as const) {
          const text = say({ ...speech, requestIds: [...speech.requestIds] }, language, facts)
          expect(segments(text), text).toBeLessThanOrEqual(2)
          expect(text).toContain('BOS-7K3M-Q2XA')
          if (speech.requestIds.length > 1) expect(text).toContain('BOS-8M4N-R3YB')
          expect(text).toContain(serviceName(language, service))
        }
        expect(segments(say({ say: 'confirm', code, place: at }, language))).toBeLessThanOrEqual(2)
      }
    }
  })

  it('names the street and the number of a plain report', () => {
    const text = say({ say: 'filed', requestIds: [first] }, language)
    expect(text).toContain('45 Elm St')
    expect(text).toContain('BOS-7K3M-Q2XA')
  })

  it('gives the reference wherever it speaks of one request', () => {
    for (const speech of everySpeech(language)) {
      if (!promised.has(speech.say)) continue
      expect(say(speech, language, worst('filed')), speech.say).toContain('BOS-7K3M-Q2XA')
    }
  })

  it('keeps the same emergency and crisis texts whatever else is known', () => {
    for (const [kind, numbers] of [
      ['emergency', ['911']],
      ['crisis', ['988', '911']],
    ] as const) {
      const text = say({ say: kind }, language, worst('filed'), () => false, Notice.options)
      for (const number of numbers) expect(text).toContain(number)
      expect(text).not.toMatch(/BOS-|http|www\.|101004113747/u)
      expect(segments(text)).toBeLessThanOrEqual(2)
      expect(text).toBe(phrasesIn[language][kind])
    }
  })

  it('offers every neighborhood by its number', () => {
    const named = [
      'Dorchester',
      'Roxbury',
      'Jamaica Plain',
      'Roslindale',
      'West Roxbury',
      'South End',
      'Downtown',
    ]
    const places = named.map((neighborhood) => place('Washington St', { kind: 'street', neighborhood }))
    const text = say({ say: 'choose-place', street: 'Washington St', places }, language)
    for (const [index, name] of named.entries())
      expect(text).toMatch(new RegExp(`${index + 1}\\) ?${name}`, 'u'))
  })

  it('offers every service by its number', () => {
    const codes = longestCodes(language).slice(0, 3)
    const text = say({ say: 'choose-category', codes }, language)
    for (const number of [1, 2, 3]) expect(text).toContain(`${number})`)
  })

  it('tells how to stop and whom to call in its help', () => {
    for (const fits of [twoSegments, anyLength]) {
      const text = say({ say: 'help' }, language, noFacts, fits)
      for (const part of ['STOP', contacts.hotline, contacts.hotlineFromAnywhere, contacts.emergency]) {
        expect(text).toContain(part)
      }
    }
  })

  it('says 911 to whoever arrives and START to whoever leaves', () => {
    expect(say({ say: 'welcome' }, language)).toContain('911')
    expect(say({ say: 'opted-out' }, language)).toContain('START')
    expect(say({ say: 'opted-in' }, language)).toContain('STOP')
  })

  it('names the town next door and its number', () => {
    const text = say({ say: 'outside-city', town: 'Brookline', phone: '(617) 730-2000' }, language)
    expect(text).toContain('Brookline')
    expect(text).toContain('(617) 730-2000')
  })

  it('lists three requests and counts the rest', () => {
    const text = say({ say: 'status', requestIds: [...ids] }, language, worst('filed'))
    for (const reference of references.slice(0, 3)) expect(text).toContain(reference)
    expect(text).not.toContain(references[3])
    expect(text).toContain('2')
  })

  it('has a name for every service, three of which fit a message', () => {
    for (const service of services) {
      const name = serviceName(language, service)
      expect(name.trim(), service.code).not.toBe('')
      if (language !== 'en') {
        expect(serviceNamesIn[language][service.code], service.code).toBeDefined()
        expect(name.length, name).toBeLessThanOrEqual(36)
      }
    }
  })

  it.each(['https://311.boston.example', 'https://intake-311.service.cityof.boston.example.org'])(
    'gives a caller who wants a text the number and a whole link at %s',
    (root) => {
      const link = `${root}/photo/7k3mq2xag1v0a1b2c3d4e5f`
      const withLinks = bostonReplies({ services, answers, photoLinkOf: () => link })
      const reply = Reply.parse({
        speech: { say: 'number-sent', requestId: first },
        language,
        notices: [],
        evenIfOptedOut: false,
      })
      for (const state of states) {
        const text = withLinks(reply, worst(state), { fits: twoSegments, public: false })
        expect(segments(text), text).toBeLessThanOrEqual(2)
        expect(text).toContain('BOS-7K3M-Q2XA')
        // Nothing beside it that a phone could take for a part of it.
        expect(text.split('\n')).toContain(link)
        expect(text).toContain(`${phrasesIn[language].photoLink}\n`)
      }
      expect(say(reply.speech, language)).not.toContain('http')
    },
  )

  it('tells of LINK where a code can be sent, and where it has room', () => {
    const { linkOther } = phrasesIn[language]
    for (const kind of ['help', 'status-none'] as const) {
      expect(say({ say: kind, links: true }, language, noFacts, anyLength)).toContain(linkOther)
      expect(say({ say: kind }, language, noFacts, anyLength)).not.toContain(linkOther)
      const text = say({ say: kind, links: true }, language, noFacts)
      expect(segments(text), text).toBeLessThanOrEqual(2)
      const bare = say({ say: kind }, language, noFacts)
      expect(text.startsWith(bare), 'nothing else is said in fewer words for it').toBe(true)
    }
  })

  it('has a sentence of its own for everything', () => {
    if (language === 'en') return
    for (const key of ['emergency', 'crisis', 'personLooks', 'confirmAny', 'orCall'] as const) {
      expect(phrasesIn[language][key]).not.toBe(phrasesIn.en[key])
    }
  })
})

describe('the replies of Boston', () => {
  it('names services for no other catalogue', () => {
    const codes = services.map((service) => service.code).sort()
    for (const names of Object.values(serviceNamesIn)) expect(Object.keys(names).sort()).toEqual(codes)
  })

  it('tells what was filed, the number, the target and how to correct it', () => {
    expect(say({ say: 'filed', requestIds: [first] }, 'en')).toBe(
      'Thanks. We filed: Pothole at 45 Elm St, Jamaica Plain. Your number: BOS-7K3M-Q2XA. ' +
        'Target: 1 business day (by Mon, Nov 23). Wrong? Send the right address or NO.',
    )
  })

  it('speaks of no target where none is set', () => {
    const text = say({ say: 'filed', requestIds: [first] }, 'en', factsOf({ expectedAt: null }))
    expect(text).not.toContain('Target')
  })

  it('gives the case system its own number beside ours', () => {
    const text = say({ say: 'filed', requestIds: [first] }, 'en', factsOf({ caseNumber: 'BCS-00256693' }))
    expect(text).toContain('Your number: BOS-7K3M-Q2XA (city case BCS-00256693).')
  })

  it('says who handles what the City does not own', () => {
    const text = say(
      { say: 'filed', requestIds: [first] },
      'en',
      factsOf({ code: 'wires-down', expectedAt: null }),
    )
    expect(text).toContain('Eversource handles this.')
  })

  it('puts a neighborhood in and an address at', () => {
    const dorchester = place('Dorchester', { kind: 'neighborhood', neighborhood: 'Dorchester' })
    expect(say({ say: 'confirm', code: 'litter', place: dorchester }, 'en')).toContain('in Dorchester?')
    expect(say({ say: 'confirm', code: 'litter', place: elm }, 'en')).toContain(
      'at 45 Elm St, Jamaica Plain?',
    )
  })

  it('says the state of a request in plain words', () => {
    const status = { say: 'status', requestIds: [first] } as const
    const said = (more: Partial<RequestFacts>) => say({ ...status, requestIds: [first] }, 'en', factsOf(more))
    expect(said({ state: 'review' })).toContain('waiting for a person at 311')
    expect(said({ state: 'filed' })).toContain('sent to Public Works')
    expect(said({ state: 'closed', statusNotes: 'Filled on Monday.' })).toContain('closed: Filled on Monday.')
    expect(said({ state: 'cancelled' })).toContain('cancelled')
  })

  it('never claims a filing in review', () => {
    for (const reason of reviewReasons) {
      const text = say({ say: 'in-review', requestId: first, reason }, 'en', factsOf({ state: 'review' }))
      expect(text).toContain('A person at 311 will look at it.')
      expect(text).not.toContain('We filed')
    }
  })

  it('adds what became of a file, once, where it fits', () => {
    const text = say({ say: 'added', requestId: first }, 'en', factsOf(), twoSegments, [
      'video-kept',
      'video-kept',
    ])
    expect(text.split('video').length).toBe(2)
    expect(say({ say: 'emergency' }, 'en', factsOf(), anyLength, ['video-kept'])).not.toContain('video')
  })

  it('keeps a number that starts with a figure readable from right to left', () => {
    expect(say({ say: 'filed', requestIds: [first] }, 'ar')).toContain('\u206845 Elm St')
    expect(say({ say: 'help' }, 'ar')).toContain(`\u2068${contacts.hotlineFromAnywhere}\u2069`)
  })

  it('counts days as each language does', () => {
    const filed = (language: Language, code: string) =>
      say({ say: 'filed', requestIds: [first] }, language, factsOf({ code, place: null }), anyLength)
    expect(filed('ru', 'pothole')).toContain('1 рабочий день')
    expect(filed('ru', 'trash-storage')).toContain('2 рабочих дня')
    expect(filed('ru', 'graffiti')).toContain('45 рабочих дней')
    expect(filed('ar', 'trash-storage')).toContain('يوما عمل')
    expect(filed('es', 'pothole')).toContain('1 día hábil')
  })

  it('names the year of a day far off', () => {
    const text = say(
      { say: 'filed', requestIds: [first] },
      'en',
      factsOf({ code: 'tree-new', expectedAt: '2027-11-20T19:00:00.000Z' }),
    )
    expect(text).toContain('Nov 20, 2027')
  })

  it('cuts between words and never longer than asked', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.integer({ min: 4, max: 80 }),
        (text, max) => {
          const cut = cutAtWord(text, max)
          expect(cut.length).toBeLessThanOrEqual(max)
          expect(cut.isWellFormed()).toBe(true)
        },
      ),
    )
  })

  it('fits two segments with any place name', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }),
        fc.constantFrom(...languages),
        fc.constantFrom(...services),
        (address, language, service) => {
          const facts = factsOf({ code: service.code, place: place(address) })
          const text = say({ say: 'filed', requestIds: [first] }, language, facts)
          expect(segments(text)).toBeLessThanOrEqual(2)
          expect(text).toContain('BOS-7K3M-Q2XA')
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('news of a case', () => {
  const state = 'closed' as const

  it('gives the City’s own words in quotation marks, and how to say that it is not fixed', () => {
    const text = say({ say: 'closed', requestId: first }, 'en', factsOf({ state, statusNotes: 'Filled.' }))
    expect(text).toContain('"Filled."')
    expect(text).toContain('NOT FIXED')
    expect(text).toContain('BOS-7K3M-Q2XA')
  })

  it.each(languages)(
    'in %s never says that it is fixed, and quotes nothing where nothing is said',
    (language) => {
      const text = say({ say: 'closed', requestId: first }, language, factsOf({ state }))
      expect(text).toContain('BOS-7K3M-Q2XA')
      expect(text).not.toContain('null')
      expect(text).not.toContain('""')
    },
  )

  it.each(languages)('in %s asks for words that we understand as "not fixed"', (language) => {
    const { wordsNotFixed: asked, ifNotFixed } = phrasesIn[language]
    expect(ifNotFixed).toContain(asked)
    const understood = understandBoston()(asked, { channel: 'sms', language })
    expect([asked, understood.intent.value]).toEqual([asked, 'reopen'])
  })
})

it('thanks for no photo where the file is none', () => {
  const told = (notices: readonly Notice[]) =>
    render(
      Reply.parse({
        speech: { say: 'ask-both', hasPhoto: true },
        language: 'en',
        notices,
        evenIfOptedOut: false,
      }),
      new Map(),
      { public: false, fits: anyLength },
    )
  expect(told([])).toContain(phrasesIn.en.gotPhoto)
  expect(told(['file-kept'])).not.toContain(phrasesIn.en.gotPhoto)
  expect(told(['file-kept'])).toContain(phrasesIn.en.notices['file-kept'])
})
