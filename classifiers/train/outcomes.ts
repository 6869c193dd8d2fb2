/**
 * What cross-validation found, row by row and without a word or an id: `model/held-out.json`, from which the
 * accuracy report is counted. About 20 bytes a row.
 * @module
 */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Judged } from './measure.ts'

/** One held-out row. */
export interface Held {
  readonly source: string
  /** The City's type, or the language of an utterance; '' where there is neither. */
  readonly type: string
  /** Services any of which is right; none for text that asks for nothing. */
  readonly wanted: readonly string[]
  /** The model's three best services, best first. */
  readonly best: readonly string[]
  /** Calibrated probability that the first is right, 0…1. */
  readonly confidence: number
  readonly abstained: boolean
  /** True where a near-duplicate was among what the model had learned. */
  readonly seen: boolean
  /** The first answer would have been right without knowing the channel. */
  readonly blindRight: boolean
}

const File = z.object({
  format: z.literal('intake311-held-out-1'),
  /** The `sha256` of the model that was trained from the same rows. */
  model: z.string(),
  sources: z.array(z.string()),
  types: z.array(z.string()),
  services: z.array(z.string()),
  /** Services that are right, joined with spaces. */
  wanted: z.array(z.string()),
  /** `source type wanted first second third confidence·1000 abstained+2·seen+4·blindRight`, numbers with spaces between. */
  rows: z.array(z.string()),
})

/** The text of `held-out.json`. */
export const packOutcomes = (judged: readonly Judged[], model: string): string => {
  const sources = names()
  const types = names()
  const services = names()
  const wanted = names()
  const rows = judged.map(({ prepared: { row }, best, blind, confidence, abstained, seen }) =>
    [
      sources.at(row.source),
      types.at(row.type ?? ''),
      wanted.at(row.slugs.join(' ')),
      ...[0, 1, 2].map((i) => services.at(best[i]?.slug ?? '')),
      Math.round(confidence * 1000),
      (abstained ? 1 : 0) + (seen ? 2 : 0) + (row.slugs.includes(blind) ? 4 : 0),
    ].join(' '),
  )
  const file: z.infer<typeof File> = {
    format: 'intake311-held-out-1',
    model,
    sources: sources.list,
    types: types.list,
    services: services.list,
    wanted: wanted.list,
    rows: rows.sort(),
  }
  return `${JSON.stringify(file, null, 0).replaceAll('","', '",\n"')}\n`
}

const names = () => {
  const list: string[] = []
  const numbers = new Map<string, number>()
  return {
    list,
    at: (name: string): number => {
      const known = numbers.get(name)
      if (known !== undefined) return known
      numbers.set(name, list.length)
      return list.push(name) - 1
    },
  }
}

/** Reads the committed file. Throws where it does not have its form. */
export const readOutcomes = (
  url = new URL('../category/model/held-out.json', import.meta.url),
): { readonly model: string; readonly rows: readonly Held[] } => {
  const file = File.parse(JSON.parse(readFileSync(url, 'utf8')))
  const rows = file.rows.map((line): Held => {
    const [source = 0, type = 0, wanted = 0, first = 0, second = 0, third = 0, confidence = 0, flags = 0] =
      line.split(' ').map(Number)
    return {
      source: file.sources[source] ?? '',
      type: file.types[type] ?? '',
      wanted: (file.wanted[wanted] ?? '').split(' ').filter((slug) => slug !== ''),
      best: [first, second, third].map((k) => file.services[k] ?? ''),
      confidence: confidence / 1000,
      abstained: (flags & 1) === 1,
      seen: (flags & 2) === 2,
      blindRight: (flags & 4) === 4,
    }
  })
  return { model: file.model, rows }
}
