/**
 * What the server tells us: notifications, and the posts they are about. Only what we cannot do without is required.
 * Lexicons app.bsky.notification.listNotifications, app.bsky.feed.getPosts, app.bsky.feed.post.
 * @module
 */
import { z } from 'zod'
import { AppError } from '../../src/core/errors.ts'
import type { Verified } from '../../src/core/ports.ts'

/** `at://did/collection/rkey`. */
const Uri = z.string().regex(/^at:\/\/did:[a-z0-9]{1,20}:[\w.:%-]{1,200}\/[\w.-]{1,100}\/[\w.:~-]{1,200}$/)
const Ref = z.looseObject({ uri: z.string(), cid: z.string() })
const Facet = z.looseObject({
  index: z.looseObject({ byteStart: z.number(), byteEnd: z.number() }),
  features: z.array(z.looseObject({ did: z.string().optional() })).default([]),
})
export const PostRecord = z.looseObject({
  text: z.string().default(''),
  facets: z.array(Facet).optional(),
  reply: z.looseObject({ root: Ref, parent: Ref }).optional(),
})
export type PostRecord = z.infer<typeof PostRecord>
const Author = z.looseObject({
  did: z.string().min(1),
  labels: z.array(z.looseObject({ val: z.string().default('') })).optional(),
})
const Image = z.looseObject({ fullsize: z.string() })
const Pictures = z.looseObject({
  images: z.array(Image).optional(),
  media: z.looseObject({ images: z.array(Image).optional() }).optional(),
})
const QuotedView = z.looseObject({
  uri: z.string().optional(),
  author: Author.optional(),
  value: PostRecord.optional(),
  /** Its own pictures, and what it quotes itself. */
  embeds: z.array(Pictures).optional(),
})
export type QuotedView = z.infer<typeof QuotedView>
const Embed = z.looseObject({
  ...Pictures.shape,
  /** A quote is `record`; one with pictures has it one deeper, and its pictures in `media`. */
  record: z.union([z.looseObject({ record: QuotedView }), QuotedView]).optional(),
})
export type Embed = Pick<z.infer<typeof Embed>, 'images' | 'media'>
export const PostView = z.looseObject({
  uri: z.string(),
  author: Author,
  record: PostRecord,
  embed: Embed.optional(),
})
export type PostView = z.infer<typeof PostView>
export const Notification = z.looseObject({
  uri: Uri,
  cid: z.string().min(1),
  author: Author,
  reason: z.string(),
  record: PostRecord,
  indexedAt: z.string().min(1),
})
export type Notification = z.infer<typeof Notification>

/** A direct message. Lexicon chat.bsky.convo.defs. */
export const DirectMessage = z.looseObject({
  id: z.string().min(1).max(200),
  text: z.string().default(''),
  sender: z.looseObject({ did: z.string().min(1) }),
  sentAt: z.string().default(''),
  /** A post that was shared in it. */
  embed: z.looseObject({ record: QuotedView.optional() }).optional(),
})
export type DirectMessage = z.infer<typeof DirectMessage>
const Line = z.looseObject({
  $type: z.string(),
  rev: z.string().min(1),
  convoId: z.string().min(1).max(200).optional(),
  message: z.unknown(),
})
/** What happened in our conversations, oldest first, behind a place in that order. */
export const ChatLog = z.looseObject({ cursor: z.string().optional(), logs: z.array(z.unknown()) })
export const readLine = (line: unknown): z.infer<typeof Line> | null => Line.safeParse(line).data ?? null
export const Conversation = z.looseObject({
  convo: z.looseObject({
    id: z.string().min(1),
    members: z.array(Author),
    kind: z.looseObject({ $type: z.string().default('') }).optional(),
  }),
})

/** One page with what is shown beside it. `us`: our own account. */
export interface BlueskyRaw {
  readonly us: string
  readonly notifications: readonly Notification[]
  readonly posts: readonly PostView[]
  readonly cursor: string | null
  /** Notifications that are not of the documented shape. */
  readonly unreadable: number
}

const Fetched = z.looseObject({
  us: z.string().min(1),
  page: z.looseObject({ notifications: z.array(z.unknown()), cursor: z.string().optional() }),
  posts: z.array(z.unknown()).default([]),
})

/** Reads what was fetched. Throws AppError `malformed` where it is no page, or none of it can be read. */
export function readBluesky(verified: Verified): BlueskyRaw {
  const fetched = Fetched.safeParse(jsonOf(verified.body))
  if (!fetched.success) {
    const names = fetched.error.issues.map((issue) => issue.path.join('.')).join(', ')
    throw new AppError('malformed', `Bluesky's page is wrong in ${names}`)
  }
  const { us, page, posts } = fetched.data
  const notifications = page.notifications.flatMap((one) => Notification.safeParse(one).data ?? [])
  const unreadable = page.notifications.length - notifications.length
  if (unreadable > 0 && notifications.length === 0)
    throw new AppError('malformed', `none of Bluesky's ${unreadable} notifications can be read`)
  return {
    us,
    notifications,
    posts: posts.flatMap((one) => PostView.safeParse(one).data ?? []),
    cursor: page.cursor ?? null,
    unreadable,
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
