/**
 * Bluesky as its documentation says, played in memory. https://docs.bsky.app
 * @module
 */
import type { Hono } from 'hono'

export interface PlayerOptions {
  /** Our own account: name and app password. */
  readonly handle: string
  readonly appPassword: string
  readonly clock: { now(): number }
  /** The app password was made without access to direct messages. */
  readonly closed?: boolean
  /** Root of this server, once it listens. */
  readonly url: () => string
}
export interface PlayedFile {
  readonly bytes: Uint8Array
  readonly type: string
}
export interface PlayedPost {
  readonly uri: string
  readonly cid: string
  readonly authorDid: string
  readonly text: string
  readonly record: Readonly<Record<string, unknown>>
  readonly at: number
  readonly files: readonly string[]
  readonly quotes: string | null
  isGone: boolean
}
/** A direct message, in a conversation with our account. */
export interface PlayedDirect {
  readonly id: string
  readonly convoId: string
  readonly authorDid: string
  readonly text: string
  readonly at: number
  /** A post that was shared in it. */
  readonly quotes: string | null
  isGone: boolean
}
/** What goes wrong with the next call of a method. `lost-answer`: it happens, and the answer never comes. */
export type Fault =
  | { readonly kind: 'error'; readonly status: number; readonly error?: string; readonly method?: string }
  | { readonly kind: 'rate-limited'; readonly resetS: number; readonly method?: string }
  | { readonly kind: 'lost-answer'; readonly method?: string }
/** One reply of ours. */
export interface Answered {
  readonly uri: string
  /** Name of the account it goes to. */
  readonly to: string
  readonly toDid: string
  readonly inReplyTo: string
  readonly text: string
  readonly at: number
}
export interface BlueskyPlayer {
  readonly app: Hono
  /** Writes a post as a resident, who exists from then on. Names in the text (`@name`) are real ones. Returns its uri. */
  post(
    author: string,
    text: string,
    files?: readonly PlayedFile[],
    replyTo?: string | null,
    more?: { readonly quotes?: string; readonly isBot?: boolean },
  ): string
  remove(uri: string): void
  /** Writes us a direct message; `group`: in a conversation of several. Returns its id. */
  direct(
    author: string,
    text: string,
    more?: { readonly group?: boolean; readonly quotes?: string; readonly isBot?: boolean },
  ): string
  removeDirect(id: string): void
  /** All direct messages, ours too, oldest first. */
  directs(): readonly PlayedDirect[]
  /** The conversation of somebody with us, and whether we accepted it. */
  conversation(author: string): { readonly id: string; readonly isAccepted: boolean }
  /** What we answered in public, oldest first. */
  replies(): readonly Answered[]
  posts(): readonly PlayedPost[]
  did(handle: string): string
  fault(fault: Fault): void
  /** Ends all sessions, as time does. */
  expire(): void
}
