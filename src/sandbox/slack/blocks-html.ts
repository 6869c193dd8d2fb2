/**
 * Blocks as HTML: headings, words, forms. Works without scripts.
 * @module
 */
import { html } from 'hono/html'
import type { Block, InputBlock, Option } from './block-kit.ts'
import { type Html, markupHtml } from './markup.ts'

/** Where blocks are shown, and to whom. */
export interface Shown {
  /** A message's `ts`, or `modal`. */
  readonly at: string
  readonly as: string
  readonly nameOf: (userId: string) => string
  /** Options that were looked for: of which menu, and what came. */
  readonly found: {
    readonly at: string
    readonly action: string
    readonly typed: string
    readonly options: readonly Option[]
  } | null
}
type Text = { readonly type: 'plain_text' | 'mrkdwn'; readonly text: string }
type Element = Extract<Block, { type: 'actions' }>['elements'][number]

const textHtml = (text: Text, { nameOf }: Shown): Html | string =>
  text.type === 'plain_text' ? text.text : markupHtml(text.text, nameOf)

export const blocksHtml = (blocks: readonly Block[], shown: Shown): Html =>
  html`${blocks.map((block) => blockHtml(block, shown))}`

function blockHtml(block: Block, shown: Shown): Html {
  switch (block.type) {
    case 'header':
      return html`<h3>${block.text.text}</h3>`
    case 'section':
      return html`${block.text === undefined ? '' : html`<p class="words" dir="auto">${textHtml(block.text, shown)}</p>`}
      ${
        block.fields === undefined
          ? ''
          : html`<ul class="fields">${block.fields.map((f) => html`<li>${textHtml(f, shown)}</li>`)}</ul>`
      }`
    case 'context':
      return html`<p class="context">${block.elements.map((e) => html`<span>${textHtml(e, shown)}</span> `)}</p>`
    case 'image':
      return html`<p><img src="${block.image_url}" alt="${block.alt_text}" width="240"></p>`
    case 'divider':
      return html`<hr>`
    case 'actions':
      return html`<div class="actions">${block.elements.map((e) => elementHtml(e, shown))}</div>`
    case 'input':
      // Inputs belong to the form of their modal.
      return html``
  }
}

function elementHtml(element: Element, shown: Shown): Html {
  const where = html`<input type="hidden" name="as" value="${shown.as}"><input type="hidden" name="at" value="${shown.at}"><input type="hidden" name="action" value="${element.action_id}">`
  if (element.type === 'button')
    return html`<form method="post" action="slack/press">${where}
      <button class="${element.style ?? 'plain'}"${element.accessibility_label === undefined ? '' : html` aria-label="${element.accessibility_label}"`}>${element.text.text}</button>
    </form>`
  const { found } = shown
  const open = found !== null && found.at === shown.at && found.action === element.action_id
  const label = element.placeholder?.text ?? 'Choose'
  const id = `find-${shown.at.replace('.', '-')}`
  return html`<details${open ? html` open` : ''}>
    <summary>${label}</summary>
    <form method="get" action="slack" role="search">${where}
      <label for="${id}">Find by name or keyword</label>
      <input id="${id}" name="typed" value="${open ? found.typed : ''}" autocomplete="off">
      <button class="plain">Find</button>
    </form>
    ${open ? foundHtml(found.options, element, where) : ''}
  </details>`
}

const foundHtml = (
  options: readonly Option[],
  { confirm }: Extract<Element, { type: 'external_select' }>,
  where: Html,
): Html =>
  options.length === 0
    ? html`<p>Nothing fits.</p>`
    : html`${confirm === undefined ? '' : html`<p>${confirm.title.text} ${confirm.text.text}</p>`}
      <form method="post" action="slack/choose">${where}
        <div class="actions">${options.map((o) => html`<button class="plain" name="value" value="${o.value}">${o.text.text}</button>`)}</div>
      </form>`

/** One input of a modal. `options`: of its menu. `error`: what was wrong with it. */
export function inputHtml(block: InputBlock, options: readonly Option[], error: string | undefined): Html {
  const name = block.block_id ?? block.element.action_id
  const id = `in-${name.replace(/\W/g, '-')}`
  const notes = [block.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  const described = html`${notes === '' ? '' : html` aria-describedby="${notes}"`}${error === undefined ? '' : html` aria-invalid="true"`}`
  const tail = html`${block.hint === undefined ? '' : html`<p class="hint" id="${id}-hint">${block.hint.text}</p>`}
    ${error === undefined ? '' : html`<p class="problem" id="${id}-error">${error}</p>`}`
  const { element } = block
  if (element.type === 'radio_buttons')
    return html`<fieldset${described}><legend>${block.label.text}</legend>
      ${element.options.map(
        (o) =>
          html`<label class="radio"><input type="radio" name="${name}" value="${o.value}"${o.value === element.initial_option?.value ? html` checked` : ''}> ${o.text.text}</label>`,
      )}${tail}</fieldset>`
  const label = html`<label for="${id}">${block.label.text}${block.optional === true ? ' (optional)' : ''}</label>`
  if (element.type === 'external_select')
    return html`${label}<select id="${id}" name="${name}"${described}>
      <option value="">${element.placeholder?.text ?? ''}</option>
      ${options.map(
        (o) =>
          html`<option value="${o.value}"${o.value === element.initial_option?.value ? html` selected` : ''}>${o.text.text}</option>`,
      )}</select>${tail}`
  const limit = element.max_length === undefined ? '' : html` maxlength="${element.max_length}"`
  return element.multiline === true
    ? html`${label}<textarea id="${id}" name="${name}" rows="4"${limit}${described}>${element.initial_value ?? ''}</textarea>${tail}`
    : html`${label}<input id="${id}" name="${name}" value="${element.initial_value ?? ''}" autocomplete="off"${limit}${described}>${tail}`
}
