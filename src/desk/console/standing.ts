/**
 * Where a review stands while a page shows it: free, held, changed, decided. Asked for again with every change.
 * @module
 */
import { html } from 'hono/html'
import type { ReviewRow } from '../../core/ports.ts'
import type { SignedIn } from '../api/session.ts'
import { nameOf } from '../api/summary.ts'
import { outcomeWords } from '../words.ts'
import type { Html } from './layout.ts'
import { ago, csrfField, reviewUrl } from './parts.ts'

export interface StandingFacts {
  readonly review: ReviewRow
  readonly session: SignedIn
  /** When the request shown had been changed last, Unix milliseconds. */
  readonly seen: number
  readonly now: number
}

export function standingHtml(facts: StandingFacts): Html {
  const { review, seen } = facts
  const { closed, claim, request } = review
  const [state, words] =
    closed !== null
      ? (['closed', closedHtml(facts)] as const)
      : Date.parse(request.updated_datetime) > seen
        ? (['changed', changedHtml(review)] as const)
        : claim !== null && claim.agent !== facts.session.agent
          ? (['held', heldHtml(facts)] as const)
          : claim !== null
            ? (['mine', html`<p>You hold this review; others see that.</p>`] as const)
            : ([
                'free',
                html`<p>Nobody holds this review. It is yours as soon as you begin to edit.</p>${askedHtml(facts)}`,
              ] as const)
  const silent = review.optedOut
    ? html`<p><b>This resident stopped our messages.</b> Nothing that you decide or ask is sent to them.</p>`
    : ''
  return html`<div id="standing" class="standing ${state}" data-state="${state}" role="status" hx-get="${reviewUrl(review.id)}/standing?seen=${seen}" hx-trigger="desk from:body" hx-swap="outerMorph">${words}${silent}</div>`
}

const askedHtml = ({ review: { askedAt }, now }: StandingFacts): Html | string =>
  askedAt === null
    ? ''
    : html`<p>The resident was asked ${ago(askedAt, now)} ago and has not answered yet.</p>`

function closedHtml({ review: { closed }, now }: StandingFacts): Html {
  const by = closed === null ? '' : nameOf(closed.by)
  const at = closed?.at ?? now
  return html`<p><b>Decided:</b> ${outcomeWords(closed?.outcome ?? '')}${by === '' ? '' : html` by <b>${by}</b>`}, ${now - at < 60_000 ? 'a moment ago' : html`${ago(at, now)} ago`}.</p>
  <p><a class="button" href="/agent">Back to the list</a></p>`
}

const changedHtml = ({
  id,
}: ReviewRow): Html => html`<p><b>Changed:</b> the resident or another agent changed this since you opened it.</p>
  <p><a class="button" href="${reviewUrl(id)}">Show it as it is now</a></p>`

const heldHtml = ({
  review: { id, claim },
  session,
}: StandingFacts): Html => html`<p><b>${nameOf(claim?.agent ?? '')}</b> works on this review.</p>
  <form method="post" action="${reviewUrl(id)}/claim">
    ${csrfField(session.csrf)}
    <input type="hidden" name="takeOver" value="1">
    <button>Take over</button>
  </form>`
