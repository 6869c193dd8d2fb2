/**
 * The door for mail servers: SMTP or LMTP. A mail is durable before it is answered with 250.
 * @module
 */
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { AppError, asAppError } from '../../src/core/errors.ts'
import type { Inbound, Inbox, Receiver } from '../../src/core/ports.ts'
import { addressOf, type Mail } from './mail.ts'
import { parseMail } from './parse.ts'
import { isOurs, type Ours } from './token.ts'

export interface ListenConfig {
  readonly host: string
  /** 0 takes a free one. */
  readonly port: number
  readonly protocol: 'smtp' | 'lmtp'
  /** Hears where it listens. */
  readonly opened?: (port: number) => void
}

/** Largest mail, bytes: as large as the webhooks take. RFC 1870. */
export const largestMail = 30 * 1024 * 1024
const idleMs = 60_000
const goodbyeMs = 5_000
const mostConnections = 100

/** `inboundOf` reads one mail. The receiver throws AppError `misconfigured` where the port can't be had. */
export function mailListener(
  config: ListenConfig,
  ours: Ours,
  inboundOf: (mail: Mail) => readonly Inbound[],
): Receiver {
  return {
    name: config.protocol,
    runsIn: 'gateway',
    async start(inbox) {
      const underWay = new Set<Promise<unknown>>()
      const server = new SMTPServer({
        name: ours.domain,
        banner: '311',
        lmtp: config.protocol === 'lmtp',
        size: largestMail,
        maxClients: mostConnections,
        socketTimeout: idleMs,
        closeTimeout: goodbyeMs,
        // It stands behind the city's mail server, on a network of ours, and relays for nobody.
        disabledCommands: ['AUTH', 'STARTTLS'],
        authOptional: true,
        disableReverseLookup: true,
        logger: false,
        onRcptTo({ address }, _session, done) {
          done(isOurs(address, ours) ? null : refusal(550, '5.1.1 nobody of that name here'))
        },
        onData(stream, session, done) {
          const work = taken(stream, session, inbox, inboundOf).then(
            () => done(null, '2.0.0 kept'),
            (error: unknown) => done(answerFor(error, inbox)),
          )
          underWay.add(work)
          void work.finally(() => underWay.delete(work))
        },
      })
      // Broken connections are the sender's affair: it comes again.
      server.on('error', (error) =>
        inbox.log('debug', 'delivery.refused', {
          channel: 'email',
          code: 'provider-away',
          reason: error.name,
        }),
      )
      const port = await listening(server, config)
      config.opened?.(port)
      return async () => {
        await Promise.all(underWay)
        await new Promise<void>((closed) => server.close(() => closed()))
      }
    },
  }
}

async function taken(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  inbox: Inbox,
  inboundOf: (mail: Mail) => readonly Inbound[],
): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of stream as AsyncIterable<Buffer>) if (!stream.sizeExceeded) chunks.push(chunk)
  if (stream.sizeExceeded) throw new AppError('too-large', `more than ${largestMail} bytes`)
  const { mailFrom, rcptTo } = session.envelope
  const from = mailFrom === false ? '' : mailFrom.address
  const to = rcptTo.map(({ address }) => address.toLowerCase())
  const envelope = { from: from === '' ? '' : (addressOf(from) ?? from.toLowerCase()), to }
  const mail = await parseMail(Buffer.concat(chunks), envelope, {
    envelope: { from, to, host: session.hostNameAppearsAs, ip: session.remoteAddress },
  })
  await inbox.take(inboundOf(mail))
}

const refusal = (responseCode: number, text: string): Error =>
  Object.assign(new Error(text), { responseCode })

/** Whatever is not the sender's fault can be tried again: 4xx, and the sender keeps the mail. */
function answerFor(thrown: unknown, inbox: Inbox): Error {
  const error = asAppError(thrown)
  inbox.log(error.code === 'bug' ? 'error' : 'warn', 'delivery.refused', {
    channel: 'email',
    code: error.code,
    reason: error.code === 'bug' ? error.name : error.message,
  })
  if (error.code === 'too-large') return refusal(552, '5.3.4 too large')
  return refusal(451, error.code === 'storage-away' ? '4.3.0 try again later' : '4.3.0 not taken now')
}

function listening(server: SMTPServer, { host, port }: ListenConfig): Promise<number> {
  return new Promise((resolve, reject) => {
    const failed = (error: Error & { readonly code?: string }): void =>
      reject(
        new AppError(
          'misconfigured',
          error.code === 'EADDRINUSE'
            ? `port ${port} for mail is in use; set another SMTP_IN_PORT`
            : `no mail at ${host}:${port}: ${error.code ?? error.name}`,
          { cause: error },
        ),
      )
    server.once('error', failed)
    server.listen(port, host, () => {
      server.off('error', failed)
      const address = server.server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}
