/**
 * Pieces that the form and its next steps share.
 * @module
 */
import { html, raw } from 'hono/html'
import type { ReportForm } from '../../core/pages.ts'
import type { Kit } from './deps.ts'
import type { Html } from './page.ts'

/** What makes it our form. `website` is for robots: nobody sees it, and whoever fills it in is one. */
export const hiddenHtml = (
  { token, id, language }: Pick<ReportForm, 'token' | 'id' | 'language'>,
  step: 'report' | 'answer',
): Html => html`<input type="hidden" name="token" value="${token}">
      <input type="hidden" name="id" value="${id}">
      <input type="hidden" name="lang" value="${language}">
      <input type="hidden" name="step" value="${step}">
      <input type="hidden" name="work" value="">
      <div class="trap" aria-hidden="true"><label for="website">Website</label><input id="website" name="website" tabindex="-1" autocomplete="off"></div>`

/** Words for the place; with a script also where one is, and a map. */
export function placeHtml(
  { city, assets }: Kit,
  { language, address, point }: Pick<ReportForm, 'language' | 'address' | 'point'>,
): Html {
  const words = city.words(language)
  return html`<div id="place">
        <label for="address" class="big">${words.where}</label>
        <p class="hint" id="address-hint">${words.whereHint}</p>
        <input id="address" name="address" maxlength="300" value="${address}" autocomplete="street-address" list="places" aria-describedby="address-hint" dir="auto">
        <datalist id="places"></datalist>
        <input type="hidden" name="lat" id="lat" value="${point?.lat ?? ''}">
        <input type="hidden" name="lon" id="lon" value="${point?.lon ?? ''}">
        <input type="hidden" name="accuracy" id="accuracy" value="${point?.accuracyM ?? ''}">
        <div id="place-tools" hidden>
          <button type="button" class="quiet" id="use-here">${words.useHere}</button>
          <p id="chosen" class="chosen" role="status" aria-live="polite"></p>
          <button type="button" class="quiet" id="remove-place" hidden>${words.removePlace}</button>
          <div id="map-box" hidden>
            <p class="map-title" id="map-title">${words.map}</p>
            <p class="hint" id="map-hint">${words.mapHint}</p>
            <div class="map-frame">
              <div id="map" class="map" role="group" aria-labelledby="map-title" aria-describedby="map-hint" data-script="${assets.url('maplibre-gl.mjs')}" data-outlines="/report/outlines.json" data-streets="/report/streets.json"></div>
              <div class="zoom"><button type="button" id="zoom-in" aria-label="${words.zoomIn}">+</button><button type="button" id="zoom-out" aria-label="${words.zoomOut}">−</button></div>
            </div>
          </div>
        </div>
      </div>`
}

export const attribute = (is: boolean, text: string) => (is ? raw(text) : '')
