/**
 * Objects as the server writes them. Lexicons app.bsky.feed.defs, app.bsky.notification.listNotifications.
 * @module
 */
import type { PlayedPost } from './types.ts'

export interface Stage {
  readonly posts: ReadonlyMap<string, PlayedPost>
  readonly handles: ReadonlyMap<string, string>
  readonly bots: ReadonlySet<string>
  readonly url: () => string
}

/** Names in a text, counted in bytes of UTF-8. */
export const facetsOf = (text: string, did: (handle: string) => string) =>
  [...text.matchAll(/(?<![\w@])@([a-z0-9][a-z0-9.-]{0,60}[a-z0-9])/gi)].map(
    ({ 0: whole, 1: handle = '', index }) => {
      const byteStart = Buffer.byteLength(text.slice(0, index))
      return {
        index: { byteStart, byteEnd: byteStart + Buffer.byteLength(whole) },
        features: [{ $type: 'app.bsky.richtext.facet#mention', did: did(handle) }],
      }
    },
  )

const pictures = (stage: Stage, { files }: PlayedPost) =>
  files.map((key) => ({ fullsize: `${stage.url()}/img/${key}`, thumb: '', alt: '' }))

/** A post as it is shown inside another, or in a message. */
export const recordOf = (stage: Stage, quoted: PlayedPost) => ({
  $type: 'app.bsky.embed.record#viewRecord',
  uri: quoted.uri,
  cid: quoted.cid,
  author: authorOf(stage, quoted.authorDid),
  value: quoted.record,
  ...(quoted.files.length > 0 && {
    embeds: [{ $type: 'app.bsky.embed.images#view', images: pictures(stage, quoted) }],
  }),
})

export const authorOf = (stage: Stage, did: string) => ({
  did,
  handle: stage.handles.get(did) ?? 'handle.invalid',
  labels: stage.bots.has(did) ? [{ src: did, val: 'bot' }] : [],
})

export function viewOf(stage: Stage, post: PlayedPost) {
  const images = pictures(stage, post)
  const referenced = stage.posts.get(post.quotes ?? '')
  const quoted = referenced?.isGone === true ? undefined : referenced
  const record = quoted && recordOf(stage, quoted)
  const embed =
    record !== undefined && images.length > 0
      ? { $type: 'app.bsky.embed.recordWithMedia#view', record: { record }, media: { images } }
      : record !== undefined
        ? { $type: 'app.bsky.embed.record#view', record }
        : images.length > 0
          ? { $type: 'app.bsky.embed.images#view', images }
          : null
  return {
    uri: post.uri,
    cid: post.cid,
    author: authorOf(stage, post.authorDid),
    record: post.record,
    indexedAt: new Date(post.at).toISOString(),
    ...(embed !== null && { embed }),
  }
}

/** What our account is told of a post; null where it is none of its business. */
export function notificationOf(stage: Stage, post: PlayedPost, us: string) {
  const facets = (post.record.facets ?? []) as readonly {
    readonly features: readonly { readonly did?: string }[]
  }[]
  const reply = post.record.reply as { readonly parent: { readonly uri: string } } | undefined
  const reason = facets.some(({ features }) => features.some(({ did }) => did === us))
    ? 'mention'
    : stage.posts.get(reply?.parent.uri ?? '')?.authorDid === us
      ? 'reply'
      : null
  if (reason === null) return null
  return {
    uri: post.uri,
    cid: post.cid,
    author: authorOf(stage, post.authorDid),
    reason,
    record: post.record,
    isRead: false,
    indexedAt: new Date(post.at).toISOString(),
  }
}
