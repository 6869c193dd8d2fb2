import type { Service } from '../core/catalogue.ts'
import type { ReviewRow } from '../core/ports.ts'
import { suggestedFor } from './suggestions.ts'

/** Services whose name, code, group or keywords hold every word of the query, best first. Empty: what was suggested for the review, then all by name. */
export function searchServices(
  services: readonly Service[],
  query: string,
  review: ReviewRow | null,
): readonly Service[] {
  const words = wordsOf(query)
  if (words.length > 0) {
    return services
      .map((service) => ({ service, score: scoreOf(service, words) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || a.service.name.localeCompare(b.service.name, 'en'))
      .map(({ service }) => service)
  }
  const first = review === null ? [] : suggestedFor(review).map(({ code }) => code)
  const rank = (service: Service): number => {
    const at = first.indexOf(service.code)
    return at === -1 ? first.length : at
  }
  return [...services].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'en'))
}

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** Where a word is found, and what it is worth there. Zero: one of the words is nowhere. */
function scoreOf(service: Service, words: readonly string[]): number {
  const fields: readonly (readonly [text: readonly string[], worth: number])[] = [
    [wordsOf(service.name), 10],
    [wordsOf(service.code), 9],
    [service.keywords.flatMap(wordsOf), 4],
    [wordsOf(service.group), 2],
    [wordsOf(service.description), 1],
  ]
  let total = 0
  for (const word of words) {
    let best = 0
    for (const [texts, worth] of fields) {
      if (texts.includes(word)) best = Math.max(best, worth * 2)
      else if (texts.some((text) => text.startsWith(word))) best = Math.max(best, worth)
    }
    if (best === 0) return 0
    total += best
  }
  return total
}
