/**
 * A mail, whichever way it came: what of it we use, and all of it as it was.
 * @module
 */

/** A mailbox. `address` is in lower case. */
export interface Mailbox {
  readonly name: string
  readonly address: string
}
/** A part that is not the text of the mail. */
export interface Part {
  readonly name: string
  /** MIME type in lower case, without parameters. */
  readonly type: string
  readonly disposition: string | null
  /** Without its angle brackets; null: nothing refers to it. */
  readonly contentId: string | null
  readonly bytes: Uint8Array
}
export interface Mail {
  readonly original: Uint8Array
  /** From the top, names in lower case, values unfolded and undecoded. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** Who says that they wrote it. Null: nobody does. */
  readonly from: Mailbox | null
  /** Addresses that it is for, as its headers and its transport say. */
  readonly to: readonly string[]
  /** MAIL FROM; empty: the null return path; null: not known. */
  readonly returnPath: string | null
  readonly subject: string
  /** Empty: it has none. */
  readonly text: string
  readonly html: string
  readonly parts: readonly Part[]
  /** A mail that was passed on as a file: its subject and words, as a client writes them into a forward. Empty: none. */
  readonly enclosed: string
  /** With angle brackets; empty: it has none. */
  readonly messageId: string
  /** What it answers: In-Reply-To, then References from the last to the first. With angle brackets. */
  readonly answers: readonly string[]
  /** What the provider told beside it. */
  readonly fields: Readonly<Record<string, unknown>>
  /** Why it could not be read, for an agent. Null: it could. */
  readonly damage: string | null
}

/** First value of a header; empty where there is none. */
export const headerOf = ({ headers }: Pick<Mail, 'headers'>, name: string): string =>
  headers.find(([key]) => key === name)?.[1] ?? ''

const addressShape = /^[^\s\p{Cc}@<>"(),:;[\]]{1,64}@[^\s\p{Cc}@<>"(),:;[\]]{1,255}$/u
/** The address in lower case; null where it is none that mail could be sent to. */
export function addressOf(text: string): string | null {
  const address = text.trim().replace(/^<|>$/g, '').toLowerCase()
  return address.isWellFormed() && addressShape.test(address) ? address : null
}

/** Ids in angle brackets, in order. */
export const idsIn = (text: string): readonly string[] =>
  text.slice(0, 20_000).match(/<[^<>\s]{1,500}>/g) ?? []

/** In-Reply-To before References, the last of those first. */
export const answersOf = (inReplyTo: string, references: string): readonly string[] => [
  ...new Set([...idsIn(inReplyTo), ...idsIn(references).toReversed()]),
]
