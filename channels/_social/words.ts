/**
 * The words of a post as a message: its own, and those of the post that it points at.
 * @module
 */
import type { InboundMessage } from '../../src/core/request.ts'

/**
 * Up to here a post says too little to be all of a report ("please fix this", "same here @…"), and what it replies to
 * or quotes is read with it. Longer ones speak for themselves: what somebody else says is not theirs to report twice.
 */
const fewWords = 12

/** Whether a post says too little to be all of a report. */
export const saysLittle = (own: string): boolean =>
  (own.match(/[\p{L}\p{N}'’-]{1,60}/gu)?.length ?? 0) <= fewWords

/** Own words first, then the other post's, where there are few of their own. `added` is marked in raw. */
export function withContext(
  own: string,
  context: string | null,
): { readonly text: string; readonly added: boolean } {
  const other = context?.trim() ?? ''
  if (other === '' || !saysLittle(own)) return { text: own, added: false }
  return { text: own.trim() === '' ? other : `${own.trim()}\n${other}`, added: true }
}

const keywords: ReadonlyMap<string, NonNullable<InboundMessage['keyword']>> = new Map([
  ['stop', 'stop'],
  ['stopall', 'stop'],
  ['unsubscribe', 'stop'],
  ['start', 'start'],
  ['unstop', 'start'],
  ['help', 'help'],
])
/** A post of one such word and nothing else; the same in other words is understood in the turn. */
export const keywordOf = (text: string): InboundMessage['keyword'] =>
  keywords.get(
    text
      .trim()
      .toLowerCase()
      .replace(/[.!]{1,3}$/, ''),
  ) ?? null
