/**
 * How Bluesky counts: 300 characters as people see them, and 3,000 bytes. Lexicon app.bsky.feed.post.
 * @module
 */
export const longest = { graphemes: 300, bytes: 3_000 } as const
const characters = new Intl.Segmenter('en', { granularity: 'grapheme' })

export const graphemesOf = (text: string): number => [...characters.segment(text)].length

export const fitsBluesky = (text: string): boolean =>
  Buffer.byteLength(text) <= longest.bytes && graphemesOf(text) <= longest.graphemes

/** A direct message: 1,000 characters as people see them, and 10,000 bytes. Lexicon chat.bsky.convo.defs. */
const longestDirect = { graphemes: 1_000, bytes: 10_000 } as const
export const fitsDirect = (text: string): boolean =>
  Buffer.byteLength(text) <= longestDirect.bytes && graphemesOf(text) <= longestDirect.graphemes
