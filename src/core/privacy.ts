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
 * `words` in capitals or not, as a pattern. Not by an inline modifier: V8 13.6 (Node 24.21) stops matching alternatives in it once a
 * process has read enough text.
 */
const anyCase = (words: readonly string[]): string =>
  words
    .map((word) => word.replace(/\p{L}/gu, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`))
    .join('|')

/** After these words comes a name, in the languages of our residents. */
const introductions = [
  'my name is',
  'name is',
  'name:',
  'call me',
  'ask for',
  'mr',
  'mrs',
  'ms',
  'dr',
  'me llamo',
  'mi nombre es',
  'meu nome é',
  'me chamo',
  "je m'appelle",
  'mwen rele',
  'non mwen se',
  'nha nomi é',
  'tên tôi là',
  'меня зовут',
  'magacaygu waa',
]
const introduction = `(?<!\\p{L})(?:${anyCase(introductions)})[.:]?\\s{1,3}`
/** Whoever signs does it at the end of a line. */
const goodbyes = [
  'thanks',
  'thank you',
  'regards',
  'sincerely',
  'best',
  'gracias',
  'obrigado',
  'obrigada',
  'mèsi',
  'merci',
  'спасибо',
]
const goodbye = `(?<!\\p{L})(?:${anyCase(goodbyes)})[,.! ]{1,4}`
const name = "\\p{Lu}[\\p{L}'’-]{0,30}\\.?"
const named = new RegExp(`(${introduction})${name}(?:\\s${name}){0,2}`, 'gu')
const signed = new RegExp(`(${goodbye})${name}(?:\\s${name}){0,2}\\s{0,3}$`, 'gmu')
/** 我叫…, اسمي …: no capitals there. */
const introduced = /(我叫|我是|اسمي\s)[\p{Script=Han}\p{Script=Arabic}]{2,12}/gu
const link = /\b(?:https?:\/\/|www\.)\S{1,300}/giu
/** Letters and figures mixed, as on a plate: two figures at least. */
const plate =
  /(?<![\p{L}\p{N}-])(?=[A-Z]{0,6}\d)(?=\d{0,6}[A-Z])(?=(?:[A-Z]{0,6}\d){2})[A-Z\d]{5,8}(?![\p{L}\p{N}-])/giu

/**
 * Words as they may be learned from: without addresses of any kind, links, plates and names that are introduced or
 * signed, and with every figure of two digits and more as zeros, so that no house number is left. The classifiers
 * read such a figure as zeros anyway. A safety net, not a guarantee.
 */
export const forLearning = (text: string): string =>
  redacted(text.replace(link, '[link removed]'))
    .replace(reference, '[number removed]')
    .replace(named, '$1[name removed]')
    .replace(signed, '$1[name removed]')
    .replace(introduced, '$1[name removed]')
    .replace(plate, '[plate removed]')
    .replace(/\p{Nd}{2,}/gu, (figures) => '0'.repeat(figures.length))

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
