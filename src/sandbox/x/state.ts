/**
 * What the played X remembers.
 * @module
 */
import type {
  Answered,
  Fault,
  PlayedDirect,
  PlayedFile,
  PlayedPost,
  PlayerOptions,
  PostOptions,
  Prices,
} from './types.ts'

/** https://docs.x.com/x-api/getting-started/pricing */
export const knownPrices: Prices = {
  mention: 0.001,
  post: 0.005,
  media: 0.005,
  directRead: 0.01,
  reply: 0.01,
  replyWithLink: 0.2,
  direct: 0.015,
}
const epochMs = 1_288_834_974_657n
/** When an id was given. Unix milliseconds. */
export const timeOf = (id: string): number => Number((BigInt(id) >> 22n) + epochMs)
const dayMs = 86_400_000

export interface PlayedPlace {
  readonly id: string
  readonly name: string
  readonly bbox: readonly number[]
}
export type State = ReturnType<typeof stateOf>

export function stateOf(options: PlayerOptions) {
  const { clock, userId } = options
  const prices = { ...knownPrices, ...options.prices }
  const posts = new Map<string, PlayedPost>()
  const directs: PlayedDirect[] = []
  const names = new Map<string, string>([[options.username.toLowerCase(), userId]])
  const accounts = new Map<string, string>([[userId, options.username]])
  const files = new Map<string, PlayedFile>()
  const places = new Map<string, PlayedPlace>()
  const faults: Fault[] = []
  const calls = new Map<string, number>()
  const costs = new Map<number, number>()
  let sequence = 0n

  const newId = (): string => {
    sequence += 1n
    return (((BigInt(clock.now()) - epochMs) << 22n) + (sequence & 0x3fffffn)).toString()
  }
  const accountId = (username: string): string => {
    const known = names.get(username.toLowerCase())
    if (known !== undefined) return known
    const id = `9${String(names.size).padStart(9, '0')}`
    names.set(username.toLowerCase(), id)
    accounts.set(id, username)
    return id
  }
  const nameOf = (id: string): string => accounts.get(id) ?? 'nobody'

  /** X puts the author of what is answered, and whoever that one names, in front of a reply. */
  function inFront(authorId: string, parent: PlayedPost | undefined): readonly string[] {
    if (parent === undefined) return []
    const ids = [parent.authorId, ...parent.mentions.map(({ id }) => id)]
    return [...new Set(ids)].filter((id) => id !== authorId)
  }
  function write(
    authorId: string,
    text: string,
    more: PostOptions,
    id = newId(),
    versions: readonly string[] = [],
  ) {
    const parent = posts.get(more.replyTo ?? '')
    const front = inFront(authorId, parent)
    const typed = [...text.matchAll(/(?<![\w@])@(\w{1,15})/g)].map(([, name = '']) => name)
    const mentions = [
      ...front.map((one) => ({ id: one, username: nameOf(one), inherited: true })),
      ...typed.map((username) => ({ id: accountId(username), username, inherited: false })),
    ]
    const keys = (more.files ?? []).map((file) => {
      const key = `3_${id}${files.size}`
      files.set(key, file)
      return key
    })
    const placeId = more.place === undefined ? null : `place${places.size}`
    if (more.place !== undefined && placeId !== null)
      places.set(placeId, { id: placeId, name: more.place.name, bbox: more.place.bbox })
    const post: PlayedPost = {
      id,
      authorId,
      text: [...front.map((one) => `@${nameOf(one)}`), text].join(' '),
      at: clock.now(),
      conversationId: parent?.conversationId ?? id,
      replyTo: more.replyTo ?? null,
      quotes: more.quotes ?? null,
      repostOf: more.repostOf ?? null,
      mentions,
      files: keys,
      point: more.point ?? null,
      placeId,
      versions: [...versions, id],
      visibleAt: more.visibleAt ?? clock.now(),
      isGone: false,
    }
    posts.set(id, post)
    return post
  }
  return {
    options,
    prices,
    posts,
    directs,
    files,
    places,
    newId,
    accountId,
    nameOf,
    write,
    edit(id: string, text: string): string {
      const before = posts.get(id)
      if (before === undefined || before.isGone) throw new Error('no such post')
      before.isGone = true
      const kept = { replyTo: before.replyTo, ...(before.quotes !== null && { quotes: before.quotes }) }
      const edited = write(before.authorId, text, kept, newId(), before.versions)
      return edited.id
    },
    charge(usd: number): void {
      const day = Math.floor(clock.now() / dayMs)
      costs.set(day, (costs.get(day) ?? 0) + usd)
    },
    spent: (): number => costs.get(Math.floor(clock.now() / dayMs)) ?? 0,
    count(path: string): void {
      calls.set(path, (calls.get(path) ?? 0) + 1)
    },
    calls,
    addFault: (fault: Fault): void => void faults.push(fault),
    /** The first fault that fits, which is over then. */
    takeFault(path: string): Fault | null {
      const at = faults.findIndex((fault) => fault.path === undefined || fault.path.test(path))
      return at < 0 ? null : (faults.splice(at, 1)[0] ?? null)
    },
    replies(): readonly Answered[] {
      const written = [...posts.values()]
        .filter(({ authorId }) => authorId === userId)
        .map((post): Answered => {
          const toId = posts.get(post.replyTo ?? '')?.authorId ?? ''
          const names = post.mentions
            .filter(({ inherited }) => inherited)
            .map(({ username }) => `@${username}`)
          const text = post.text.slice(names.length === 0 ? 0 : names.join(' ').length + 1)
          return {
            id: post.id,
            kind: 'post',
            to: nameOf(toId),
            toId,
            inReplyTo: post.replyTo,
            text,
            at: post.at,
          }
        })
      const direct = directs
        .filter(({ from }) => from === userId)
        .map(
          (one): Answered => ({
            id: one.id,
            kind: 'direct',
            to: nameOf(one.with),
            toId: one.with,
            inReplyTo: null,
            text: one.text,
            at: one.at,
          }),
        )
      return [...written, ...direct].toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1))
    },
  }
}
