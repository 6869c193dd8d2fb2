/**
 * Turns. A job names one message; its turn is taken in the order of the conversation, so a job may find that
 * another one has done its work, or do the work of several.
 * @module
 */
import {
  addressIn,
  codeIn,
  contactLeft,
  isOneDevice,
  isPrivate,
  newsCodeIn,
  step,
  unreadable,
} from '../src/core/dialog.ts'
import { asAppError } from '../src/core/errors.ts'
import type { Log } from '../src/core/events.ts'
import { breakerMs, goesInCircles, quietTurn, withinBreaker, withinReach } from '../src/core/origin.ts'
import type { Policy } from '../src/core/policy.ts'
import type {
  CaseUpdate,
  Clock,
  JobVerdict,
  Queue,
  Store,
  TurnInput,
  TurnOutcome,
  TurnSubject,
} from '../src/core/ports.ts'
import { readingOf } from '../src/core/reading.ts'
import type { EffectId, InboundMessage, Origin } from '../src/core/request.ts'
import { MessageId } from '../src/core/request.ts'
import { withStated } from '../src/core/stated.ts'
import type { Agreed, Asks, Decision, EffectKind, OtherAddress, Turn } from '../src/core/turn.ts'
import type { Hints, Understanding } from '../src/core/understanding.ts'
import type { Answers, PlaceCheck } from './check-places.ts'
import { answersFor, MustAsk } from './check-places.ts'
import { addEffects } from './effects.ts'
import { hintsOf } from './hints.ts'
import { randomCode, randomHalf } from './prove.ts'

export interface Intake {
  readonly store: Store
  readonly queue: Queue
  readonly policy: Policy
  readonly understand: (text: string, hints: Hints) => Understanding
  /** Asked about the places of a message before its turn. Without it, what was read stands. */
  readonly places?: PlaceCheck
  readonly clock: Clock
  readonly log: Log
  /** Channels on which the owner of a stated contact is asked. Without it nobody is. */
  readonly asksOn?: ReadonlySet<OtherAddress['channel']>
  /**
   * Kinds of effect that touch nothing outside the ledger and are carried out right after the turn, without a
   * job of their own. What fails is found by the sweeper.
   */
  readonly atOnce?: ReadonlyMap<EffectKind, (id: string) => Promise<JobVerdict>>
}

/** A job of the queue `intake`. */
export async function takeTurns(deps: Intake, id: string): Promise<JobVerdict> {
  const messageId = MessageId.safeParse(id)
  if (!messageId.success) return { verdict: 'done' }
  let next: MessageId | null = messageId.data
  while (next !== null) {
    const outcome: TurnOutcome = await takeTurn(deps, { kind: 'message', messageId: next })
    if (outcome.outcome === 'waiting') return { verdict: 'later', afterMs: 250 }
    if (outcome.outcome === 'nothing') return { verdict: 'done' }
    next = outcome.more
  }
  return { verdict: 'done' }
}

/** The turn of an agent's decision. A review that someone else decided before gives a turn without effects. */
export async function decisionTurn(
  policy: Policy,
  now: number,
  decision: Decision,
  input: TurnInput,
): Promise<Turn> {
  const { request, review, state, channel } = input
  if (request === null || input.repeated !== null) return { state, writes: [], effects: [], consent: null }
  const seed = seedOf(request.id, now)
  return step(state, { type: 'decision', seed, now, decision, request, review }, policy, channel)
}

async function updateTurn(policy: Policy, now: number, update: CaseUpdate, input: TurnInput): Promise<Turn> {
  const { request, state, channel } = input
  if (request === null) return { state, writes: [], effects: [], consent: null }
  const { status, notes, ref } = update
  const seed = seedOf(request.id, now)
  return step(
    state,
    { type: 'update', seed, now, request, status, notes, system: ref.system },
    policy,
    channel,
  )
}

