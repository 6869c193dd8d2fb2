/**
 * What providers post to us, as a mail. Only what a mail can't do without is required: the rest passes as it came.
 * @module
 */
import { z } from 'zod'
import { AppError } from '../../src/core/errors.ts'
import type { Verified } from '../../src/core/ports.ts'
import { type Fields, fieldsOf, jsonOf } from './fields.ts'
import { addressOf, answersOf, headerOf, type Mail, type Part } from './mail.ts'
import { addressesOf, type Envelope, mailboxOf, parseMail, pathIn } from './parse.ts'
import { paths } from './verify.ts'

/** The mail in one delivery. Throws AppError `malformed` where it is none; a mail that is broken is still one. */
export async function receiveMail(verified: Verified): Promise<Mail> {
  const body = verified.bytes ?? Buffer.from(verified.body)
  switch (new URL(verified.url).pathname) {
    case paths.raw:
      if (body.length === 0) throw new AppError('malformed', 'the body is empty')
      return parseMail(body)
    case paths.sendgrid:
      return sendgrids(verified, body)
    case paths.postmark:
      return postmarks(body)
    default:
      return mailguns(verified, body)
  }
}

function formOf(verified: Verified, vendor: string): Fields {
  const fields = fieldsOf(verified)
  if (fields === null) throw new AppError('malformed', `${vendor}'s webhook is no form`)
  return fields
}

/** A field that a mail can't do without. */
function needed({ texts }: Fields, names: readonly string[], vendor: string): string {
  for (const name of names) {
    const value = texts.get(name)
    if (value !== undefined && value !== '') return value
  }
  throw new AppError('malformed', `${vendor}'s webhook lacks ${names.join(' or ')}`)
}

const Envelopes = z.looseObject({ from: z.string().default(''), to: z.array(z.string()).default([]) })

async function sendgrids(verified: Verified, body: Uint8Array): Promise<Mail> {
  const form = formOf(verified, 'SendGrid')
  const told = Envelopes.safeParse(jsonOf(form.texts.get('envelope') ?? ''))
  const envelope = told.success ? { from: pathOf(told.data.from), to: told.data.to } : { from: null, to: [] }
  const fields = without(form.texts, ['email', 'text', 'html', 'headers'])
  const raw = form.bytes.get('email')
  if (raw !== undefined) return parseMail(raw, envelope, fields)
  needed(form, ['from', 'headers'], 'SendGrid')
  const infos = jsonOf(form.texts.get('attachment-info') ?? '')
  const info = (name: string): Readonly<Record<string, unknown>> =>
    typeof infos === 'object' && infos !== null
      ? ((infos as Record<string, Record<string, unknown> | undefined>)[name] ?? {})
      : {}
  return fromFields({
    body,
    headers: await headersOf(form.texts.get('headers') ?? ''),
    envelope,
    fields,
    from: form.texts.get('from'),
    to: form.texts.get('to'),
    subject: form.texts.get('subject'),
    text: form.texts.get('text'),
    html: form.texts.get('html'),
    parts: form.files.map(({ name, filename, type, bytes }) => ({
      name: textOf(info(name).filename) ?? filename ?? '',
      type: textOf(info(name).type) ?? type,
      disposition: textOf(info(name)['content-id']) === undefined ? 'attachment' : 'inline',
      contentId: bracketless(textOf(info(name)['content-id'])),
      bytes,
    })),
  })
}

async function mailguns(verified: Verified, body: Uint8Array): Promise<Mail> {
  const form = formOf(verified, 'Mailgun')
  const { texts } = form
  const recipient = texts.get('recipient') ?? ''
  const envelope: Envelope = {
    from: pathOf(texts.get('sender') ?? ''),
    to: recipient.split(',').map((one) => one.trim()),
  }
  const fields = without(texts, [
    'body-mime',
    'body-plain',
    'body-html',
    'stripped-text',
    'stripped-html',
    'message-headers',
    'signature',
    'token',
  ])
  const raw =
    form.bytes.get('body-mime') ??
    (texts.has('body-mime') ? Buffer.from(texts.get('body-mime') ?? '') : undefined)
  if (raw !== undefined) return parseMail(raw, envelope, fields)
  needed(form, ['from', 'sender', 'message-headers'], 'Mailgun')
  const listed = z
    .array(z.tuple([z.string(), z.string()]))
    .safeParse(jsonOf(texts.get('message-headers') ?? ''))
  const ids = jsonOf(texts.get('content-id-map') ?? '')
  const idOf = new Map(
    Object.entries(typeof ids === 'object' && ids !== null ? ids : {}).flatMap(([id, name]) =>
      typeof name === 'string' ? [[name, id] as const] : [],
    ),
  )
  return fromFields({
    body,
    headers: (listed.data ?? []).map(([name, value]) => [name.toLowerCase(), value] as const),
    envelope,
    fields,
    from: texts.get('from'),
    to: texts.get('To') ?? recipient,
    subject: texts.get('subject'),
    text: texts.get('body-plain'),
    html: texts.get('body-html'),
    parts: form.files.map(({ name, filename, type, bytes }) => ({
      name: filename ?? '',
      type,
      disposition: idOf.has(name) ? 'inline' : 'attachment',
      contentId: bracketless(idOf.get(name)),
      bytes,
    })),
  })
}

