import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitsBluesky } from '../../channels/bluesky/count.ts'
import { hasLink, maxWeight, weightOf } from '../../channels/social/count.ts'
import { answers } from '../../src/city/boston/answers/index.ts'
import { bostonReplies, phrasesIn } from '../../src/city/boston/replies/index.ts'
import { serviceName } from '../../src/city/boston/service-names/index.ts'
import { services } from '../../src/city/boston/services/index.ts'
import { Notice, Reply, type RequestFacts, type Speech } from '../../src/core/reply.ts'
import { RequestId, reviewReasons } from '../../src/core/request.ts'
import { languages, type Place } from '../../src/core/understanding.ts'

const render = bostonReplies({ services, answers })
const id = RequestId.parse('req_00000001')
const id2 = RequestId.parse('req_00000002')

/** Words that no sentence of ours has, so that any of them in a reply came out of the facts. */
const secret = fc.stringMatching(/^Zq[a-z]{6}zq \d{5}$/)
const placeOf = (words: string): Place => ({
  kind: 'address',
  address: `9${words} Street`,
  neighborhood: `${words} Hill`,
  zip: '02199',
  lat: 42.3,
  lon: -71.1,
  accuracyM: 20,
})
const code = fc.constantFrom(...services.map((service) => service.code))
const nullable = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null })

const speech = (words: string): fc.Arbitrary<Speech> => {
  const place = fc.constant(placeOf(words))
  const of = (say: string) => fc.constant({ say, requestId: id } as Speech)
  return fc.oneof(
    fc.constantFrom<Speech>(
      { say: 'emergency' },
      { say: 'crisis' },
      { say: 'filed', requestIds: [id] },
      { say: 'filed', requestIds: [id, id2] },
      { say: 'status', requestIds: [id, id2] },
      { say: 'nothing-to-cancel' },
      { say: 'status-unknown', reference: words },
      { say: 'status-none' },
      { say: 'outside-city', town: words, phone: '(617) 555-0100' },
      { say: 'welcome' },
      { say: 'help' },
      { say: 'thanks' },
      { say: 'not-understood' },
      { say: 'opted-out' },
      { say: 'opted-in' },
      { say: 'cancelled', requestId: null },
      { say: 'ask-both', hasPhoto: true },
      { say: 'refused', requestId: id, note: words },
      { say: 'answered', requestId: id, note: words },
    ),
    fc.record({ say: fc.constant('confirm' as const), code: nullable(code), place: nullable(place) }),
    fc.record({
      say: fc.constant('confirm' as const),
      code: nullable(code),
      place: nullable(place),
      doubts: fc.constant('category' as const),
    }),
    fc.record({ say: fc.constant('ask-category' as const), hasPhoto: fc.boolean(), place: nullable(place) }),
    fc.record({
      say: fc.constant('choose-category' as const),
      codes: fc.array(code, { minLength: 2, maxLength: 3 }),
    }),
    fc.record({ say: fc.constant('ask-location' as const), code: nullable(code) }),
    fc.record({
      say: fc.constant('choose-place' as const),
      street: fc.constant(words),
      places: fc.array(place, { minLength: 2, maxLength: 7 }),
    }),
    fc.record({ say: fc.constant('ask-number' as const), street: fc.constant(words), code: nullable(code) }),
    fc.record({
      say: fc.constant('ask-detail' as const),
      code,
      detail: fc.constant('where'),
      question: fc.constant('How large is it?'),
    }),
    fc.record({
      say: fc.constant('in-review' as const),
      requestId: fc.constant(id),
      reason: fc.constantFrom(...reviewReasons),
    }),
    fc.constantFrom(...answers.map((answer): Speech => ({ say: 'answer', answer: answer.id }))),
    ...[
      'corrected',
      'ask-correction',
      'added',
      'agent-called',
      'not-fixed',
      'question-kept',
      'comment-kept',
      'decided',
      'closed',
      'news',
      'cancelled',
    ].map(of),
  )
}
const facts = (words: string) =>
  fc
    .record({
      code: nullable(code),
      state: fc.constantFrom<RequestFacts['state']>(
        'review',
        'filing',
        'filed',
        'closed',
        'cancelled',
        'refused',
      ),
    })
    .map(({ code, state }) => {
      const known: RequestFacts = {
        id,
        reference: 'BOS-7K3M-Q2XA',
        caseNumber: '101004113747',
        state,
        code,
        place: placeOf(words),
        statusNotes: `${words} said so at ${words} Street.`,
        requestedAt: '2026-11-20T19:00:00.000Z',
        expectedAt: '2026-11-23T13:30:00.000Z',
      }
      return new Map([
        [id, known],
        [id2, { ...known, id: id2, reference: 'BOS-8M4N-R3YB' as const }],
      ])
    })
const anything = secret.chain((words) =>
  fc.record({
    words: fc.constant(words),
    speech: speech(words),
    facts: facts(words),
    language: fc.constantFrom(...languages),
    notices: fc.subarray([...Notice.options]),
  }),
)
const privateServices = services.filter((service) => service.private)

