/**
 * What an agent can do with a review, as buttons.
 * @module
 */
import type { types } from '@slack/bolt'
import type { ReviewRow } from '../../core/ports.ts'
import type { Suggested } from '../suggestions.ts'
import { suggestedFor } from '../suggestions.ts'
import { percent } from '../words.ts'
import { limits, plain } from './limits.ts'
import { actions, blockId } from './value.ts'

/** More do not fit on a phone; the menu has all of them. */
const maxSuggestions = 4

/** Two rows: what the classifiers think, then everything else. None where it is closed. */
export function decisionBlocks(
  review: ReviewRow,
  nameOf: (code: string) => string,
): readonly types.ActionsBlock[] {
  const seen = { review: review.id, seen: Date.parse(review.request.updated_datetime) }
  const inReview = review.request.state === 'review'
  const button = (id: string, words: string, more: Partial<types.Button> = {}): types.Button => ({
    type: 'button',
    action_id: id,
    text: plain(words, limits.buttonText),
    value: JSON.stringify(seen),
    ...more,
  })
  const first: types.Button[] = choicesFor(review).map(({ code, confidence }, n) => {
    const sure = confidence === null ? null : percent(confidence)
    const current = code === review.request.service_code
    const words = sure === null ? nameOf(code) : `${nameOf(code)} · ${sure}`
    // Whoever hears it hears what it does, and the words that others see.
    const spoken = `${current ? 'Accept' : 'Change to'} ${words}`
    return button(current ? actions.accept : `${actions.suggestion}:${n}`, words, {
      value: JSON.stringify({ ...seen, code }),
      ...(spoken.length <= limits.buttonText && { accessibility_label: spoken }),
      ...(current && { style: 'primary' }),
    })
  })
  // Nothing has to be chosen any more: it has a case, or is on its way to one.
  if (!inReview)
    first.unshift(
      button(actions.accept, review.reason === 'not-filed' ? 'File it again' : 'Done, leave it as it is', {
        style: 'primary',
      }),
    )
  const second: types.ActionsBlockElement[] = [
    serviceMenu(),
    ...(inReview ? [button(actions.askWhere, 'Ask where'), button(actions.askWhat, 'Ask what')] : []),
    button(actions.place, 'Set place…'),
    button(actions.refuse, 'Refuse…', { style: 'danger' }),
    review.claim === null ? button(actions.claim, "I'm on it") : button(actions.takeOver, 'Take over'),
  ]
  return [
    ...(first.length === 0
      ? []
      : [{ type: 'actions' as const, block_id: blockId('first', seen, review.version), elements: first }]),
    { type: 'actions', block_id: blockId('more', seen, review.version), elements: second },
  ]
}

/** Of a request that is filed only the alternatives are a choice. */
function choicesFor(review: ReviewRow): readonly Suggested[] {
  const { service_code: own, state } = review.request
  const all = suggestedFor(review).filter(({ code }) => state === 'review' || code !== own)
  return all.slice(0, maxSuggestions)
}

/** The whole catalogue; Slack asks us for its options while the agent types. A choice decides, so it is confirmed. */
const serviceMenu = (): types.ExternalSelect => ({
  type: 'external_select',
  action_id: actions.service,
  placeholder: plain('Another service…', limits.placeholder),
  min_query_length: 0,
  confirm: {
    title: plain('Decide for this service?', limits.confirmTitle),
    text: plain('The request goes on as this service, and the resident hears of it.', limits.confirmText),
    confirm: plain('Decide', limits.confirmButton),
    deny: plain('Back', limits.confirmButton),
  },
})
