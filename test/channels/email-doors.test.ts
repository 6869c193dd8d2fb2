/** The webhooks: who may post, and what each provider's shape becomes. */
import { createHmac } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type EmailConfig, emailChannel } from '../../channels/email/index.ts'
import { readConfig } from '../../src/app/config.ts'
import { Recording, signerOf } from '../../src/app/signers.ts'
import type { HttpRequest } from '../../src/core/ports.ts'
import { config, multipart, ours, resident, root, signedBySendgrid } from './email.harness.ts'

const nowMs = 1_800_000_000_000
const open = (more: Partial<EmailConfig> = {}) => emailChannel(config({ now: () => nowMs, ...more }))
const post = (
  path: string,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>>,
): HttpRequest => ({
  method: 'POST',
  url: `${root}${path}`,
  headers,
  body: '',
  bytes: Buffer.from(body as string),
})
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'taken',
    (error: { code?: string }) => error.code ?? 'other',
  )
async function messageIn(request: HttpRequest, channel = open()) {
  const inbound = channel.normalise(await channel.receive(await channel.verify(request)))
  const one = inbound.find((found) => found.kind === 'message')
  if (one?.kind !== 'message') throw new Error('no message')
  return one
}
const words = 'Huge pothole at 45 Elm St, Jamaica Plain.'
const raw = [
  `Return-Path: <${resident}>`,
  `From: Ada <${resident}>`,
  `To: ${ours}`,
  'Subject: Re: x',
  'Message-ID: <one@mail.example>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: text/plain; charset=iso-8859-1',
  '',
  `${words} \xe9\xe8`,
  '--b',
  'Content-Type: image/jpeg; name="p.jpg"',
  'Content-Disposition: attachment; filename="p.jpg"',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.alloc(6_000, 7).toString('base64'),
  '--b--',
  '',
].join('\r\n')
const rawBytes = Buffer.from(raw, 'latin1')
const bearer = { authorization: 'Bearer a-token-of-the-test' }

describe('raw mail', () => {
  it('needs one of the bearer tokens', async () => {
    const rotated = open({ webhookTokens: ['new-token', 'old-token'] })
    const with_ = (authorization: string) => post('/webhooks/email', rawBytes, { authorization })
    expect(await codeOf(rotated.verify(with_('Bearer old-token')))).toBe('taken')
    expect(await codeOf(rotated.verify(with_('bearer new-token')))).toBe('taken')
    for (const wrong of ['', 'Bearer', 'Bearer old-toke', 'Bearer old-tokenx', 'Basic old-token', 'Bearer '])
      expect(await codeOf(rotated.verify(with_(wrong)))).toBe('bad-signature')
    expect(
      await codeOf(
        open({ webhookTokens: [] }).verify(post('/webhooks/email', rawBytes, { authorization: 'Bearer ' })),
      ),
    ).toBe('bad-signature')
  })
  it('is kept whole, in its own charset, with its file', async () => {
    const { message, files } = await messageIn(post('/webhooks/email', rawBytes, bearer))
    expect(message).toMatchObject({
      from: resident,
      to: ours,
      text: `${words} éè`,
      origin: { writer: 'person' },
    })
    expect(message.media).toMatchObject([{ announcedType: 'image/jpeg' }])
    expect(Buffer.from(files?.[0]?.bytes ?? []).equals(rawBytes)).toBe(true)
    expect(files?.[1]?.bytes).toHaveLength(6_000)
  })
  it('that is empty is malformed', async () => {
    const channel = open()
    const verified = await channel.verify(post('/webhooks/email', '', bearer))
    expect(await codeOf(channel.receive(verified))).toBe('malformed')
  })
})

describe('SendGrid', () => {
  it('raw is the same message as by any other door', async () => {
    const direct = await messageIn(post('/webhooks/email', rawBytes, bearer))
    const posted = await messageIn(
      signedBySendgrid({ email: rawBytes, envelope: JSON.stringify({ from: resident, to: [ours] }) }),
    )
    expect(posted.message.id).toBe(direct.message.id)
    expect(posted.message.text).toBe(direct.message.text)
  })
  it('names the charset of each field', async () => {
    const { message } = await messageIn(
      signedBySendgrid({
        headers: 'Message-ID: <two@mail.example>\n',
        from: resident,
        charsets: JSON.stringify({ text: 'windows-1251', from: 'UTF-8' }),
        text: Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]),
      }),
    )
    expect(message.text).toBe('Привет')
  })
  it('is refused for each byte that was changed', async () => {
    const channel = open()
    const request = signedBySendgrid({ email: 'From: a@mail.example\r\n\r\nx' })
    const bytes = request.bytes ?? Buffer.alloc(0)
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(await codeOf(channel.verify({ ...request, bytes: changed }))).toBe('bad-signature')
    }
    expect(await codeOf(open({ sendgridKeys: ['not a key'] }).verify(request))).toBe('bad-signature')
  })
})

