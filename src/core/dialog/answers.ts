import type { Policy } from '../policy.ts'
import type { Draft, Question } from '../turn.ts'
import type { Problem } from '../understanding.ts'
import { detailAnswer } from './detail.ts'
import type { MessageEvent } from './draft.ts'
import { extendDraft } from './draft.ts'
import { isHeard } from './progress.ts'
import { emptyCategory, emptyLocation, gradeCategory, gradeLocation, settledBy } from './slots.ts'

/** The draft after a message that answers what we asked. What can't be read as an answer is kept as words. */
export function answer(draft: Draft, question: Question, event: MessageEvent, policy: Policy): Draft {
  const problem = event.understanding.problems[0] ?? null
  switch (question.about) {
    case 'confirmation':
      return confirmed(draft, question, event, problem, policy)
    case 'category-choice': {
      const chosen = picked(event.message.text, question.codes)
      if (chosen === null) return asAnswer(draft, event, problem, { category: true, location: false }, policy)
      const next = extendDraft(draft, event, problem, { category: false, location: false })
      return { ...next, category: { ...next.category, value: chosen, by: 'resident' } }
    }
    case 'place-choice': {
      const place = picked(event.message.text, question.places)
      if (place === null) {
        const named = asAnswer(draft, event, problem, { category: false, location: true }, policy)
        // A neighborhood that we did not offer, taken for the nearest one: said back before anything is filed.
        return named.location.confidence < policy.locationAccept
          ? { ...named, location: { ...named.location, by: null } }
          : named
      }
      const next = extendDraft(draft, event, null, { category: false, location: false })
      return {
        ...next,
        location: {
          ...next.location,
          value: place,
          // The street was chosen; whether its number was heard right is still to be asked.
          ...(isHeard(policy, event.message.channel)
            ? { by: null, confidence: 1, alternatives: [] }
            : { by: 'resident' as const }),
          needs: null,
          messageId: event.message.id,
        },
      }
    }
    case 'category':
      return asAnswer(draft, event, problem, { category: true, location: false }, policy)
    case 'location':
    case 'number':
      return asAnswer(draft, event, problem, { category: false, location: true }, policy)
    case 'both':
      return asAnswer(draft, event, problem, { category: true, location: true }, policy)
    case 'detail': {
      const next = extendDraft(draft, event, null, { category: false, location: false })
      const service = policy.services.get(draft.category.value ?? '')
      const detail = service?.details.find(({ code }) => code === question.code)
      return {
        ...next,
        attributes: { ...next.attributes, [question.code]: detailAnswer(detail, event) },
      }
    }
    case 'review':
    case 'correction':
      return draft
  }
}

/** A direct answer counts for more than the same words by themselves. */
function asAnswer(
  draft: Draft,
  event: MessageEvent,
  problem: Problem | null,
  explicit: { category: boolean; location: boolean },
  policy: Policy,
): Draft {
  const next = extendDraft(draft, event, problem, explicit)
  const { category, location } = next
  const service = category.value === null ? undefined : policy.services.get(category.value)
  const saysCategory =
    explicit.category && category.messageId === event.message.id && gradeCategory(category, policy) !== 'none'
  const locationFloor = (policy.locationConfirm + policy.locationAccept) / 2
  const saysPlace =
    explicit.location &&
    location.messageId === event.message.id &&
    location.by !== 'photo' &&
    location.needs === null &&
    location.confidence >= locationFloor
  return {
    ...next,
    category:
      saysCategory && category.confidence >= (policy.categoryConfirm + policy.categoryAccept) / 2
        ? settledBy(category, 'resident')
        : category,
    location:
      saysPlace &&
      !isHeard(policy, event.message.channel) &&
      gradeLocation(location, service, policy) !== 'vague'
        ? settledBy(location, 'resident')
        : location,
  }
}

/** Yes settles what was in doubt; no empties it, or corrects it where the message says how. */
function confirmed(
  draft: Draft,
  question: Extract<Question, { about: 'confirmation' }>,
  event: MessageEvent,
  problem: Problem | null,
  policy: Policy,
): Draft {
  const { intent } = event.understanding
  const next = extendDraft(draft, event, null, { category: false, location: false })
  if (intent.value === 'yes') {
    return {
      ...next,
      category: settledBy(next.category, 'resident'),
      location: settledBy(next.location, 'resident'),
    }
  }
  const newPlace =
    problem !== null &&
    problem.location.value !== null &&
    problem.location.confidence >= policy.locationConfirm
  const newCategory =
    problem !== null &&
    problem.category.value !== null &&
    problem.category.value !== draft.category.value &&
    // "no, it's 54 not 45" names no service: beside a new place only sure words do.
    problem.category.confidence >= (newPlace ? policy.categoryAccept : policy.categoryConfirm)
  if (newPlace || newCategory) {
    const corrected = asAnswer(draft, event, problem, { category: newCategory, location: newPlace }, policy)
    // A correction of one says that the other was right.
    return {
      ...corrected,
      category: newCategory ? corrected.category : settledBy(corrected.category, 'resident'),
      location:
        newPlace || corrected.location.value === null
          ? corrected.location
          : settledBy(corrected.location, 'resident'),
    }
  }
  if (intent.value !== 'no') return next
  const { category } = next
  return {
    ...next,
    category:
      question.category || !question.location
        ? { ...emptyCategory, alternatives: category.alternatives.filter((a) => a.value !== category.value) }
        : category,
    location: question.location ? emptyLocation : next.location,
  }
}

/** The 1-based choice in `2`, `2)`, `number 2`, `#2`, or null. */
function picked<T>(text: string, choices: readonly T[]): T | null {
  const match = /^\s*(?:#|no\.?|number|option)?\s*([1-9])\s*[).:]?\s*$/i.exec(text)
  return match === null ? null : (choices[Number(match[1]) - 1] ?? null)
}
