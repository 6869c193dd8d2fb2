/**
 * What a provider sent, in the form the ledger can hold. PostgreSQL stores neither NUL nor lone surrogates.
 * @module
 */

/** Well-formed: a lone surrogate becomes U+FFFD, and NUL becomes `forNul` (empty: it is left out). Pure. */
export const storableText = (text: string, forNul: string): string =>
  text.toWellFormed().replaceAll('\0', forNul)

const isStorable = (value: unknown): boolean =>
  typeof value === 'string' && value.isWellFormed() && !value.includes('\0')

/**
 * Fields as they came, for `raw`, with those two made visible at any depth, in names too: NUL as U+2400, a lone
 * surrogate as U+FFFD. Pure.
 */
export function storable(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (Object.entries(fields).every(([name, value]) => isStorable(name) && isStorable(value))) return fields
  const keep = (value: unknown): unknown => {
    if (typeof value === 'string') return storableText(value, '\u2400')
    if (Array.isArray(value)) return value.map(keep)
    if (typeof value !== 'object' || value === null) return value
    return storable(value as Readonly<Record<string, unknown>>)
  }
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [storableText(name, '\u2400'), keep(value)]),
  )
}
