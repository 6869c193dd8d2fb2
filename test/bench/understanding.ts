/**
 * What understanding costs: start, memory and time a message, in a process of its own; `natural`'s own naive Bayes
 * on the same sentences beside it, which gives a service and nothing else.
 *
 * `node test/bench/understanding.ts ours|natural` prints one line of JSON.
 * @module
 */
import type { Utterance } from '../../src/city/boston/utterances/index.ts'

export interface UnderstandingFigures {
  /** From the first import to the first answer. Milliseconds. */
  readonly startMs: number
  /** Median and 99th percentile of one message, milliseconds. */
  readonly medianMs: number
  readonly p99Ms: number
  /** Resident memory over that of an empty process, megabytes. */
  readonly residentMb: number
  readonly messages: number
}

/** Enough for a steady median; the first ones warm up and do not count. */
const measured = 4_000
const warmUp = 500

const residentMb = (): number => {
  globalThis.gc?.()
  return process.memoryUsage().rss / 1_048_576
}

async function ours(): Promise<(text: string) => unknown> {
  const { understandBoston } = await import('../../src/app/understanding.ts')
  const understand = understandBoston()
  return (text) => understand(text, { channel: 'sms' })
}

async function natural(lines: readonly Utterance[]): Promise<(text: string) => unknown> {
  const path = 'natural/lib/natural/classifiers/bayes_classifier.js'
  const { default: Bayes } = (await import(path)) as {
    default: new () => {
      addDocument(text: string, label: string): void
      train(): void
      getClassifications(text: string): unknown
    }
  }
  const classifier = new Bayes()
  for (const { text, code } of lines) classifier.addDocument(text, code)
  classifier.train()
  return (text) => classifier.getClassifications(text)
}

async function measure(which: string): Promise<UnderstandingFigures> {
  const { loadUtterances } = await import('../../src/city/boston/utterances/index.ts')
  const lines = loadUtterances()
  const before = residentMb()
  const startedAt = performance.now()
  const classify = which === 'natural' ? await natural(lines) : await ours()
  classify(lines[0]?.text ?? '')
  const startMs = performance.now() - startedAt
  const texts = Array.from(
    { length: warmUp + measured },
    (_, i) => lines[(i * 7919) % lines.length]?.text ?? '',
  )
  const took = texts.map((text) => {
    const from = performance.now()
    classify(text)
    return performance.now() - from
  })
  const sorted = took.slice(warmUp).sort((a, b) => a - b)
  const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? 0
  const rounded = (value: number, digits: number): number => Number(value.toFixed(digits))
  return {
    startMs: Math.round(startMs),
    medianMs: rounded(at(0.5), 3),
    p99Ms: rounded(at(0.99), 3),
    residentMb: Math.round(residentMb() - before),
    messages: measured,
  }
}

if (import.meta.main) process.stdout.write(`${JSON.stringify(await measure(process.argv[2] ?? 'ours'))}\n`)
