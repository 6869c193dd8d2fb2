/**
 * The e-mail channel: mail comes in as SendGrid posts it (the one provider that signs what is in it), replies go to the
 * played mail server.
 * @module
 */
import { generateKeyPairSync, sign } from 'node:crypto'
import { type EmailConfig, emailChannel, oursOf } from '../../channels/email/index.ts'
import { AppError } from '../../src/core/errors.ts'
import type { HttpRequest } from '../../src/core/ports.ts'
import { type Fault, startSmtpPlayer } from '../../src/sandbox/smtp/index.ts'
import type { ChannelHarness } from '../contract/channel.contract.ts'

export const root = 'https://311.example.org'
export const resident = 'ada@mail.example'
export const ours = '311@boston.example'
const login = { user: 'intake', pass: 'a-password-of-the-test' }
const pair = () => generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
const { privateKey, publicKey } = pair()
const someoneElses = pair().privateKey
const timestamp = '1800000000'
const signatureHeader = 'x-twilio-email-event-webhook-signature'

/** What a channel needs, all doors open. */
export const config = (more: Partial<EmailConfig> = {}): EmailConfig => {
  const mailbox = oursOf(`Boston 311 <${ours}>`)
  if (mailbox === null) throw new Error('not an address')
  return {
    ours: mailbox,
    smtpUrl: 'smtp://127.0.0.1:9',
    listen: null,
    webhookTokens: ['a-token-of-the-test'],
    sendgridKeys: [publicKey.export({ format: 'der', type: 'spki' }).toString('base64')],
    mailgunKeys: ['a-mailgun-key'],
    postmarkLogins: ['postmark:a-password'],
    trustedHost: 'mx.boston.example',
    tokenKey: 'a-key-of-the-test',
    ...more,
  }
}

export interface FormFile {
  readonly name: string
  readonly filename: string
  readonly type: string
  readonly bytes: Uint8Array
}
/** A multipart body, fields first. */
export function multipart(
  fields: Readonly<Record<string, string | Uint8Array>>,
  files: readonly FormFile[] = [],
) {
  const boundary = 'xYzZY-of-the-test'
  const parts = [
    ...Object.entries(fields).map(
      ([name, value]) => [`name="${name}"`, '', Buffer.from(value as string)] as const,
    ),
    ...files.map(
      ({ name, filename, type, bytes }) =>
        [`name="${name}"; filename="${filename}"`, `\r\nContent-Type: ${type}`, Buffer.from(bytes)] as const,
    ),
  ]
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    bytes: Buffer.concat([
      ...parts.flatMap(([named, typed, value]) => [
        Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${named}${typed}\r\n\r\n`),
        value,
        Buffer.from('\r\n'),
      ]),
      Buffer.from(`--${boundary}--\r\n`),
    ]),
  }
}

/** A POST as SendGrid signs it. */
export function signedBySendgrid(
  fields: Readonly<Record<string, string | Uint8Array>>,
  files: readonly FormFile[] = [],
  key = privateKey,
): HttpRequest {
  const { type, bytes } = multipart(fields, files)
  const signature = sign('sha256', Buffer.concat([Buffer.from(timestamp), bytes]), key).toString('base64')
  return {
    method: 'POST',
    url: `${root}/webhooks/email/sendgrid`,
    headers: {
      'content-type': type,
      [signatureHeader]: signature,
      'x-twilio-email-event-webhook-timestamp': timestamp,
    },
    body: '',
    bytes,
  }
}

const mailFields = (id: string, text: string) => ({
  headers: `Message-ID: <${id}@mail.example>\nFrom: Ada <${resident}>\nTo: ${ours}\n`,
  from: `Ada <${resident}>`,
  to: ours,
  subject: '',
  text,
  envelope: JSON.stringify({ from: resident, to: [ours] }),
})

/** RFC 3464, as the next server writes it. */
export const dsn = (messageId: string, action: string, status: string): string =>
  [
    'From: Mail Delivery System <mailer-daemon@mx.example>',
    `To: ${ours}`,
    'Subject: Delivery Status Notification',
    `Message-ID: <${action}-${status}@mx.example>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'About your mail.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    `Final-Recipient: rfc822; ${resident}`,
    `Action: ${action}`,
    `Status: ${status}`,
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: ${messageId}`,
    `To: ${resident}`,
    '',
    '--b--',
    '',
  ].join('\r\n')

const faults: Readonly<Record<string, Fault>> = {
  'provider-away': { at: 'connect', code: 421, text: '4.3.2 shutting down' },
  'rate-limited': { at: 'rcpt', code: 450, text: '4.7.1 greylisted, come back later' },
  'unknown-outcome': { at: 'lost-answer' },
  'provider-slow': { at: 'silence' },
  'bad-address': { at: 'rcpt', code: 550, text: '5.1.1 no such mailbox' },
  'provider-refused': { at: 'data', code: 554, text: '5.7.1 looks like spam' },
}

export const harness: ChannelHarness = {
  failures: [...(Object.keys(faults) as AppError['code'][]), 'misconfigured'],
  unable: {
    once: 'SMTP has no way to ask whether a mail is out; it goes again under the same Message-ID, and mailboxes that know it keep one',
  },
  arrives: (text) =>
    text
      .toWellFormed()
      .replaceAll('\0', '')
      .replace(/\r\n?/g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
  async open() {
    const player = await startSmtpPlayer({ ours, gateway: () => null, login })
    const channel = emailChannel(config({ smtpUrl: player.url }))
    const impatient = emailChannel(config({ smtpUrl: player.url, timeoutMs: 1_500 }))
    const unknown = emailChannel(config({ smtpUrl: player.url.replace(login.pass, 'another') }))
    let sender = channel
    return {
      channel: {
        ...channel,
        reply(reply) {
          const by = sender
          sender = channel
          return by.reply(reply)
        },
      },
      message: ({ id, text, files = 0, extra = {} }) =>
        signedBySendgrid(
          { ...mailFields(id, text), ...extra },
          Array.from({ length: files }, (_, index) => ({
            name: `attachment${index + 1}`,
            filename: `${index}.jpg`,
            type: 'image/jpeg',
            bytes: Buffer.alloc(5_000, index),
          })),
        ),
      malformed: () => signedBySendgrid({ text: 'from nobody' }),
      forged: (request) => ({
        ...request,
        headers: {
          ...request.headers,
          [signatureHeader]: sign('sha256', request.bytes ?? Buffer.alloc(0), someoneElses).toString(
            'base64',
          ),
        },
      }),
      unsigned: ({ headers: { [signatureHeader]: _, ...headers }, ...request }) => ({ ...request, headers }),
      report: (providerId, stage) =>
        signedBySendgrid({ email: dsn(providerId, stage === 'sent' ? 'relayed' : 'delivered', '2.0.0') }),
      addresses: { resident, ours },
      sent: () => player.mails().map(({ to, text }) => ({ to, text })),
      fail(code) {
        if (code === 'misconfigured') sender = unknown
        else {
          const fault = faults[code]
          if (fault === undefined) throw new AppError('bug', `this harness does not play ${code}`)
          if (code === 'provider-slow') sender = impatient
          player.fault(fault)
        }
      },
      close: () => player.stop(),
    }
  },
}
