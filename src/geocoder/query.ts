import { longestQuery } from '../core/ports.ts'

/** Marks that turn or join text, halves of characters, and what is no character: gone without a trace. */
const unseen = /[\p{Cf}\p{Cs}\p{Co}\p{Cn}]+/gu
/** Line ends, tabs and every kind of space. */
const spaces = /[\p{Cc}\p{Z}]+/gu

/** A query as it is sent: one line of visible characters. Null where there is nothing to ask for. */
export function cleanQuery(written: string): string | null {
  if (written.length > longestQuery * 4) return null
  const query = written.normalize('NFKC').replace(unseen, '').replace(spaces, ' ').trim()
  return query.length <= longestQuery && /[\p{L}\p{N}]/u.test(query) ? query : null
}

/** Under what an answer is kept: the query without case, punctuation at its ends and double spaces. */
export const keyOfQuery = (query: string): string =>
  query
    .toLowerCase()
    .replace(/[^\p{L}\p{N}&@/-]+/gu, ' ')
    .trim()