describe('what we say where strangers read along', () => {
  it('fits, has no link, and nothing of a place, a person, a case or anybody’s own words', () => {
    fc.assert(
      fc.property(anything, ({ words, speech: said, facts: known, language, notices }) => {
        const reply = Reply.parse({ speech: said, language, notices, evenIfOptedOut: false })
        const at = {
          public: true,
          direct: true,
          fits: (text: string) => weightOf(text) <= maxWeight && !hasLink(text),
        }
        const text = render(reply, known, at)
        expect(text).not.toBe('')
        expect(text.toLowerCase()).not.toContain(words.toLowerCase())
        expect(text.toLowerCase()).not.toContain(words.slice(0, 10).toLowerCase())
        expect(text).not.toMatch(/Zq|02199|101004113747|42\.3|71\.1/i)
        expect(weightOf(text), text).toBeLessThanOrEqual(maxWeight)
        expect(hasLink(text), text).toBe(false)
        for (const service of privateServices) expect(text).not.toContain(serviceName(language, service))
        const sky = render(reply, known, { public: true, fits: fitsBluesky })
        expect(fitsBluesky(sky), sky).toBe(true)
        expect(sky.toLowerCase()).not.toContain(words.slice(0, 10).toLowerCase())
      }),
      { numRuns: 3_000 },
    )
  })

  it('is in danger the same as everywhere', () => {
    for (const language of languages) {
      const reply = Reply.parse({ speech: { say: 'emergency' }, language, notices: [], evenIfOptedOut: true })
      expect(render(reply, new Map(), { public: true, fits: () => true })).toBe(phrasesIn[language].emergency)
    }
  })

  it('names the number and the service, and where it may be asked, asks where', () => {
    const at = { public: true, direct: true, fits: () => true }
    const known = new Map([
      [
        id,
        {
          id,
          reference: 'BOS-7K3M-Q2XA' as const,
          caseNumber: null,
          state: 'filed' as const,
          code: 'pothole',
          place: placeOf('Elm'),
          statusNotes: null,
          requestedAt: '2026-11-20T19:00:00.000Z',
          expectedAt: '2026-11-23T13:30:00.000Z',
        },
      ],
    ])
    const say = (said: Speech) =>
      render(Reply.parse({ speech: said, language: 'en', notices: [], evenIfOptedOut: false }), known, at)
    expect(say({ say: 'filed', requestIds: [id] })).toBe(
      'Thanks. We filed: Pothole. Your number: BOS-7K3M-Q2XA. Target: 1 business day (by Mon, Nov 23). Wrong? Send NO.',
    )
    expect(say({ say: 'ask-location', code: 'pothole' })).toBe(
      'Got it: Pothole. Where is it? You can send the place in a direct message too.',
    )
    expect(say({ say: 'confirm', code: 'pothole', place: placeOf('Elm') })).toContain('Where is it?')
  })

  it('asks what it is, and not where, when only that is in doubt', () => {
    const at = { public: true, direct: true, fits: () => true }
    const said = { say: 'confirm' as const, place: placeOf('Elm'), doubts: 'category' as const }
    const ask = (code: string) =>
      render(
        Reply.parse({ speech: { ...said, code }, language: 'en', notices: [], evenIfOptedOut: false }),
        new Map(),
        at,
      )
    expect(ask('pothole')).toBe('Is this right: Pothole? Reply YES or NO.')
    expect(ask(privateServices[0]?.code ?? '')).toBe(phrasesIn.en.notHere.direct)
  })

  it('asks nobody where they live, where a direct message can say it', () => {
    const home = { say: 'ask-location' as const, code: privateServices[0]?.code ?? '' }
    const reply = Reply.parse({ speech: home, language: 'en', notices: [], evenIfOptedOut: false })
    const at = { public: true, fits: () => true }
    expect(render(reply, new Map(), { ...at, direct: true })).toBe(phrasesIn.en.notHere.direct)
    expect(render(reply, new Map(), at)).toBe('Where is it?')
    const streets = { say: 'choose-place' as const, street: 'Elm St', places: [placeOf('A'), placeOf('B')] }
    const asked = (home: { readonly home?: true }) =>
      Reply.parse({ speech: { ...streets, ...home }, language: 'en', notices: [], evenIfOptedOut: false })
    expect(render(asked({ home: true }), new Map(), { ...at, direct: true })).toBe(
      phrasesIn.en.notHere.direct,
    )
    expect(render(asked({}), new Map(), { ...at, direct: true })).toContain('Where is it?')
  })

  it('leads to no page where no link may stand: it names the City’s website, and fits on both networks', () => {
    const pages =
      /\b(?:this|the) page\b|\b(?:este|el) sitio\b(?! web| exacto)|paj sa a|\b[ne]?este site\b|此网页|此頁|此網頁|trang này|es pajina|на сайте[.,]|هذه الصفحة|cette page|\bboggan\b/i
    let found = 0
    for (const answer of answers)
      for (const language of languages) {
        const speech = { say: 'answer' as const, answer: answer.id }
        const reply = Reply.parse({ speech, language, notices: [], evenIfOptedOut: false })
        const x = { public: true, direct: true, fits: (text: string) => weightOf(text) <= maxWeight }
        const [onX, onSky] = [
          render(reply, new Map(), x),
          render(reply, new Map(), { public: true, fits: fitsBluesky }),
        ]
        expect(onX).not.toMatch(pages)
        expect(weightOf(onX), onX).toBeLessThanOrEqual(maxWeight)
        expect(fitsBluesky(onSky), onSky).toBe(true)
        if (language === 'en' && onX.includes('City’s website')) found += 1
      }
    expect(found).toBeGreaterThan(20)
  })
})
