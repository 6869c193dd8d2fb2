/**
 * The list of open reviews: whatever is urgent first, then the oldest.
 * @module
 */
import { html } from 'hono/html'
import type { Service } from '../../core/catalogue.ts'
import type { ReviewRow } from '../../core/ports.ts'
import { masked } from '../../core/privacy.ts'
import { placeWords } from '../api/places.ts'
import type { SignedIn } from '../api/session.ts'
import { suggestionsOf } from '../api/summary.ts'
import { channelWords, languageWords } from '../words.ts'
import type { Html } from './layout.ts'
import { ago, csrfField, photoUrl, reasonBadge, reviewUrl } from './parts.ts'
import { firstWords, sureWords } from './words.ts'

export interface ListFacts {
  readonly reviews: readonly ReviewRow[]
  /** How many were asked for: more may be open. */
  readonly most: number
  readonly session: SignedIn
  readonly services: ReadonlyMap<string, Service>
  /** Unix milliseconds. */
  readonly now: number
}

/** Swapped whole when something has changed; items keep their ids, so that whoever stands on one stays there. */
export const listHtml = (facts: ListFacts): Html => {
  const { reviews, most } = facts
  const urgent = reviews.filter(({ pinned }) => pinned).length
  return html`<section id="reviews" data-count="${reviews.length}" data-urgent="${urgent}" hx-get="/agent/list" hx-trigger="desk from:body" hx-swap="outerMorph">
  <p class="count">${countWords(reviews.length, urgent, most)}</p>
  ${
    reviews.length === 0
      ? html`<p class="empty">Nothing waits. New reviews appear here by themselves.</p>`
      : html`<ol class="cards">${reviews.map((review) => itemHtml(review, facts))}</ol>`
  }
  <noscript><p><a class="button" href="/agent">Look again</a></p></noscript>
</section>`
}

function countWords(count: number, urgent: number, most: number): string {
  if (count === 0) return 'No open reviews'
  const all =
    count >= most ? `The first ${count} open reviews` : `${count} open ${count === 1 ? 'review' : 'reviews'}`
  return urgent === 0 ? all : `${all}, ${urgent} urgent`
}

function itemHtml(review: ReviewRow, { services, now, session }: ListFacts): Html {
  const { id, request, photoIds, pinned, claim, askedAt } = review
  const [photo] = photoIds
  const [suggestion] = suggestionsOf(review, services)
  return html`<li id="${id}" class="card${pinned ? ' urgent' : ''}"${pinned ? html` data-pinned` : ''}>
    <p class="line">${reasonBadge(review)} <span class="age">${ago(review.openedAt, now)}</span> <span class="reference">${request.reference}</span></p>
    <h2><a href="${reviewUrl(id)}" data-review hx-ignore><span lang="${request.language}" dir="auto">${firstWords(request.description) || 'No words, only a file'}</span></a></h2>
    ${photo === undefined ? '' : html`<img src="${photoUrl(id, photo, 'thumbnail')}" alt="${photoIds.length === 1 ? 'With a photo' : `With ${photoIds.length} photos`}" width="72" height="72" loading="lazy">`}
    <dl class="facts">
      <div><dt>Service</dt><dd>${suggestion === undefined ? html`<i>none suggested</i>` : html`${suggestion.name} <span class="sure">${sureWords(suggestion.confidence, request.category)}</span>`}</dd></div>
      <div><dt>Place</dt><dd>${request.place === null ? html`<i>none yet</i>` : placeWords(request.place)}</dd></div>
      <div><dt>From</dt><dd>${channelWords[request.channel]}, ${languageWords[request.language]}, ${masked(review.resident)}</dd></div>
      ${askedAt === null ? '' : html`<div><dt>Asked</dt><dd>${ago(askedAt, now)}, no answer yet</dd></div>`}
      ${claim === null ? '' : html`<div class="held"><dt>Held by</dt><dd>${claim.agent === session.agent ? 'you' : claim.agent}</dd></div>`}
    </dl>
  </li>`
}

/** Asks for a name without getting in the way of the work. */
export const nameHtml = ({ agent, csrf }: SignedIn): Html => {
  const unnamed = /^console-[a-z]{4}$/.test(agent)
  return html`<details class="name"${unnamed ? html` open` : ''}>
  <summary>${unnamed ? 'Say who you are' : 'Change your name'}</summary>
  <form method="post" action="/agent/name">
    ${csrfField(csrf)}
    <label for="agent-name">Your name, as other agents and the history show it</label>
    <div class="row">
      <input id="agent-name" name="agent" value="${unnamed ? '' : agent}" maxlength="40" required autocomplete="nickname" pattern="[\\p{L}\\p{N}][\\p{L}\\p{N} ._@'’\\-]*">
      <button>Save</button>
    </div>
    ${unnamed ? html`<p class="note">Until then your decisions are recorded as ${agent}.</p>` : ''}
  </form>
</details>`
}
