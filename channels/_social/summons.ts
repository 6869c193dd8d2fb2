/**
 * Whether a post asks us for something. A name that a network put there because the thread has it is not a question
 * to us, and nobody may be answered who did not ask.
 * @module
 */

/** One post, as far as this question needs it. Ids are those of accounts. */
export interface Addressed {
  readonly author: string
  readonly isRepost: boolean
  /** The author says of itself that it is automated. */
  readonly isAutomated: boolean
  /** They typed our name: not one that the network took over from the thread. */
  readonly named: boolean
  /** The post it replies to; null where it replies to none, or nobody can see it. */
  readonly parent: {
    readonly author: string
    /** Whom that one replies to, where it is known. */
    readonly repliesTo: string | null
    /** Our name stands in it. */
    readonly namesUs: boolean
  } | null
}

/** `asked` our name was typed · `answer` to our own reply to them · `continued` their own thread that named us. */
export type Summons = 'asked' | 'answer' | 'continued'
/** Why a post is left alone. */
export type Ignored = 'own' | 'repost' | 'automated' | 'not-addressed'

/** Pure. */
export function summonsOf(
  post: Addressed,
  us: string,
): { readonly by: Summons } | { readonly ignored: Ignored } {
  if (post.author === us) return { ignored: 'own' }
  if (post.isRepost) return { ignored: 'repost' }
  if (post.isAutomated) return { ignored: 'automated' }
  if (post.named) return { by: 'asked' }
  const { parent } = post
  if (parent === null) return { ignored: 'not-addressed' }
  if (parent.author === us)
    return parent.repliesTo === null || parent.repliesTo === post.author
      ? { by: 'answer' }
      : { ignored: 'not-addressed' }
  return parent.author === post.author && parent.namesUs ? { by: 'continued' } : { ignored: 'not-addressed' }
}
