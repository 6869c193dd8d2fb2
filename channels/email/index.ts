/**
 * Mail: reports come by SMTP or LMTP or by a provider's webhook, replies go out by SMTP.
 * @module
 */
import { asVerified, type Channel, type HttpAnswer } from '../../src/core/ports.ts'
import { type ListenConfig, largestMail, mailListener } from './listener.ts'
import type { Mail } from './mail.ts'
import { inboundOf } from './message.ts'
import { sendMail } from './reply.ts'
import { receiveMail } from './schema.ts'
import { type Ours, tokens } from './token.ts'
import { assertGenuine, type DoorKeys, doorKeeper, paths } from './verify.ts'

export { oursOf } from './token.ts'

/** All of it comes from the environment; see README.md for the variables. */
export interface EmailConfig extends DoorKeys {
  readonly ours: Ours
  readonly smtpUrl: string
  /** Null: no mail server delivers here. */
  readonly listen: ListenConfig | null
  /** Whose Authentication-Results we believe; null: nobody's. */
  readonly trustedHost: string | null
  /** Signs the tokens in our addresses. Every process has the same. */
  readonly tokenKey: string
  readonly now?: () => number
  /** Longest that a reply may take; for tests. */
  readonly timeoutMs?: number
}

/** Providers wait for a status alone. */
const taken: HttpAnswer = { status: 200, headers: {}, body: '' }
/** A mail of the largest size in base64, and its fields. */
const largestBody = Math.ceil(largestMail * 1.4)
/** Longer than any reply; what does not fit is a mistake. Characters. */
const mostChars = 20_000

/** Opens the channel. A path whose key is not set refuses everything. */
export function emailChannel(config: EmailConfig): Channel<Mail, Promise<Mail>> {
  const { ours, trustedHost, listen } = config
  const reading = { ours, trustedHost, tokens: tokens(config.tokenKey) }
  const isGenuine = doorKeeper(config, config.now ?? Date.now)
  const normalise = (mail: Mail) => inboundOf(mail, reading)
  return {
    name: 'email',
    can: {
      synchronous: false,
      public: false,
      media: true,
      proactive: true,
      rings: false,
      fits: (text) => text.length <= mostChars,
    },
    routes: Object.values(paths).map((path) => ({ method: 'POST', path, bytes: true, largestBody })),
    receivers: listen === null ? [] : [mailListener(listen, ours, normalise)],
    async verify(request) {
      assertGenuine(isGenuine(request))
      return asVerified(request)
    },
    receive: receiveMail,
    normalise,
    respond: () => taken,
    reply: sendMail({
      smtpUrl: config.smtpUrl,
      ours,
      tokens: reading.tokens,
      ...(config.timeoutMs !== undefined && { timeoutMs: config.timeoutMs }),
    }),
  }
}
