/**
 * Records for the store's tests: as small as their shapes allow, numbered so that no two are the same.
 * @module
 */
import type { TurnInput } from '../../src/core/ports.ts'
import type {
  EffectId,
  InboundMessage,
  MessageId,
  NewServiceRequest,
  RequestId,
} from '../../src/core/request.ts'
import { type Draft, type Effect, emptyState, type RequestWrite, type Turn } from '../../src/core/turn.ts'

let last = 0
/** A number nobody had before, as ids like it. */
export const fresh = (): string => {
  last += 1
  return String(last).padStart(10, '0')
}
export const requestIdOf = (n: string): RequestId => `req_${n}`
export const effectIdOf = (n: string): EffectId => `eff_${n}`

export const ours = '+16175550199'

/** A text; `more` overrides any field. */
export function text(more: Partial<InboundMessage> = {}): InboundMessage {
  const n = fresh()
  return {
    id: `msg_${n}`,
    channel: 'sms',
    providerId: `SM${n}`,
    from: '+16175550100',
    to: ours,
    text: 'pothole',
    media: [],
    point: null,
    keyword: null,
    answeredByProvider: false,
    raw: { Body: 'pothole' },
    ...more,
  }
}

/** From a resident whom no other test has. */
export const fromSomeone = (more: Partial<InboundMessage> = {}): InboundMessage =>
  text({ from: `resident-${fresh()}`, ...more })

export const place = {
  kind: 'address',
  address: '1 City Hall Sq',
  neighborhood: 'Downtown',
  zip: '02201',
  lat: 42.36,
  lon: -71.058,
  accuracyM: 25,
} as const

export function request(more: Partial<NewServiceRequest> = {}): NewServiceRequest {
  return {
    id: requestIdOf(fresh()),
    channel: 'sms',
    language: 'en',
    state: 'filing',
    service_code: 'pothole',
    category: null,
    description: 'pothole',
    place,
    location: null,
    attributes: {},
    safety: 'none',
    message_ids: [],
    media_ids: [],
    ...more,
  }
}

export const create = (record: NewServiceRequest): RequestWrite => ({
  do: 'create',
  request: record,
  actor: 'bot',
})

export const reply = (
  requestId: RequestId | null,
  more: Partial<Effect & { kind: 'reply' }> = {},
): Effect => ({
  id: effectIdOf(fresh()),
  kind: 'reply',
  requestId,
  reply: { speech: { say: 'thanks' }, language: 'en', notices: [], evenIfOptedOut: false },
  ...more,
})

/** A turn that decides nothing, or what it is told. */
export const turnOf = (more: Partial<Turn> = {}): Turn => ({
  state: emptyState,
  writes: [],
  effects: [],
  consent: null,
  ...more,
})

/** A decide that says what it was asked. */
export function recorder(answer: (input: TurnInput) => Turn = () => turnOf()) {
  const seen: TurnInput[] = []
  return {
    seen,
    get messages(): readonly (MessageId | undefined)[] {
      return seen.map((input) => input.message?.id)
    },
    decide: async (input: TurnInput): Promise<Turn> => {
      seen.push(input)
      return answer(input)
    },
  }
}

const slot = { value: null, confidence: 0, alternatives: [], evidence: [], messageId: null, by: null }
export const draft = (more: Partial<Draft> = {}): Draft => ({
  id: requestIdOf(fresh()),
  openedAt: 0,
  lastAt: 0,
  text: 'pothole',
  messageIds: [],
  mediaIds: [],
  category: slot,
  location: { ...slot, needs: null },
  attributes: {},
  safety: 'none',
  outside: null,
  asked: { category: 0, location: 0, details: 0, total: 0 },
  ...more,
})