/** One turn: understood, stepped, written, and its effects on their way. `seen` hears what it was decided on. */
export async function takeTurn(
  deps: Intake,
  subject: TurnSubject,
  seen: (input: TurnInput, now: number) => void = () => undefined,
): Promise<TurnOutcome> {
  let startedAt = deps.clock.now()
  let taken: { readonly conversationId: string; readonly turn: Turn } | null = null
  const answers = answersFor(deps.places, deps.log)
  const once = (): Promise<TurnOutcome> =>
    deps.store.turn(subject, async (input) => {
      const now = deps.clock.now()
      seen(input, now)
      const turn = await turnOf(deps, subject, input, now, answers)
      taken = { conversationId: input.conversationId, turn }
      return turn
    })
  const outcome = await once().catch(async (thrown: unknown) => {
    if (!(thrown instanceof MustAsk)) throw thrown
    await answers.fetch(thrown.questions)
    startedAt = deps.clock.now()
    return once()
  })
  if (outcome.outcome !== 'taken') return outcome
  if (taken !== null) report(deps, taken, deps.clock.now() - startedAt)
  // The turn stands whether or not they are taken up now: the sweeper finds them.
  await takeUp(deps, outcome.effects).catch((error: unknown) =>
    deps.log('warn', 'queue.failed', { queue: 'all', reason: asAppError(error).code }),
  )
  return outcome
}

async function takeUp(
  deps: Intake,
  effects: readonly { readonly id: EffectId; readonly kind: EffectKind }[],
): Promise<void> {
  const own = effects.filter((e) => deps.atOnce?.has(e.kind) === true)
  await Promise.all([
    addEffects(
      deps.queue,
      effects.filter((e) => !own.includes(e)),
    ),
    ...own.map((e) => deps.atOnce?.get(e.kind)?.(e.id)),
  ])
}

async function turnOf(
  deps: Intake,
  subject: TurnSubject,
  input: TurnInput,
  now: number,
  answers: Answers,
): Promise<Turn> {
  if (input.message === null) {
    if (subject.kind === 'decision') return decisionTurn(deps.policy, now, subject.decision, input)
    if (subject.kind === 'update') return updateTurn(deps.policy, now, subject.update, input)
    return step(
      input.state,
      { type: 'idle', seed: seedOf(input.conversationId, now), now },
      deps.policy,
      input.channel,
    )
  }
  const { message, receivedAt } = input
  const seed = message.id.slice('msg_'.length)
  try {
    if (message.origin === undefined) return await messageTurn(deps, input, message, seed, answers)
    return await doubtedTurn(deps, input, message, message.origin, () =>
      messageTurn(deps, input, message, seed, answers),
    )
  } catch (thrown) {
    if (thrown instanceof MustAsk) throw thrown
    const error = asAppError(thrown)
    if (error.code !== 'bug') throw error
    // A mistake of ours must not stand in the way of this resident's next messages, nor lose this one.
    const reason = error.cause instanceof Error ? error.cause.name : error.name
    deps.log('error', 'message.unreadable', { messageId: message.id, reason })
    return unreadable(input.state, { seed, now: receivedAt, message })
  }
}

/** The turn of a message that a machine may have written. */
async function doubtedTurn(
  deps: Intake,
  input: TurnInput,
  message: InboundMessage,
  { writer }: Origin,
  take: () => Promise<Turn>,
): Promise<Turn> {
  const ignore = (why: 'machine' | 'repeated'): Turn => {
    deps.log('info', 'message.ignored', { messageId: message.id, why })
    return quietTurn(input.state)
  }
  if (writer === 'machine') return ignore('machine')
  if (writer === 'unreadable') {
    const seed = message.id.slice('msg_'.length)
    deps.log('warn', 'message.unreadable', { messageId: message.id, reason: 'as it came' })
    return { ...unreadable(input.state, { seed, now: input.receivedAt, message }), effects: [] }
  }
  const lately = await input.lately(input.receivedAt - breakerMs)
  if (goesInCircles(message.text, lately)) return ignore('repeated')
  return withinBreaker(await take(), lately)
}

