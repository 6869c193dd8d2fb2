/**
 * A reliability diagram: what was claimed against what was right, in ten bins of confidence, as one SVG that reads
 * on a light page and on a dark one.
 * @module
 */
import { wilson } from './section.ts'

/** One answer: the probability claimed for it, 0…1, and whether it was right. */
export interface Claim {
  readonly confidence: number
  readonly right: boolean
}

/** One bin of `[from, from + 0.1)`; the last holds 1 too. */
export interface Bin {
  readonly from: number
  readonly of: number
  readonly right: number
  /** Mean confidence, 0…1. */
  readonly claimed: number
}

/** The ten bins, empty ones too. */
export const binsOf = (claims: readonly Claim[]): readonly Bin[] =>
  Array.from({ length: 10 }, (_, bin) => {
    const inside = claims.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === bin)
    return {
      from: bin / 10,
      of: inside.length,
      right: inside.filter(({ right }) => right).length,
      claimed:
        inside.length === 0 ? 0 : inside.reduce((sum, { confidence }) => sum + confidence, 0) / inside.length,
    }
  })

const left = 52
const top = 16
const side = 300
const x = (share: number): string => (left + share * side).toFixed(1)
const y = (share: number): string => (top + (1 - share) * side).toFixed(1)

const style = `
  text { font: 12px system-ui, sans-serif; fill: #333 }
  .n { font-size: 10px; fill: #555 }
  .axis { stroke: #888; fill: none }
  .grid { stroke: #ddd }
  .even { stroke: #888; stroke-dasharray: 4 4 }
  .bar { stroke: #1f5fa8; stroke-width: 2 }
  .dot { fill: #1f5fa8 }
  @media (prefers-color-scheme: dark) {
    text { fill: #ddd } .n { fill: #bbb } .axis, .even { stroke: #999 } .grid { stroke: #444 }
    .bar { stroke: #7db4f0 } .dot { fill: #7db4f0 }
  }
`

/** A diagram of 372 × 396: a dot for each bin with its 95 % interval (Wilson), and how many answers it holds. */
export const reliabilityDiagram = (title: string, claims: readonly Claim[]): string => {
  const grid = [0, 0.2, 0.4, 0.6, 0.8, 1].flatMap((share) => [
    `<path class="grid" d="M${x(0)} ${y(share)}H${x(1)}M${x(share)} ${y(0)}V${y(1)}"/>`,
    `<text x="${x(share)}" y="${top + side + 30}" text-anchor="middle">${share * 100} %</text>`,
    `<text x="${left - 6}" y="${Number(y(share)) + 4}" text-anchor="end">${share * 100} %</text>`,
  ])
  const dots = binsOf(claims)
    .filter((bin) => bin.of > 0)
    .flatMap(({ from, of, right, claimed }) => {
      const [low, high] = wilson(right, of)
      return [
        `<path class="bar" d="M${x(claimed)} ${y(low)}V${y(high)}"/>`,
        `<circle class="dot" cx="${x(claimed)}" cy="${y(right / of)}" r="4"/>`,
        `<text class="n" x="${x(from + 0.05)}" y="${top + side + 13}" text-anchor="middle">${of}</text>`,
      ]
    })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 372 396" width="372" height="396" role="img" aria-label="${escaped(title)}">`,
    `<style>${style}</style>`,
    ...grid,
    `<rect class="axis" x="${left}" y="${top}" width="${side}" height="${side}"/>`,
    `<path class="even" d="M${x(0)} ${y(0)}L${x(1)} ${y(1)}"/>`,
    ...dots,
    `<text x="${x(0.5)}" y="${top + side + 50}" text-anchor="middle">claimed (small figures: answers in each bin)</text>`,
    `<text x="${x(0.5)}" y="${top + side + 70}" text-anchor="middle">${escaped(title)}</text>`,
    `<text transform="translate(12 ${y(0.5)}) rotate(-90)" text-anchor="middle">right</text>`,
    '</svg>\n',
  ].join('\n')
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
