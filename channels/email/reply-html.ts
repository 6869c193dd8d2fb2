/**
 * A reply as HTML: paragraphs that read in either direction, and nothing that a mail program would have to fetch.
 * @module
 */
import type { Language } from '../../src/core/understanding.ts'

const rightToLeft: ReadonlySet<Language> = new Set(['ar'])
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => entities[character] ?? character)

/** Addresses of pages become links; marks of punctuation behind them stay outside. */
const linked = (text: string): string =>
  escaped(text).replace(
    /\bhttps?:\/\/[^\s<>"']{1,500}[^\s<>"'.,;:!?)]/g,
    (url) => `<a href="${url}">${url}</a>`,
  )

/** A whole document. Numbers and addresses in Latin letters keep their own direction. */
export function htmlOf(text: string, language: Language): string {
  const direction = rightToLeft.has(language) ? 'rtl' : 'ltr'
  const paragraphs = text
    .split(/\n{2,}/)
    .map((paragraph) => `<p dir="auto">${linked(paragraph).replaceAll('\n', '<br>\n')}</p>`)
  return [
    `<!doctype html>\n<html lang="${language}" dir="${direction}">`,
    '<head><meta charset="utf-8"><meta name="color-scheme" content="light dark"></head>',
    `<body style="font-family:sans-serif;font-size:16px;line-height:1.5">\n${paragraphs.join('\n')}\n</body>\n</html>\n`,
  ].join('\n')
}
