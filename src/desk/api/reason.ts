/**
 * A reason as somebody wrote it, on whatever surface: what a resident can read of it.
 * @module
 */

/** Letters, digits, signs, pictures: anything that is seen. */
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u
/** Control characters: no telephone shows them, and PostgreSQL takes no NUL. The line break is one as well. */
const control = /(?!\n)\p{Cc}/gu

/** Without control characters; '' where nothing of it can be seen. */
export function readableReason(text: string): string {
  const kept = text.replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(control, '').trim()
  return visible.test(kept) ? kept : ''
}
