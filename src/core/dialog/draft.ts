import type { ChannelName, NewServiceRequest, RequestId, RequestState } from '../request.ts'
import type { DialogEvent, Draft } from '../turn.ts'
import type { Language, Problem, Safety } from '../understanding.ts'
import {
  categorySlot,
  emptyCategory,
  emptyLocation,
  locationSlot,
  mergeCategory,
  mergeLocation,
  settled,
  settledBy,
} from './slots.ts'

export type MessageEvent = Extract<DialogEvent, { type: 'message' }>

/** A draft of one problem of a message. Files go with the first problem only. */
export function newDraft(
  id: RequestId,
  event: Pick<MessageEvent, 'message' | 'now'>,
  problem: Problem | null,
  withMedia: boolean,
): Draft {
  const { message, now } = event
  const stated = withMedia ? message.stated : undefined
  const category = problem === null ? emptyCategory : categorySlot(problem.category, message.id)
  const location = problem === null ? emptyLocation : locationSlot(problem.location, message.id)
  const text = problem === null ? message.text : message.text.slice(problem.span[0], problem.span[1])
  return {
    id,
    openedAt: now,
    lastAt: now,
    text: withField(text.trim() || message.text.trim(), stated?.address ?? null),
    messageIds: [message.id],
    mediaIds: withMedia ? message.media.map((m) => m.id) : [],
    category:
      stated && stated.service_code !== null
        ? settledBy({ ...category, value: stated.service_code }, 'resident')
        : category,
    location: stated && message.point !== null ? settledBy(location, 'resident') : location,
    attributes: { ...stated?.attributes },
    safety: 'none',
    outside: problem?.location.outside?.name ?? null,
    asked: { category: 0, location: 0, details: 0, total: 0 },
  }
}

/** What a form's field says of the place is part of the resident's words. */
const withField = (text: string, address: string | null): string =>
  address === null || address.trim() === '' || text.includes(address.trim())
    ? text
    : [text, address.trim()].filter(Boolean).join('\n')

/** What was said or written; an answer by a key is neither. */
export const wordsOf = ({ text, pressed }: MessageEvent['message']): string =>
  pressed === true ? '' : text.trim()

/** The draft with one more message in it. `explicit`: the slot we had asked for, so that the answer replaces. */
export function extendDraft(
  draft: Draft,
  event: MessageEvent,
  problem: Problem | null,
  explicit: { category: boolean; location: boolean },
): Draft {
  const { message, now } = event
  const text = wordsOf(message)
  return {
    ...draft,
    lastAt: now,
    text: [draft.text, text].filter(Boolean).join('\n'),
    messageIds: [...draft.messageIds, message.id],
    mediaIds: [...draft.mediaIds, ...message.media.map((m) => m.id)],
    category:
      problem === null
        ? draft.category
        : mergeCategory(draft.category, categorySlot(problem.category, message.id), explicit.category),
    location:
      problem === null
        ? draft.location
        : mergeLocation(draft.location, locationSlot(problem.location, message.id), explicit.location),
    outside:
      problem === null
        ? draft.outside
        : problem.location.value === null
          ? (problem.location.outside?.name ?? draft.outside)
          : null,
  }
}

/** The service request that a draft becomes. */
export function toRequest(
  draft: Draft,
  channel: ChannelName,
  language: Language,
  state: RequestState,
  safety: Safety = draft.safety,
): NewServiceRequest {
  const place = draft.location.value
  return {
    id: draft.id,
    channel,
    language,
    state,
    service_code: draft.category.value,
    category: settled(draft.category, (code) => code),
    description: draft.text,
    place,
    location: settled(draft.location, (p) =>
      p.neighborhood === null ? p.address : `${p.address}, ${p.neighborhood}`,
    ),
    attributes: draft.attributes,
    safety,
    message_ids: draft.messageIds,
    media_ids: draft.mediaIds,
  }
}
