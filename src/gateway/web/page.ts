/**
 * The frame of every page for residents. Works without scripts.
 * @module
 */
import { html, raw } from 'hono/html'
import type { HttpAnswer } from '../../core/ports.ts'
import type { Language } from '../../core/understanding.ts'
import type { Kit } from './deps.ts'

export type Html = ReturnType<typeof html>
export type Part = Html | string | readonly (Html | string)[]

export interface Frame {
  readonly language: Language
  readonly title: string
  /** Where the same page is in another language, without its query; null: nowhere (it answers a form). */
  readonly path: string | null
  readonly withScript?: boolean
  readonly status?: number
  readonly body: Part
}

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

/** What every page goes out with. A form is one resident's, so nobody keeps it. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': policy,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'geolocation=(self), camera=(), microphone=()',
  'cross-origin-opener-policy': 'same-origin',
}

/** A page as it goes out. */
export function page(kit: Kit, frame: Frame): HttpAnswer {
  const { city, assets } = kit
  const { language, title, path, body } = frame
  const words = city.words(language)
  const document = html`<!doctype html>
<html lang="${language}" dir="${words.direction}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>${title} · ${words.site}</title>
  <link rel="icon" href="${assets.url('icon.svg')}" type="image/svg+xml">
  <link rel="stylesheet" href="${assets.url('report.css')}">
  ${frame.withScript ? html`<script type="module" src="${assets.url('report.js')}"></script>` : ''}
</head>
<body>
  <a class="skip" href="#main">${words.skip}</a>
  <header class="top">
    <p class="brand"><a href="/?lang=${language}">${words.site}</a></p>
    ${path === null ? '' : languagesHtml(kit, language, path)}
  </header>
  <aside class="danger" id="danger"><p>${city.danger(language, 'emergency')}</p></aside>
  <main id="main" tabindex="-1">
    ${body}
  </main>
  <footer><p>${city.call(language)}</p></footer>
</body>
</html>`
  return { status: frame.status ?? 200, headers: pageHeaders, body: String(document) }
}

function languagesHtml({ city }: Kit, current: Language, path: string): Html {
  return html`<nav class="languages" aria-label="${city.words(current).language}"><ul>${city.languages.map(
    ({ code, name }) =>
      html`<li><a href="${path}?lang=${code}" lang="${code}" hreflang="${code}" dir="${city.words(code).direction}"${code === current ? raw(' aria-current="true"') : ''}>${name}</a></li>`,
  )}</ul></nav>`
}

/** English words on a page of another language say so. */
export const inEnglish = (language: Language): Html | string =>
  language === 'en' ? '' : html` lang="en" dir="ltr"`
