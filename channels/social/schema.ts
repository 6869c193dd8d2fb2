/**
 * What X hands us, as it came: pages of a timeline, and events of its activity webhook. Only what we cannot do without
 * is required. https://docs.x.com/x-api/activity/event-payloads
 * @module
 */
import { z } from 'zod'
import { AppError } from '../../src/core/errors.ts'
import type { Verified } from '../../src/core/ports.ts'

export const xPath = '/webhooks/x'

const Id = z.string().regex(/^\d{1,25}$/)
const Mention = z.looseObject({
  username: z.string().default(''),
  id: z.string().optional(),
  start: z.number().optional(),
})
const Link = z.looseObject({
  url: z.string().default(''),
  expanded_url: z.string().optional(),
  media_key: z.string().optional(),
})
const Entities = z.looseObject({ mentions: z.array(Mention).default([]), urls: z.array(Link).default([]) })
const Reference = z.looseObject({ type: z.string(), id: Id })
const Note = z.looseObject({ text: z.string(), entities: Entities.optional() })
/** Newer descriptions say `post` where older ones say `tweet`. */
export const Post = z.looseObject({
  id: Id,
  author_id: Id,
  text: z.string(),
  created_at: z.string().optional(),
  conversation_id: z.string().optional(),
  in_reply_to_user_id: z.string().optional(),
  display_text_range: z.tuple([z.number(), z.number()]).optional(),
  entities: Entities.optional(),
  note_tweet: Note.optional(),
  note_post: Note.optional(),
  referenced_tweets: z.array(Reference).optional(),
  referenced_posts: z.array(Reference).optional(),
  edit_history_tweet_ids: z.array(Id).optional(),
  edit_history_post_ids: z.array(Id).optional(),
  attachments: z.looseObject({ media_keys: z.array(z.string()).default([]) }).optional(),
  geo: z
    .looseObject({
      place_id: z.string().optional(),
      coordinates: z.looseObject({ coordinates: z.array(z.number()).optional() }).nullish(),
    })
    .optional(),
})
export type Post = z.infer<typeof Post>

export const Media = z.looseObject({
  media_key: z.string(),
  type: z.string().default('photo'),
  url: z.string().optional(),
  preview_image_url: z.string().optional(),
  variants: z
    .array(
      z.looseObject({
        content_type: z.string().default(''),
        url: z.string(),
        bit_rate: z.number().optional(),
      }),
    )
    .optional(),
})
export type Media = z.infer<typeof Media>
export const Place = z.looseObject({
  id: z.string(),
  geo: z.looseObject({ bbox: z.array(z.number()).optional() }).optional(),
})
export type Place = z.infer<typeof Place>
/** Posts that are shown beside one may lack what we need of one: then they are as good as not there. */
const Shown = z.looseObject({
  id: z.string(),
  text: z.string().default(''),
  author_id: z.string().default(''),
})
export type Shown = z.infer<typeof Shown>
const User = z.looseObject({
  id: z.string().optional(),
  affiliation: z.looseObject({ description: z.string().optional() }).optional(),
})
export const Includes = z.looseObject({
  tweets: z.array(Shown).optional(),
  posts: z.array(Shown).optional(),
  media: z.array(Media).optional(),
  places: z.array(Place).optional(),
  users: z.array(z.union([User, z.looseObject({ data: User })])).optional(),
})
export type Includes = z.infer<typeof Includes>

/** A direct message, as the API lists it. */
export const Direct = z.looseObject({
  id: Id,
  sender_id: Id,
  text: z.string().default(''),
  event_type: z.string().default('MessageCreate'),
  attachments: z.looseObject({ media_keys: z.array(z.string()).default([]) }).optional(),
})
export type Direct = z.infer<typeof Direct>
/** A file of a direct message as the webhook words it: the older API's media object. */
const EventMedia = z.looseObject({
  type: z.string().default('photo'),
  media_url_https: z.string().optional(),
  video_info: z
    .looseObject({
      variants: z
        .array(
          z.looseObject({
            content_type: z.string().default(''),
            url: z.string(),
            bitrate: z.number().optional(),
          }),
        )
        .default([]),
    })
    .optional(),
})
/** The same as the webhook words it. */
const DirectEvent = z.looseObject({
  id: Id,
  type: z.string().default('message_create'),
  message_create: z.looseObject({
    sender_id: Id,
    message_data: z.looseObject({
      text: z.string().default(''),
      attachment: z.looseObject({ media: EventMedia.optional() }).optional(),
    }),
  }),
})
type DirectEvent = z.infer<typeof DirectEvent>

