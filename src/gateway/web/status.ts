/**
 * What has become of a report, for whoever has its number. A public page: nothing of the resident, and of what is
 * withheld from strangers only that it exists and how far it is.
 * @module
 */
import { html } from 'hono/html'
import type { HttpAnswer, PublicRequest } from '../../core/ports.ts'
import type { RequestFacts } from '../../core/reply.ts'
import type { Language } from '../../core/understanding.ts'
import type { Kit } from './deps.ts'
import { type Html, page } from './page.ts'

export function statusPage(
  kit: Kit,
  language: Language,
  asked: string | null,
  found: PublicRequest | null,
): HttpAnswer {
  const words = kit.city.words(language)
  const isUnknown = asked !== null && found === null
  return page(kit, {
    language,
    title: found === null ? words.statusTitle : found.request.reference,
    path: found === null ? '/status' : `/status/${found.request.reference}`,
    status: isUnknown ? 404 : 200,
    body: html`<h1>${words.statusTitle}</h1>
    ${found === null ? html`<p class="intro">${words.statusIntro}</p>` : foundHtml(kit, language, found)}
    ${isUnknown ? html`<p class="problems" role="alert">${kit.city.unknown(language, (asked ?? '').slice(0, 40))}</p>` : ''}
    ${lookUpHtml(kit, language, isUnknown ? (asked ?? '') : '')}
    <p><a href="/report?lang=${language}">${words.reportTitle}</a></p>`,
  })
}

export function lookUpHtml({ city }: Kit, language: Language, asked: string): Html {
  const words = city.words(language)
  return html`<form class="look" method="get" action="/status" role="search">
      <input type="hidden" name="lang" value="${language}">
      <label for="number">${words.numberAsked}</label>
      <p class="hint" id="number-hint">${words.numberHint}</p>
      <div class="row"><input id="number" name="number" value="${asked.slice(0, 40)}" required maxlength="40" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="number-hint" dir="ltr"><button type="submit">${words.lookUp}</button></div>
    </form>`
}

function foundHtml(kit: Kit, language: Language, { request, photoIds }: PublicRequest): Html {
  const { city } = kit
  const words = city.words(language)
  // What is withheld has neither words nor a place; then it has no service either.
  const isShown = request.place !== null || request.description !== ''
  const facts: RequestFacts = {
    id: request.id,
    reference: request.reference,
    caseNumber: null,
    state: request.state,
    code: isShown ? request.service_code : null,
    place: request.place,
    statusNotes: request.status_notes,
    requestedAt: request.requested_datetime,
    expectedAt: isShown ? request.expected_datetime : null,
  }
  const { reference, what, where, state, target, handledBy, note } = city.card(language, facts)
  const row = (label: string, text: string) => html`<div><dt>${label}</dt><dd dir="auto">${text}</dd></div>`
  return html`<article class="card">
      <p class="number" dir="ltr"><strong>${reference}</strong></p>
      <dl>
        ${row(words.state, state)}
        ${isShown ? row(words.service, what) : ''}
        ${where === null ? '' : row(words.place, where)}
        ${row(words.reported, city.day(language, request.requested_datetime))}
        ${row(words.changed, city.day(language, request.updated_datetime))}
      </dl>
      ${[note, handledBy, target].map((one) => (one === null ? '' : html`<p dir="auto">${one}</p>`))}
      ${photoIds.slice(0, 4).map((id) => html`<img class="photo" src="/media/${id}/thumbnail.jpg" alt="${words.photos}" loading="lazy">`)}
    </article>`
}
