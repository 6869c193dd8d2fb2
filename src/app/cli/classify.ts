/**
 * `npm run classify -- --jsonl`: JSON Lines in, JSON Lines out, same order. Exits 1 after a line that is no
 * message, 64 on a wrong option.
 * @module
 */

import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { ChannelName } from '../../core/request.ts'
import type { Hints, Suggestion, Understanding } from '../../core/understanding.ts'
import { Language } from '../../core/understanding.ts'
import { dataDirFromProcess } from '../environment.ts'
import { loadImported } from '../imported-gazetteer.ts'
import { understandBoston } from '../understanding.ts'
import { warnOnStderr } from './ledger.ts'

const Line = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  text: z.string(),
  channel: ChannelName.nullish(),
  language: Language.nullish(),
  lat: z.number().min(-90).max(90).nullish(),
  lon: z.number().min(-180).max(180).nullish(),
})

const round = (p: number): number => Math.round(p * 10_000) / 10_000

if (!process.argv.includes('--jsonl')) {
  process.stderr.write('usage: npm run --silent classify -- --jsonl < messages.jsonl\n')
  process.exit(64)
}
loadImported(dataDirFromProcess(), warnOnStderr)
const understandText = understandBoston()
let number = 0
for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  number += 1
  if (line.trim() === '') continue
  const parsed = parse(line)
  const failed = 'error' in parsed
  if (failed) process.exitCode = 1
  const out = failed
    ? { id: parsed.id, error: parsed.error, line: number }
    : outputOf(parsed.id, understandText(parsed.text, hintsOf(parsed)))
  if (!process.stdout.write(`${JSON.stringify(out)}\n`)) await once(process.stdout, 'drain')
}

function parse(line: string): z.infer<typeof Line> | { readonly id: string | null; readonly error: string } {
  try {
    const json: unknown = JSON.parse(line)
    const parsed = Line.safeParse(json)
    if (parsed.success) return parsed.data
    const id = z.object({ id: z.string() }).safeParse(json)
    return { id: id.success ? id.data.id : null, error: z.prettifyError(parsed.error) }
  } catch {
    return { id: null, error: 'not JSON' }
  }
}

function hintsOf({ channel, language, lat, lon }: z.infer<typeof Line>): Hints {
  return {
    ...(channel == null ? {} : { channel }),
    ...(language == null ? {} : { language }),
    ...(lat == null || lon == null ? {} : { point: { lat, lon, accuracyM: 30, from: 'device' as const } }),
  }
}

function outputOf(id: string, u: Understanding) {
  const main = u.problems[0]
  const plain = ({ value, confidence }: Suggestion<unknown>) => ({ value, confidence: round(confidence) })
  const full = <T>(s: Suggestion<T>) => ({
    ...plain(s),
    alternatives: s.alternatives.map((a) => ({ value: a.value, confidence: round(a.confidence) })),
    evidence: s.evidence,
  })
  return {
    id,
    language: plain(u.language),
    safety: plain(u.safety),
    intent: plain(u.intent),
    category:
      main === undefined
        ? { value: null, confidence: 1, alternatives: [], evidence: [] }
        : full(main.category),
    location:
      main === undefined
        ? { value: null, confidence: 1, alternatives: [], evidence: [], mention: null }
        : {
            ...full(main.location),
            mention: main.location.mention,
            ...(main.location.doubt ? { doubt: main.location.doubt } : {}),
          },
  }
}
