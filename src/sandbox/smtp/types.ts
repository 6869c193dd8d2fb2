/**
 * A mail world on this machine: one server that takes our replies and keeps mailboxes, and residents who write to us.
 * @module
 */

export interface PlayedFile {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
  /** Shown between the words, under this Content-ID. */
  readonly cid?: string
}
/** A mail as its mailbox shows it. */
export interface KeptMail {
  /** MAIL FROM; empty: the null return path. */
  readonly returnPath: string
  /** RCPT TO, in lower case. */
  readonly to: string
  readonly from: string
  readonly replyTo: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly messageId: string
  readonly inReplyTo: string
  readonly references: string
  /** Names in lower case; the first of several counts. */
  readonly headers: Readonly<Record<string, string>>
  /** Unix milliseconds. */
  readonly at: number
}

/** How the server meets the next mail that comes to it. */
export type Fault =
  /** At this command it answers with that. */
  | { readonly at: 'connect' | 'mail' | 'rcpt' | 'data'; readonly code: number; readonly text: string }
  /** Takes the mail, and the connection is gone before its answer. */
  | { readonly at: 'lost-answer' }
  /** Takes the mail and never answers. */
  | { readonly at: 'silence' }

export interface SmtpPlayerOptions {
  /** Where we listen for mail; null until we do. */
  readonly gateway: () => { readonly host: string; readonly port: number } | null
  /** Our address: where residents write to. */
  readonly ours: string
  /** What the server calls itself in the Authentication-Results it writes. */
  readonly hostName?: string
  /** Who may send through it; absent: everybody. */
  readonly login?: { readonly user: string; readonly pass: string }
  readonly port?: number
  readonly clock?: { readonly now: () => number }
}

export interface Sent {
  /** The answer of our door to the mail: `250 2.0.0 kept`. */
  readonly response: string
  readonly messageId: string
}
export interface MoreOfMail {
  readonly html?: string
  readonly headers?: Readonly<Record<string, string>>
  /** The mail in the mailbox of `from` that this one answers. */
  readonly inReplyTo?: KeptMail
  /** MAIL FROM, where it is another than `from`. Empty: the null return path. */
  readonly returnPath?: string
  /** What the server finds out of the sender. */
  readonly authenticated?: boolean
}
export interface RunningSmtpPlayer {
  /** What SMTP_URL has to be. */
  readonly url: string
  readonly port: number
  readonly ours: string
  readonly hostName: string
  /** Where we listen for mail; null until we do. */
  door(): { readonly host: string; readonly port: number } | null
  /** A resident writes to us; resolves with our answer. Throws what the door refuses with. */
  deliver(
    from: string,
    subject: string,
    text: string,
    files?: readonly PlayedFile[],
    more?: MoreOfMail,
  ): Promise<Sent>
  /** A whole mail, byte for byte. `to`: our address where it is left out. */
  deliverRaw(
    bytes: Uint8Array | string,
    envelope: { readonly from: string; readonly to?: readonly string[] },
  ): Promise<Sent>
  /** What came for an address, oldest first. */
  mailbox(address: string): readonly KeptMail[]
  /** Everything that came, oldest first. */
  mails(): readonly KeptMail[]
  /** Addresses that got or sent mail. */
  addresses(): readonly string[]
  /** The next mail meets this. */
  fault(fault: Fault): void
  /** Answers every mail to the address by itself, as a careless machine does. */
  autorespond(
    address: string,
    answer: (mail: KeptMail) => {
      readonly subject: string
      readonly text: string
      readonly headers?: Readonly<Record<string, string>>
    },
  ): void
  /** Resolves when no automatic answer is under way. */
  idle(): Promise<void>
  /** Hears of every mail that comes. The returned function lets go. */
  onMail(heard: (mail: KeptMail) => void): () => void
  /** Ends at once, with what is under way. */
  stop(): Promise<void>
}
