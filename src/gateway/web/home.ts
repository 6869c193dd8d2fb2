/**
 * The first page: a resident's two doors. Below them, who else comes here.
 * @module
 */
import { html } from 'hono/html'
import type { HttpAnswer } from '../../core/ports.ts'
import type { Language } from '../../core/understanding.ts'
import type { Kit } from './deps.ts'
import { inEnglish, page } from './page.ts'
import { lookUpHtml } from './status.ts'

export function homePage(kit: Kit, language: Language, withSandbox: boolean): HttpAnswer {
  const words = kit.city.words(language)
  return page(kit, {
    language,
    title: words.reportTitle,
    path: '/',
    body: html`<h1>${words.site}</h1>
    <p class="intro">${words.intro}</p>
    <p><a class="door" href="/report?lang=${language}">${words.reportTitle}</a></p>
    <section class="second"><h2>${words.statusTitle}</h2>
    ${lookUpHtml(kit, language, '')}</section>
    <nav class="staff" aria-label="Staff"${inEnglish(language)}>
      <ul>
        ${withSandbox ? html`<li><a href="/sandbox">Try it with a phone in the browser</a>, and see <a href="/sandbox/slack">its reviews in Slack</a></li>` : ''}
        <li><a href="/agent">Reviews, for agents</a></li>
        <li><a href="/open311/v2/services.json">Services</a> and <a href="/open311/v2/requests.json">requests</a> (Open311 GeoReport v2)</li>
        <li><a href="/readyz">Ready?</a> · <a href="/metrics">Metrics</a></li>
      </ul>
    </nav>`,
  })
}
