/** Arbitrary and hand-made events for the dialog. */
import fc from 'fast-check'
import { services } from '../../src/city/boston/services/index.ts'
import { policyFor } from '../../src/core/policy.ts'
import type { InboundMessage } from '../../src/core/request.ts'
import type { ConversationState, DialogEvent, MediaView, RequestView, Turn } from '../../src/core/turn.ts'
import { emptyState } from '../../src/core/turn.ts'
import type {
  LocationSuggestion,
  Place,
  Problem,
  Suggestion,
  Understanding,
} from '../../src/core/understanding.ts'
import { intents, languages } from '../../src/core/understanding.ts'

export const policy = policyFor(services, [
  {
    id: 'trash-day',
    questions: { en: ['when is trash day'] },
    says: { en: 'It depends on your address.', es: 'Depende de su dirección.' },
    page: 'https://www.example.org/trash',
    checkedOn: '2026-11-20',
    approvedBy: 'none',
  },
])
export const codes = services.map((s) => s.code)
type MessageEvent = Extract<DialogEvent, { type: 'message' }>

export const elm: Place = {
  kind: 'address',
  address: '45 Elm St',
  neighborhood: 'Jamaica Plain',
  zip: '02130',
  lat: 42.311,
  lon: -71.116,
  accuracyM: 20,
}
export const sure = <T>(value: T, confidence = 0.97): Suggestion<T> => ({
  value,
  confidence,
  alternatives: [],
  evidence: [],
})
export const nowhere: LocationSuggestion = {
  value: null,
  confidence: 0.9,
  alternatives: [],
  evidence: [],
  mention: null,
  needs: null,
  outside: null,
}
export const at = (place: Place, confidence = 0.95): LocationSuggestion => ({
  ...nowhere,
  value: place,
  confidence,
  mention: place.address,
})
export const problem = (code: string | null, location: LocationSuggestion, confidence = 0.97): Problem => ({
  span: [0, 0],
  category: sure(code, confidence),
  location,
})
export const understood = (more: Partial<Understanding> = {}): Understanding => ({
  language: sure('en'),
  safety: sure('none'),
  intent: sure('report'),
  problems: [problem(null, nowhere)],
  references: [],
  answer: sure(null),
  thanks: false,
  ...more,
})

export function message(text: string, more: Partial<InboundMessage> = {}): InboundMessage {
  return {
    id: 'msg_00000001',
    channel: 'sms',
    providerId: 'SM1',
    from: '+16175550123',
    to: '+16175550100',
    text,
    media: [],
    point: null,
    keyword: null,
    answeredByProvider: false,
    raw: {},
    ...more,
  }
}
let serial = 0
/** Time goes on with every event of a process; tests that know what time it is begin anew. */
export const restartClock = (): void => {
  serial = 0
}
export function event(understanding: Understanding, more: Partial<MessageEvent> = {}): MessageEvent {
  serial += 1
  const seed = `seed${String(serial).padStart(8, '0')}`
  return {
    type: 'message',
    seed,
    now: 1_800_000_000_000 + serial * 1_000,
    message: message('words', { id: `msg_${seed}` }),
    media: [],
    understanding,
    requests: [],
    named: [],
    optedOut: false,
    ...more,
  }
}

/** What a turn answers, and what it writes. */
export const replies = (turn: Turn) => turn.effects.flatMap((e) => (e.kind === 'reply' ? [e.reply] : []))
export const speeches = (turn: Turn) => replies(turn).map((reply) => reply.speech)
export const says = (turn: Turn) => speeches(turn).map((speech) => speech.say)
export const created = (turn: Turn) => turn.writes.flatMap((w) => (w.do === 'create' ? [w.request] : []))
export const changed = (turn: Turn) => turn.writes.flatMap((w) => (w.do === 'change' ? [w] : []))

/** A pothole that the City has. */
export const filedRequest = (more: Partial<RequestView> = {}): RequestView => ({
  id: 'req_00000001',
  reference: 'BOS-7K3M-Q2XA',
  state: 'filed',
  code: 'pothole',
  place: elm,
  safety: 'none',
  reason: null,
  notes: null,
  at: 1_800_000_000_000,
  changedAt: 1_800_000_000_000,
  ...more,
})

const confidence = fc.double({ min: 0, max: 1, noNaN: true })
const anyPlace: fc.Arbitrary<Place> = fc.record({
  kind: fc.constantFrom('address', 'intersection', 'street', 'place', 'neighborhood'),
  address: fc.constantFrom('45 Elm St', 'Washington St', 'Centre St & South St', 'Franklin Park'),
  neighborhood: fc.option(fc.constantFrom('Dorchester', 'Roxbury', 'Jamaica Plain')),
  zip: fc.option(fc.constantFrom('02130', '02119')),
  lat: fc.double({ min: 42.23, max: 42.39, noNaN: true }),
  lon: fc.double({ min: -71.18, max: -70.99, noNaN: true }),
  accuracyM: fc.integer({ min: 5, max: 4_000 }),
})
const alternative = <T>(value: fc.Arbitrary<T>) =>
  fc.array(fc.record({ value, confidence }), { maxLength: 4 })
