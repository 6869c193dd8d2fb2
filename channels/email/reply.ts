/**
 * Sends one reply by SMTP. https://www.rfc-editor.org/rfc/rfc3834#section-3
 * @module
 */
import { Transform } from 'node:stream'
import { createTransport } from 'nodemailer'
import { z } from 'zod'
import { AppError } from '../../src/core/errors.ts'
import type { OutboundReply, Receipt } from '../../src/core/ports.ts'
import { rankOf } from './delivery.ts'
import { asReplyError } from './errors.ts'
import { addressOf } from './mail.ts'
import { htmlOf } from './reply-html.ts'
import { withoutPrefixes } from './text/report.ts'
import { messageIdOfReply, type Ours, type Tokens } from './token.ts'

export interface ReplyConfig {
  /** `smtp://user:password@host:port`, or `smtps:`. */
  readonly smtpUrl: string
  readonly ours: Ours
  readonly tokens: Tokens
  /** For tests; what it is otherwise stands below. */
  readonly timeoutMs?: number
}

/** Longest for all of it: another worker may have the reply after 30 s. */
const defaultTimeoutMs = 20_000
/** What the ledger kept of the mail that is answered. */
const Answered = z.object({
  mail: z.looseObject({
    messageId: z.string().default(''),
    answers: z.array(z.string()).default([]),
    subject: z.string().default(''),
  }),
})
/** Longest list of what came before. RFC 5322 section 3.6.4 allows to leave some out. */
const mostReferences = 20

/** A function that sends. Its Message-ID comes from the effect, so a second try has the same. */
export function sendMail({
  smtpUrl,
  ours,
  tokens,
  timeoutMs = defaultTimeoutMs,
}: ReplyConfig): (reply: OutboundReply) => Promise<Receipt> {
  const options = {
    url: smtpUrl,
    connectionTimeout: timeoutMs / 2,
    greetingTimeout: timeoutMs / 2,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
  return async (reply) => {
    const to = addressOf(reply.to)
    if (to === null) throw new AppError('bad-address', 'no mail can be sent to this address')
    const [reference] = reply.references
    const token = tokens.make(reference ?? null, to)
    const returnTo = `${ours.local}+${token}@${ours.domain}`
    const messageId = messageIdOfReply(reply.key, token, ours)
    const { inReplyTo, references, subject } = threadOf(reply)
    const text = reply.text.toWellFormed()
    const transport = createTransport(options)
    // Once the server asked for the mail itself, nobody knows what became of it until it answers.
    let isSending = false
    transport.use('stream', ({ message }, done) => {
      message.transform(
        () =>
          new Transform({
            transform(chunk, _encoding, next) {
              isSending = true
              next(null, chunk)
            },
          }),
      )
      done()
    })
    try {
      await transport.sendMail({
        from: { name: ours.name, address: ours.address },
        replyTo: { name: ours.name, address: returnTo },
        to,
        // News on it comes back here. RFC 3461: asked for where the server can.
        envelope: { from: returnTo, to },
        dsn: { id: reply.key, return: 'headers', notify: ['failure', 'delay'], recipient: to },
        subject: subjectOf(subject, reply.references, ours),
        messageId,
        ...(inReplyTo === '' ? {} : { inReplyTo, references }),
        headers: {
          // RFC 3834 section 5: what answers no mail is no reply.
          'Auto-Submitted': inReplyTo === '' ? 'auto-generated' : 'auto-replied',
          'X-Auto-Response-Suppress': 'All',
          'Content-Language': reply.language,
        },
        text,
        html: htmlOf(text, reply.language),
        signal: AbortSignal.timeout(timeoutMs),
      })
    } catch (thrown) {
      throw asReplyError(thrown, isSending)
    } finally {
      transport.close()
    }
    return { providerId: messageId, status: 'accepted', rank: rankOf('accepted') }
  }
}

/** The mail that is answered, as far as its parts can stand in a header. */
function threadOf({ answering }: OutboundReply) {
  const { data } = Answered.safeParse(answering?.raw)
  const isId = (id: string): boolean => /^<[\x21-\x7e]{3,500}>$/.test(id)
  const { messageId = '', answers = [], subject = '' } = data?.mail ?? {}
  const inReplyTo = isId(messageId) ? messageId : ''
  // `answers` has the latest first.
  const references = [...answers.filter(isId).slice(0, mostReferences).toReversed(), inReplyTo].filter(
    (id, at, all) => id !== '' && all.indexOf(id) === at,
  )
  return { inReplyTo, references, subject }
}

/** Their subject, so that threads stay together, and the numbers that it lacks. */
function subjectOf(theirs: string, references: readonly string[], { name }: Ours): string {
  const bare = withoutPrefixes(theirs.toWellFormed().replace(/[\p{Cc}\p{Cf}]+/gu, ' '))
    .slice(0, 150)
    .trim()
  const numbers = references
    .filter((reference) => !bare.includes(reference))
    .map((reference) => `[${reference}]`)
  return [bare === '' ? name : `Re: ${bare}`, ...numbers].join(' ')
}
