/** Places in the municipalities around. @module */
import type { Context, ResolvedPlace } from './resolve.ts'
import type { Token } from './tokens.ts'

/** The text's place lies in a town next door: named right behind the street, or in place of any. */
export function outsideOf(
  { text, found, scanned: { towns, tokens, areas }, gazetteer }: Context,
  places: readonly ResolvedPlace[],
): { readonly place: ResolvedPlace; readonly instead: ResolvedPlace | null } | null {
  for (const { from, to, town } of towns) {
    if (found.some((item) => from >= item.from && to <= item.to)) continue
    const start = tokens[from]?.start ?? 0
    const end = tokens[to - 1]?.end ?? 0
    const behind = (place: ResolvedPlace): boolean =>
      place.span[1] <= start && /^[\s,.]{1,3}(?:in )?$/.test(text.slice(place.span[1], start))
    const instead = places[0] && behind(places[0]) ? places[0] : null
    const alone = places.length === 0 && isStated(tokens, from, to)
    const whole = areas.length === 0 && isWhere(tokens, from, gazetteer.words.city)
    if (!instead && !alone && !whole) continue
    const place: ResolvedPlace = {
      value: null,
      confidence: instead ? 0.9 : 0.75,
      alternatives: [],
      evidence: [[start, end]],
      mention: text.slice(instead ? instead.span[0] : start, end),
      needs: null,
      outside: town,
      span: [instead ? instead.span[0] : start, end],
    }
    return { place, instead }
  }
  return null
}

/** "pothole in Cambridge on Mass Ave": the town goes for all that follows, unless the writer only lives or works there. */
function isWhere(tokens: readonly Token[], from: number, city: string): boolean {
  if (!/^(?:in|en|em)$/.test(tokens[from - 1]?.word ?? '')) return false
  if (tokens.some((token) => token.word === city)) return false
  const before = tokens.slice(Math.max(0, from - 6), from).map((token) => token.word)
  return !before.some((word) =>
    /^(?:live|lives|living|work|works|working|from|born|reside|stay|vivo|trabajo|moro)$/.test(word),
  )
}

function isStated(tokens: readonly Token[], from: number, to: number): boolean {
  const before = tokens[from - 1]?.word ?? ''
  const next = tokens[to]?.word ?? ''
  return (
    /^(?:in|at|near|of|en|em|a|nan|to)$/.test(before) ||
    /^(?:ma|mass|massachusetts)$/.test(next) ||
    /,\s*$/.test(tokens[from]?.gap ?? '') ||
    tokens.length <= 3
  )
}
