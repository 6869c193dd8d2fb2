import type { Service } from '../catalogue.ts'
import type { Policy } from '../policy.ts'
import type { Speech } from '../reply.ts'
import type { ChannelName } from '../request.ts'
import type { Draft, Question } from '../turn.ts'
import type { Outcome } from './outcome.ts'
import { file, keepForReview } from './outcome.ts'
import { gradeCategory, gradeLocation, placeChoices } from './slots.ts'

/** What to do next about a draft. */
type Next =
  | { readonly do: 'file' }
  | { readonly do: 'emergency' }
  | {
      readonly do: 'review'
      readonly reason: 'service-unclear' | 'place-unclear' | 'service-needs-person' | 'outside-city'
    }
  | Asking
interface Asking {
  readonly do: 'ask'
  readonly question: Question
  readonly speech: Speech
  readonly slots: readonly ('category' | 'location' | 'details')[]
}

/** Files every draft that is sure of both, asks about the first that is not, leaves the others waiting behind it. */
export function progress(out: Outcome, policy: Policy): void {
  const waiting: Draft[] = []
  let asking: Asking | null = null
  for (const draft of out.drafts) {
    const next = nextStep(draft, onChannel(policy, out.channel), isHeard(policy, out.channel))
    if (next.do === 'file') file(out, draft)
    else if (next.do === 'emergency') {
      keepForReview(out, draft, 'emergency', 'emergency')
      // Not told in words of danger, so the number follows in a reply of its own.
      out.speeches.push({ say: 'emergency' }, { say: 'in-review', requestId: draft.id, reason: 'emergency' })
    } else if (next.do === 'review') {
      keepForReview(out, draft, next.reason)
      out.speeches.push({ say: 'in-review', requestId: draft.id, reason: next.reason })
    } else {
      waiting.push(asking === null ? asked(draft, next) : draft)
      asking ??= next
    }
  }
  out.drafts = waiting
  out.question = asking?.question ?? null
  if (asking !== null) out.speeches.push(asking.speech)
}

function asked(draft: Draft, next: Asking): Draft {
  const counts = { ...draft.asked, total: draft.asked.total + 1 }
  for (const slot of next.slots) counts[slot] += 1
  return { ...draft, asked: counts }
}

/** Whether a machine heard the words of this channel. */
export const isHeard = (policy: Policy, channel: ChannelName): boolean => policy.heard.channels.has(channel)

/** The policy with the questions that this channel has room for. */
export const onChannel = (policy: Policy, channel: ChannelName): Policy =>
  isHeard(policy, channel) ? { ...policy, ...policy.heard } : policy

function nextStep(draft: Draft, policy: Policy, heard: boolean): Next {
  const service = draft.category.value === null ? undefined : policy.services.get(draft.category.value)
  const category = service === undefined ? 'none' : gradeCategory(draft.category, policy)
  const location = gradeLocation(draft.location, category === 'none' ? undefined : service, policy)
  // A service that is often a 911 matter waits neither for an address nor for certainty.
  if (category !== 'none' && service?.review === 'emergency') return { do: 'emergency' }
  const isSure = category === 'sure' && location === 'sure'
  const unconfirmed = heard && service?.place !== 'none' && draft.location.by !== 'resident'
  if (isSure && service !== undefined && !unconfirmed) return complete(draft, service, policy)
  const asking = question(draft, service, category, isSure ? 'half' : location)
  // What is only read back was understood: it is no question in vain.
  const wanted = isSure ? { ...asking, slots: [] } : asking
  const spent =
    draft.asked.total >= policy.questionsPerRequest ||
    wanted.slots.some((s) => draft.asked[s] >= policy.questionsPerSlot)
  if (!spent) return { do: 'ask', ...wanted }
  if (draft.outside !== null && location !== 'sure') return { do: 'review', reason: 'outside-city' }
  return { do: 'review', reason: category === 'sure' ? 'place-unclear' : 'service-unclear' }
}

/** Sure of service and place: the service's own required questions, an agent where the service wants one, else a case. */
function complete(draft: Draft, service: Service, policy: Policy): Next {
  const missing = service.details.find((d) => d.required && draft.attributes[d.code] === undefined)
  if (missing !== undefined && draft.asked.details < 1 && draft.asked.total < policy.questionsPerRequest) {
    return {
      do: 'ask',
      question: { about: 'detail', code: missing.code },
      speech: { say: 'ask-detail', code: service.code, detail: missing.code, question: missing.question },
      slots: ['details'],
    }
  }
  return service.review === 'person' ? { do: 'review', reason: 'service-needs-person' } : { do: 'file' }
}

function question(
  draft: Draft,
  service: Service | undefined,
  category: 'sure' | 'half' | 'none',
  location: 'sure' | 'half' | 'vague' | 'none',
): Omit<Asking, 'do'> {
  const code = category === 'none' ? null : (service?.code ?? null)
  const place = draft.location.value
  const hasPhoto = draft.mediaIds.length > 0
  if (category === 'none' && location === 'none') {
    return {
      question: { about: 'both' },
      speech: { say: 'ask-both', hasPhoto },
      slots: ['category', 'location'],
    }
  }
  if (category === 'none') {
    const codes = choices(draft)
    if (codes.length >= 2) {
      return {
        question: { about: 'category-choice', codes },
        speech: { say: 'choose-category', codes },
        slots: ['category'],
      }
    }
    return {
      question: { about: 'category' },
      speech: { say: 'ask-category', hasPhoto, place: location === 'vague' ? null : place },
      slots: ['category'],
    }
  }
  if (location === 'vague') {
    const places = [...placeChoices(draft.location)]
    const street = streetOf(places[0]?.address ?? '')
    if (draft.location.needs === 'neighborhood' && places.length >= 2) {
      return {
        question: { about: 'place-choice', places },
        speech: {
          say: 'choose-place',
          street,
          places,
          ...(service?.private === true && { home: true as const }),
        },
        slots: ['location'],
      }
    }
    if (place?.kind === 'street') {
      return {
        question: { about: 'number' },
        speech: { say: 'ask-number', street: place.address, code },
        slots: ['location'],
      }
    }
    return { question: { about: 'location' }, speech: { say: 'ask-location', code }, slots: ['location'] }
  }
  if (location === 'none')
    return { question: { about: 'location' }, speech: { say: 'ask-location', code }, slots: ['location'] }
  const inDoubt = { category: category === 'half', location: location === 'half' }
  return {
    question: { about: 'confirmation', ...inDoubt },
    speech: {
      say: 'confirm',
      code,
      place: service?.place === 'none' ? null : place,
      ...(inDoubt.category && !inDoubt.location && { doubts: 'category' as const }),
    },
    slots: [
      ...(inDoubt.category ? (['category'] as const) : []),
      ...(inDoubt.location ? (['location'] as const) : []),
    ],
  }
}

/** Services worth offering by number: real contenders only. */
function choices(draft: Draft): string[] {
  const all = [
    ...(draft.category.value === null
      ? []
      : [{ value: draft.category.value, confidence: draft.category.confidence }]),
    ...draft.category.alternatives,
  ]
  return [...new Map(all.filter((a) => a.confidence >= 0.1).map((a) => [a.value, a])).keys()].slice(0, 3)
}

/** `123 Tremont St` without its number. */
const streetOf = (address: string): string => address.replace(/^\d+[A-Za-z]?(?:\s*-\s*\d+)?\s+/, '')
