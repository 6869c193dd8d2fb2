/**
 * Small pieces that several pages show.
 * @module
 */
import { html } from 'hono/html'
import type { ReviewRow } from '../../core/ports.ts'
import { reasonWords } from '../words.ts'
import type { Html } from './layout.ts'
import { age } from './words.ts'

export const reviewUrl = (id: string): string => `/agent/reviews/${encodeURIComponent(id)}`
export const photoUrl = (review: string, photo: string, variant: 'public' | 'thumbnail'): string =>
  `/agent/media/${photo}${variant === 'thumbnail' ? '/thumbnail' : ''}.jpg?review=${encodeURIComponent(review)}`

export const recordingUrl = (review: string, recording: string): string =>
  `/agent/recordings/${recording}?review=${encodeURIComponent(review)}`

export const fileUrl = (review: string, file: string): string =>
  `/agent/files/${file}?review=${encodeURIComponent(review)}`

/** A moment as people say it; with scripts it stays true. */
export const ago = (at: number, now: number): Html =>
  html`<time datetime="${new Date(at).toISOString()}" data-age>${age(at, now)}</time>`

/** A moment in the reader's own time zone, with scripts; in UTC without. */
export const moment = (at: number): Html => {
  const iso = new Date(at).toISOString()
  return html`<time datetime="${iso}" data-moment>${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC</time>`
}

export const reasonBadge = ({ reason, pinned }: ReviewRow): Html =>
  html`<span class="badge${pinned ? ' urgent' : ''}">${reasonWords[reason].short}</span>`

export const csrfField = (csrf: string): Html => html`<input type="hidden" name="csrf" value="${csrf}">`
