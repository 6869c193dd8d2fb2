/**
 * The played API. https://docs.x.com/x-api
 * @module
 */
import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { type Context, Hono } from 'hono'
import { callerOf } from './oauth.ts'
import { directMedia, directShape, includesOf, notFound, postShape } from './shapes.ts'
import { type State, timeOf } from './state.ts'
import type { PlayedPost } from './types.ts'

const realRoot = 'https://api.x.com'
const directFileRoot = 'https://ton.twitter.com'
/** X shows no more than this of a mentions timeline. */
const mostMentions = 800
/** How far back the search goes. */
const searchMs = 7 * 86_400_000
/** A window is 15 minutes. */
const limits = { reads: 450, posts: 100, directs: 15, windowMs: 900_000 } as const

export function apiRoutes(state: State): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>()
  const { options, prices } = state
  const used = new Map<string, number>()

  const refused = (c: Context, status: number, problem: string, detail: string) =>
    c.json({ title: problem, detail, type: `https://api.x.com/2/problems/${problem}`, status }, status as 400)
  /** Identity, faults and limits in front of every call; null: go on. */
  function gate(
    c: Context<{ Bindings: HttpBindings }>,
    what: 'reads' | 'posts' | 'directs',
    wants: 'app' | 'user',
  ): Response | null {
    const here = new URL(c.req.url)
    const at = new URL(`${here.pathname}${here.search}`, realRoot)
    state.count(here.pathname.replace(/\d{5,25}/g, ':id'))
    const caller = callerOf(c.req.header('authorization') ?? '', c.req.method, at, options.keys)
    if (caller === null) return refused(c, 401, 'unauthorized', 'Unauthorized')
    if (wants === 'user' && caller !== 'user')
      return refused(c, 403, 'unsupported-authentication', 'Authenticating with app-only is forbidden.')
    const fault = state.takeFault(here.pathname)
    if (fault?.kind === 'error')
      return refused(c, fault.status, 'problem', fault.detail ?? 'Something went wrong')
    const window = Math.floor(options.clock.now() / limits.windowMs)
    const key = `${what}:${here.pathname}:${window}`
    const before = used.get(key) ?? 0
    const resetS =
      fault?.kind === 'rate-limited'
        ? Math.ceil(options.clock.now() / 1000) + fault.resetS
        : ((window + 1) * limits.windowMs) / 1000
    c.header('x-rate-limit-limit', String(limits[what]))
    c.header('x-rate-limit-remaining', String(Math.max(0, limits[what] - before - 1)))
    c.header('x-rate-limit-reset', String(resetS))
    if (fault?.kind === 'rate-limited' || before >= limits[what])
      return c.json(
        { title: 'Too Many Requests', detail: 'Too Many Requests', type: 'about:blank', status: 429 },
        429,
      )
    used.set(key, before + 1)
    if (fault?.kind === 'lost-answer') c.set('lost' as never, true as never)
    return null
  }
  /** Ends the connection in place of an answer. */
  const cut = (c: Context<{ Bindings: HttpBindings }>): Response => {
    c.env.outgoing.destroy()
    return RESPONSE_ALREADY_SENT
  }

  app.get('/2/users/:id/mentions', (c) => {
    const stop = gate(c, 'reads', 'app')
    if (stop !== null) return stop
    const { start_time: start } = c.req.query()
    const all = visible(state)
      .filter(({ mentions }) => mentions.some(({ id }) => id === c.req.param('id')))
      .filter(({ at }) => start === undefined || at >= Date.parse(start))
      .slice(0, mostMentions)
    return page(c, all, prices.mention)
  })
  app.get('/2/tweets/search/recent', (c) => {
    const stop = gate(c, 'reads', 'app')
    if (stop !== null) return stop
    const { query = '', start_time: start, since_id: since } = c.req.query()
    const name = /^@(\w{1,15}) -is:retweet$/.exec(query)?.[1]
    if (name === undefined)
      return refused(c, 400, 'invalid-request', 'There were errors processing your request')
    const oldest = options.clock.now() - searchMs
    if (
      (start !== undefined && Date.parse(start) < oldest) ||
      (since !== undefined && timeOf(since) < oldest)
    )
      return refused(c, 400, 'invalid-request', 'It must be from the last 7 days.')
    const id = state.accountId(name)
    const all = visible(state)
      .filter(({ mentions, repostOf }) => repostOf === null && mentions.some((one) => one.id === id))
      .filter(({ at }) => at >= (start === undefined ? oldest : Date.parse(start)))
    return page(c, all, prices.post, 10)
  })
  app.get('/2/users/:id/tweets', (c) => {
    const stop = gate(c, 'reads', 'app')
    if (stop !== null) return stop
    return page(
      c,
      visible(state).filter(({ authorId }) => authorId === c.req.param('id')),
      prices.mention,
    )
  })
  app.get('/2/tweets', (c) => {
    const stop = gate(c, 'reads', 'app')
    if (stop !== null) return stop
    const ids = (c.req.query('ids') ?? '').split(',')
    const found = ids.flatMap((id) => state.posts.get(id) ?? []).filter(({ isGone }) => !isGone)
    const missing = ids.filter((id) => !found.some((post) => post.id === id))
    state.charge(found.length * prices.post)
    return c.json({
      ...(found.length > 0 && { data: found.map((post) => postShape(state, post)) }),
      ...(missing.length > 0 && { errors: missing.map((id) => notFound(id, 'ids')) }),
    })
  })

  function page(c: Context, all: readonly PlayedPost[], price: number, least = 5): Response {
    const query = c.req.query()
    const size = Number(query.max_results ?? 10)
    if (!Number.isInteger(size) || size < least || size > 100)
      return refused(
        c,
        400,
        'invalid-request',
        `The \`max_results\` query parameter value is not between ${least} and 100`,
      )
    const { since_id: since, until_id: until } = query
    const inside = all
      .filter(({ id }) => since === undefined || BigInt(id) > BigInt(since))
      .filter(({ id }) => until === undefined || BigInt(id) < BigInt(until))
    const shown = inside.slice(0, size)
    const { includes, errors } = includesOf(state, shown, query.expansions ?? '')
    state.charge(shown.length * price)
    state.charge((includes.tweets?.length ?? 0) * prices.post + (includes.media?.length ?? 0) * prices.media)
    return c.json({
      ...(shown.length > 0 && { data: shown.map((post) => postShape(state, post)) }),
      ...(Object.keys(includes).length > 0 && { includes }),
      ...(errors.length > 0 && { errors }),
      meta: {
        result_count: shown.length,
        ...(shown.length > 0 && { newest_id: shown[0]?.id, oldest_id: shown.at(-1)?.id }),
        ...(inside.length > size && { next_token: `b26v89c19zqg8o3f${shown.at(-1)?.id}` }),
      },
    })
  }

  app.post('/2/tweets', async (c) => {
    const stop = gate(c, 'posts', 'user')
    if (stop !== null) return stop
    const body = (await c.req.json()) as { text?: string; reply?: { in_reply_to_tweet_id?: string } }
    const text = body.text ?? ''
    const parent = state.posts.get(body.reply?.in_reply_to_tweet_id ?? '')
    if (text === '' || [...text].length > 280)
      return refused(c, 400, 'invalid-request', 'Your post text is not valid')
    if (body.reply !== undefined && (parent === undefined || parent.isGone))
      return refused(
        c,
        403,
        'about:blank',
        'You attempted to reply to a Tweet that is deleted or not visible to you.',
      )
    if (parent !== undefined && !parent.mentions.some(({ id }) => id === options.userId))
      return refused(
        c,
        403,
        'about:blank',
        'Reply to this conversation is not allowed because you have not been mentioned.',
      )
    if (state.replies().some((own) => own.text === text && own.inReplyTo === parent?.id))
      return refused(c, 403, 'about:blank', 'You are not allowed to create a Tweet with duplicate content.')
    const post = state.write(options.userId, text, { replyTo: parent?.id ?? null })
    state.charge(/\b[a-z0-9-]+\.(?:com|gov|org|net)\b/i.test(text) ? prices.replyWithLink : prices.reply)
    return c.get('lost' as never)
      ? cut(c)
      : c.json({ data: { id: post.id, text, edit_history_tweet_ids: [post.id] } }, 201)
  })

  app.get('/2/dm_events', (c) => {
    const stop = gate(c, 'reads', 'user')
    return stop ?? directs(c, state.directs.toReversed())
  })
  app.get('/2/dm_conversations/with/:id/dm_events', (c) => {
    const stop = gate(c, 'reads', 'user')
    return stop ?? directs(c, state.directs.filter((one) => one.with === c.req.param('id')).toReversed())
  })
  function directs(c: Context, all: State['directs']): Response {
    const { max_results: size = '100', pagination_token: token = '0' } = c.req.query()
    const shown = all.slice(Number(token), Number(token) + Number(size))
    const files = shown.flatMap((one) => directMedia(state, one) ?? [])
    state.charge(shown.length * prices.directRead + files.length * prices.media)
    const next = Number(token) + shown.length
    return c.json({
      ...(shown.length > 0 && { data: shown.map(directShape) }),
      ...(files.length > 0 && { includes: { media: files } }),
      meta: { result_count: shown.length, ...(next < all.length && { next_token: String(next) }) },
    })
  }
  app.post('/2/dm_conversations/with/:id/messages', async (c) => {
    const stop = gate(c, 'directs', 'user')
    if (stop !== null) return stop
    const { text = '' } = (await c.req.json()) as { text?: string }
    const participant = c.req.param('id')
    if (!state.directs.some(({ from }) => from === participant))
      return refused(c, 403, 'client-forbidden', 'You cannot send messages to this user.')
    const id = state.newId()
    state.directs.push({
      id,
      from: options.userId,
      with: participant,
      text,
      at: options.clock.now(),
      file: null,
    })
    state.charge(prices.direct)
    return c.get('lost' as never)
      ? cut(c)
      : c.json({ data: { dm_conversation_id: `${participant}-us`, dm_event_id: id } }, 201)
  })

  // What lies at ton.twitter.com: for our account alone, and signed for that address.
  app.get('/1.1/ton/data/dm/:message/:media/:file', (c) => {
    state.count('/1.1/ton/data/dm')
    const at = new URL(new URL(c.req.url).pathname, directFileRoot)
    const caller = callerOf(c.req.header('authorization') ?? '', 'GET', at, options.keys)
    if (caller !== 'user') return c.body('', 401)
    const fault = state.takeFault(at.pathname)
    if (fault?.kind === 'error') return c.body('', fault.status as 400)
    const direct = state.directs.find(({ id }) => id === c.req.param('message'))
    const file = state.files.get(direct?.file ?? '')
    if (file === undefined) return c.body('', 404)
    return c.body(Buffer.from(file.bytes), 200, { 'content-type': file.type })
  })
  app.get('/media/:file', (c) => {
    const file = state.files.get(c.req.param('file').replace(/\.jpg$/, ''))
    if (file === undefined) return c.body('not found', 404)
    return c.body(Buffer.from(file.bytes), 200, { 'content-type': file.type })
  })
  return app
}

/** Newest first. */
const visible = (state: State): readonly PlayedPost[] =>
  [...state.posts.values()]
    .filter(({ isGone, visibleAt }) => !isGone && visibleAt <= state.options.clock.now())
    .toSorted((a, b) => (BigInt(a.id) > BigInt(b.id) ? -1 : 1))
