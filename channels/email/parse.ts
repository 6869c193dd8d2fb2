/**
 * Bytes of RFC 5322 and MIME become a mail. Never throws: what cannot be read is kept and says so.
 * @module
 */
import PostalMime, { type Address, type Attachment, addressParser, decodeWords } from 'postal-mime'
import { addressOf, answersOf, headerOf, type Mail, type Mailbox, type Part } from './mail.ts'
import { readHtml } from './text/html.ts'

/** What the transport knows of it. */
export interface Envelope {
  /** As `Mail.returnPath`. */
  readonly from: string | null
  readonly to: readonly string[]
}
export const noEnvelope: Envelope = { from: null, to: [] }

/** Deep enough for a forward of a forward; what is deeper stays a file. */
const limits = { maxNestingDepth: 50, maxRfc822NestingDepth: 4, maxHeadersSize: 512 * 1024 }

/** Reads a mail. `fields` is what the provider told beside it. */
export async function parseMail(
  original: Uint8Array,
  envelope: Envelope = noEnvelope,
  fields: Mail['fields'] = {},
): Promise<Mail> {
  const { bytes, isFlowed } = asFixed(withoutMboxLine(original))
  try {
    return { ...(await parsed(bytes, envelope, isFlowed)), original, fields }
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 200) : 'unknown'
    return {
      original,
      headers: [],
      from: mailboxOf(envelope.from ?? ''),
      to: envelope.to,
      returnPath: envelope.from,
      subject: '',
      text: '',
      html: '',
      parts: [],
      enclosed: '',
      messageId: '',
      answers: [],
      fields,
      damage: reason,
    }
  }
}

async function parsed(
  bytes: Uint8Array,
  envelope: Envelope,
  isFlowed: boolean,
): Promise<Omit<Mail, 'original' | 'fields'>> {
  const email = await inBestCharset(bytes)
  const headers = email.headers.map(({ key, value }) => [key, value] as const)
  const from = email.from ?? email.sender
  const own = email.attachments.map(partOf)
  const enclosed = await enclosedIn(own)
  const parts = [...own, ...enclosed.parts]
  const mailTo = [email.to, email.cc, email.bcc].flatMap((list) => flat(list ?? []))
  const delivered = headers
    .filter(([key]) => ['delivered-to', 'x-original-to', 'envelope-to', 'x-forwarded-to'].includes(key))
    .flatMap(([, value]) => flat(addressParser(value)))
  const returnPath = headerOf({ headers }, 'return-path')
  return {
    headers,
    from: (from === undefined ? null : firstOf([from])) ?? mailboxOf(envelope.from ?? email.returnPath ?? ''),
    to: [
      ...new Set([
        ...envelope.to.flatMap((to) => addressOf(to) ?? []),
        ...[...mailTo, ...delivered].map(({ address }) => address),
      ]),
    ],
    returnPath: envelope.from ?? pathIn(returnPath),
    subject: (email.subject ?? '').replace(/\s+/g, ' ').trim(),
    text:
      (isFlowed ? unflowed(email.text ?? '') : (email.text ?? '')) ||
      (email.html || parts.length > 0 ? '' : roughText(bytes)),
    html: email.html ?? '',
    parts,
    enclosed: enclosed.words,
    messageId: (email.messageId ?? '').trim(),
    answers: answersOf(email.inReplyTo ?? '', email.references ?? ''),
    damage: headers.length === 0 ? 'it has no headers' : null,
  }
}

/** The first mail that is a file of this one, where that is no report of a machine's. */
async function enclosedIn(
  parts: readonly Part[],
): Promise<{ readonly words: string; readonly parts: readonly Part[] }> {
  const found = parts.find(({ type }) => type === 'message/rfc822')
  const isReport = parts.some(({ type }) => /^message\/(?!rfc822)/.test(type))
  if (found === undefined || isReport) return { words: '', parts: [] }
  const { subject = '', text = '', html = '', attachments } = await inBestCharset(found.bytes)
  const words = text.trim() === '' ? readHtml(html).text : text
  return {
    words: `---------- Forwarded message ---------\nSubject: ${subject.replace(/\s+/g, ' ')}\n\n${words}`,
    parts: attachments.map(partOf),
  }
}

/** What stands in Return-Path: an address, empty for `<>`, null where it is none of both. */
export const pathIn = (header: string): string | null =>
  /^\s*<\s*>/.test(header) ? '' : (addressesOf(header)[0] ?? addressOf(header))

/** Words of a body whose structure is broken so that its parts were lost: all lines but those of MIME. */
function roughText(bytes: Uint8Array): string {
  const text = decoded(bytes).replace(/\r\n?/g, '\n')
  const gap = text.indexOf('\n\n')
  if (gap === -1) return ''
  return text
    .slice(gap + 2, gap + 200_000)
    .split('\n')
    .filter(
      (line) =>
        !/^--[^\s]{3,200}$|^content-[a-z-]{2,30}:|^\s{0,8}(?:boundary|charset|name|filename)=/i.test(line),
    )
    .join('\n')
    .trim()
}

