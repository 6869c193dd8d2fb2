/**
 * A person in front of Slack: presses, chooses, types, submits. Acts on answers as Slack's client does.
 * @module
 */
import { z } from 'zod'
import { type Block, type InputBlock, type Option, Options, View } from './block-kit.ts'
import type { SlackState } from './state.ts'
import type { Agent, Delivered, Outgoing, PlayedView } from './types.ts'

export interface AgentDeps {
  readonly state: SlackState
  readonly team: string
  readonly apiUrl: () => string
  readonly deliver: (outgoing: Outgoing) => Promise<Delivered>
}
/** https://docs.slack.dev/surfaces/modals#interactions */
const Answer = z.discriminatedUnion('response_action', [
  z.object({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string()) }),
  z.object({ response_action: z.literal('update'), view: View }),
  z.object({ response_action: z.literal('clear') }),
])
type Surface = { readonly blocks: readonly Block[]; readonly about: object; readonly view: PlayedView | null }

export function agentOf({ state, team, apiUrl, deliver }: AgentDeps, user: string): Agent {
  const person = { user: { id: user, username: user.toLowerCase(), team_id: team }, team: { id: team } }

  /** Where an element is: a card, one of the person's whispers, or their modal. */
  function surfaceAt(at: string): Surface {
    if (at === 'modal') {
      const view = openModal()
      return {
        blocks: view.view.blocks,
        about: { container: { type: 'view', view_id: view.id }, view: written(view, {}) },
        view,
      }
    }
    const whisper = state.whispers(user).find((w) => w.ts === at)
    const message = whisper ?? state.message(at)
    if (message == null) throw new Error(`no message ${at} is seen by ${user}`)
    return {
      blocks: message.blocks,
      view: null,
      about: {
        container: {
          type: 'message',
          message_ts: message.ts,
          channel_id: message.channel,
          is_ephemeral: whisper !== undefined,
        },
        channel: { id: message.channel, name: 'reviews' },
        ...(whisper === undefined && { message: { type: 'message', ts: message.ts, text: message.text } }),
        response_url: `${apiUrl()}/response/${message.ts}`,
      },
    }
  }
  function openModal(): PlayedView {
    const view = state.viewOf(user)
    if (view === null) throw new Error(`no modal is open in front of ${user}`)
    return view
  }
  const elementsOf = (block: Block) =>
    block.type === 'actions' ? block.elements : block.type === 'input' ? [block.element] : []

  function elementAt(at: string, actionId: string) {
    const { blocks, about } = surfaceAt(at)
    for (const [n, block] of blocks.entries()) {
      const element = elementsOf(block).find((e) => e.action_id === actionId)
      if (element !== undefined) return { element, block_id: block.block_id ?? `auto${n}`, about }
    }
    throw new Error(`nothing at ${at} is called ${actionId}`)
  }

  const act = async (at: string, actionId: string, more: object): Promise<Delivered> => {
    const { element, block_id, about } = elementAt(at, actionId)
    const action = { type: element.type, action_id: actionId, block_id, action_ts: state.stamp(), ...more }
    return interact({ type: 'block_actions', trigger_id: state.trigger(user), ...about, actions: [action] })
  }
  const interact = (payload: object): Promise<Delivered> =>
    deliver({
      kind: 'interactive',
      payload: { ...person, api_app_id: 'A0SANDBOX', token: 'unused', ...payload },
    })

  /** The view as Slack sends it back, with what was typed and chosen. */
  function written({ id, hash, view }: PlayedView, values: Readonly<Record<string, string>>) {
    const inputs = view.blocks.filter((b): b is InputBlock => b.type === 'input')
    return {
      id,
      hash,
      team_id: team,
      ...view,
      state: {
        values: Object.fromEntries(
          inputs.map((block) => {
            const name = block.block_id ?? ''
            const given = Object.entries(values).find(([key]) => name === key || name.startsWith(`${key}|`))
            return [name, { [block.element.action_id]: stateOf(block.element, given?.[1]) }]
          }),
        ),
      },
    }
  }

  return {
    async press(at, actionId) {
      const { element } = elementAt(at, actionId)
      const value = element.type === 'button' && element.value !== undefined ? { value: element.value } : {}
      return act(at, actionId, value)
    },
    async options(at, actionId, typed) {
      const { block_id, about } = elementAt(at, actionId)
      const answer = await interact({
        type: 'block_suggestion',
        ...about,
        action_id: actionId,
        block_id,
        value: typed,
      })
      return answer.problem === null ? Options.parse(JSON.parse(answer.body)).options : []
    },
    choose: (at, actionId, value) =>
      act(at, actionId, {
        selected_option: { text: { type: 'plain_text', text: value }, value } satisfies Option,
      }),
    async submit(values) {
      const shown = openModal()
      const missing = missingOf(shown, values)
      if (missing !== null) {
        state.complain(shown, { [missing]: 'Please complete this required field.' })
        return { status: 0, body: '', problem: null }
      }
      const answer = await interact({
        type: 'view_submission',
        trigger_id: state.trigger(user),
        view: written(shown, values),
        response_urls: [],
      })
      if (answer.problem !== null) {
        state.complain(shown, { '': 'We had some trouble connecting. Try again?' })
        return answer
      }
      const next = answer.body === '' ? null : Answer.parse(JSON.parse(answer.body))
      if (next?.response_action === 'errors') state.complain(shown, next.errors)
      else if (next?.response_action === 'update') state.replace(shown, next.view)
      else state.close(user)
      return answer
    },
    async cancel() {
      const shown = openModal()
      state.close(user)
      if (shown.view.notify_on_close !== true) return { status: 0, body: '', problem: null }
      return interact({ type: 'view_closed', view: written(shown, {}), is_cleared: false })
    },
    modal: () => state.viewOf(user),
    whispers: () => state.whispers(user),
  }
}

function stateOf(element: InputBlock['element'], given: string | undefined): object {
  if (element.type === 'plain_text_input')
    return { type: element.type, value: (given ?? element.initial_value ?? '') || null }
  const chosen =
    given === undefined
      ? (element.initial_option ?? null)
      : { text: { type: 'plain_text', text: given }, value: given }
  return { type: element.type, selected_option: chosen }
}

/** Slack's client does not submit a required text that is empty. */
function missingOf({ view }: PlayedView, values: Readonly<Record<string, string>>): string | null {
  for (const block of view.blocks) {
    if (block.type !== 'input' || block.optional === true || block.element.type !== 'plain_text_input')
      continue
    const name = block.block_id ?? ''
    if ((values[name] ?? block.element.initial_value ?? '') === '') return name
  }
  return null
}