const suggestion = <T>(value: fc.Arbitrary<T>) =>
  fc.record({ value, confidence, alternatives: fc.constant([]), evidence: fc.constant([]) })
const anyProblem: fc.Arbitrary<Problem> = fc.record({
  span: fc.constant([0, 5] as const),
  category: fc.record({
    value: fc.option(fc.constantFrom(...codes)),
    confidence,
    alternatives: alternative(fc.constantFrom(...codes)),
    evidence: fc.constant([]),
  }),
  location: fc.record({
    value: fc.option(anyPlace),
    confidence,
    alternatives: alternative(anyPlace),
    evidence: fc.constant([]),
    mention: fc.option(fc.constant('Elm St')),
    needs: fc.option(fc.constantFrom('neighborhood' as const, 'number' as const)),
    outside: fc.option(
      fc.record({ name: fc.constant('Cambridge'), phone: fc.option(fc.constant('617-349-4000')) }),
      { freq: 6 },
    ),
  }),
})
export const anyUnderstanding: fc.Arbitrary<Understanding> = fc.record({
  language: suggestion(fc.constantFrom(...languages)),
  safety: fc.oneof(
    { weight: 6, arbitrary: fc.constant(sure('none' as const)) },
    {
      weight: 1,
      arbitrary: suggestion(fc.constantFrom('none' as const, 'emergency' as const, 'crisis' as const)),
    },
  ),
  intent: suggestion(fc.constantFrom(...intents)),
  problems: fc.array(anyProblem, { minLength: 1, maxLength: 3 }),
  references: fc.oneof(
    { weight: 5, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.constant(['BOS-7K3M-Q2XA']) },
  ),
  answer: suggestion(fc.constantFrom(null, 'trash-day', 'no-such-answer')),
  thanks: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
})
const anyMedia: fc.Arbitrary<MediaView> = fc.record({
  id: fc.constantFrom('med_00000001' as const, 'med_00000002' as const),
  kind: fc.constantFrom('photo', 'video', 'audio', 'contact', 'other', 'broken', 'missing'),
  point: fc.constant(null),
})
const anyRequest = (now: number): fc.Arbitrary<RequestView> =>
  fc.record({
    id: fc.constantFrom('req_00000001' as const, 'req_00000002' as const),
    reference: fc.constant('BOS-7K3M-Q2XA'),
    state: fc.constantFrom('review', 'filing', 'filed', 'closed', 'cancelled', 'refused'),
    code: fc.option(fc.constantFrom(...codes)),
    place: fc.option(anyPlace),
    safety: fc.constantFrom('none', 'emergency'),
    reason: fc.constantFrom(null, 'place-unclear', 'service-unclear', 'emergency'),
    notes: fc.constantFrom(null, 'A crew was there.'),
    at: fc.constant(now),
    changedAt: fc.integer({ min: now - 40 * 3_600_000, max: now }),
  })
/** One message with anything in it. */
export const anyMessage: fc.Arbitrary<MessageEvent> = fc
  .record({
    text: fc.oneof(fc.string({ maxLength: 60 }), fc.constantFrom('2', 'yes', 'no', '45', '')),
    keyword: fc.oneof(
      { weight: 12, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constantFrom('stop' as const, 'start' as const, 'help' as const) },
    ),
    answeredByProvider: fc.boolean(),
    media: fc.array(anyMedia, { maxLength: 2 }),
    understanding: anyUnderstanding,
    optedOut: fc.oneof(
      { weight: 9, arbitrary: fc.constant(false) },
      { weight: 1, arbitrary: fc.constant(true) },
    ),
    requests: fc.oneof(
      { weight: 2, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(anyRequest(1_800_000_000_000), { maxLength: 2 }) },
    ),
    named: fc.oneof(
      { weight: 6, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(anyRequest(1_800_000_000_000), { maxLength: 1 }) },
    ),
  })
  .map(({ text, keyword, answeredByProvider, media, ...rest }) => {
    const base = event(rest.understanding, rest)
    const refs = media.map((m) => ({
      id: m.id,
      url: 'https://api.twilio.com/x',
      announcedType: 'image/jpeg',
    }))
    return {
      ...base,
      media,
      message: {
        ...base.message,
        text,
        keyword,
        answeredByProvider: keyword !== null && answeredByProvider,
        media: refs,
      },
    }
  })

export const empty: ConversationState = emptyState