/** A mail that cannot be read, as far as a person can make something of it. At most 4,000 characters. */
export const legible = (bytes: Uint8Array): string =>
  decoded(bytes.subarray(0, 20_000))
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\p{Cs}]+/gu, (found) => (found.includes('\n') ? '\n' : ' '))
    .trim()
    .slice(0, 4_000)

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The charset it names, and where that gives rubbish, those that are mistaken for it. */
async function inBestCharset(bytes: Uint8Array) {
  const first = await PostalMime.parse(bytes, limits)
  let best = first
  let least = rubbishIn(first)
  if (least === 0) return first
  for (const charset of ['utf-8', 'windows-1252']) {
    const other = await PostalMime.parse(withCharset(bytes, charset), limits)
    const rubbish = rubbishIn(other)
    if (rubbish < least) [best, least] = [other, rubbish]
  }
  return best
}

/** Replacement characters, C1 controls, and UTF-8 that was read as Latin letters. */
function rubbishIn(email: {
  readonly text?: string | undefined
  readonly html?: string | undefined
}): number {
  const text = `${email.text ?? ''}${email.html ?? ''}`
  return (
    text.match(/\uFFFD|[\u0080-\u0084\u0086-\u009F]|[\u00C2\u00C3][\u0080-\u00BF]|\u00E2\u20AC./g)?.length ??
    0
  )
}

/** The same mail naming another charset wherever it names one, and for plain text where it names none. */
function withCharset(bytes: Uint8Array, charset: string): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1')
  const named = text.replace(
    /\bcharset[ \t]{0,3}=[ \t]{0,3}(?:"[^"\r\n]{0,60}"|[^\s;"]{1,60})/gi,
    `charset=${charset}`,
  )
  const head = named.slice(0, Math.max(0, named.search(/\r?\n\r?\n/)))
  if (/^content-type[ \t]{0,3}:/im.test(head)) return Buffer.from(named, 'latin1')
  return Buffer.from(`Content-Type: text/plain; charset=${charset}\r\n${named}`, 'latin1')
}

/**
 * The parser joins flowed lines across quotations, and their marks get lost. So it is told that lines are fixed, and
 * they are joined here.
 */
function asFixed(bytes: Uint8Array): { readonly bytes: Uint8Array; readonly isFlowed: boolean } {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const flowed = /\bformat[ \t]{0,3}=[ \t]{0,3}"?flowed"?/gi
  if (!flowed.test(text)) return { bytes, isFlowed: false }
  const fixed = text.replace(flowed, (found) => `format=${found.includes('"') ? '"fixed" ' : 'fixed '}`)
  return { bytes: Buffer.from(fixed, 'latin1'), isFlowed: true }
}

/** Paragraphs out of flowed lines. https://www.rfc-editor.org/rfc/rfc3676#section-4 */
function unflowed(text: string): string {
  const lines: string[] = []
  let depth = -1
  for (const line of text.replace(/\r\n?/g, '\n').split('\n')) {
    const marks = /^>{0,50}/.exec(line)?.[0] ?? ''
    const words = line.slice(marks.length).replace(/^ /, '')
    const before = lines.at(-1)
    if (
      before !== undefined &&
      depth === marks.length &&
      before.endsWith(' ') &&
      words !== '-- ' &&
      !/^>{0,50} ?-- $/.test(before)
    )
      lines[lines.length - 1] = before + words
    else lines.push(marks === '' ? words : `${marks} ${words}`)
    depth = marks.length
  }
  return lines.join('\n')
}

/** Spools put a line of their own on top ("From a@b Mon …"). */
function withoutMboxLine(bytes: Uint8Array): Uint8Array {
  const head = Buffer.from(bytes.subarray(0, 1_000)).toString('latin1')
  const line = /^(?:\s{0,20})>?From [^\r\n]{0,400}\r?\n/.exec(head)?.[0]
  return line === undefined ? bytes : bytes.subarray(line.length)
}

function partOf({ filename, mimeType, disposition, contentId, content }: Attachment): Part {
  return {
    name: (filename ?? '').slice(0, 300),
    type: mimeType.toLowerCase(),
    disposition,
    contentId: contentId === undefined ? null : contentId.trim().replace(/^<|>$/g, ''),
    bytes: typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content),
  }
}

const flat = (list: readonly Address[]): readonly Mailbox[] =>
  list
    .flatMap((entry) => entry.group ?? [entry])
    .flatMap(({ name, address }) => {
      const known = addressOf(address ?? '')
      return known === null ? [] : [{ name: decodeWords(name), address: known }]
    })
const firstOf = (list: readonly Address[]): Mailbox | null => flat(list)[0] ?? null

/** The first mailbox of an address header, or null. */
export const mailboxOf = (header: string): Mailbox | null => firstOf(addressParser(header))
/** Every address of an address header. */
export const addressesOf = (header: string): readonly string[] =>
  flat(addressParser(header)).map(({ address }) => address)
