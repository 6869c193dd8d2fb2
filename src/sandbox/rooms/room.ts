/**
 * A room of the sandbox: one way to reach 311 beside the phone that texts. What a visitor does there goes to the
 * gateway as the provider would bring it.
 * @module
 */

/** Somebody whom the visitor may be; `id` is their address on the channel. */
export interface Persona {
  readonly id: string
  readonly label: string
}
/** One line of what was said, written or done. */
export interface Entry {
  /** The same for the same entry, for as long as the process lives. */
  readonly id: string
  readonly who: 'resident' | '311' | 'note'
  /** Above the words: a subject, an account, "spoken". */
  readonly head: string | null
  readonly text: string
  readonly files: readonly string[]
}
export type Field =
  | { readonly kind: 'line' | 'words'; readonly name: string; readonly label: string; readonly hint?: string }
  | { readonly kind: 'files'; readonly name: string; readonly label: string }
  /** Each button sends the form with its own value under `name`. */
  | {
      readonly kind: 'buttons'
      readonly name: string
      readonly label: string
      readonly buttons: readonly { readonly value: string; readonly label: string }[]
    }
/** What a form brought: its lines, and its files. */
export interface Sent {
  readonly values: Readonly<Record<string, string>>
  readonly files: readonly { readonly name: string; readonly type: string; readonly bytes: Uint8Array }[]
}
/** Values for the fields, ready made. */
export interface Ready {
  readonly label: string
  readonly values: Readonly<Record<string, string>>
}

export interface Room {
  /** Below `/sandbox`. */
  readonly path: string
  readonly title: string
  readonly lead: string
  readonly people: readonly Persona[]
  readonly fields: readonly Field[]
  /** The word on the button that sends; null where buttons do. */
  readonly send: string | null
  readonly tries: readonly Ready[]
  /** What 311 says is spoken: the page can read it aloud. */
  readonly spoken?: boolean
  /** What `as` sees, oldest first. */
  entries(as: string): readonly Entry[] | Promise<readonly Entry[]>
  /** Null where it is on its way, else what is wrong, for the visitor. */
  take(as: string, sent: Sent): Promise<string | null>
}
