/**
 * Pages that only say something: how to sign in, and what went wrong.
 * @module
 */
import { html } from 'hono/html'
import type { Html } from './layout.ts'

const howTo = html`<p>Whoever runs intake311 gets a link for you:</p>
  <pre><code>npm run reviews -- link</code></pre>
  <p>One is also printed when it starts. A link works once, for half an hour, and signs you in for twelve hours.</p>`

export const signInHtml: Html = html`<section class="plain-page">
  <h1>Sign in</h1>
  <p>This console is for agents of 311. You sign in with a link.</p>
  ${howTo}
</section>`

export const usedLinkHtml = (signedIn: boolean): Html => html`<section class="plain-page">
  <h1>This link does not work</h1>
  <p>It was used already, it is older than half an hour, or it is not complete.</p>
  ${signedIn ? html`<p>You are signed in already: <a href="/agent">go to the reviews</a>.</p>` : ''}
  ${howTo}
</section>`

export const messageHtml = (title: string, words: string): Html => html`<section class="plain-page">
  <h1>${title}</h1>
  <p>${words}</p>
  <p><a class="button" href="/agent">All reviews</a></p>
</section>`
