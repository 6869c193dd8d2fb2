/**
 * JSON that PostgreSQL takes: its jsonb refuses NUL and lone surrogates, which residents' phones and
 * half-cut emoji do send.
 * @module
 */

/** Escapes that JSON.stringify writes for what jsonb refuses. A hit may be a false one; a miss never. */
const suspect = /\\u(?:0000|d[89a-f])/

/** As JSON.stringify, without NUL and with U+FFFD for every lone surrogate, in keys too. */
export function toJson(value: unknown): string {
  const json = JSON.stringify(value)
  return suspect.test(json) ? JSON.stringify(value, wellFormedValue) : json
}

/** The same for a text column. */
export const wellFormed = (text: string): string =>
  (text.includes('\0') ? text.replaceAll('\0', '') : text).toWellFormed()

function wellFormedValue(_key: string, value: unknown): unknown {
  if (typeof value === 'string') return wellFormed(value)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const entries = Object.entries(value)
  if (entries.every(([key]) => wellFormed(key) === key)) return value
  return Object.fromEntries(entries.map(([key, inner]) => [wellFormed(key), inner]))
}