const PostmarkMail = z.looseObject({
  From: z.string().min(1),
  To: z.string().default(''),
  OriginalRecipient: z.string().default(''),
  Subject: z.string().default(''),
  TextBody: z.string().nullish(),
  HtmlBody: z.string().nullish(),
  Headers: z.array(z.looseObject({ Name: z.string(), Value: z.string() })).default([]),
  Attachments: z
    .array(
      z.looseObject({
        Name: z.string().default(''),
        Content: z.string().default(''),
        ContentType: z.string().default('application/octet-stream'),
        ContentID: z.string().nullish(),
      }),
    )
    .default([]),
})

async function postmarks(body: Uint8Array): Promise<Mail> {
  const parsed = PostmarkMail.safeParse(jsonOf(Buffer.from(body).toString('utf8')))
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map((issue) => issue.path.join('.') || 'an object'))].slice(
      0,
      5,
    )
    throw new AppError('malformed', `Postmark's webhook lacks ${names.join(', ')}`)
  }
  const { Headers, Attachments, TextBody, HtmlBody, ...rest } = parsed.data
  const { RawEmail, ...fields } = rest
  const envelope: Envelope = { from: null, to: [rest.OriginalRecipient] }
  // "Include raw email content in JSON payload": then it is the mail itself.
  if (typeof RawEmail === 'string' && RawEmail !== '')
    return parseMail(Buffer.from(RawEmail), envelope, fields)
  return fromFields({
    body,
    headers: Headers.map(({ Name, Value }) => [Name.toLowerCase(), Value] as const),
    envelope,
    fields,
    from: rest.From,
    to: rest.To,
    subject: rest.Subject,
    text: TextBody ?? '',
    html: HtmlBody ?? '',
    parts: Attachments.map(({ Name, Content, ContentType, ContentID }) => ({
      name: Name,
      type: ContentType,
      disposition: ContentID ? 'inline' : 'attachment',
      contentId: bracketless(ContentID ?? undefined),
      bytes: Buffer.from(Content, 'base64'),
    })),
  })
}

interface Taken {
  readonly body: Uint8Array
  readonly headers: Mail['headers']
  readonly envelope: Envelope
  readonly fields: Mail['fields']
  readonly from: string | undefined
  readonly to: string | undefined
  readonly subject: string | undefined
  readonly text: string | undefined
  readonly html: string | undefined
  readonly parts: readonly Part[]
}

/** A mail that its provider took apart. Its original is the delivery itself. */
function fromFields(taken: Taken): Mail {
  const { body, headers, envelope, fields, parts } = taken
  const path = headerOf({ headers }, 'return-path')
  const to = [
    ...envelope.to,
    ...addressesOf(taken.to ?? ''),
    ...addressesOf(headerOf({ headers }, 'cc')),
    ...addressesOf(headerOf({ headers }, 'delivered-to')),
  ]
  return {
    original: body,
    headers,
    from:
      mailboxOf(taken.from ?? '') ??
      mailboxOf(headerOf({ headers }, 'from')) ??
      mailboxOf(envelope.from ?? ''),
    to: [...new Set(to.flatMap((address) => addressOf(address) ?? []))],
    returnPath: envelope.from ?? pathIn(path),
    subject: (taken.subject ?? '').replace(/\s+/g, ' ').trim(),
    text: taken.text ?? '',
    html: taken.html ?? '',
    parts: parts.map((part) => ({ ...part, type: part.type.split(';')[0]?.trim().toLowerCase() ?? '' })),
    enclosed: '',
    messageId: headerOf({ headers }, 'message-id').trim(),
    answers: answersOf(headerOf({ headers }, 'in-reply-to'), headerOf({ headers }, 'references')),
    fields,
    damage: null,
  }
}

/** A header block by the same parser as whole mails. */
async function headersOf(block: string): Promise<Mail['headers']> {
  return (await parseMail(Buffer.from(`${block.trim()}\r\n\r\n`))).headers
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined
const bracketless = (id: string | undefined): string | null =>
  id === undefined || id === '' ? null : id.trim().replace(/^<|>$/g, '')
/** `<>` and nothing are the null return path. */
const pathOf = (path: string): string => addressOf(path) ?? path.replace(/[<>\s]/g, '').toLowerCase()
const without = (texts: ReadonlyMap<string, string>, names: readonly string[]): Mail['fields'] =>
  Object.fromEntries([...texts].filter(([name]) => !names.includes(name)))
