/**
 * The modals: a reason for a refusal, a place, and what stands in the way.
 * @module
 */
import type { types } from '@slack/bolt'
import type { PlaceSuggestion } from '../../core/ports.ts'
import type { Place } from '../../core/understanding.ts'
import { percent } from '../words.ts'
import { cut, limits, plain } from './limits.ts'
import { actions, type ModalFacts } from './value.ts'

/** The longest reason a decision takes. */
const maxReason = 300
/** As many as an agent compares at a glance. */
const maxPlaces = 5

export const callbackIds = { refuse: 'refuse', place: 'place', notice: 'notice' } as const
/** Blocks that are read back. */
export const inputs = { reason: 'reason', typed: 'typed', choice: 'choice', service: 'service' } as const

const frame = (facts: ModalFacts, title: string) => ({
  type: 'modal' as const,
  title: plain(title, limits.modalTitle),
  close: plain('Cancel', limits.modalButton),
  notify_on_close: true,
  private_metadata: JSON.stringify(facts),
})

/** The first view for what the agent pressed. */
export const modalFor = (facts: ModalFacts): types.ModalView =>
  facts.kind === 'refuse' ? refuseModal(facts) : placeModal(facts, null)

function refuseModal(facts: ModalFacts): types.ModalView {
  return {
    ...frame(facts, 'Refuse'),
    callback_id: callbackIds.refuse,
    submit: plain('Refuse', limits.modalButton),
    blocks: [
      {
        type: 'input',
        block_id: inputs.reason,
        label: plain(`Why is ${facts.reference} refused?`, limits.inputLabel),
        hint: plain('The resident reads these words, in English, as you write them.', limits.inputLabel),
        element: {
          type: 'plain_text_input',
          action_id: inputs.reason,
          multiline: true,
          min_length: 1,
          max_length: maxReason,
          focus_on_load: true,
        },
      },
    ],
  }
}

/** `found` null: nothing was typed yet. Candidates that do not fit into what a modal can carry are left out. */
export function placeModal(facts: ModalFacts, found: readonly PlaceSuggestion[] | null): types.ModalView {
  const fitting = fittingPlaces(facts, found ?? [])
  const carried = { ...facts, places: fitting.map((f) => f.place) }
  return {
    ...frame(carried, 'Set the place'),
    callback_id: callbackIds.place,
    submit: plain(fitting.length === 0 ? 'Find' : 'Set', limits.modalButton),
    blocks: [
      {
        type: 'input',
        block_id: inputs.typed,
        label: plain(`Where is ${facts.reference}?`, limits.inputLabel),
        hint: plain('An address, a corner, a street, a park. Change it to search again.', limits.inputLabel),
        element: {
          type: 'plain_text_input',
          action_id: inputs.typed,
          max_length: 200,
          focus_on_load: fitting.length === 0,
          ...(facts.typed !== '' && { initial_value: facts.typed }),
        },
      },
      ...(found !== null && fitting.length === 0
        ? [
            {
              type: 'section' as const,
              text: plain('Nothing in the city is called that. Try another spelling.', limits.section),
            },
          ]
        : []),
      ...(fitting.length === 0 ? [] : [choiceOf(fitting, facts.typed)]),
      serviceInput(facts),
    ],
  }
}

function choiceOf(found: readonly PlaceSuggestion[], typed: string): types.InputBlock {
  const options = found.slice(0, limits.radioOptions).map(({ place, confidence }, n) => ({
    text: plain(`${described(place)} · ${percent(confidence)}`, limits.optionText),
    value: String(n),
  }))
  return {
    type: 'input',
    // Another id for another search, or Slack keeps showing the old choice.
    block_id: `${inputs.choice}|${cut(typed, 200)}`,
    label: plain('Which one?', limits.inputLabel),
    optional: true,
    element: {
      type: 'radio_buttons',
      action_id: inputs.choice,
      options,
      ...(options[0] !== undefined && { initial_option: options[0] }),
    },
  }
}

/** A place alone does not do where no service is known. */
const serviceInput = ({ service }: ModalFacts): types.InputBlock => ({
  type: 'input',
  block_id: inputs.service,
  label: plain('Service', limits.inputLabel),
  optional: true,
  element: {
    type: 'external_select',
    action_id: actions.service,
    placeholder: plain('As it is', limits.placeholder),
    min_query_length: 0,
    ...(service !== null && {
      initial_option: { text: plain(service.name, limits.optionText), value: service.code },
    }),
  },
})

const described = (place: Place): string =>
  place.neighborhood === null ? place.address : `${place.address}, ${place.neighborhood}`

function fittingPlaces(facts: ModalFacts, found: readonly PlaceSuggestion[]): readonly PlaceSuggestion[] {
  let fitting = found.slice(0, maxPlaces)
  const size = () => JSON.stringify({ ...facts, places: fitting.map((f) => f.place) }).length
  while (fitting.length > 0 && size() > limits.privateMetadata) fitting = fitting.slice(0, -1)
  return fitting
}

/** Says what stands in the way. `takeOver`: with the button that clears it. */
export function noticeModal(facts: ModalFacts, notice: string, takeOver: boolean): types.ModalView {
  return {
    ...frame({ ...facts, places: [] }, facts.kind === 'refuse' ? 'Refuse' : 'Set the place'),
    callback_id: callbackIds.notice,
    close: plain('Close', limits.modalButton),
    blocks: [
      { type: 'section', text: { type: 'mrkdwn', text: notice, verbatim: true } },
      ...(takeOver
        ? [
            {
              type: 'actions' as const,
              elements: [
                {
                  type: 'button' as const,
                  action_id: actions.takeOver,
                  text: plain('Take over', limits.buttonText),
                  value: JSON.stringify({ review: facts.review, seen: facts.seen }),
                },
              ],
            },
          ]
        : []),
    ],
  }
}
