/**
 * What a mail says: the words that a resident wrote now, or passed on.
 * @module
 */
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
  const isPointer = mail.parts.length > 0 && pointer.test(text.trim())
  const said = isPointer ? pointedAt(mail) : withSubject(mail, text)
  return { text: said.slice(0, mostChars).trim(), pictures: html?.pictures ?? null }
}

const thing =
  '(?:letters?|files?|documents?|pdf|forms?|complaints?|photos?|pictures?|pics?|images?|videos?|attachments?)'
/** "Please see the attached letter. Thanks, Sam": words on a file and on nothing else. */
const pointer = new RegExp(
  String.raw`^(?:(?:hi|hello|dear|good (?:morning|afternoon|evening))\b[^\n]{0,40}\n{1,3})?(?:please |pls |kindly )?(?:see |find |review |read )?(?:the |my )?(?:attached|enclosed|attachments?)(?: ${thing}){0,2}[.!]{0,3}(?:\s{1,4}(?:thanks|thank you|regards|best|sincerely)\b[^\n]{0,30}(?:\n[^\n]{0,40}){0,3})?$`,
  'i',
)
const bareThing = new RegExp(`^(?:(?:my|a|the|see|attached) ){0,2}${thing}(?: ${thing})?[.!]?$`, 'i')

/** What a mail says whose words only point at its file: its subject, unless that does so too. */
function pointedAt({ subject, answers }: Mail): string {
  if (answers.length > 0 || replyPrefix.test(subject)) return ''
  const bare = withoutPrefixes(subject)
  return isEmptySubject(bare) || bareThing.test(bare) ? '' : bare
}

/** Plain text where there is some; else the words of the HTML. */
function bodyOf({ text }: Mail, html: ReadHtml | null): string {
  const plain = text.trim()
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
