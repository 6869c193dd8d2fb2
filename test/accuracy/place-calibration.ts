/** Whether radius and confidence of places mean what they say. @module */
import type { LocationSuggestion } from '../../src/core/understanding.ts'
import { type Bound, count, share, table } from './section.ts'

/** One answer with its distance to the truth in metres, infinite where there is no point. */
export interface Judged {
  readonly id: string
  readonly said: LocationSuggestion
  readonly apartM: number
}

/** FNV-1a of the id: one half or the other. */
export function halfOf(id: string): 0 | 1 {
  let hash = 2_166_136_261
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 16_777_619) >>> 0
  return ((hash >>> 7) & 1) === 0 ? 0 : 1
}

const claimed = (all: readonly Judged[]): readonly Judged[] => all.filter(({ said }) => said.value !== null)
const held = (all: readonly Judged[]): number =>
  all.filter(({ said, apartM }) => said.value !== null && apartM <= said.value.accuracyM).length

/** How often the radius holds the truth, by kind and half; wanted 87 to 93 %. */
export function radiusTable(groups: readonly (readonly [string, readonly Judged[]])[]): {
  readonly markdown: string
  readonly bounds: readonly Bound[]
} {
  const everything = groups.flatMap(([, list]) => list)
  const rows = [...groups, ['all', everything] as const].map(([name, list]) => {
    const all = claimed(list)
    const halves = ([0, 1] as const).map((half) => all.filter(({ id }) => halfOf(id) === half))
    const metres = all.map(({ said }) => said.value?.accuracyM ?? 0).sort((a, b) => a - b)
    return [
      name,
      count(all.length),
      share(held(all), all.length),
      ...halves.map((half) => share(held(half), half.length)),
      `${metres[metres.length >> 1] ?? 0} m`,
    ]
  })
  return {
    markdown: table(['places', 'texts', 'radius holds', 'one half', 'other half', 'median radius'], rows),
    bounds: [...groups, ['all places', everything] as const].map(([name, list]): Bound => {
      const all = claimed(list)
      return {
        name: `radius holds: ${name}`,
        value: all.length === 0 ? 0 : held(all) / all.length,
        atLeast: 0.87,
        atMost: 0.93,
        of: all.length,
      }
    }),
  }
}

/** Said against seen in tenths; the error is the mean difference, weighted by texts. */
export function calibrationTable(outcomes: readonly Judged[]): {
  readonly markdown: string
  readonly error: number
} {
  const all = claimed(outcomes)
  const rows: (readonly string[])[] = []
  let error = 0
  for (let tenth = 0; tenth < 10; tenth++) {
    const bin = all.filter(({ said }) => Math.min(9, Math.floor(said.confidence * 10 + 1e-9)) === tenth)
    if (bin.length === 0) continue
    const mean = bin.reduce((sum, { said }) => sum + said.confidence, 0) / bin.length
    const right = bin.filter(({ apartM }) => apartM <= 150).length
    error += Math.abs(mean - right / bin.length) * (bin.length / all.length)
    rows.push([mean.toFixed(2), count(bin.length), share(right, bin.length)])
  }
  return { markdown: table(['said', 'texts', 'within 150 m'], rows), error }
}
