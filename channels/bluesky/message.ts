/**
 * A post that asks us for something, as a message of the domain. Pure.
 * @module
 */
import type { Inbound } from '../../src/core/ports.ts'
import type { InboundMessage, MediaRef } from '../../src/core/request.ts'
import { type Context, withPost } from '../_social/context.ts'
import { type Ignored, summonsOf } from '../_social/summons.ts'
import { mediaIdOf, messageIdOf } from '../message-id.ts'
import { storable, storableText } from '../storable.ts'
import type { BlueskyRaw, Embed, Notification, PostRecord, PostView, QuotedView } from './schema.ts'

/** What a page holds for us. `ignored` hears of each post that is not. */
export function inboundOf(
  raw: BlueskyRaw,
  ignored: (why: Ignored) => void = () => undefined,
): readonly Inbound[] {
  // Oldest first: a thread is told in its order.
  return raw.notifications.toReversed().flatMap((one) => {
    const message = messageOf(one, raw)
    if (!('ignored' in message)) return [{ kind: 'message', message }]
    ignored(message.ignored)
    return []
  })
}

/** Of the kinds of notification, those that are a post of somebody's which may be for us. */
const asking: ReadonlySet<string> = new Set(['mention', 'reply', 'quote'])

function messageOf(one: Notification, raw: BlueskyRaw): InboundMessage | { readonly ignored: Ignored } {
  if (!asking.has(one.reason)) return { ignored: 'not-addressed' }
  const { us } = raw
  const view = viewOf(raw, one.uri)
  const parent = viewOf(raw, one.record.reply?.parent.uri)
  const summons = summonsOf(
    {
      author: one.author.did,
      isRepost: false,
      isAutomated: (one.author.labels ?? []).some(({ val }) => val === 'bot'),
      named: names(one.record, us),
      parent:
        parent === undefined
          ? null
          : {
              author: parent.author.did,
              repliesTo: didOf(parent.record.reply?.parent.uri),
              namesUs: names(parent.record, us),
            },
    },
    us,
  )
  if ('ignored' in summons) return summons
  const own = ownWords(one.record, us)
  const { text, files, keyword, noted } = withPost(own, filesOf(view?.embed), contextOf(view, parent, us))
  const id = messageIdOf('bluesky', one.uri)
  return {
    id,
    channel: 'bluesky',
    providerId: one.uri,
    from: one.author.did,
    to: us,
    text: storableText(text, ''),
    media: files.map((file, at) => ({ id: mediaIdOf(id, at), ...file })),
    point: null,
    keyword,
    answeredByProvider: false,
    ...continuesOf(parent, one.author.did, us),
    raw: storable({
      ...one,
      summons: summons.by,
      ...noted,
      ...(view !== undefined && { view }),
    }),
  }
}

/** Their own post that it stands under, or that our reply above it answers. */
function continuesOf(
  parent: PostView | undefined,
  author: string,
  us: string,
): Pick<InboundMessage, 'continues'> {
  const above = parent?.author.did === us ? parent.record.reply?.parent.uri : undefined
  const theirs = parent?.author.did === author ? parent.uri : didOf(above) === author ? above : undefined
  return theirs === undefined ? {} : { continues: messageIdOf('bluesky', theirs) }
}

const viewOf = (raw: BlueskyRaw, uri: string | undefined): PostView | undefined =>
  raw.posts.find((post) => post.uri === uri)
const didOf = (uri: string | undefined): string | null =>
  /^at:\/\/([^/]{1,300})\//.exec(uri ?? '')?.[1] ?? null
const names = (record: PostRecord, us: string): boolean =>
  (record.facets ?? []).some(({ features }) => features.some(({ did }) => did === us))

const filesOf = (embed: Embed | undefined): readonly Omit<MediaRef, 'id'>[] =>
  [...(embed?.images ?? []), ...(embed?.media?.images ?? [])].map(({ fullsize }) => ({
    url: storableText(fullsize, ''),
    announcedType: 'image/jpeg',
  }))

/** A post that is shown inside another or in a direct message; null for one that is gone, ours, or a question to us. */
export function quotedContext(quoted: QuotedView | undefined, us: string): Context | null {
  if (quoted?.uri === undefined || quoted.author === undefined || quoted.value === undefined) return null
  const { uri: post, author, value, embeds = [] } = quoted
  if (author.did === us || names(value, us)) return null
  return { post, author: author.did, as: 'quoted', text: value.text, files: embeds.flatMap(filesOf) }
}

/** The post it quotes, or else the one it replies to, where that is neither ours nor a question to us already. */
function contextOf(view: PostView | undefined, parent: PostView | undefined, us: string): Context | null {
  const embedded = view?.embed?.record
  const quoted = quotedContext(
    embedded === undefined || !('record' in embedded) ? embedded : (embedded.record as QuotedView),
    us,
  )
  if (quoted !== null) return quoted
  if (parent === undefined || parent.author.did === us || names(parent.record, us)) return null
  return {
    post: parent.uri,
    author: parent.author.did,
    as: 'replied_to',
    text: parent.record.text,
    files: filesOf(parent.embed),
  }
}

/** Without our name, wherever it stands. Facets count bytes of UTF-8. */
function ownWords({ text, facets = [] }: PostRecord, us: string): string {
  const bytes = Buffer.from(text)
  const ours = facets
    .filter(({ features }) => features.some(({ did }) => did === us))
    .map(({ index }) => index)
    .toSorted((a, b) => a.byteStart - b.byteStart)
  let own = ''
  let from = 0
  for (const { byteStart, byteEnd } of ours) {
    if (byteStart < from || byteEnd <= byteStart) continue
    own += bytes.subarray(from, byteStart).toString()
    from = bytes[byteEnd] === 0x20 ? byteEnd + 1 : byteEnd
  }
  return own + bytes.subarray(from).toString()
}
