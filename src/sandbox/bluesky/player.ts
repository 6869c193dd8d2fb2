import { createHash } from 'node:crypto'
import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { type Context, Hono } from 'hono'
import { playedChat } from './chat.ts'
import { facetsOf, notificationOf, viewOf } from './shapes.ts'
import type { Answered, BlueskyPlayer, Fault, PlayedFile, PlayedPost, PlayerOptions } from './types.ts'

type Ctx = Context<{ Bindings: HttpBindings }>
const collection = 'app.bsky.feed.post'
/** Lexicon app.bsky.feed.post. */
const longestGraphemes = 300
const characters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** A number in the 32 letters of record keys, 11 of them. https://atproto.com/specs/tid */
const keyOf = (n: number): string =>
  n
    .toString(32)
    .padStart(11, '0')
    .replace(/./g, (digit) => '234567abcdefghijklmnopqrstuvwxyz'[Number.parseInt(digit, 32)] ?? '2')

/** Bluesky in memory: one server with everybody on it. */
export function blueskyPlayer(options: PlayerOptions): BlueskyPlayer {
  const { clock, handle } = options
  const posts = new Map<string, PlayedPost>()
  const handles = new Map<string, string>()
  const bots = new Set<string>()
  const files = new Map<string, PlayedFile>()
  const faults: Fault[] = []
  let sessions = 0
  let sequence = 0

  const hash = (text: string, chars: number): string =>
    createHash('sha256').update(text).digest('hex').slice(0, chars)
  const did = (name: string): string => {
    const made = `did:plc:${hash(name.toLowerCase(), 24)}`
    handles.set(made, name)
    return made
  }
  const us = did(handle)

  function write(
    authorDid: string,
    rkey: string,
    record: Readonly<Record<string, unknown>>,
    more: Pick<PlayedPost, 'files' | 'quotes'>,
  ) {
    const uri = `at://${authorDid}/${collection}/${rkey}`
    const post: PlayedPost = {
      uri,
      cid: `bafyrei${hash(`${uri} ${JSON.stringify(record)}`, 40)}`,
      authorDid,
      text: String(record.text ?? ''),
      record,
      at: clock.now(),
      ...more,
      isGone: false,
    }
    posts.set(uri, post)
    return post
  }
  const stage = { posts, handles, bots, url: options.url }

  const app = new Hono<{ Bindings: HttpBindings }>()
  const refused = (c: Context, status: number, error: string) =>
    c.json({ error, message: 'The server says no' }, status as 400)
  const cut = (c: Ctx): Response => {
    c.env.outgoing.destroy()
    return RESPONSE_ALREADY_SENT
  }
  /** Faults and identity in front of every call; `lost` where the answer is to be cut. */
  function gate(c: Ctx, method: string): Response | 'lost' | null {
    const at = faults.findIndex((fault) => fault.method === undefined || fault.method === method)
    const fault = at < 0 ? null : (faults.splice(at, 1)[0] ?? null)
    const token = (c.req.header('authorization') ?? '').replace(/^Bearer /, '')
    if (token !== `session-${sessions}`)
      return refused(c, 400, token.startsWith('session-') ? 'ExpiredToken' : 'AuthMissing')
    if (fault?.kind === 'error') return refused(c, fault.status, fault.error ?? 'InternalServerError')
    if (fault?.kind === 'rate-limited') {
      c.header('ratelimit-remaining', '0')
      c.header('ratelimit-reset', String(Math.ceil(clock.now() / 1000) + fault.resetS))
      return refused(c, 429, 'RateLimitExceeded')
    }
    return fault?.kind === 'lost-answer' ? 'lost' : null
  }

  app.post('/xrpc/com.atproto.server.createSession', async (c) => {
    const { identifier, password } = (await c.req.json()) as Record<string, string>
    if (identifier !== handle || password !== options.appPassword)
      return refused(c, 401, 'AuthenticationRequired')
    sessions += 1
    const home = { id: '#atproto_pds', type: 'AtprotoPersonalDataServer', serviceEndpoint: options.url() }
    return c.json({
      didDoc: { id: us, service: [home] },
      did: us,
      handle,
      accessJwt: `session-${sessions}`,
      refreshJwt: `refresh-${sessions}`,
    })
  })
  app.get('/xrpc/app.bsky.notification.listNotifications', (c) => {
    const stop = gate(c, 'listNotifications')
    if (stop !== null) return stop === 'lost' ? cut(c) : stop
    const limit = Number(c.req.query('limit') ?? 50)
    const from = Number(c.req.query('cursor') ?? 0)
    const reasons = c.req.queries('reasons') ?? []
    const all = [...posts.values()]
      .filter(({ isGone, authorDid }) => !isGone && authorDid !== us)
      .flatMap((post) => notificationOf(stage, post, us) ?? [])
      .filter(({ reason }) => reasons.length === 0 || reasons.includes(reason))
      .toReversed()
    const shown = all.slice(from, from + limit)
    const next = from + shown.length
    return c.json({ notifications: shown, ...(next < all.length && { cursor: String(next) }) })
  })
  app.get('/xrpc/app.bsky.feed.getPosts', (c) => {
    const stop = gate(c, 'getPosts')
    if (stop !== null) return stop === 'lost' ? cut(c) : stop
    const uris = c.req.queries('uris') ?? []
    if (uris.length === 0 || uris.length > 25) return refused(c, 400, 'InvalidRequest')
    const found = uris.flatMap((uri) => posts.get(uri) ?? []).filter(({ isGone }) => !isGone)
    return c.json({ posts: found.map((post) => viewOf(stage, post)) })
  })
  app.get('/xrpc/com.atproto.repo.getRecord', (c) => {
    const stop = gate(c, 'getRecord')
    if (stop !== null) return stop === 'lost' ? cut(c) : stop
    const { repo = '', rkey = '' } = c.req.query()
    const post = posts.get(`at://${repo}/${collection}/${rkey}`)
    if (post === undefined || post.isGone) return refused(c, 400, 'RecordNotFound')
    return c.json({ uri: post.uri, cid: post.cid, value: post.record })
  })
  app.post('/xrpc/com.atproto.repo.createRecord', async (c) => {
    const stop = gate(c, 'createRecord')
    if (stop !== null && stop !== 'lost') return stop
    const body = (await c.req.json()) as { repo: string; rkey: string; record: Record<string, unknown> }
    const text = String(body.record.text ?? '')
    if (body.repo !== us || [...characters.segment(text)].length > longestGraphemes)
      return refused(c, 400, 'InvalidRequest')
    if (!/^[234567abcdefghij][234567a-z]{12}$/.test(body.rkey)) return refused(c, 400, 'InvalidRequest')
    const post = write(us, body.rkey, body.record, { files: [], quotes: null })
    return stop === 'lost' ? cut(c) : c.json({ uri: post.uri, cid: post.cid })
  })
  const chat = playedChat({
    ...{ stage, us, now: () => clock.now(), closed: options.closed === true },
    gate: (c, method) => gate(c as Ctx, method),
    cut: (c) => cut(c as Ctx),
  })
  app.route('/', chat.app)
  app.get('/img/:file', (c) => {
    const file = files.get(c.req.param('file'))
    if (file === undefined) return c.body('not found', 404)
    return c.body(Buffer.from(file.bytes), 200, { 'content-type': file.type })
  })

  return {
    app: app as unknown as Hono,
    post(author, text, given = [], replyTo = null, more = {}) {
      const authorDid = did(author)
      if (more.isBot === true) bots.add(authorDid)
      sequence += 1
      const keys = given.map((file) => {
        const key = `file${files.size}`
        files.set(key, file)
        return key
      })
      const parent = replyTo === null ? undefined : posts.get(replyTo)
      const ref = parent === undefined ? null : { uri: parent.uri, cid: parent.cid }
      const before = parent?.record.reply as { readonly root: unknown } | undefined
      const record = {
        $type: collection,
        text,
        createdAt: new Date(clock.now()).toISOString(),
        facets: facetsOf(text, did),
        ...(ref !== null && { reply: { root: before?.root ?? ref, parent: ref } }),
      }
      const rkey = `3k${keyOf(sequence)}`
      return write(authorDid, rkey, record, { files: keys, quotes: more.quotes ?? null }).uri
    },
    remove(uri) {
      const post = posts.get(uri)
      if (post !== undefined) post.isGone = true
    },
    direct(author, text, { group = false, quotes = null, isBot = false } = {}) {
      const authorDid = did(author)
      if (isBot) bots.add(authorDid)
      return chat.direct(authorDid, text, group, quotes)
    },
    removeDirect: chat.remove,
    directs: chat.messages,
    conversation: (author) => chat.conversation(did(author)),
    replies: () =>
      [...posts.values()]
        .filter(({ authorDid, isGone }) => authorDid === us && !isGone)
        .map((post): Answered => {
          const { parent } = post.record.reply as { readonly parent: { readonly uri: string } }
          const toDid = posts.get(parent.uri)?.authorDid ?? ''
          return {
            uri: post.uri,
            to: handles.get(toDid) ?? '',
            toDid,
            inReplyTo: parent.uri,
            text: post.text,
            at: post.at,
          }
        }),
    posts: () => [...posts.values()],
    did,
    fault: (fault) => void faults.push(fault),
    expire() {
      sessions += 1
    },
  }
}
