/**
 * The server of the mail world, and the way from its residents to us. https://www.rfc-editor.org/rfc/rfc5321
 * @module
 */
import { createTransport, type SendMailOptions } from 'nodemailer'
import PostalMime from 'postal-mime'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import type {
  Fault,
  KeptMail,
  MoreOfMail,
  PlayedFile,
  RunningSmtpPlayer,
  Sent,
  SmtpPlayerOptions,
} from './types.ts'

/** Listens on 127.0.0.1. */
export async function startSmtpPlayer(options: SmtpPlayerOptions): Promise<RunningSmtpPlayer> {
  const { ours, login, hostName = 'mx.sandbox.example', clock = { now: () => Date.now() } } = options
  const kept: KeptMail[] = []
  const known = new Set<string>()
  const faults: Fault[] = []
  const listeners = new Set<(mail: KeptMail) => void>()
  const responders = new Map<string, Parameters<RunningSmtpPlayer['autorespond']>[1]>()
  const underWay = new Set<Promise<void>>()
  let count = 0

  /** The fault that is due at this command, once. */
  const due = (at: Fault['at']): Fault | null => (faults[0]?.at === at ? (faults.shift() ?? null) : null)
  const refusal = (fault: Fault | null): Error | null =>
    fault !== null && 'code' in fault
      ? Object.assign(new Error(fault.text), { responseCode: fault.code })
      : null

  const server = new SMTPServer({
    name: hostName,
    authOptional: login === undefined,
    allowInsecureAuth: true,
    disabledCommands: login === undefined ? ['AUTH', 'STARTTLS'] : ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 50,
    onConnect: (_session, done) => done(refusal(due('connect'))),
    onAuth: ({ username, password }, _session, done) =>
      username === login?.user && password === login?.pass
        ? done(null, { user: username })
        : done(Object.assign(new Error('5.7.8 wrong user or password'), { responseCode: 535 })),
    onMailFrom: (_address, _session, done) => done(refusal(due('mail'))),
    onRcptTo: (_address, _session, done) => done(refusal(due('rcpt'))),
    onData(stream, session, done) {
      void read(stream).then(async (bytes) => {
        const refused = refusal(due('data'))
        if (refused !== null) return done(refused)
        for (const mail of await keptFrom(bytes, session, clock.now())) {
          kept.push(mail)
          known.add(mail.to)
          for (const heard of listeners) heard(mail)
          const answering = respond(mail)
          underWay.add(answering)
          void answering.finally(() => underWay.delete(answering))
        }
        if (due('silence') !== null) return
        if (due('lost-answer') !== null) {
          for (const connection of server.connections) connection.close()
          return
        }
        done(null, '2.0.0 taken')
      })
    },
  })
  server.on('error', () => undefined)
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', () => {
      const address = server.server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })

  const send = async (mail: SendMailOptions): Promise<Sent> => {
    const at = options.gateway()
    if (at === null) throw new Error('nobody listens for mail')
    const transport = createTransport({
      host: at.host,
      port: at.port,
      secure: false,
      ignoreTLS: true,
      name: hostName,
    })
    try {
      const { response, messageId } = await transport.sendMail(mail)
      return { response, messageId }
    } finally {
      transport.close()
    }
  }
  const deliver: RunningSmtpPlayer['deliver'] = (from, subject, text, files = [], more = {}) => {
    count += 1
    known.add(from.toLowerCase())
    return send(asMail({ from, subject, text, files, more, ours, hostName, id: `${clock.now()}.${count}` }))
  }
  const respond = async (mail: KeptMail): Promise<void> => {
    const answer = responders.get(mail.to)
    if (answer === undefined) return
    const { subject, text, headers = {} } = answer(mail)
    await deliver(mail.to, subject, text, [], { inReplyTo: mail, headers }).catch(() => undefined)
  }
  const credentials =
    login === undefined ? '' : `${encodeURIComponent(login.user)}:${encodeURIComponent(login.pass)}@`
  return {
    url: `smtp://${credentials}127.0.0.1:${port}`,
    port,
    ours,
    hostName,
    door: options.gateway,
    deliver,
    deliverRaw: (bytes, { from, to = [ours] }) =>
      send({ raw: typeof bytes === 'string' ? bytes : Buffer.from(bytes), envelope: { from, to: [...to] } }),
    mailbox: (address) => kept.filter(({ to }) => to === address.toLowerCase()),
    mails: () => [...kept],
    addresses: () => [...known],
    fault: (fault) => void faults.push(fault),
    autorespond: (address, answer) => void responders.set(address.toLowerCase(), answer),
    async idle() {
      await Promise.all(underWay)
    },
    onMail(heard) {
      listeners.add(heard)
      return () => void listeners.delete(heard)
    },
    stop: () => new Promise((stopped) => server.close(() => stopped())),
  }
}

async function read(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** One for each of its receivers. */
async function keptFrom(
  bytes: Buffer,
  { envelope }: SMTPServerSession,
  at: number,
): Promise<readonly KeptMail[]> {
  const mail = await PostalMime.parse(bytes)
  const headers: Record<string, string> = {}
  for (const { key, value } of mail.headers) headers[key] ??= value
  const shared = {
    returnPath: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
    from: mail.from?.address ?? '',
    replyTo: mail.replyTo?.[0]?.address ?? '',
    subject: mail.subject ?? '',
    text: (mail.text ?? '').replace(/\r\n/g, '\n').replace(/\n$/, ''),
    html: mail.html ?? '',
    messageId: mail.messageId ?? '',
    inReplyTo: mail.inReplyTo ?? '',
    references: mail.references ?? '',
    headers,
    at,
  }
  return envelope.rcptTo.map(({ address }) => ({ ...shared, to: address.toLowerCase() }))
}

interface Written {
  readonly from: string
  readonly subject: string
  readonly text: string
  readonly files: readonly PlayedFile[]
  readonly more: MoreOfMail
  readonly ours: string
  readonly hostName: string
  readonly id: string
}

/** As a mail program writes it, and as the server hands it on: with what it found out about the sender. */
function asMail({ from, subject, text, files, more, ours, hostName, id }: Written): SendMailOptions {
  const { inReplyTo, html, headers = {}, authenticated = true } = more
  const to = inReplyTo?.replyTo || inReplyTo?.from || ours
  const domain = from.split('@')[1] ?? 'example.org'
  const result = authenticated ? 'pass' : 'fail'
  return {
    from,
    to,
    subject,
    text,
    ...(html === undefined ? {} : { html }),
    messageId: `<${id}@${domain}>`,
    ...(inReplyTo === undefined
      ? {}
      : {
          inReplyTo: inReplyTo.messageId,
          references: `${inReplyTo.references} ${inReplyTo.messageId}`.trim(),
        }),
    headers: {
      'Authentication-Results': `${hostName}; spf=${result} smtp.mailfrom=${from}; dmarc=${result} header.from=${domain}`,
      ...headers,
    },
    attachments: files.map(({ name, type, bytes, cid }) => ({
      filename: name,
      contentType: type,
      content: Buffer.from(bytes),
      ...(cid === undefined ? {} : { cid, contentDisposition: 'inline' as const }),
    })),
    envelope: { from: more.returnPath ?? from, to },
  }
}