export type XRaw =
  | { readonly kind: 'crc'; readonly token: string }
  | { readonly kind: 'posts'; readonly posts: readonly Post[]; readonly includes: Includes }
  | { readonly kind: 'direct'; readonly messages: readonly Direct[]; readonly includes: Includes }
  | { readonly kind: 'deleted'; readonly ids: readonly string[] }
  | { readonly kind: 'other' }

/** One page of a timeline. `data` is absent where there is nothing; `errors` name what could not be shown. */
export const Page = z.looseObject({
  data: z.array(z.unknown()).default([]),
  includes: Includes.default({}),
  meta: z
    .looseObject({
      next_token: z.string().optional(),
      newest_id: z.string().optional(),
      oldest_id: z.string().optional(),
    })
    .default({}),
  errors: z.array(z.unknown()).default([]),
})
export type Page = z.infer<typeof Page>

const Event = z.looseObject({
  data: z.looseObject({
    event_type: z.string().min(1),
    payload: z.unknown(),
    includes: Includes.optional(),
  }),
})
const postEvents: ReadonlySet<string> = new Set([
  'post.mention.create',
  'post.reply.create',
  'post.quote.create',
  'post.create',
])

/** Reads one verified delivery. What we don't know is acknowledged and left alone. Throws AppError `malformed`. */
export function readX(verified: Verified): XRaw {
  if (verified.method === 'GET')
    return { kind: 'crc', token: new URL(verified.url).searchParams.get('crc_token') ?? '' }
  const { data } = parsed(Event, jsonOf(verified.body), 'event')
  const includes = data.includes ?? {}
  if (postEvents.has(data.event_type))
    return { kind: 'posts', posts: [parsed(Post, data.payload, data.event_type)], includes }
  if (data.event_type === 'post.delete')
    return { kind: 'deleted', ids: [parsed(z.looseObject({ id: Id }), data.payload, data.event_type).id] }
  if (data.event_type !== 'dm.received') return { kind: 'other' }
  const { direct_message_events: events } = parsed(
    z.looseObject({ direct_message_events: z.array(DirectEvent) }),
    data.payload,
    data.event_type,
  )
  const made = events.filter(({ type }) => type === 'message_create')
  return {
    kind: 'direct',
    includes: { ...includes, media: [...(includes.media ?? []), ...made.flatMap(eventFile)] },
    messages: made.map((event) => ({
      ...event,
      event_type: 'MessageCreate',
      sender_id: event.message_create.sender_id,
      text: event.message_create.message_data.text,
      ...(eventFile(event).length > 0 && { attachments: { media_keys: [fileKey(event)] } }),
    })),
  }
}

const fileKey = ({ id }: DirectEvent): string => `dm-${id}`
/** What the event says of its file, as the API would. */
function eventFile(event: DirectEvent): readonly Media[] {
  const file = event.message_create.message_data.attachment?.media
  if (file === undefined) return []
  const { type, media_url_https: url, video_info: video } = file
  const variants = (video?.variants ?? []).map(({ bitrate, ...variant }) => ({
    ...variant,
    ...(bitrate !== undefined && { bit_rate: bitrate }),
  }))
  return [
    {
      media_key: fileKey(event),
      type,
      ...(url !== undefined && (type === 'photo' ? { url } : { preview_image_url: url })),
      ...(variants.length > 0 && { variants }),
    },
  ]
}

function parsed<S extends z.ZodType>(schema: S, value: unknown, what: string): z.infer<S> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const names = result.error.issues.map((issue) => issue.path.join('.')).join(', ')
  throw new AppError('malformed', `X's ${/^[a-z.]{1,40}$/.test(what) ? what : 'event'} is wrong in ${names}`)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