describe('Mailgun', () => {
  const signed = (fields: Readonly<Record<string, string>>, at = nowMs / 1_000, key = 'a-mailgun-key') => {
    const token = 'f'.repeat(50)
    const signature = createHmac('sha256', key).update(`${at}${token}`).digest('hex')
    return { ...fields, timestamp: String(at), token, signature }
  }
  const form = (fields: Readonly<Record<string, string>>): HttpRequest =>
    post('/webhooks/email/mailgun', new URLSearchParams(fields).toString(), {
      'content-type': 'application/x-www-form-urlencoded',
    })
  const fields = {
    recipient: ours,
    sender: resident,
    from: `Ada <${resident}>`,
    subject: '',
    'body-plain': words,
    'message-headers': JSON.stringify([['Message-Id', '<three@mail.example>']]),
  }
  it('is taken from a form, with what it says', async () => {
    expect((await messageIn(form(signed(fields)))).message).toMatchObject({
      from: resident,
      text: words,
      raw: { recipient: ours },
    })
  })
  it('as it is comes by its own path', async () => {
    const { type, bytes } = multipart({
      ...signed({ recipient: ours, sender: resident }),
      'body-mime': rawBytes,
    })
    const { message } = await messageIn(post('/webhooks/email/mailgun/mime', bytes, { 'content-type': type }))
    expect(message.text).toBe(`${words} éè`)
  })
  it('is refused when it is old, from the future, not signed, or its token came with another body', async () => {
    const channel = open()
    const refused = async (request: HttpRequest) => codeOf(channel.verify(request))
    expect(await refused(form(signed(fields, nowMs / 1_000 - 10 * 3_600)))).toBe('bad-signature')
    expect(await refused(form(signed(fields, nowMs / 1_000 + 3_600)))).toBe('bad-signature')
    expect(await refused(form(signed(fields, nowMs / 1_000, 'another')))).toBe('bad-signature')
    expect(await refused(form(fields))).toBe('bad-signature')
    expect(await refused(form(signed(fields)))).toBe('taken')
    expect(await refused(form(signed(fields)))).toBe('taken')
    expect(await refused(form({ ...signed(fields), 'body-plain': 'other words' }))).toBe('bad-signature')
  })
})

describe('Postmark', () => {
  const json = {
    From: resident,
    To: ours,
    OriginalRecipient: ours,
    Subject: '',
    TextBody: words,
    Headers: [{ Name: 'Message-ID', Value: '<four@mail.example>' }],
    Attachments: [
      { Name: 'p.jpg', Content: Buffer.alloc(6_000, 1).toString('base64'), ContentType: 'image/jpeg' },
    ],
  }
  const login = `Basic ${Buffer.from('postmark:a-password').toString('base64')}`
  const request = (body: unknown, authorization = login) =>
    post('/webhooks/email/postmark', JSON.stringify(body), { authorization })
  it('knows its login, and its files come with it', async () => {
    const { message, files } = await messageIn(request(json))
    expect(message).toMatchObject({ from: resident, text: words, media: [{ announcedType: 'image/jpeg' }] })
    expect(files).toHaveLength(2)
    expect(
      await codeOf(open().verify(request(json, `Basic ${Buffer.from('postmark:b').toString('base64')}`))),
    ).toBe('bad-signature')
  })
  it('says what is missing, and nothing of what is there', async () => {
    const channel = open()
    const verified = await channel.verify(request({ To: 'a secret', Attachments: 'none' }))
    await expect(channel.receive(verified)).rejects.toThrow(/From, Attachments/)
  })
})

it('recorded deliveries are signed so that the channel takes them', async () => {
  const folder = join(import.meta.dirname, '../../fixtures/email')
  const settings = readConfig(
    {
      EMAIL_FROM: ours,
      SMTP_URL: 'smtp://127.0.0.1:9',
      EMAIL_WEBHOOK_TOKEN: 'a-token-of-the-test',
      EMAIL_MAILGUN_KEY: 'a-mailgun-key',
      EMAIL_POSTMARK_LOGIN: 'postmark:a-password',
    },
    'all',
  )
  const taken: string[] = []
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const recording = Recording.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')))
    const signer = signerOf(recording.path)
    if (recording.path.endsWith('/sendgrid')) {
      await expect(signer?.(settings, recording, root)).rejects.toMatchObject({ code: 'misconfigured' })
      taken.push((await messageIn(signedBySendgrid(recording.form ?? {}))).message.origin?.writer ?? '')
      continue
    }
    const signed = await signer?.(settings, recording, root)
    const request = post(recording.path, signed?.body ?? '', signed?.headers ?? {})
    taken.push((await messageIn(request, emailChannel(config()))).message.origin?.writer ?? '')
  }
  expect(taken.sort()).toEqual(['machine', 'person', 'person', 'person', 'person'])
})

/** Vectors of the vendor, where the shared folder is. */
const vectors = join(import.meta.dirname, '../../../shared/data/webhooks/sendgrid_event_webhook_vectors.json')
const hasVectors = existsSync(vectors)
if (!hasVectors)
  console.info(
    "skipped: the vendor's own vectors are not in ../shared/data/webhooks, our own are judged above",
  )
describe.skipIf(!hasVectors)("the vendor's own vectors", () => {
  it('are judged as it says', async () => {
    const list = JSON.parse(readFileSync(vectors, 'utf8')) as readonly Record<string, string | boolean>[]
    let judged = 0
    for (const { public_key, signature, timestamp, payload, valid } of list) {
      if (typeof public_key !== 'string' || typeof payload !== 'string' || typeof valid !== 'boolean')
        continue
      judged += 1
      const request = post('/webhooks/email/sendgrid', payload, {
        'x-twilio-email-event-webhook-signature': String(signature),
        'x-twilio-email-event-webhook-timestamp': String(timestamp),
      })
      expect(await codeOf(open({ sendgridKeys: [public_key] }).verify(request))).toBe(
        valid ? 'taken' : 'bad-signature',
      )
    }
    expect(judged).toBeGreaterThan(0)
  })
})
