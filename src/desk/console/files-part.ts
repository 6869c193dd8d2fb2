/**
 * What came with the messages and is no photo and no recording: mails, documents, videos, and what could not be had.
 * @module
 */
import { html } from 'hono/html'
import type { ReviewFile, ReviewRow } from '../../core/ports.ts'
import { fileWords, handed, isListed, sizeWords } from '../files.ts'
import type { Html } from './layout.ts'
import { fileUrl } from './parts.ts'

export function filesHtml({
  review,
  files,
}: {
  readonly review: ReviewRow
  readonly files: readonly ReviewFile[]
}): Html | string {
  const listed = files.filter(isListed)
  if (listed.length === 0) return ''
  return html`<section aria-labelledby="files-title">
    <h2 id="files-title">Files</h2>
    <p class="note">As a stranger sent them: open only what you need. The history keeps who opened what.</p>
    <ul class="files">
      ${listed.map((file) => html`<li>${fileHtml(file, review, files)}</li>`)}
    </ul>
  </section>`
}

function fileHtml(file: ReviewFile, { id }: ReviewRow, all: readonly ReviewFile[]): Html {
  const how = handed(file)
  const number = all.indexOf(file) + 1
  const size = file.bytes === null ? '' : html`<span class="quiet-words">${sizeWords(file.bytes)}</span>`
  const head = html`<b>${fileWords(file)}</b>${size}`
  if (!how.ok) return html`<p>${head}</p><p class="why-not">${how.why}</p>`
  const url = fileUrl(id, file.id)
  const player = how.plays
    ? html`<video controls preload="none" src="${url}" aria-label="Video ${number}"></video>`
    : ''
  const source =
    file.role === 'mail'
      ? html` <a class="button" href="${url}&as=text" target="_blank" rel="noopener">Read its source<span class="hidden"> of file ${number}, opens a new tab</span></a>`
      : ''
  return html`<p>${head}</p>${player}
        <p><a class="button" href="${url}" download>Download<span class="hidden"> file ${number}</span> (.${how.ending})</a>${source}</p>`
}
