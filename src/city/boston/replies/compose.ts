/** One wording of a piece, and how much it matters to get at least this far (higher: sooner). */
export interface Form {
  readonly text: string
  readonly worth: number
}
/** One piece of a reply: its forms, fullest first. The last is the least that is said; it may be empty. */
export type Part = readonly [Form, ...Form[]]

/** A piece whose forms matter differently: pairs of worth and text, fullest first. */
export function part(...forms: readonly (readonly [worth: number, text: string])[]): Part {
  const [first = { text: '', worth: 0 }, ...others] = forms.map(([worth, text]) => ({ text, worth }))
  return [first, ...others]
}
/** A sentence that stays, in its shortest form at least. */
export const kept = (worth: number, ...forms: readonly string[]): Part =>
  part(...forms.map((form) => [worth, form] as const))
/** A sentence that may go entirely. */
export const droppable = (worth: number, ...forms: readonly string[]): Part => kept(worth, ...forms, '')

/**
 * The fullest text that fits, in reading order. Where not everything fits, every part starts with the least it
 * says and grows, the worthiest forms of all parts first. Where not even the least fits, that is the answer.
 */
export function compose(parts: readonly Part[], between: string, fits: (text: string) => boolean): string {
  const write = (chosen: readonly number[]) =>
    parts
      .map((forms, index) => forms[chosen[index] ?? 0]?.text ?? '')
      .filter((text) => text !== '')
      .join(between)
      .replace(/\s*\n\s*/gu, '\n')
      .trim()
  const full = write(parts.map(() => 0))
  if (fits(full)) return full

  let chosen: readonly number[] = parts.map((forms) => forms.length - 1)
  const growth = parts.flatMap((forms, index) =>
    forms.map(({ worth }, form) => ({ worth, index, form })).toReversed(),
  )
  for (const { index, form } of growth.sort((a, b) => b.worth - a.worth)) {
    const grown = chosen.with(index, form)
    // A form that is valued less may still be a shorter one: never back.
    if (form < (chosen[index] ?? 0) && fits(write(grown))) chosen = grown
  }
  return write(chosen)
}

/**
 * At most `maxChars` of a text, cut between words. Three dots and not `…`, which is outside GSM-7: one of it
 * would halve the room of the whole message.
 */
export function cutAtWord(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text
  const head = text.slice(0, maxChars - 2)
  const space = head.lastIndexOf(' ')
  const cut = space > 0 ? head.slice(0, space) : wholeCharacters(text, maxChars - 3)
  return `${cut.replace(/[\s,.;:]+$/u, '')}...`
}

/** Never half of a surrogate pair. */
function wholeCharacters(text: string, maxChars: number): string {
  let kept = ''
  for (const character of text) {
    if (kept.length + character.length > maxChars) break
    kept += character
  }
  return kept
}
