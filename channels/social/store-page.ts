import type { Inbox } from '../../src/core/ports.ts'
import { inboundOf } from './inbound.ts'
import { type Includes, type Page, Post } from './schema.ts'

/** Makes the posts of a page durable. One that is no post stands in nobody's way. */
export async function store(page: Page, userId: string, inbox: Inbox): Promise<void> {
  const posts = page.data.flatMap((one) => Post.safeParse(one).data ?? [])
  const ignored = new Map<string, number>()
  if (posts.length < page.data.length) ignored.set('unreadable', page.data.length - posts.length)
  // Oldest first: a thread is told in its order.
  const inbound = inboundOf(
    { kind: 'posts', posts: posts.toReversed(), includes: page.includes as Includes },
    userId,
    (why) => ignored.set(why, (ignored.get(why) ?? 0) + 1),
  )
  if (inbound.length > 0) await inbox.take(inbound)
  for (const [why, count] of ignored)
    inbox.log('info', 'posts.ignored', { channel: 'social', why, posts: count })
}

/** What X calls us, as a post of the page that names us has it; null where none does. */
export function nameIn(page: Page, userId: string): string | null {
  for (const one of page.data) {
    const mention = Post.safeParse(one).data?.entities?.mentions.find(({ id }) => id === userId)
    if (mention !== undefined && mention.username !== '') return mention.username
  }
  return null
}
