/**
 * What an agent can do with an open review. One form: whatever is chosen goes along with the button pressed.
 * @module
 */
import { html } from 'hono/html'
import type { Service } from '../../core/catalogue.ts'
import type { ReviewRow } from '../../core/ports.ts'
import type { Place } from '../../core/understanding.ts'
import { placeWords } from '../api/places.ts'
import { canAsk, isTalk, needsService, suggestionsOf } from '../api/summary.ts'
import { isSettled } from '../suggestions.ts'
import { languageWords, percent } from '../words.ts'
import type { Html } from './layout.ts'
import { csrfField, reviewUrl } from './parts.ts'
import type { ReviewFacts } from './review-page.ts'
import { acceptWords, sureWords } from './words.ts'

export function decideHtml(facts: ReviewFacts): Html {
  const { review, session, key } = facts
  const seen = Date.parse(review.request.updated_datetime)
  const accept = acceptWords(review)
  return html`<form id="decide" class="decide" method="post" action="${reviewUrl(review.id)}/decision" aria-label="Decide">
    ${csrfField(session.csrf)}
    <input type="hidden" name="key" value="${key}">
    <input type="hidden" name="seen" value="${seen}">
    ${serviceHtml(facts)}
    ${placeHtml(facts)}
    ${heldHtml(facts)}
    <div class="block accept">
      <button class="primary" id="accept" name="action" value="accept" aria-keyshortcuts="a">${accept.button}</button>
      <p class="note" id="accept-summary">${accept.tells}</p>
    </div>
    ${askHtml(facts)}
    ${refuseHtml(facts)}
  </form>`
}

/** Somebody else is at it: deciding all the same has to be meant. */
function heldHtml({ review: { claim }, session }: ReviewFacts): Html | string {
  if (claim === null || claim.agent === session.agent) return ''
  return html`<label class="check"><input type="checkbox" name="takeOver" value="1"> Decide all the same, although ${claim.agent} works on it</label>`
}

function serviceHtml({ review, services, entered }: ReviewFacts): Html {
  const suggestions = suggestionsOf(review, services)
  const current =
    entered.code ?? (isSettled(review) || !needsService(review) ? review.request.service_code : null)
  const known = suggestions.some(({ code }) => code === current)
  const picked = current === null || known ? undefined : services.get(current)
  const first = needsService(review) ? 'Choose one' : 'Leave as it is'
  return html`<fieldset class="block" id="service">
      <legend>Service</legend>
      <div class="choices" id="service-choices">
        ${suggestions.map(
          ({ code, name, confidence }, n) =>
            html`<label class="choice"><input type="radio" name="code" value="${code}"${code === current ? html` checked` : ''}${n < 9 ? html` data-key="${n + 1}"` : ''}><span>${name}</span> <span class="sure">${sureWords(confidence, review.request.category)}</span>${n < 9 ? html` <kbd aria-hidden="true">${n + 1}</kbd>` : ''}</label>`,
        )}
        ${picked === undefined ? '' : html`<label class="choice"><input type="radio" name="code" value="${picked.code}" checked><span>${picked.name}</span> <span class="sure">your choice</span></label>`}
      </div>
      ${suggestions.length === 0 ? html`<p class="note">No service is suggested.</p>` : ''}
      <div class="search" data-combobox="service" hidden>
        <label for="service-search">Search all services</label>
        <input id="service-search" name="q" type="text" role="combobox" aria-expanded="false" aria-controls="service-options" aria-autocomplete="list" autocomplete="off" spellcheck="false" aria-keyshortcuts="s" maxlength="80" hx-get="/agent/services?review=${encodeURIComponent(review.id)}" hx-trigger="input changed delay:150ms, look-now" hx-target="#service-options" hx-swap="innerHTML" hx-sync="this:replace">
        <ul id="service-options" role="listbox" aria-label="Services" hidden></ul>
      </div>
      <p class="plain" data-plain>
        <label for="service-other">Another service</label>
        <select id="service-other" name="other">
          <option value="">${first}</option>
          ${groupsOf(services).map(
            ([group, list]) =>
              html`<optgroup label="${group.charAt(0).toUpperCase()}${group.slice(1)}">${list.map(({ code, name }) => html`<option value="${code}">${name}</option>`)}</optgroup>`,
          )}
        </select>
      </p>
    </fieldset>`
}

function groupsOf(
  services: ReadonlyMap<string, Service>,
): readonly (readonly [string, readonly Service[]])[] {
  const groups = new Map<string, Service[]>()
  for (const service of services.values())
    groups.set(service.group, [...(groups.get(service.group) ?? []), service])
  return [...groups].toSorted(([a], [b]) => a.localeCompare(b))
}