async function messageTurn(
  deps: Intake,
  input: TurnInput,
  message: InboundMessage,
  seed: string,
  answers: Answers,
): Promise<Turn> {
  const startedAt = performance.now()
  const hints = hintsOf(input)
  const read = withStated(message, deps.understand(message.text, hints), hints, deps.understand)
  const understanding = answers.check(message.id, message.text, read, hints)
  const keyed = message.keyed === undefined ? [] : [message.keyed]
  const joins = message.joins === undefined ? [] : [message.joins]
  const numbers = [...(message.origin?.about ?? []), ...understanding.references, ...keyed, ...joins]
  const found = numbers.length === 0 ? [] : await input.find(numbers)
  deps.log('debug', 'message.understood', {
    messageId: message.id,
    tookMs: Math.round((performance.now() - startedAt) * 100) / 100,
    language: understanding.language.value,
    intent: understanding.intent.value,
    safety: understanding.safety.value,
    problems: understanding.problems.length,
  })
  const { optedOut, media, receivedAt: now } = input
  // Whoever may be somebody else neither proves an address nor sees what another one wrote.
  const isThemselves = message.origin?.proven ?? true
  const code =
    isThemselves && message.stated === undefined && isPrivate(message.channel) ? codeIn(message.text) : null
  const proof = code === null ? null : await input.prove(code)
  const six =
    isThemselves && message.stated === undefined && isPrivate(message.channel)
      ? newsCodeIn(message.text)
      : null
  const agreed = six === null ? null : await input.agree(six)
  const asks = await asksOf(deps, input, message)
  const all = { requests: input.requests, named: found }
  const { requests, named } = withinReach(message.origin, understanding.intent.value, all)
  const linked = isThemselves ? input.linked : []
  const turn = step(
    speaking(input.state, agreed),
    {
      type: 'message',
      seed,
      now,
      message,
      media,
      understanding,
      requests,
      named,
      optedOut,
      linked,
      proof,
      agreed,
      ...(asks !== null && { asks }),
      ...(isThemselves && { half: randomHalf() }),
    },
    deps.policy,
    input.channel,
  )
  if (agreed !== null && agreed !== 'wrong')
    deps.log('info', 'contact.proven', { channel: message.channel, requests: agreed.requestIds.length })
  return { ...turn, reading: readingOf(understanding) }
}

/** Digits are of no language: who answers with them is spoken to in the language they were asked in. */
const speaking = (state: TurnInput['state'], agreed: Agreed | null): TurnInput['state'] =>
  agreed === null || agreed === 'wrong' || state.language !== null
    ? state
    : { ...state, language: agreed.language }

/** Whom to ask about news, where a form said how to reach whoever reports; null: nobody. */
async function asksOf({ asksOn }: Intake, input: TurnInput, message: InboundMessage): Promise<Asks | null> {
  const contact = contactLeft(input.state, message)
  const to = asksOn === undefined || contact === null ? null : addressIn(contact, asksOn)
  if (to === null) return null
  const before = isOneDevice(message) ? await input.asked(to) : null
  return {
    to,
    code: before?.code ?? randomCode(),
    before: before === null ? null : before.proven ? 'proven' : 'asked',
  }
}

/** Ids of a turn without a message: the subject's own, and the time. */
const seedOf = (id: string, now: number): string => `${id.slice(4, 34)}_${now.toString(36)}`

function report(
  deps: Intake,
  taken: { readonly conversationId: string; readonly turn: Turn },
  tookMs: number,
): void {
  const { turn, conversationId } = taken
  const requests = turn.writes.filter((w) => w.do === 'create').length
  deps.log('info', 'turn.taken', { conversationId, requests, effects: turn.effects.length, tookMs })
  for (const write of turn.writes) {
    if (write.do === 'open-review')
      deps.log('info', 'review.opened', {
        requestId: write.requestId,
        reason: write.reason,
        pinned: write.pinned,
      })
  }
}
