/**
 * A post that asks us for something, as a message of the domain. Pure.
 * @module
 */
import type { InboundMessage, MediaRef } from '../../src/core/request.ts'
import { type Context, withPost } from '../_social/context.ts'
import { type Addressed, type Ignored, summonsOf } from '../_social/summons.ts'
import { mediaIdOf, messageIdOf } from '../message-id.ts'
import { storable, storableText } from '../storable.ts'
import { mediaRefsOf } from './files.ts'
import { pointOf } from './geo.ts'
import { type Includes, Post, type Shown } from './schema.ts'

/** Text and what stands in it: of a long post the long form, which alone is whole. */
const bodyOf = (post: Post) => {
  const note = post.note_tweet ?? post.note_post
  return note === undefined ? { text: post.text, entities: post.entities } : note
}
const referencesOf = (post: Post) => post.referenced_tweets ?? post.referenced_posts ?? []
const shownIn = (includes: Includes): readonly Shown[] => [
  ...(includes.tweets ?? []),
  ...(includes.posts ?? []),
]
/** All versions of a post, oldest first. */
export const versionsOf = (post: Post): readonly string[] =>
  post.edit_history_tweet_ids ?? post.edit_history_post_ids ?? [post.id]

/** Whether it is for us; the reason where it is not. */
export function addressOf(post: Post, includes: Includes, us: string): Addressed {
  const references = referencesOf(post)
  const parentId = references.find(({ type }) => type === 'replied_to')?.id
  const parent = shownIn(includes).find(({ id }) => id === parentId)
  const { entities } = bodyOf(post)
  const ofUs = (entities?.mentions ?? []).filter(({ id }) => id === us)
  const from = post.display_text_range?.[0]
  // A long post's own entities are counted in another text than `display_text_range`.
  const isLong = (post.note_tweet ?? post.note_post) !== undefined
  // What stands before the shown part was put there by the thread. Without that figure, the parent tells.
  const typed = ofUs.some(({ start = 0 }) => {
    if (parentId === undefined) return true
    if (from !== undefined && !isLong) return start >= from
    return parent !== undefined && parent.author_id !== us && !namesIn(parent, us)
  })
  return {
    author: post.author_id,
    isRepost: references.some(({ type }) => type === 'retweeted'),
    isAutomated: (includes.users ?? []).some((user) => {
      const { id, affiliation } =
        'data' in user
          ? (user.data as typeof user & { id?: string; affiliation?: { description?: string } })
          : user
      return (
        id === post.author_id &&
        (affiliation as { description?: string } | undefined)?.description === 'Automated'
      )
    }),
    named: typed,
    parent:
      parent === undefined
        ? post.in_reply_to_user_id === us
          ? { author: us, repliesTo: null, namesUs: false }
          : null
        : {
            author: parent.author_id,
            repliesTo: textField(parent, 'in_reply_to_user_id'),
            namesUs: namesIn(parent, us),
          },
  }
}

const textField = (fields: Readonly<Record<string, unknown>>, name: string): string | null => {
  const value = fields[name]
  return typeof value === 'string' ? value : null
}

/** Whether our name stands in a post that is shown beside another. */
function namesIn(post: Shown, us: string): boolean {
  const entities = post.entities as { readonly mentions?: readonly { readonly id?: unknown }[] } | undefined
  return (Array.isArray(entities?.mentions) ? entities.mentions : []).some((mention) => mention?.id === us)
}

/** The message, or why the post is left alone. */
export function postMessage(
  post: Post,
  includes: Includes,
  us: string,
): InboundMessage | { readonly ignored: Ignored } {
  const summons = summonsOf(addressOf(post, includes, us), us)
  if ('ignored' in summons) return summons
  const { text, entities } = bodyOf(post)
  const own = ownWords(text, entities, us, post)
  const {
    text: whole,
    files,
    keyword,
    noted,
  } = withPost(own, filesOf(post, includes), contextOf(post, includes, us))
  const id = messageIdOf('social', post.id)
  const place = (includes.places ?? []).find((one) => one.id === post.geo?.place_id)
  const related = new Set(referencesOf(post).map((reference) => reference.id))
  const earlier = versionsOf(post).filter((version) => version !== post.id)
  return {
    id,
    channel: 'social',
    providerId: post.id,
    from: post.author_id,
    to: us,
    text: storableText(whole, ''),
    media: files.map((file, at): MediaRef => ({ id: mediaIdOf(id, at), ...file })),
    point: pointOf(post, place),
    keyword,
    answeredByProvider: false,
    ...continuesOf(post, includes, us),
    ...(earlier.length > 0 && { revises: earlier.map((version) => messageIdOf('social', version)) }),
    raw: storable({
      ...post,
      via: 'post',
      summons: summons.by,
      ...noted,
      includes: {
        tweets: shownIn(includes).filter((one) => related.has(one.id)),
        media: (includes.media ?? []).filter((one) => post.attachments?.media_keys.includes(one.media_key)),
        places: place === undefined ? [] : [place],
      },
    }),
  }
}

