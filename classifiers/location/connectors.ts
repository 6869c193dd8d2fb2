/** The words and marks that make one corner of two street names. @module */
import type { Token } from './tokens.ts'
import { suffixOf } from './words.ts'

/** Words that join two street names of a corner, in the languages residents write. */
export const connector =
  /^(?:and|at|x|near|nr|by|off|n|with|of|the|intersection|intersecting|corner|cor|cross|crossing|cnr|y|e|con|esquina|ak|va|nan|et|und|h|i|и|угол|и́|و|com|和|与|與|跟|交|iyo|ku|la|el|a|o|calle|rua|rue|ri|duong|where|it|meets|meet|crosses|intersects|joins|junction)$/
/** Whether nothing but such words or marks stands between the tokens `from` and `to`. */
export const connects = (tokens: readonly Token[], from: number, to: number): boolean => {
  if (to - from > 4) return false
  const gap = tokens[to]?.gap ?? ''
  if (from === to) return /[/&@+,xX-]/.test(gap) && !/\n/.test(gap)
  for (let at = from; at < to; at++) {
    const word = tokens[at]?.word ?? ''
    if (!connector.test(word) && suffixOf(word) === undefined) return false
  }
  for (let at = from; at <= to; at++) {
    const inside = tokens[at]?.gap ?? ''
    // "Elm St. and Oak" goes on, "Elm St.  The light" does not.
    const abbreviated =
      inside === '. ' &&
      /^(?:st|sts|ave|rd|sq|pl|dr|blvd|ct|ln|ter|pkwy|hwy)$/.test(tokens[at - 1]?.word ?? '')
    if (/[.!?;\n]\s/.test(inside) && !abbreviated) return false
  }
  return true
}

const corner =
  /^(?:corner|corners|cor|cnr|intersection|intersections|crossing|junction|esquina|cruce|interseccion|intersecao|cruzamento|kwen|coin|croisement|goc|угол|углу|угла|перекресток|перекрестке|перекрестка|تقاطع|زاوية|角|口)$/

/** "corner of", "intersection of" within four words before, or 路口 right behind. */
export const saysCorner = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(Math.max(0, from - 4), from).some((token) => corner.test(token.word)) ||
  tokens.slice(to, to + 2).some((token) => token.word === '口' || token.word === '角')
