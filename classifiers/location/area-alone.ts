/** A neighborhood or ZIP as the only place of a text. @module */
import type { Context, ResolvedPlace } from './resolve.ts'
import type { Token } from './tokens.ts'

/** A neighborhood or ZIP and nothing nearer: "trash all over JP". */
export function areaOf({ scanned, text, gazetteer }: Context): ResolvedPlace | null {
  const mention = scanned.areas.find((area) => isMeant(scanned.tokens, area.from, area.to))
  const middle = mention ? gazetteer.areas.middle(mention.name) : null
  if (!mention || !middle) return null
  const span = [scanned.tokens[mention.from]?.start ?? 0, scanned.tokens[mention.to - 1]?.end ?? 0] as const
  const at = gazetteer.at(middle.point)
  const zip = gazetteer.areas.isZip(mention.name) ? mention.name : null
  return {
    value: {
      kind: 'neighborhood',
      address: mention.name,
      neighborhood: zip === null ? mention.name : at.neighborhood,
      zip,
      lat: middle.point.lat,
      lon: middle.point.lon,
      accuracyM: middle.radiusM,
    },
    confidence: 0.03,
    alternatives: [],
    evidence: [span],
    mention: text.slice(...span),
    needs: null,
    outside: null,
    span,
  }
}

/** "in Dorchester", "all over JP", "Southie" alone; not "South End resident sticker". */
function isMeant(tokens: readonly Token[], from: number, to: number): boolean {
  const next = tokens[to]?.word ?? ''
  if (/^(?:resident|residents|residential|resi|permit|sticker|stickers|parking|bay|bridge|side)$/.test(next))
    return false
  if (tokens.length <= 4) return true
  const before = tokens.slice(Math.max(0, from - 2), from).map((token) => token.word)
  return before.some((word) =>
    /^(?:in|around|over|throughout|across|near|at|en|em|nan|a|trong|o)$/.test(word),
  )
}
