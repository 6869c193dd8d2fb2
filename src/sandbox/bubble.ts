/**
 * One message as HTML: the only template for it, for the page and for what comes live.
 * @module
 */
import { html } from 'hono/html'
import { isPicture } from './attachments.ts'
import type { Attachment, Bubble, Progress } from './phones.ts'

/** What the templates of `hono/html` make here: nothing in them waits. */
export type Html = ReturnType<typeof html>

/** Our own numbers, which lead to the record. */
const reference = /(BOS-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4})/

/** An article with the id of the message. Addresses are relative to `/sandbox`. */
export function bubbleHtml(bubble: Bubble): Html {
  const mine = bubble.side === 'resident'
  const at = new Date(bubble.at).toISOString()
  return html`<article class="bubble ${mine ? 'mine' : 'theirs'}" id="${bubble.id}">
    <p class="hidden">${mine ? 'You wrote' : '311 wrote'}:</p>
    ${bubble.attachments.map(attachmentHtml)}
    ${bubble.text === '' ? '' : html`<p class="text" dir="auto">${linked(bubble.text)}</p>`}
    <p class="meta" aria-live="off">
      <time datetime="${at}">${at.slice(11, 16)} UTC</time>
      <span class="progress ${bubble.progress.state}" data-progress>${progressText(bubble.progress)}</span>
    </p>
  </article>`
}

const words: Readonly<Record<Progress['state'], string>> = {
  sending: 'Sending…',
  sent: 'Sent',
  delivered: 'Delivered',
  failed: 'Not delivered',
}

export const progressText = ({ state, why }: Progress): string =>
  why === null ? words[state] : `${words[state]}: ${why}`

function attachmentHtml({ id, label, type }: Attachment): Html {
  const address = `sandbox/files/${id}`
  if (isPicture(type)) {
    return html`<a class="picture" href="${address}" target="_blank" rel="noopener">
      <img src="${address}" alt="${label}" width="240" height="180" />
    </a>`
  }
  return html`<a class="file" href="${address}" download>${label}</a>`
}

function linked(text: string) {
  return text.split(reference).map((part, index) =>
    index % 2 === 0
      ? part
      : html`<a href="open311/v2/requests/${part}.json" target="_blank" rel="noopener"
          >${part}<span class="hidden"> (record of this request, opens in a new tab)</span></a
        >`,
  )
}
