/**
 * Slack's markup as HTML, as its client shows it. https://docs.slack.dev/messaging/formatting-message-text
 * @module
 */
import { html } from 'hono/html'

/** What the templates of `hono/html` make here: nothing in them waits. */
export type Html = ReturnType<typeof html>

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }
const decoded = (text: string): string => text.replace(/&(?:amp|lt|gt);/g, (entity) => entities[entity] ?? '')

/** `nameOf` tells who a user id is. */
export function markupHtml(text: string, nameOf: (userId: string) => string): Html {
  const parts = text.split(/(<[^<>]*>|\*[^*\n]+\*)/)
  return html`${parts.map((part, n) => (n % 2 === 0 ? decoded(part) : tokenHtml(part, nameOf)))}`
}

function tokenHtml(token: string, nameOf: (userId: string) => string): Html | string {
  if (token.startsWith('*')) return html`<strong>${decoded(token.slice(1, -1))}</strong>`
  const [to = '', words] = token.slice(1, -1).split('|')
  const date = /^!date\^(\d+)\^/.exec(to)
  if (date !== null) {
    const iso = new Date(Number(date[1]) * 1000).toISOString()
    return html`<time datetime="${iso}" data-tokens="${to.split('^')[2] ?? ''}">${words ?? iso}</time>`
  }
  if (to.startsWith('@')) return html`<span class="mention">@${nameOf(to.slice(1))}</span>`
  if (/^https?:/.test(to)) return html`<a href="${to}" rel="noopener">${decoded(words ?? to)}</a>`
  // `<!channel>` and the like would call people.
  return html`<span class="mention">${decoded(words ?? to)}</span>`
}