const filesOf = ({ attachments }: Post, includes: Includes) =>
  mediaRefsOf(attachments?.media_keys ?? [], includes)

/** Their own post that it stands under, or that our reply above it answers. */
function continuesOf(post: Post, includes: Includes, us: string): Pick<InboundMessage, 'continues'> {
  const aboveOf = (of: Pick<Post, 'referenced_tweets' | 'referenced_posts'>): string | undefined =>
    (of.referenced_tweets ?? of.referenced_posts ?? []).find(({ type }) => type === 'replied_to')?.id
  const parent = shownIn(includes).find(({ id }) => id === aboveOf(post))
  if (parent === undefined) return {}
  if (parent.author_id === post.author_id) return { continues: messageIdOf('social', parent.id) }
  const ours = parent.author_id === us ? Post.safeParse(parent).data : undefined
  const above = ours?.in_reply_to_user_id === post.author_id ? aboveOf(ours) : undefined
  return above === undefined ? {} : { continues: messageIdOf('social', above) }
}

/** The post it quotes, or else the one it replies to, where that is neither ours nor a question to us already. */
function contextOf(post: Post, includes: Includes, us: string): Context | null {
  const references = referencesOf(post).toSorted((a, b) => a.type.localeCompare(b.type))
  for (const { type, id } of references) {
    const shown = type === 'retweeted' ? undefined : shownIn(includes).find((one) => one.id === id)
    if (shown === undefined || shown.author_id === us || namesIn(shown, us)) continue
    const whole = Post.safeParse(shown).data
    const about = { post: id, author: shown.author_id, as: type }
    if (whole === undefined) return { ...about, text: unescaped(shown.text), files: [] }
    const { text, entities } = bodyOf(whole)
    return { ...about, text: ownWords(text, entities, us, whole), files: filesOf(whole, includes) }
  }
  return null
}

/** Without the names in front, ours anywhere, and links that X adds for photos and quotes; others as they lead. */
function ownWords(text: string, entities: Post['entities'], us: string, post: Post): string {
  let own = text
  for (const { username } of entities?.mentions ?? []) own = withoutLeading(own, username)
  const ours = (entities?.mentions ?? []).find(({ id }) => id === us)?.username ?? ''
  if (/^\w{1,20}$/.test(ours)) own = own.replace(new RegExp(`(?<![\\w@])@${ours}(?!\\w) ?`, 'gi'), '')
  const quoted = new Set(referencesOf(post).map(({ id }) => id))
  for (const { url, expanded_url: leads = url, media_key } of entities?.urls ?? []) {
    if (url === '') continue
    const added = media_key !== undefined || quoted.has(/\/status\/(\d{1,25})/.exec(leads)?.[1] ?? '')
    own = own.replace(url, () => (added ? '' : leads))
    if (added) own = own.replace(/ $/, '')
  }
  return unescaped(own)
}

/** A name that X put in front of a reply, or that a resident began with. */
const withoutLeading = (text: string, username: string): string => {
  const start = `@${username.toLowerCase()}`
  if (username === '' || !text.toLowerCase().startsWith(start)) return text
  const rest = text.slice(start.length)
  return /^\w/.test(rest) ? text : rest.replace(/^ /, '')
}

const entitiesOf: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }
/** X escapes these three in every text. */
export const unescaped = (text: string): string =>
  text.replace(/&(?:amp|lt|gt);/g, (found) => entitiesOf[found] ?? found)
