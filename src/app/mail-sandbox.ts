/**
 * What stands in for the mail of the world where none is configured: a server on this machine that takes our replies
 * into mailboxes, and residents who write to our own listener.
 * @module
 */
import type { RunningSmtpPlayer } from '../sandbox/smtp/index.ts'
import { startSmtpPlayer } from '../sandbox/smtp/index.ts'
import type { Parts } from './compose.ts'
import { keysIn } from './sandbox.ts'

export interface MailSandbox {
  readonly email: NonNullable<Parts['email']>
  readonly player: RunningSmtpPlayer
}

/** Reserved for examples (RFC 2606): no mail ever leaves for it. */
const ours = '311@boston.example'
const host = '127.0.0.1'

/** Starts it on free ports of this machine. Its webhooks take the sandbox's own key, so that `npm run replay` can sign. */
export async function startMailSandbox(dataDir: string): Promise<MailSandbox> {
  const { authToken } = await keysIn(dataDir)
  let port: number | null = null
  const player = await startSmtpPlayer({ ours, gateway: () => (port === null ? null : { host, port }) })
  return {
    player,
    email: {
      from: `Boston 311 <${ours}>`,
      smtpUrl: player.url,
      listen: { host, port: 0, protocol: 'smtp' },
      opened(listening) {
        port = listening
      },
      webhookTokens: [authToken],
      sendgridKeys: [],
      mailgunKeys: [authToken],
      postmarkLogins: [`sandbox:${authToken}`],
      trustedHost: player.hostName,
    },
  }
}
