/**
 * What others may read of a resident's own words. People write their phone number into a report; the report is
 * read by many, the number is nobody's business.
 * @module
 */

/** Our own references stay: `BOS-7K3M-Q2XA`. */
const reference = /\b[A-Z]{3}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b/gi

const rules: readonly (readonly [RegExp, string])[] = [
  [/[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu, '[e-mail removed]'],
  // Ten to fifteen digits, however they are set: every phone number of the world (ITU-T E.164), and card numbers.
  [/(?<!\p{Nd})\+?\(?\p{Nd}(?:[\s().\-–/]{0,3}\p{Nd}){9,15}(?!\p{Nd})/gu, '[number removed]'],
  // 555-0123, 123-45-6789.
  [/(?<![\p{Nd}-])\p{Nd}{3}[-.–]\p{Nd}{4}(?![\p{Nd}-])/gu, '[number removed]'],
  [/(?<![\p{Nd}-])\p{Nd}{3}[-.– ]\p{Nd}{2}[-.– ]\p{Nd}{4}(?![\p{Nd}-])/gu, '[number removed]'],
  // Accounts, meters, cases: nothing a stranger needs.
  [/\p{Nd}{7,}/gu, '[number removed]'],
]

/** Without phone numbers, e-mail addresses and long numbers. House numbers, dates, ZIP codes and our references stay. */
export function redacted(text: string): string {
  const kept = text.match(reference) ?? []
  return text
    .split(reference)
    .map((part) => rules.reduce((words, [pattern, instead]) => words.replace(pattern, instead), part))
    .map((part, n) => `${part}${kept[n] ?? ''}`)
    .join('')
}

/**
 * An address as it may be shown outside of the City's own pages: the last four digits of a phone number, the
 * domain of an e-mail address, nothing of anything else.
 */
export function masked(address: string): string {
  const at = address.lastIndexOf('@')
  if (at > 0) return `…${address.slice(at)}`
  const digits = address.replace(/\D/g, '')
  return digits.length >= 7 ? `…${digits.slice(-4)}` : '…'
}
