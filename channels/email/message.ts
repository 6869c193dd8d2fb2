/**
 * A mail becomes a resident's message. Pure.
 * @module
 */
import { createHash } from 'node:crypto'
import type { Inbound, InlineFile } from '../../src/core/ports.ts'
import { inlineUrl } from '../../src/core/ports.ts'
import type { InboundMessage, MediaId, Origin } from '../../src/core/request.ts'
import { mediaIdOf, messageIdOf } from '../message-id.ts'
import { storable, storableText } from '../storable.ts'
import { type Sign, signOfMachine } from './automatic.ts'
import { deliveryOf } from './delivery.ts'
import { filesOf } from './files.ts'
import type { Mail } from './mail.ts'
import { legible } from './parse.ts'
import { reportOf } from './text/report.ts'
import { type Ours, type Proof, type Tokens, tokenIn, tokenInId } from './token.ts'
import { trustIn } from './trust.ts'

export interface Reading {
  readonly ours: Ours
  readonly tokens: Tokens
  /** Whose Authentication-Results we believe; null: nobody's. */
  readonly trustedHost: string | null
}

/** What stands for a sender whom the mail does not name. It is no address: nobody is written to there. */
export const nobody = 'unknown'
/** Place of the original among a message's files: apart from all that are shown. */
const originalAt = -1
const typeShape = /^[\w.+-]{1,100}\/[\w.+-]{1,100}$/
/** Longest field and longest list that goes into the ledger; the original has all. */
const mostChars = 4_000
const mostHeaders = 200

/** The mail as a message with its files; before it, what it says of a reply of ours. */
export function inboundOf(mail: Mail, reading: Reading): readonly Inbound[] {
  const { ours, tokens } = reading
  const from = mail.from?.address ?? null
  const providerId = providerIdOf(mail)
  const id = messageIdOf('email', providerId)
  const { text, pictures } = reportOf(mail)
  const sign = signOfMachine(mail, ours, text)
  const parts = filesOf(mail, pictures)
  // Nobody's, broken, or sealed: nothing in it but what machines write for machines.
  const isSealed = text === '' && parts.length === 0 && mail.parts.length > 0
  const isUnreadable = from === null || mail.damage !== null || isSealed
  const original = mediaIdOf(id, originalAt)
  const files: InlineFile[] = [{ id: original, bytes: mail.original }]
  const media: InboundMessage['media'][number][] = []
  for (const [index, part] of parts.entries()) {
    const file = mediaIdOf(id, index)
    files.push({ id: file, bytes: part.bytes })
    media.push({
      id: file,
      url: inlineUrl(file),
      announcedType: typeShape.test(part.type) ? part.type : 'application/octet-stream',
    })
  }
  // An agent opens the mail itself where we could not.
  if (isUnreadable && sign === null)
    media.push({ id: original, url: inlineUrl(original), announcedType: 'message/rfc822' })
  const proofs = from === null ? [] : proofsIn(mail, from, ours, tokens)
  const trust = trustIn(mail, reading.trustedHost)
  const origin: Origin = {
    writer: sign !== null ? 'machine' : isUnreadable ? 'unreadable' : 'person',
    proven: trust.isProven || proofs.some(({ isOurs }) => isOurs),
    about: [...new Set(proofs.flatMap(({ reference }) => reference ?? []))].slice(0, 3),
  }
  const message: InboundMessage = {
    id,
    channel: 'email',
    providerId,
    from: from ?? nobody,
    to: ours.address,
    text: storableText(
      text === '' && origin.writer === 'unreadable' ? legible(mail.original) : text,
      '',
    ).trim(),
    media,
    point: null,
    keyword: null,
    answeredByProvider: false,
    origin,
    raw: rawOf(mail, original, sign, trust.results),
  }
  const report = sign === null ? null : deliveryOf(mail, ours, tokens)
  return [
    ...(report === null ? [] : [{ kind: 'delivery' as const, report }]),
    { kind: 'message', message, files },
  ]
}

/**
 * The Message-ID and a digest of what the mail says: programs exist that use an id again, and mails without one. What
 * hops add or encode anew on the way changes nothing of it.
 */
function providerIdOf(mail: Mail): string {
  const hash = createHash('sha256')
  const said = [
    mail.from?.address ?? '',
    mail.subject,
    mail.text.replace(/\s+/g, ' ').trim(),
    mail.html.replace(/\s+/g, ' ').trim(),
  ]
  for (const text of said) hash.update(`${Buffer.byteLength(text)}:`).update(text)
  for (const { bytes } of mail.parts) hash.update(`${bytes.length}:`).update(bytes)
  if (said.every((text) => text === '') && mail.parts.length === 0) hash.update(mail.original)
  const id = storableText(mail.messageId, '').replace(/\s+/g, '').slice(0, 500)
  return `${id}#${hash.digest('hex').slice(0, 24)}`
}

/** Every genuine token: in the addresses it is for, and in what it answers. */
function proofsIn(mail: Mail, from: string, ours: Ours, tokens: Tokens): readonly Proof[] {
  const found = [
    ...mail.to.map((to) => tokenIn(to, ours)),
    ...mail.answers.slice(0, 20).map((id) => tokenInId(id, ours)),
  ]
  return found.flatMap((token) => (token === null ? [] : (tokens.read(token, from) ?? [])))
}

/** What the ledger keeps beside the message. The bodies are in the original. */
function rawOf(
  mail: Mail,
  original: MediaId,
  sign: Sign | null,
  authentication: Readonly<Record<string, string>>,
): InboundMessage['raw'] {
  return storable({
    ...Object.fromEntries(Object.entries(mail.fields).map(([name, value]) => [name, shortened(value)])),
    mail: {
      messageId: mail.messageId.slice(0, mostChars),
      answers: mail.answers.slice(0, 50),
      subject: mail.subject.slice(0, mostChars),
      returnPath: mail.returnPath,
      to: mail.to.slice(0, 50),
      headers: mail.headers.slice(0, mostHeaders).map(([name, value]) => [name, value.slice(0, mostChars)]),
      original,
      ...(sign === null ? {} : { automatic: sign }),
      ...(Object.keys(authentication).length === 0 ? {} : { authentication }),
      ...(mail.damage === null ? {} : { damage: mail.damage }),
    },
  })
}

function shortened(value: unknown): unknown {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  if (text === undefined || text.length <= mostChars) return value
  return typeof value === 'string' ? value.slice(0, mostChars) : null
}
