/**
 * What a mail says: the words that a resident wrote now, or passed on.
 * @module
 */
import { storableText } from '../../storable.ts'
import type { Mail } from '../mail.ts'
import { type ReadHtml, readHtml } from './html.ts'
import { newText } from './quotation.ts'
import { forwardPrefix, replyPrefix } from './words.ts'

export interface Report {
  readonly text: string
  /** Content-IDs of pictures among the new words; null: the mail has no HTML to say so. */
  readonly pictures: ReadonlySet<string> | null
}

/** Longest report: what readers and classifiers are made for. Characters. */
const mostChars = 20_000

/** New text of a mail, with the subject of a first one where it says more. */
export function reportOf(mail: Mail): Report {
  const html = mail.html === '' ? null : readHtml(mail.html)
  const isForward = forwardPrefix.test(mail.subject)
  const text = newText(`${bodyOf(mail, html)}\n\n${mail.enclosed}`.trim(), isForward)
  const whole = storableText(withSubject(mail, text), '')
  return { text: whole.slice(0, mostChars).trim(), pictures: html?.pictures ?? null }
}

/** Plain text where there is some; else the words of the HTML. */
function bodyOf({ text }: Mail, html: ReadHtml | null): string {
  const plain = storableText(text, '').trim()
  if (html === null) return plain
  if (plain === '' || isStub(plain)) return html.text
  // HTML that was sent as plain text.
  return /^<(?:!doctype html|html|div|p|body|table)[\s>]/i.test(plain) ? readHtml(plain).text : plain
}

/** "Your program shows no HTML": no words of the resident's. */
const isStub = (plain: string): boolean =>
  plain.length < 300 &&
  /\b(?:html|view (?:this|it) (?:e-?mail|message)? ?(?:in|online))\b/i.test(plain) &&
  !/\n.{0,200}\n.{0,200}\n/.test(plain)

function withSubject({ subject, answers }: Mail, text: string): string {
  if (answers.length > 0 || replyPrefix.test(subject)) return text
  const bare = withoutPrefixes(subject)
  if (bare === '' || isEmptySubject(bare)) return text
  return plain(text).includes(plain(bare)) ? text : text === '' ? bare : `${bare}\n${text}`
}

/** The subject without "Fwd:" and "Re:", however many. */
export function withoutPrefixes(subject: string): string {
  let rest = subject.trim()
  for (let count = 0; count < 10; count += 1) {
    const shorter = rest.replace(replyPrefix, '').replace(forwardPrefix, '').trim()
    if (shorter === rest) break
    rest = shorter
  }
  return rest
}

/** What programs write where nobody did. */
const isEmptySubject = (subject: string): boolean =>
  /^[(<[]?\s{0,3}(?:no subject|sin asunto|sem assunto|aucun objet|sans objet|без темы|không có (?:chủ đề|tiêu đề)|无主题|無主旨|主题为空|بدون موضوع|بلا عنوان)\s{0,3}[)>\]]?$/iu.test(
    subject,
  )

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
