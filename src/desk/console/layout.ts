/**
 * The frame of every page. Works without scripts; with them, lists are live and keys do things.
 * @module
 */
import { html } from 'hono/html'
import type { SignedIn } from '../api/session.ts'
import type { Assets } from './assets.ts'

export type Html = ReturnType<typeof html>
export type Part = Html | string | readonly (Html | string)[]

export interface Frame {
  readonly title: string
  readonly assets: Assets
  /** Null on pages for those who are not signed in. */
  readonly session: SignedIn | null
  /** What the page shows already; a newer one updates it. Null: the page is not live. */
  readonly mark: string | null
  /**
   * A page about one review is quiet while its tab is hidden: browsers open six HTTP/1.1 connections to a host,
   * and six open reviews would use them up.
   */
  readonly page: 'list' | 'review' | 'plain'
  /** Said once after something was done. */
  readonly status?: Part | null
  /** Unix milliseconds. */
  readonly now: number
  readonly body: Part
}

/**
 * `referrer`: with the header alone (`no-referrer`) a browser would send `Origin: null` with every form, which says
 * nothing about where it comes from (https://fetch.spec.whatwg.org/#append-a-request-origin-header). To other
 * sites nothing is sent either way.
 * htmx without `defer`: a deferred htmx reads the page in a timeout of its own, which may come before its extension
 * is there, and then the page is never live.
 */
export const framed = ({
  title,
  assets,
  session,
  mark,
  page,
  status,
  body,
  now,
}: Frame): Html => html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="referrer" content="${session === null ? 'no-referrer' : 'same-origin'}">
  <meta name="color-scheme" content="light dark">
  <meta name="robots" content="noindex">
  <meta name="htmx-config" content='{"includeIndicatorCSS":false,"extensions":"sse","noSwap":[204,304,"4xx","5xx"],"history":false}'>
  <title>${title}</title>
  <link rel="icon" href="${assets.url('icon.svg')}" type="image/svg+xml">
  <link rel="stylesheet" href="${assets.url('console.css')}">
  ${
    session === null
      ? ''
      : html`<script src="${assets.url('htmx.js')}"></script>
  <script src="${assets.url('hx-sse.js')}"></script>
  <script type="module" src="${assets.url('console.js')}"></script>`
  }
</head>
<body data-page="${page}" data-now="${now}">
  <a class="skip" href="#main">Skip to the content</a>
  <header class="top">
    <p class="brand"><a href="/agent"><span class="face" aria-hidden="true">311</span> Reviews</a></p>
    ${session === null ? '' : whoHtml(session)}
  </header>
  ${
    mark === null
      ? ''
      : html`<div id="live" hx-sse:connect="/agent/events?seen=${encodeURIComponent(mark)}" hx-swap="none" hx-config='{"sse":{"reconnectMaxDelay":8000,"pauseOnBackground":${page === 'list' ? 'false' : 'true'}}}'></div>`
  }
  <p class="lost" id="lost" role="alert" hidden></p>
  <p class="hidden" id="announce" role="status" aria-live="polite"></p>
  <main id="main" tabindex="-1">
    ${status === undefined || status === null ? '' : html`<div class="status good" id="status" role="status" tabindex="-1">${status}</div>`}
    ${body}
  </main>
  ${session === null ? '' : keysHtml}
</body>
</html>`

const whoHtml = ({ agent, csrf }: SignedIn): Html => html`<div class="who">
      <button type="button" class="quiet" id="show-keys" hidden>Keys <kbd>?</kbd></button>
      <span class="agent">You are <b>${agent}</b></span>
      <form method="post" action="/agent/sign-out">
        <input type="hidden" name="csrf" value="${csrf}">
        <button class="quiet">Sign out</button>
      </form>
    </div>`

const keys: readonly (readonly [string, string])[] = [
  ['j', 'Next in the list'],
  ['k', 'Previous in the list'],
  ['Enter', 'Open'],
  ['1 … 9', 'Choose a suggested service'],
  ['s', 'Search all services'],
  ['p', 'Place'],
  ['a', 'Go to the button that accepts; a or Enter once more accepts'],
  ['m', 'Ask the resident'],
  ['r', 'Refuse with a reason'],
  ['Escape', 'Leave the field, then the review'],
  ['?', 'These keys'],
]

const keysHtml = html`<dialog id="keys" aria-labelledby="keys-title">
    <h2 id="keys-title">Keys</h2>
    <dl>${keys.map(([key, what]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${what}</dd></div>`)}</dl>
    <p>Keys do nothing while you type. Nothing is decided by a single key: it can’t be taken back.</p>
    <label class="check"><input type="checkbox" id="keys-on" checked> Single keys do things</label>
    <form method="dialog"><button class="primary">Close</button></form>
  </dialog>`
