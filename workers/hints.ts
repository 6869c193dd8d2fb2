import type { TurnInput } from '../src/core/ports.ts'
import type { ConversationState } from '../src/core/turn.ts'
import type { Hints, Language } from '../src/core/understanding.ts'

/** What the conversation knows that helps to read the message. */
export function hintsOf(input: Pick<TurnInput, 'state' | 'media' | 'message' | 'requests'>): Hints {
  const { state, media, message, requests } = input
  const draft = state.drafts[0]
  const photo = media.find((m) => m.point !== null)?.point
  const shared = message?.point
  const place = draft?.location.value ?? (draft === undefined ? requests[0]?.place : null) ?? null
  const expecting = expectingOf(state)
  return {
    ...(message === null ? {} : { channel: message.channel }),
    ...languageHint(message?.language ?? state.language),
    ...(shared
      ? { point: { ...shared, from: message?.stated === undefined ? ('device' as const) : ('pin' as const) } }
      : photo
        ? { point: { ...photo, accuracyM: 30, from: 'photo' as const } }
        : {}),
    ...(expecting === null ? {} : { expecting }),
    ...(place === null ? {} : { place }),
    ...(state.question?.about === 'place-choice' ? { candidates: state.question.places } : {}),
  }
}

const languageHint = (language: Language | null): Pick<Hints, 'language'> =>
  language === null ? {} : { language }

function expectingOf(state: ConversationState): NonNullable<Hints['expecting']> | null {
  switch (state.question?.about) {
    case 'category':
    case 'category-choice':
      return 'category'
    case 'location':
    case 'both':
      return 'location'
    case 'number':
      return 'number'
    case 'place-choice':
      return 'neighborhood'
    case 'confirmation':
      return 'confirmation'
    case 'detail':
      return 'details'
    case 'correction':
      return 'location'
    case 'review':
      return state.question.slot
    case undefined:
      return null
  }
}
