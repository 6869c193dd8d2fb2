/** A neighborhood or ZIP as the only place of a text. @module */
import type { Gazetteer } from './gazetteer.ts'
import type { KnownPlace } from './place-index.ts'
import type { Context, ResolvedPlace } from './resolve.ts'
import type { Token } from './tokens.ts'

/** A neighborhood or ZIP and nothing nearer: "trash all over JP". */
export function areaOf({ scanned, text, gazetteer }: Context): ResolvedPlace | null {
  const mention = scanned.areas.find((area) => isMeant(scanned.tokens, area.from, area.to))
  const middle = mention ? gazetteer.areas.middle(mention.name) : null
  if (!mention || !middle) return null
  const span = [scanned.tokens[mention.from]?.start ?? 0, scanned.tokens[mention.to - 1]?.end ?? 0] as const
  const square = squareOf(mention, scanned.tokens, gazetteer)
  if (square) {
    const { lat, lon, name } = square
    return {
      value: { kind: 'place', address: name, ...gazetteer.at(square), lat, lon, accuracyM: squareM },
      confidence: squareSure,
      alternatives: [],
      evidence: [span],
      mention: text.slice(...span),
      needs: null,
      outside: null,
      span,
    }
  }
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

/** A square with the blocks around it: set by hand, for want of data. */
const squareM = 300
const squareSure = 0.4

/** "Fields Corner" is a part of Dorchester with a point of its own. */
function squareOf(
  { from, to }: Context['scanned']['areas'][number],
  tokens: readonly Token[],
  { places }: Gazetteer,
): KnownPlace | null {
  const names = tokens.slice(from, to).map(({ name }) => name)
  const known = places
    .startingWith(names[0] ?? '')
    .find(({ words }) => words.length === names.length && words.every((word, index) => word === names[index]))
  return known?.places[0] ?? null
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
