/**
 * The resident's words with those marked that decided. Everything is escaped by `html`.
 * @module
 */
import { html } from 'hono/html'
import type { ReviewRow, ThreadLine } from '../../core/ports.ts'
import type { Settled } from '../../core/request.ts'
import type { Html } from './layout.ts'

interface Mark {
  readonly from: number
  readonly to: number
  readonly why: 'service' | 'place'
}

/** Spans of this line's message, in order, without overlaps: the service first, as it is what is asked for. */
export function marksOf({ request }: ReviewRow, { messageId, text }: ThreadLine): readonly Mark[] {
  const spans = (settled: Settled | null, why: Mark['why']): Mark[] =>
    settled === null || messageId === null || settled.messageId !== messageId
      ? []
      : settled.evidence.map(([from, to]) => ({ from, to: Math.min(to, text.length), why }))
  const kept: Mark[] = []
  for (const mark of [...spans(request.category, 'service'), ...spans(request.location, 'place')])
    if (mark.from < mark.to && kept.every(({ from, to }) => mark.to <= from || mark.from >= to))
      kept.push(mark)
  return kept.toSorted((a, b) => a.from - b.from)
}

export function marked(text: string, marks: readonly Mark[]): readonly (string | Html)[] {
  const parts: (string | Html)[] = []
  let at = 0
  for (const { from, to, why } of marks) {
    parts.push(text.slice(at, from), html`<mark class="${why}">${text.slice(from, to)}</mark>`)
    at = to
  }
  return [...parts, text.slice(at)]
}
