/**
 * What a case says, and the line in it by which we find the case again.
 * @module
 */
import type { Answers } from './attributes.ts'

/** The specification's limit. https://wiki.open311.org/GeoReport_v2/#post-service-request */
const maxChars = 4_000
/** What follows the words; the rest is theirs. */
const maxTail = 2_500
const maxAnswer = 400

/** The resident's words, answers that have no other place, further photos, and last the line `Ref BOS-…`. */
export function describe(parts: {
  readonly words: string
  readonly left: Answers['left']
  readonly photos: readonly string[]
  readonly reference: string
}): string {
  const tail = [
    ...parts.left.map(({ question, answer }) => cut(`${plain(question)}: ${plain(answer)}`, maxAnswer)),
    ...parts.photos.map((url) => `Photo: ${plain(url)}`),
  ].map((line) => line.replace(/\s*\n\s*/g, ' '))
  while (tail.join('\n').length > maxTail) tail.pop()
  const end = [...tail, refLine(parts.reference)].join('\n')
  const words = cut(plain(parts.words), maxChars - end.length - 2)
  return words === '' ? end : `${words}\n\n${end}`
}

const refLine = (reference: string): string => `Ref ${reference}`

/**
 * True where the line of this reference stands in a description of ours. Servers may keep it on one line, put HTML
 * breaks into it or append something; a sentence that quotes the reference is not the line.
 */
export function hasReference(description: string, reference: string): boolean {
  const lines = description
    .replace(/<br\s*\/?>/gi, '\n')
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter(Boolean)
  const line = refLine(reference)
  if (lines.length > 1) return lines.includes(line)
  // One line made of several: the line of ours was the last one.
  return lines[0] === line || lines[0]?.endsWith(` ${line}`) === true
}

/** No HTML, no control characters, nothing that looks like our line. */
const plain = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g, '')
    .replace(/<(?=[a-z/!?])/gi, '‹')
    .replace(/\bref(?=\s+BOS-)/gi, '$&:')
    .trim()

function cut(text: string, most: number): string {
  if (text.length <= most) return text
  return `${text
    .slice(0, Math.max(0, most - 1))
    .toWellFormed()
    .replace(/\uFFFD$/, '')}…`
}
