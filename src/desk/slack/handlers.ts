/**
 * Clicks on cards: decide, claim, open a modal. Acknowledged in time whatever happens behind.
 * @module
 */
import type { types } from '@slack/bolt'
import { asAppError } from '../../core/errors.ts'
import type { Log } from '../../core/events.ts'
import type { Desk } from '../../core/ports.ts'
import { type Told, tooLate, whisperOf } from './answers.ts'
import type { SlackApi } from './api.ts'
import { type DeskWork, within } from './desk-work.ts'
import { limits, plain } from './limits.ts'
import { modalFor, noticeModal } from './modals.ts'
import { BlockActions, BlockSuggestion } from './payloads.ts'
import {
  type ActionName,
  actionOf,
  actions,
  ButtonValue,
  json,
  ModalFacts,
  type ModalKind,
  type Seen,
  seenIn,
} from './value.ts'

export interface HandlerDeps {
  readonly api: SlackApi
  readonly desk: Desk
  readonly work: DeskWork
  readonly log: Log
  /** How long a click waits for the desk before it is acknowledged all the same. Slack gives up after 3 s. */
  readonly patienceMs: number
}
/** Answers Slack. Only the first call counts. */
export type Ack = (answer?: unknown) => Promise<void>

/** Where the agent is told, and who it is. */
interface Where {
  readonly user: string
  readonly channel: string | null
}
type Clicked = BlockActions['actions'][number]

