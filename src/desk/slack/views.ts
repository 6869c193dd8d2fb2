/**
 * Modals that come back: submitted, or closed.
 * @module
 */
import { readableReason } from '../api/reason.ts'
import { stillWorking } from './answers.ts'
import { type Outcome, within } from './desk-work.ts'
import type { Ack, HandlerDeps } from './handlers.ts'
import { callbackIds, inputs, noticeModal, placeModal } from './modals.ts'
import { ViewClosed, ViewSubmission } from './payloads.ts'
import { json, ModalFacts } from './value.ts'

type Values = NonNullable<ViewSubmission['view']['state']>['values']
type Tell = (
  where: { readonly user: string; readonly channel: string | null },
  told: Outcome['told'],
  seen: ModalFacts,
) => Promise<void>

export function viewHandlers(deps: HandlerDeps, tell: Tell) {
  const { api, desk, work, log, patienceMs } = deps
  const ignored = (what: string) => log('warn', 'surface.ignored', { surface: 'slack', what })

  async function onSubmit(body: unknown, ack: Ack): Promise<void> {
    const parsed = ViewSubmission.safeParse(body)
    const facts = ModalFacts.safeParse(json(parsed.data?.view.private_metadata ?? ''))
    const callback = parsed.data?.view.callback_id
    if (!parsed.success || !facts.success) {
      ignored(`view_submission ${callback ?? ''}`.trim())
      return ack()
    }
    const values = parsed.data.view.state?.values ?? {}
    if (callback === callbackIds.refuse) return refuse(parsed.data, facts.data, values, ack)
    if (callback === callbackIds.place) return setPlace(parsed.data, facts.data, values, ack)
    ignored(`view_submission ${callback}`)
    return ack()
  }

  async function refuse(body: ViewSubmission, facts: ModalFacts, values: Values, ack: Ack): Promise<void> {
    const note = readableReason(values[inputs.reason]?.[inputs.reason]?.value ?? '')
    if (note === '') return ack(errorAt(inputs.reason, 'Write a reason: the resident reads it.'))
    await settle(body, facts, inputs.reason, ack, { action: 'refuse', note, did: 'Refused' })
  }

  /** Typed anew: candidates. Chosen: the decision. */
  async function setPlace(body: ViewSubmission, facts: ModalFacts, values: Values, ack: Ack): Promise<void> {
    const typed = (values[inputs.typed]?.[inputs.typed]?.value ?? '').trim()
    if (typed === '') return ack(errorAt(inputs.typed, 'Type an address, a corner, a street or a park.'))
    const code = values[inputs.service]?.service?.selected_option?.value
    const choice = Object.entries(values).find(([block]) => block.startsWith(inputs.choice))?.[1]
    const chosen = choice?.[inputs.choice]?.selected_option?.value
    const place = typed === facts.typed && chosen != null ? facts.places[Number(chosen)] : undefined
    if (place === undefined) {
      const found = placeModal({ ...facts, typed }, desk.places(typed))
      return ack({ response_action: 'update', view: found })
    }
    const changed = code != null && code !== facts.service?.code ? { code } : {}
    await settle(body, facts, inputs.typed, ack, {
      action: 'change',
      place,
      ...changed,
      did: 'Changed and accepted',
    })
  }

  /** Closes the modal once it is decided; says in it what stood in the way. */
  async function settle(
    { view, user }: ViewSubmission,
    facts: ModalFacts,
    block: string,
    ack: Ack,
    wish: Omit<Parameters<typeof work.decide>[0], 'click' | 'user' | 'reviewId' | 'seen'>,
  ): Promise<void> {
    const deciding = work.decide({
      ...wish,
      click: ['view', view.id, view.hash],
      user: user.id,
      reviewId: facts.review,
      seen: facts.seen,
    })
    const where = { user: user.id, channel: facts.channel === '' ? null : facts.channel }
    const outcome = await within(deciding, patienceMs)
    if (outcome === null) {
      // Slack closes nothing of its own accord; the words wait in the modal until we know.
      await ack({ response_action: 'update', view: noticeModal(facts, stillWorking.words, false) })
      const { told } = await deciding
      await api.change(view.id, noticeModal(facts, told.words, told.takeOver)).catch(() => undefined)
      return tell(where, told, facts)
    }
    const { done, failed, told } = outcome
    if (done) {
      await ack()
      return tell(where, told, facts)
    }
    // What was typed stays where it only has to be sent again.
    if (failed) return ack(errorAt(block, told.words))
    return ack({ response_action: 'update', view: noticeModal(facts, told.words, told.takeOver) })
  }

  /** Whoever closes a modal lets go of its review. */
  async function onClosed(body: unknown, ack: Ack): Promise<void> {
    await ack()
    const parsed = ViewClosed.safeParse(body)
    const facts = ModalFacts.safeParse(json(parsed.data?.view.private_metadata ?? ''))
    if (!parsed.success || !facts.success) return ignored('view_closed')
    await work.release(facts.data.review, parsed.data.user.id)
  }

  return { onSubmit, onClosed }
}

const errorAt = (block: string, words: string) => ({ response_action: 'errors', errors: { [block]: words } })
