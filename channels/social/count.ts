/**
 * How X counts: 280 at most, where most letters weigh 1, Chinese and the like 2, an emoji 2 and a link 23.
 * https://docs.x.com/fundamentals/counting-characters
 * @module
 */

export const maxWeight = 280
const linkWeight = 23
/** Code points that weigh 1; all others weigh 2. Configuration 3 of twitter-text. */
const light: readonly (readonly [from: number, to: number])[] = [
  [0, 4351],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
]
const emoji = /\p{RGI_Emoji}/gv
const withProtocol = String.raw`https?:\/\/[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}`
/** Bare domains become links under these endings; a country's needs a path behind it. */
const bare = String.raw`(?:[a-z0-9-]{1,63}\.){1,8}(?:(?:com|org|net|gov|edu|mil|int|info|biz|app|dev|io|us)(?![a-z0-9-])|[a-z]{2}(?=\/))`
const link = new RegExp(
  String.raw`(?<![\p{L}\p{N}@#$_.-])(?:${withProtocol}|${bare})(?::\d{1,5})?(?:[\/?#][^\s]{0,2000})?`,
  'giu',
)

const weigh = (text: string): number => {
  let weight = 0
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    weight += light.some(([from, to]) => point >= from && point <= to) ? 1 : 2
  }
  return weight
}

/** Weighted characters of a text, as X counts them before it takes a post. */
export function weightOf(text: string): number {
  const normal = text.normalize('NFC')
  const links = normal.match(link)?.length ?? 0
  const rest = normal.replace(link, '')
  const pictures = rest.match(emoji)?.length ?? 0
  return links * linkWeight + pictures * 2 + weigh(rest.replace(emoji, ''))
}

/** Whether X would make a link of anything in it. */
export const hasLink = (text: string): boolean => text.search(link) >= 0
