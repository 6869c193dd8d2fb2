/**
 * The post that another one points at, and what is taken from it where that one says little: "@BOS311 please fix this"
 * under a neighbor's photo.
 * @module
 */
import type { InboundMessage, MediaRef } from '../../src/core/request.ts'
import { keywordOf, saysLittle, withContext } from './words.ts'

type File = Omit<MediaRef, 'id'>
/** Neither ours nor a question to us. */
export interface Context {
  readonly post: string
  /** The account that wrote it. */
  readonly author: string
  readonly as: string
  readonly text: string
  readonly files: readonly File[]
}
/** What raw has of it: what is another's goes when that post goes, and the author's own words stay. */
interface Noted {
  readonly context: { readonly post: string; readonly as: string; readonly added: boolean }
  /** Absent where nothing was taken. */
  readonly borrowed?: { readonly post: string; readonly author: string; readonly files: number }
  readonly own?: string
}

/** Its words go behind the few own ones; its files are looked at where there are none of their own. Pure. */
export function withPost(
  own: string,
  files: readonly File[],
  context: Context | null,
): {
  readonly text: string
  readonly files: readonly File[]
  readonly keyword: InboundMessage['keyword']
  readonly noted: Noted | null
} {
  const keyword = keywordOf(own)
  const { text, added } = withContext(own, context === null ? null : context.text)
  if (context === null) return { text, files, keyword, noted: null }
  const theirs = files.length === 0 && keyword === null && saysLittle(own) ? context.files : []
  const { post, author, as } = context
  return {
    text,
    files: [...files, ...theirs],
    keyword,
    noted: {
      context: { post, as, added },
      ...((added || theirs.length > 0) && { borrowed: { post, author, files: theirs.length }, own }),
    },
  }
}
