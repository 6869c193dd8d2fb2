/**
 * A form that was not taken: too many, too large, or we are away. Nothing is lost where the browser kept it.
 * @module
 */
import { html } from 'hono/html'
import type { ErrorCode } from '../../core/errors.ts'
import type { HttpAnswer } from '../../core/ports.ts'
import type { Language } from '../../core/understanding.ts'
import type { Kit } from './deps.ts'
import { page } from './page.ts'

export function refusedPage(
  kit: Kit,
  language: Language,
  code: ErrorCode,
  status: number,
  back: string,
): HttpAnswer {
  const words = kit.city.words(language)
  const says =
    code === 'rate-limited' ? words.tooMany : code === 'too-large' ? words.photosProblem : words.againProblem
  return page(kit, {
    language,
    title: words.problems,
    path: null,
    status,
    body: html`<h1>${words.problems}</h1>
    <p class="problems" role="alert">${says}</p>
    <p>${kit.city.call(language)}</p>
    <p><a href="${back}?lang=${language}">${back === '/report' ? words.reportTitle : words.photoTitle}</a></p>`,
  })
}
