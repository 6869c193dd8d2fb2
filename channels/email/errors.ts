/**
 * What a mail server's answer to a reply means. https://www.rfc-editor.org/rfc/rfc5321#section-4.2,
 * https://www.rfc-editor.org/rfc/rfc3463
 * @module
 */
import { z } from 'zod'
import { AppError, type ErrorCode } from '../../src/core/errors.ts'

const Failure = z.looseObject({
  code: z.string().default(''),
  command: z.string().default(''),
  responseCode: z.int().optional(),
  response: z.string().default(''),
})

/** SMTP names no pause; greylisting lets one in after a minute or few. */
const pauseMs = 60_000

interface Row {
  /** Reply codes, exact or by their first figure. */
  readonly reply: readonly (number | '4xx' | '5xx')[]
  /** Enhanced codes; absent: any. */
  readonly enhanced?: RegExp
  /** Commands that were answered; absent: any. */
  readonly after?: RegExp
  readonly code: ErrorCode
  readonly means: string
}
/** The first row that fits. */
export const replyErrors: readonly Row[] = [
  { reply: [530, 534, 535, 538], code: 'misconfigured', means: 'the mail server wants other credentials' },
  {
    reply: ['5xx'],
    after: /^(?:AUTH|EHLO|HELO|STARTTLS|CONN)/,
    code: 'misconfigured',
    means: 'the mail server does not talk to us',
  },
  {
    reply: ['5xx'],
    after: /^MAIL/,
    enhanced: /^(?!5\.3\.4)/,
    code: 'misconfigured',
    means: 'the mail server takes no mail from our address',
  },
  {
    reply: [421, 450, 451, 454],
    enhanced: /^4\.[27]\.\d/,
    code: 'rate-limited',
    means: 'the mail server asks us to come back later',
  },
  { reply: ['4xx'], code: 'provider-away', means: 'the mail server cannot take it now' },
  { reply: ['5xx'], enhanced: /^5\.1\.\d/, code: 'bad-address', means: 'there is no such mailbox' },
  {
    reply: [550, 551, 553],
    enhanced: /^$|^5\.0\.0/,
    after: /^RCPT/,
    code: 'bad-address',
    means: 'there is no such mailbox',
  },
  { reply: ['5xx'], code: 'provider-refused', means: 'the mail server refuses this mail' },
]

const fits = (row: Row, reply: number, enhanced: string, command: string): boolean =>
  row.reply.some((one) => one === reply || one === `${Math.floor(reply / 100)}xx`) &&
  (row.enhanced?.test(enhanced) ?? true) &&
  (row.after?.test(command) ?? true)

/** The verdict on what nodemailer threw. Never holds an address. `isSending`: the mail itself was under way. */
export function asReplyError(thrown: unknown, isSending: boolean): AppError {
  if (thrown instanceof AppError) return thrown
  const { code, command, responseCode, response } = Failure.catch({
    code: '',
    command: '',
    response: '',
  }).parse(thrown)
  if (responseCode === undefined || responseCode === 0) {
    if (code === 'EAUTH' || code === 'EENVELOPE')
      return new AppError(
        code === 'EAUTH' ? 'misconfigured' : 'bad-address',
        code === 'EAUTH' ? 'the mail server wants other credentials' : 'no mail can be sent to this address',
      )
    if (!isSending)
      return new AppError('provider-away', 'no connection to the mail server', {
        providerCode: code || 'none',
      })
    return code === 'ETIMEDOUT' || code === 'EABORT'
      ? new AppError('provider-slow', 'the mail server did not answer in time', { providerCode: code })
      : new AppError('unknown-outcome', 'the connection broke after the mail was sent', {
          providerCode: code || 'none',
        })
  }
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})/.exec(response)?.[1] ?? ''
  const row = replyErrors.find((one) => fits(one, responseCode, enhanced, command))
  const providerCode = `${responseCode}${enhanced === '' ? '' : ` ${enhanced}`}`
  if (row === undefined)
    return new AppError('unknown-outcome', 'the mail server answered what nobody can read', { providerCode })
  return new AppError(row.code, row.means, {
    providerCode,
    ...(row.code === 'rate-limited' ? { afterMs: pauseMs } : {}),
  })
}
