/**
 * X as its documentation says, played in memory. https://docs.x.com/x-api
 * @module
 */
import type { Hono } from 'hono'

export interface PlayerOptions {
  /** Our own account: digits, and its name without the `@`. */
  readonly userId: string
  readonly username: string
  readonly keys: XKeys
  readonly clock: { now(): number }
  /** Root of this server, once it listens. */
  readonly url: () => string
  /** Dollars a piece, for `spent`. */
  readonly prices?: Partial<Prices>
}
/** What a caller has to know. */
export interface XKeys {
  readonly appKey: string
  readonly appSecret: string
  readonly accessToken: string
  readonly accessSecret: string
  readonly bearerToken: string
}
export interface Prices {
  readonly mention: number
  readonly post: number
  readonly media: number
  readonly directRead: number
  readonly reply: number
  readonly replyWithLink: number
  readonly direct: number
}

export interface PlayedFile {
  readonly bytes: Uint8Array
  readonly type: string
}
/** How a post is written; all of it may be left out. */
export interface PostOptions {
  readonly files?: readonly PlayedFile[]
  /** The post it answers, and the one it quotes. */
  readonly replyTo?: string | null
  readonly quotes?: string
  readonly repostOf?: string
  readonly point?: { readonly lat: number; readonly lon: number }
  readonly place?: { readonly name: string; readonly bbox: readonly [number, number, number, number] }
  /** Not shown in timelines before this, Unix milliseconds: X is not always at once consistent. */
  readonly visibleAt?: number
}
export interface PlayedPost {
  readonly id: string
  readonly authorId: string
  readonly text: string
  readonly at: number
  readonly conversationId: string
  readonly replyTo: string | null
  readonly quotes: string | null
  readonly repostOf: string | null
  /** Accounts named in the text, in order; `inherited` ones X put in front. */
  readonly mentions: readonly {
    readonly id: string
    readonly username: string
    readonly inherited: boolean
  }[]
  readonly files: readonly string[]
  readonly point: { readonly lat: number; readonly lon: number } | null
  readonly placeId: string | null
  readonly versions: readonly string[]
  readonly visibleAt: number
  isGone: boolean
}
export interface PlayedDirect {
  readonly id: string
  readonly from: string
  /** The other one in the conversation with our account. */
  readonly with: string
  readonly text: string
  readonly at: number
  /** Key of its file. */
  readonly file: string | null
}

/** What goes wrong with the next call that fits. `lost-answer`: it happens, and the answer never comes. */
export type Fault =
  | { readonly kind: 'error'; readonly status: number; readonly detail?: string; readonly path?: RegExp }
  | { readonly kind: 'rate-limited'; readonly resetS: number; readonly path?: RegExp }
  | { readonly kind: 'lost-answer'; readonly path?: RegExp }

/** One reply of ours: under a post, or by direct message. */
export interface Answered {
  readonly id: string
  readonly kind: 'post' | 'direct'
  /** Name of the account it goes to. */
  readonly to: string
  readonly toId: string
  readonly inReplyTo: string | null
  readonly text: string
  readonly at: number
}
export interface XPlayer {
  readonly app: Hono
  /** Writes a post as a resident, who exists from then on. `author` is a name without `@`. Returns its id. */
  post(
    author: string,
    text: string,
    files?: readonly PlayedFile[],
    replyTo?: string | null,
    more?: PostOptions,
  ): string
  /** A new version of a post within the hour; the earlier ones vanish. Returns its id. */
  edit(id: string, text: string): string
  remove(id: string): void
  /** Writes us a direct message, with one file at most. Returns its id. */
  direct(author: string, text: string, file?: PlayedFile): string
  /** What we answered, oldest first. */
  replies(): readonly Answered[]
  posts(): readonly PlayedPost[]
  accountId(username: string): string
  fault(fault: Fault): void
  /** Calls by path, and what all of them cost. */
  calls(): ReadonlyMap<string, number>
  /** Dollars since the midnight (UTC) before now. */
  spent(): number
  /** The body of the activity event about a post or a direct message, and its signature. */
  event(id: string): { readonly body: string; readonly headers: Readonly<Record<string, string>> }
}
