/**
 * Decisions and claims over the API: what they say, and what they answer.
 * @module
 */
import type { Context } from 'hono'
import type { Service } from '../../core/catalogue.ts'
import type { DeskAnswer, DeskCommand, ReviewRow } from '../../core/ports.ts'
import type { Place } from '../../core/understanding.ts'
import { outcomeWords } from '../words.ts'
import type { SurfaceDeps } from './deps.ts'
import { choiceWords, knownPlace, placeWords, typedPlace } from './places.ts'
import { readableReason } from './reason.ts'
import type { DecisionBody } from './schema.ts'
import { sha256 } from './session.ts'
import { closedWords, impossibleWords, nameOf } from './summary.ts'
import { reviewJson } from './view.ts'

export interface Answering extends SurfaceDeps {
  readonly byCode: ReadonlyMap<string, Service>
  readonly mediaUrl: () => string
}

/** What a client sends twice by accident comes twice within this. Milliseconds. */
const twiceMs = 2 * 60_000

/**
 * One key is one decision of one agent on one review. Without a key of the caller's own, the same words within two
 * minutes are the same decision; later ones are meant: a resident who answered may be asked again.
 */
export const keyOf = (
  reviewId: string,
  agent: string,
  own: string | { readonly body: unknown; readonly now: number },
): string => {
  const what = typeof own === 'string' ? [own] : [null, own.body, Math.floor(own.now / twiceMs)]
  return `api:${sha256(JSON.stringify([reviewId, agent, ...what]))}`
}

/** Takes a decision whose shape is right already. */
export async function decide(
  deps: Answering,
  c: Context,
  review: ReviewRow,
  agent: string,
  { key: _key, place: wanted, agent: _agent, ...wish }: DecisionBody,
  key: string,
): Promise<Response> {
  if (wish.action === 'change' && wish.code === undefined && wanted === undefined)
    return c.json({ error: 'impossible', message: 'A change names a code or a place.' }, 422)
  let place: Place | undefined
  if (typeof wanted === 'string') {
    const found = typedPlace(deps.desk, wanted)
    if (found.found !== 'one') return unclearPlace(c, found)
    place = found.place
  } else if (wanted !== undefined) {
    const known = knownPlace(deps.desk, wanted)
    if (known === null)
      return c.json({ error: 'impossible', message: 'This place lies outside the city.' }, 422)
    place = known
  }
  const command: DeskCommand = {
    reviewId: review.id,
    action: wish.action,
    agent,
    key,
    surface: 'api',
    ...(wish.code === undefined ? {} : { code: wish.code }),
    ...(place === undefined ? {} : { place }),
    ...(wish.note === undefined ? {} : { note: readableReason(wish.note) }),
    ...(wish.seen === undefined ? {} : { seen: wish.seen }),
    ...(wish.takeOver === undefined ? {} : { takeOver: wish.takeOver }),
  }
  const answer = await deps.desk.decide(command)
  if (answer.outcome === 'done') return c.json(doneJson(deps, answer.review, wish.action))
  return refused(deps, c, answer, command)
}

function unclearPlace(c: Context, found: Exclude<ReturnType<typeof typedPlace>, { found: 'one' }>): Response {
  if (found.found === 'none')
    return c.json({ error: 'impossible', message: 'No place in the city is called like this.' }, 422)
  return c.json(
    {
      error: 'impossible',
      message: `${choiceWords(found.places)}: send the right one as the place.`,
      places: found.places.map(({ place, confidence }) => ({ text: placeWords(place), confidence, place })),
    },
    422,
  )
}

function doneJson(deps: Answering, review: ReviewRow, action: DecisionBody['action']) {
  const { reference } = review.request
  const outcome = review.closed?.outcome ?? (action === 'ask' ? 'asked' : action)
  return {
    outcome,
    message: closedWords(review) ?? `${reference}: ${outcomeWords(outcome)}`,
    review: reviewJson(review, deps.byCode, deps.mediaUrl()),
  }
}

/** 404 unknown · 409 someone else was first, holds it, or it changed · 422 impossible. */
export function refused(
  deps: Answering,
  c: Context,
  { why, review }: Extract<DeskAnswer, { outcome: 'refused' }>,
  command: Pick<DeskCommand, 'action' | 'code' | 'note'>,
): Response {
  if (why === 'unknown' || review === null) return unknown(c)
  const shown = reviewJson(review, deps.byCode, deps.mediaUrl())
  switch (why) {
    case 'decided': {
      const message = closedWords(review) ?? `${review.request.reference} is no longer open`
      return c.json(
        { error: why, message, by: review.closed === null ? null : nameOf(review.closed.by), review: shown },
        409,
      )
    }
    case 'held': {
      const holder = review.claim?.agent ?? null
      const message = `${holder ?? 'Someone else'} works on it. Send "takeOver": true to decide all the same.`
      return c.json({ error: why, message, holder, review: shown }, 409)
    }
    case 'changed':
      return c.json(
        {
          error: why,
          message: 'It has changed since: look again, then send its new updated_at as seen.',
          review: shown,
        },
        409,
      )
    case 'impossible':
      return c.json(
        { error: why, message: impossibleWords(command, review, deps.byCode), review: shown },
        422,
      )
  }
}

export const unknown = (c: Context): Response =>
  c.json({ error: 'unknown', message: 'There is no such review.' }, 404)