export function actionHandlers(deps: HandlerDeps) {
  const { api, work, log, patienceMs } = deps
  const failed = (thrown: unknown, what: string) => {
    const { code, providerCode } = asAppError(thrown)
    log('warn', 'surface.failed', { surface: 'slack', what, code, providerCode })
  }

  /** Tells an agent; where that fails the card still shows the truth. */
  async function tell({ user, channel }: Where, told: Told, seen: Seen): Promise<void> {
    if (channel === null) return
    await api
      .whisper(channel, user, whisperOf(told, seen))
      .catch((thrown: unknown) => failed(thrown, 'whisper'))
  }

  async function onAction(body: unknown, ack: Ack): Promise<void> {
    const parsed = BlockActions.safeParse(body)
    const [clicked] = parsed.data?.actions ?? []
    const name = clicked === undefined ? null : actionOf(clicked.action_id)
    if (!parsed.success || clicked === undefined || name === null) {
      log('warn', 'surface.ignored', { surface: 'slack', what: clicked?.action_id ?? 'block_actions' })
      return ack()
    }
    const value = valueIn(name, clicked)
    if (value === null) {
      // A menu in a modal is read when the modal is submitted.
      if (parsed.data.view == null) log('warn', 'surface.ignored', { surface: 'slack', what: name })
      return ack()
    }
    const channel = parsed.data.channel?.id ?? parsed.data.container?.channel_id ?? null
    const where = { user: parsed.data.user.id, channel }
    if (name === actions.refuse || name === actions.place)
      return openModal(parsed.data, name, value, where, ack)
    if (name === actions.takeOver && parsed.data.view != null)
      return takeOverInModal(parsed.data.view, value, where.user, ack)
    const doing =
      name === actions.claim || name === actions.takeOver
        ? work.claim(value.review, where.user, name === actions.takeOver)
        : work.decide({
            click: [
              parsed.data.team?.id ?? 'org',
              parsed.data.container?.message_ts ?? '',
              clicked.action_ts,
              clicked.action_id,
            ],
            user: where.user,
            reviewId: value.review,
            seen: value.seen,
            ...wishOf(name, value),
          })
    await within(doing, patienceMs)
    await ack()
    await tell(where, (await doing).told, value)
  }

  /** A modal holds its review for whoever fills it in. It opens at once: the click is good for three seconds. */
  async function openModal(
    body: BlockActions,
    kind: ModalKind,
    value: ButtonValue,
    where: Where,
    ack: Ack,
  ): Promise<void> {
    await ack()
    if (body.trigger_id === undefined) return
    const review = await within(
      deps.desk.review(value.review).catch(() => null),
      patienceMs / 2,
    )
    const facts: ModalFacts = {
      kind,
      review: value.review,
      seen: value.seen,
      channel: where.channel ?? '',
      reference: review?.request.reference ?? 'this request',
      service: serviceOf(deps.desk, review?.request.service_code ?? null),
      typed: '',
      places: [],
    }
    const claiming = work.claim(value.review, where.user, false)
    try {
      const opened = await api.open(body.trigger_id, modalFor(facts))
      const claimed = await claiming
      if (!claimed.done)
        await api.change(opened.id, noticeModal(facts, claimed.told.words, claimed.told.takeOver))
    } catch (thrown) {
      const error = asAppError(thrown)
      // The same click twice: the first one opened the modal, or the agent closed it already.
      if (error.code === 'conflict' || error.code === 'not-found') return
      failed(error, `open ${kind}`)
      if ((await claiming).done) await work.release(value.review, where.user)
      await tell(where, tooLate, value)
    }
  }

  async function takeOverInModal(
    view: NonNullable<BlockActions['view']>,
    value: ButtonValue,
    user: string,
    ack: Ack,
  ): Promise<void> {
    await ack()
    const facts = ModalFacts.safeParse(json(view.private_metadata))
    if (!facts.success) return log('warn', 'surface.ignored', { surface: 'slack', what: 'take-over' })
    const claimed = await work.claim(value.review, user, true)
    const next = claimed.done
      ? modalFor(facts.data)
      : noticeModal(facts.data, claimed.told.words, claimed.told.takeOver)
    await api.change(view.id, next).catch((thrown: unknown) => failed(thrown, 'take-over'))
  }

  /** Options of the service menu. */
  async function onOptions(body: unknown, ack: Ack): Promise<void> {
    const parsed = BlockSuggestion.safeParse(body)
    if (!parsed.success || parsed.data.action_id !== actions.service) {
      log('warn', 'surface.ignored', { surface: 'slack', what: 'block_suggestion' })
      return ack({ options: [] })
    }
    const { view, block_id, value } = parsed.data
    const facts = view == null ? null : ModalFacts.safeParse(json(view.private_metadata)).data
    const id = facts?.review ?? seenIn(block_id)?.review
    const review =
      id === undefined
        ? null
        : await within(
            deps.desk.review(id).catch(() => null),
            patienceMs / 2,
          )
    const options: types.PlainTextOption[] = deps.desk
      .services(value, review)
      .slice(0, limits.options)
      .map(({ code, name }) => ({ text: plain(name, limits.optionText), value: code }))
    return ack({ options })
  }

  return { onAction, onOptions, tell }
}

export function serviceOf(desk: Desk, code: string | null): ModalFacts['service'] {
  const found = code === null ? undefined : desk.services('', null).find((s) => s.code === code)
  return found === undefined ? null : { code: found.code, name: found.name }
}

/** What an action carries. The menu has its review in the block and the service in the option. */
function valueIn(name: ActionName, { value, block_id, selected_option }: Clicked): ButtonValue | null {
  const given =
    name === actions.service ? { ...seenIn(block_id), code: selected_option?.value } : json(value ?? '')
  return ButtonValue.safeParse(given).data ?? null
}

/** The decision that a button stands for. */
function wishOf(
  name: ActionName,
  { code }: ButtonValue,
): {
  readonly action: 'accept' | 'change' | 'ask'
  readonly code?: string
  readonly note?: string
  readonly did: string
} {
  if (name === actions.askWhere) return { action: 'ask', note: 'location', did: 'Asked the resident where' }
  if (name === actions.askWhat) return { action: 'ask', note: 'category', did: 'Asked the resident what' }
  if (name === actions.accept || code === undefined) return { action: 'accept', did: 'Accepted' }
  return { action: 'change', code, did: 'Changed and accepted' }
}
