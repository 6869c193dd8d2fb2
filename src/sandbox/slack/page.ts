/**
 * The page with the channel. All addresses are relative to `/sandbox/slack`, so that a path in front does no harm.
 * @module
 */
import { html } from 'hono/html'
import type { Option } from './block-kit.ts'
import { blocksHtml, inputHtml, type Shown } from './blocks-html.ts'
import { type Html, markupHtml } from './markup.ts'
import type { PlayedMessage, PlayedView, Whisper } from './types.ts'

/** Someone whom the visitor may be. */
export interface Persona {
  readonly id: string
  readonly name: string
}
export interface PageFacts {
  readonly people: readonly Persona[]
  readonly as: Persona
  readonly messages: readonly PlayedMessage[]
  readonly whispers: readonly Whisper[]
  readonly modal: PlayedView | null
  /** Options of the menus in the modal, by action id. */
  readonly menus: Readonly<Record<string, readonly Option[]>>
  readonly found: Shown['found']
}

export function pageHtml(facts: PageFacts): Html {
  const { people, as } = facts
  return html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="referrer" content="same-origin">
  <meta name="color-scheme" content="light dark">
  <title>Slack · 311 sandbox</title>
  <link rel="icon" href="icon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="slack/slack.css">
  <script type="module" src="slack/slack.js"></script>
</head>
<body>
  <a class="skip" href="#channel">Skip to the channel</a>
  <header class="top">
    <h1>Slack, played here</h1>
    <p>Reviews as agents see them in Slack. What you press goes to the gateway, signed, as Slack sends it.</p>
    <nav aria-label="Who you are"><ul>${people.map(
      (p) =>
        html`<li><a href="slack?as=${p.id}"${p.id === as.id ? html` aria-current="true"` : ''}>${p.name}</a></li>`,
    )}</ul></nav>
    <p class="hidden" role="status" id="news"></p>
  </header>
  <main id="channel" tabindex="-1">
    <h2>Channel of reviews</h2>
    ${channelHtml(facts)}
    ${facts.modal === null ? '' : modalHtml(facts.modal, facts)}
  </main>
  <noscript><p class="note">Without scripts the page works, but reload it to see what came of a click.</p></noscript>
</body>
</html>`
}

function channelHtml({ messages, whispers, people, as, found }: PageFacts): Html {
  const nameOf = (id: string) => people.find((p) => p.id === id)?.name ?? id
  const all = [
    ...messages.map((m) => ({ ...m, mine: false })),
    ...whispers.map((w) => ({ ...w, mine: true })),
  ].sort((a, b) => Number(a.ts) - Number(b.ts))
  if (all.length === 0)
    return html`<p class="note">No reviews yet. A text that 311 is not sure of makes one.</p>`
  return html`${all.map(({ ts, text, blocks, mine }) => {
    const shown: Shown = { at: ts, as: as.id, nameOf, found }
    return html`<article class="${mine ? 'whisper' : 'card'}" id="m-${ts.replace('.', '-')}">
      ${mine ? html`<p class="only">Only you can see this</p>` : ''}
      ${blocks.length === 0 ? html`<p class="words">${markupHtml(text, nameOf)}</p>` : blocksHtml(blocks, shown)}
    </article>`
  })}`
}

function modalHtml({ view, errors, hash }: PlayedView, { as, menus, people }: PageFacts): Html {
  const nameOf = (id: string) => people.find((p) => p.id === id)?.name ?? id
  const shown: Shown = { at: 'modal', as: as.id, nameOf, found: null }
  const trouble = errors['']
  const inputs = view.blocks.filter((b) => b.type === 'input')
  const hidden = html`<input type="hidden" name="as" value="${as.id}">`
  return html`<dialog open aria-labelledby="modal-title" data-hash="${hash}">
    <h2 id="modal-title">${view.title.text}</h2>
    ${trouble === undefined ? '' : html`<p class="problem" role="alert">${trouble}</p>`}
    ${blocksHtml(view.blocks, shown)}
    ${
      view.submit === undefined
        ? ''
        : html`<form method="post" action="slack/submit" id="modal-form">${hidden}
      ${inputs.map((b) => inputHtml(b, menus[b.element.action_id] ?? [], errors[b.block_id ?? '']))}
    </form>`
    }
    <div class="actions">
      ${view.submit === undefined ? '' : html`<button class="primary" form="modal-form">${view.submit.text}</button>`}
      <form method="post" action="slack/cancel">${hidden}<button class="plain">${view.close?.text ?? 'Cancel'}</button></form>
    </div>
  </dialog>`
}