function placeHtml({ review, entered, otherPlaces, mapUrls }: ReviewFacts): Html {
  const { place, location } = review.request
  const chosen = entered.place ?? null
  const options = entered.places ?? otherPlaces
  const shown = chosen ?? place
  return html`<fieldset class="block" id="place">
      <legend>Place</legend>
      <div class="choices" id="place-choices">
        <label class="choice"><input type="radio" name="spot" value=""${chosen === null ? html` checked` : ''}${place === null ? '' : html` data-place="${JSON.stringify(place)}"`}><span>${place === null ? 'No place yet' : placeWords(place)}</span> <span class="sure">${place === null ? '' : [sureWords(location?.confidence ?? null, location), `within ${Math.round(place.accuracyM)} m`].filter(Boolean).join(', ')}</span></label>
        ${chosen === null ? '' : spotHtml(chosen, 'your choice', true)}
        ${options
          .filter((one) => chosen === null || placeWords(one.place) !== placeWords(chosen))
          .map((one) => spotHtml(one.place, percent(one.confidence), false))}
      </div>
      <div class="search" data-combobox="place">
        <label for="place-search">Address, corner, park or landmark</label>
        <div class="row">
          <input id="place-search" name="place" type="text" role="combobox" aria-expanded="false" aria-controls="place-options" aria-autocomplete="list" value="${entered.typed ?? ''}" autocomplete="off" spellcheck="false" maxlength="200" aria-keyshortcuts="p" hx-get="/agent/places" hx-trigger="input changed delay:150ms, look-now" hx-target="#place-options" hx-swap="innerHTML" hx-sync="this:replace">
          <button name="action" value="find" data-plain>Find</button>
        </div>
        <ul id="place-options" role="listbox" aria-label="Places" hidden></ul>
      </div>
      <div id="map-box" hidden>
        <div id="map" class="map" data-lat="${shown?.lat ?? ''}" data-lon="${shown?.lon ?? ''}" data-accuracy="${shown?.accuracyM ?? ''}" data-script="${mapUrls.script}" data-outlines="${mapUrls.outlines}" data-streets="${mapUrls.streets}" role="group" aria-label="Map"></div>
        <div class="zoom"><button type="button" id="zoom-in" aria-label="Zoom in">+</button><button type="button" id="zoom-out" aria-label="Zoom out">−</button></div>
        <p class="note">Click, or drag the marker. With the keyboard: go to the marker, move it with the arrow keys (Shift for more), set the place with Enter. Street lines are approximate.</p>
      </div>
      <details class="point">
        <summary>By latitude and longitude</summary>
        <div class="row">
          <div><label for="lat">Latitude</label><input id="lat" name="lat" inputmode="decimal" autocomplete="off" maxlength="20"></div>
          <div><label for="lon">Longitude</label><input id="lon" name="lon" inputmode="decimal" autocomplete="off" maxlength="20"></div>
          <button type="button" id="use-point" hidden>Use this point</button>
        </div>
      </details>
      <p class="note" id="place-said" role="status"></p>
    </fieldset>`
}

const spotHtml = (place: Place, sure: string, checked: boolean): Html =>
  html`<label class="choice"><input type="radio" name="spot" value="${JSON.stringify(place)}"${checked ? html` checked` : ''} data-place="${JSON.stringify(place)}"><span>${placeWords(place)}</span> <span class="sure">${sure}</span></label>`

function askHtml({ review }: ReviewFacts): Html | string {
  if (!canAsk(review)) return ''
  return html`<div class="block" role="group" aria-labelledby="ask-title">
      <h2 id="ask-title">Ask the resident</h2>
      <div class="row">
        <button id="ask" name="action" value="ask-location" aria-keyshortcuts="m">Ask where it is</button>
        <button name="action" value="ask-category">Ask what is wrong</button>
      </div>
      <p class="note">We ask with a ready text in ${languageWords[review.request.language]}. The review stays open.</p>
    </div>`
}

/** What refusing comes to: most are refusals, some are answers, and who is in a crisis is told of help and nothing else. */
function refusalWords(review: ReviewRow): {
  readonly title: string
  readonly label: string
  readonly button: string
} {
  if (review.request.safety === 'crisis')
    return {
      title: 'Close',
      label: 'What was done, for the history: the resident is only told of 988 and 911',
      button: 'Close',
    }
  return isTalk(review)
    ? { title: 'Answer and close', label: 'Answer, which the resident reads', button: 'Answer and close' }
    : {
        title: 'Refuse',
        label: 'Reason, which the resident reads',
        button: 'Refuse and tell the resident',
      }
}

function refuseHtml({ review, entered }: ReviewFacts): Html {
  const { language, safety } = review.request
  const { title, label, button } = refusalWords(review)
  return html`<details class="block refuse" id="refuse-box"${entered.note === undefined ? '' : html` open`}>
      <summary>${title}</summary>
      <label for="note">${label}</label>
      <textarea id="note" name="note" rows="3" maxlength="300" aria-describedby="note-note" dir="auto">${entered.note ?? ''}</textarea>
      <p class="note" id="note-note">${
        safety === 'crisis'
          ? 'It is not sent.'
          : language === 'en'
            ? 'It is sent as you write it.'
            : html`<b>The resident writes ${languageWords[language]}.</b> Your reason is sent as you write it, without translation.`
      }</p>
      <button class="danger" name="action" value="refuse">${button}</button>
    </details>`
}
