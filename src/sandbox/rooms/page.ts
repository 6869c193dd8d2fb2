/**
 * The page of a room. All addresses are relative to its own, so that a path in front does no harm.
 * @module
 */
import { html } from 'hono/html'
import type { Html } from '../bubble.ts'
import type { Entry, Field, Persona, Ready, Room } from './room.ts'

/** A door of the sandbox as the list on top shows it. */
export interface Door {
  /** From `/sandbox`; empty is the phone. */
  readonly path: string
  readonly label: string
}

/** The doors, from a page that stands `depth` below `/sandbox`. */
export const doorsHtml = (
  doors: readonly Door[],
  here: string,
  up: string,
): Html => html`<nav class="doors" aria-label="Ways to reach 311">
    <ul>${doors.map(
      ({ path, label }) =>
        html`<li><a href="${up}${path === '' ? 'sandbox' : path.startsWith('/') ? path.slice(1) : `sandbox/${path}`}"${path === here ? html` aria-current="page"` : ''}>${label}</a></li>`,
    )}</ul>
  </nav>`

export interface RoomFacts {
  readonly room: Room
  readonly doors: readonly Door[]
  readonly as: Persona
  readonly entries: readonly Entry[]
  readonly draft: Readonly<Record<string, string>>
  readonly problem: string | null
}

export const roomHtml = ({
  room,
  doors,
  as,
  entries,
  draft,
  problem,
}: RoomFacts): Html => html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="referrer" content="same-origin">
  <meta name="color-scheme" content="light dark">
  <title>${room.title} · 311 sandbox</title>
  <link rel="icon" href="icon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="room.css">
  <script type="module" src="room.js"></script>
</head>
<body data-log="${room.path}/log?as=${encodeURIComponent(as.id)}">
  <a class="skip" href="#form">Skip to the form</a>
  <header class="top">
    <h1>${room.title}</h1>
    <p>${room.lead}</p>
    ${doorsHtml(doors, room.path, '../')}
    ${room.people.length > 1 ? peopleHtml(room, as) : ''}
  </header>
  <main>
    <div class="log" id="log" role="log" aria-live="polite" aria-label="What was said" tabindex="0">${logHtml(entries)}</div>
    ${room.spoken === true ? html`<p><label><input type="checkbox" id="aloud"> Read aloud what 311 says</label></p>` : ''}
    <form id="form" method="post" action="${room.path}" enctype="multipart/form-data">
      <input type="hidden" name="as" value="${as.id}">
      ${room.tries.length === 0 ? '' : triesHtml(room, as)}
      <p class="problem" id="problem" role="alert">${problem ?? ''}</p>
      ${room.fields.map((field) => fieldHtml(field, draft))}
      ${room.send === null ? '' : html`<button class="send">${room.send}</button>`}
    </form>
  </main>
  <noscript><p class="note">Without scripts the page works, but reload it to see the answer.</p></noscript>
</body>
</html>`

const peopleHtml = (room: Room, as: Persona): Html =>
  html`<nav class="people" aria-label="Who you are"><ul>${room.people.map(
    ({ id, label }) =>
      html`<li><a href="${room.path}?as=${encodeURIComponent(id)}"${id === as.id ? html` aria-current="true"` : ''}>${label}</a></li>`,
  )}</ul></nav>`

const triesHtml = (room: Room, as: Persona): Html =>
  html`<ul class="tries" aria-label="Ready made">${room.tries.map(
    (ready) => html`<li><a href="${addressOf(room, as, ready)}">${ready.label}</a></li>`,
  )}</ul>`

const addressOf = (room: Room, as: Persona, { values }: Ready): string =>
  `${room.path}?${new URLSearchParams({ as: as.id, ...values })}`

const who = { resident: 'mine', '311': 'theirs', note: 'note' } as const

/** The lines alone, as the script asks for them. */
export const logHtml = (entries: readonly Entry[]): Html =>
  entries.length === 0
    ? html`<p class="empty">Nothing yet.</p>`
    : html`${entries.map(
        ({ id, who: by, head, text, files }) => html`<article class="${who[by]}" id="e-${id}">
      ${head === null ? '' : html`<h3>${head}</h3>`}
      <p class="words" dir="auto">${text}</p>
      ${files.length === 0 ? '' : html`<p class="files">With ${files.join(', ')}</p>`}
    </article>`,
      )}`

function fieldHtml(field: Field, draft: Readonly<Record<string, string>>): Html {
  const id = `f-${field.name}`
  switch (field.kind) {
    case 'line':
      return html`<label for="${id}">${field.label}</label><input id="${id}" name="${field.name}" maxlength="300" value="${draft[field.name] ?? ''}" placeholder="${field.hint ?? ''}">`
    case 'words':
      return html`<label for="${id}">${field.label}</label><textarea id="${id}" name="${field.name}" rows="4" maxlength="20000" placeholder="${field.hint ?? ''}">${draft[field.name] ?? ''}</textarea>`
    case 'files':
      return html`<label for="${id}">${field.label}</label><input id="${id}" type="file" name="${field.name}" multiple>`
    case 'buttons':
      return html`<div class="keys" role="group" aria-label="${field.label}">${field.buttons.map(
        ({ value, label }) => html`<button name="${field.name}" value="${value}">${label}</button>`,
      )}</div>`
  }
}
