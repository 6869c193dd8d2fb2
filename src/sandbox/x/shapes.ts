/**
 * Objects as X writes them. https://docs.x.com/x-api/fundamentals/data-dictionary
 * @module
 */
import type { State } from './state.ts'
import type { PlayedDirect, PlayedPost } from './types.ts'

export const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (found) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[found] ?? found)

/** Up to here a text is whole in `text`; longer ones are cut there and whole in `note_tweet`. */
const shortChars = 280

/** A post; `entities` are counted in code points of the text as it is shown. */
export function postShape(state: State, post: PlayedPost) {
  const links = post.files.map((key, at) => ({
    url: `https://t.co/${post.id.slice(-6)}${at}`,
    expanded_url: `https://x.com/${state.nameOf(post.authorId)}/status/${post.id}/photo/${at + 1}`,
    media_key: key,
  }))
  const quoted = state.posts.get(post.quotes ?? '')
  if (quoted !== undefined)
    links.push({
      url: `https://t.co/q${post.id.slice(-6)}`,
      expanded_url: `https://x.com/${state.nameOf(quoted.authorId)}/status/${quoted.id}`,
      media_key: '',
    })
  const long = escaped(post.text)
  const whole = [long, ...links.map(({ url }) => url)].join(' ')
  const isLong = [...post.text].length > shortChars
  const front = post.mentions.filter(({ inherited }) => inherited).map(({ username }) => `@${username}`)
  const entities = {
    mentions: mentionsOf(post),
    urls: links.map(({ media_key, ...link }) => (media_key === '' ? link : { ...link, media_key })),
  }
  const references = [
    ...(post.replyTo === null ? [] : [{ type: 'replied_to', id: post.replyTo }]),
    ...(post.quotes === null ? [] : [{ type: 'quoted', id: post.quotes }]),
    ...(post.repostOf === null ? [] : [{ type: 'retweeted', id: post.repostOf }]),
  ]
  const parent = state.posts.get(post.replyTo ?? '')
  return {
    id: post.id,
    author_id: post.authorId,
    text: isLong ? `${[...long].slice(0, shortChars - 1).join('')}…` : whole,
    created_at: new Date(post.at).toISOString(),
    conversation_id: post.conversationId,
    edit_history_tweet_ids: post.versions,
    lang: 'en',
    display_text_range: [front.length === 0 ? 0 : front.join(' ').length + 1, [...long].length],
    entities,
    ...(isLong && { note_tweet: { text: whole, entities } }),
    ...(parent !== undefined && { in_reply_to_user_id: parent.authorId }),
    ...(references.length > 0 && { referenced_tweets: references }),
    ...(post.files.length > 0 && { attachments: { media_keys: post.files } }),
    ...((post.point !== null || post.placeId !== null) && {
      geo: {
        ...(post.placeId !== null && { place_id: post.placeId }),
        ...(post.point !== null && {
          coordinates: { type: 'Point', coordinates: [post.point.lon, post.point.lat] },
        }),
      },
    }),
  }
}

function mentionsOf(post: PlayedPost) {
  const found: { start: number; end: number; username: string; id: string }[] = []
  let from = 0
  for (const { id, username } of post.mentions) {
    const at = post.text.indexOf(`@${username}`, from)
    if (at < 0) continue
    from = at + username.length + 1
    const start = [...escaped(post.text.slice(0, at))].length
    found.push({ start, end: start + username.length + 1, username, id })
  }
  return found
}

/** Posts, files and places that a page of posts speaks of; what is gone is an error beside them. */
export function includesOf(state: State, posts: readonly PlayedPost[], expansions: string) {
  const ids = [...new Set(posts.flatMap((post) => [post.replyTo, post.quotes].filter((id) => id !== null)))]
  const shown = ids.flatMap((id) => state.posts.get(id) ?? [])
  const gone = ids.filter((id) => state.posts.get(id)?.isGone !== false)
  const withFiles = expansions.includes('referenced_tweets.id.attachments.media_keys')
    ? [...posts, ...shown.filter(({ isGone }) => !isGone)]
    : posts
  const media = [...new Set(withFiles.flatMap(({ files }) => files))].map((key) => ({
    media_key: key,
    type: 'photo',
    url: `${state.options.url()}/media/${key}.jpg`,
  }))
  const places = posts.flatMap(({ placeId }) => state.places.get(placeId ?? '') ?? [])
  return {
    includes: {
      ...(shown.length > gone.length && {
        tweets: shown.filter(({ isGone }) => !isGone).map((post) => postShape(state, post)),
      }),
      ...(media.length > 0 && { media }),
      ...(places.length > 0 && {
        places: places.map(({ id, name, bbox }) => ({
          id,
          full_name: name,
          place_type: 'poi',
          country_code: 'US',
          geo: { type: 'Feature', bbox, properties: {} },
        })),
      }),
    },
    errors: gone.map((id) => notFound(id, 'referenced_tweets.id')),
  }
}

export const notFound = (id: string, parameter: string) => ({
  value: id,
  detail: `Could not find tweet with ${parameter}: [${id}].`,
  title: 'Not Found Error',
  resource_type: 'tweet',
  parameter,
  resource_id: id,
  type: 'https://api.x.com/2/problems/resource-not-found',
})

/** The link that X puts behind the words of a message with a file. */
const directText = ({ id, text, file }: PlayedDirect): string =>
  escaped(file === null ? text : `${text} https://t.co/${id.slice(-8)}`.trim())
/** A message as the webhook words it. */
export function directEvent(state: State, direct: PlayedDirect, to: string) {
  const file = directMedia(state, direct)
  const media = file && { type: file.type, media_url: file.url, media_url_https: file.url }
  return {
    type: 'message_create',
    id: direct.id,
    created_timestamp: String(direct.at),
    message_create: {
      target: { recipient_id: to },
      sender_id: direct.from,
      message_data: {
        text: directText(direct),
        entities: { hashtags: [], symbols: [], user_mentions: [], urls: [] },
        ...(media !== null && { attachment: { type: 'media', media } }),
      },
    },
  }
}
/** A file of a message; null where it has none. */
export const directMedia = (state: State, { id, file }: PlayedDirect) =>
  file === null
    ? null
    : {
        media_key: file,
        type: 'photo',
        url: `${state.options.url()}/1.1/ton/data/dm/${id}/${file.replace(/\D/g, '')}/${id.slice(-8)}.jpg`,
      }

export const directShape = (direct: PlayedDirect) => ({
  id: direct.id,
  event_type: 'MessageCreate',
  text: directText(direct),
  ...(direct.file !== null && { attachments: { media_keys: [direct.file] } }),
  sender_id: direct.from,
  dm_conversation_id: `${direct.with}-us`,
  created_at: new Date(direct.at).toISOString(),
})
