/**
 * Measures language, safety, intent and splitting: on the project's own tables always, on resident texts where a
 * data folder is given (`node test/bench/intent-accuracy.ts DIR`, DIR with `text/*.jsonl` and `text/*.tsv`).
 * Prints figures only, never a text.
 * @module
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { intentClassifier } from '../../classifiers/intent/index.ts'
import { languageClassifier } from '../../classifiers/language/index.ts'
import { splitProblems } from '../../classifiers/problems/index.ts'
import { safetyClassifier } from '../../classifiers/safety/index.ts'
import type { Suggestion } from '../../src/core/understanding.ts'
import { type Row, table } from '../classifiers/tables.ts'

const language = languageClassifier()
const safety = safetyClassifier()
const intent = intentClassifier()
const print = (line: string) => process.stdout.write(`${line}\n`)
const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`

/** Accuracy and expected calibration error (ten bins) of one classifier on labelled rows. */
function score(name: string, rows: readonly Row[], classify: (text: string) => Suggestion<string>): void {
  const bins = Array.from({ length: 10 }, () => ({ count: 0, right: 0, sum: 0 }))
  let right = 0
  for (const { label, text } of rows) {
    const { value, confidence } = classify(text)
    const bin = bins[Math.min(9, Math.floor(confidence * 10))]
    if (bin) {
      bin.count++
      bin.sum += confidence
      if (value === label) bin.right++
    }
    if (value === label) right++
  }
  const error = bins.reduce((sum, bin) => sum + Math.abs(bin.right - bin.sum), 0) / Math.max(1, rows.length)
  print(
    `${name}: ${percent(right, rows.length)} of ${rows.length} right, calibration error ${error.toFixed(3)}`,
  )
}

score('language, own table', table('language'), (text) => language(text, {}))
score('safety, own table', table('safety'), (text) => safety(text, {}))
score('safety, second table', table('safety-held-out'), (text) => safety(text, {}))
score('intent, own table', table('intent'), (text) => intent(text, {}))
score('intent, second table', table('intent-held-out'), (text) => intent(text, {}))

function texts(path: string): readonly string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): unknown => JSON.parse(line))
    .map((row) =>
      row && typeof row === 'object'
        ? ((row as Record<string, unknown>).text ?? (row as Record<string, unknown>).description)
        : '',
    )
    .filter((text): text is string => typeof text === 'string' && text !== '')
}

const folder = process.argv[2]
if (!folder || !existsSync(join(folder, 'text'))) {
  print('no data folder given or found: resident texts are not measured')
} else {
  for (const name of ['labelled-by-staff', 'reported-as', 'phone-agent-notes']) {
    const all = texts(join(folder, 'text', `${name}.jsonl`))
    const started = performance.now()
    const counts = { report: 0, english: 0, alarms: 0, split: 0 }
    for (const text of all) {
      if (language(text, {}).value === 'en') counts.english++
      if (safety(text, {}).value !== 'none') counts.alarms++
      if (intent(text, {}).value === 'report') counts.report++
      if (splitProblems(text, []).length > 1) counts.split++
    }
    const each = (performance.now() - started) / Math.max(1, all.length)
    print(
      `${name}: ${all.length} texts, English ${percent(counts.english, all.length)}, report ${percent(counts.report, all.length)}, emergency or crisis ${percent(counts.alarms, all.length)}, split ${percent(counts.split, all.length)}, ${each.toFixed(3)} ms each`,
    )
  }
  const same: Readonly<Record<string, string>> = { 'pt-BR': 'pt', 'pt-PT': 'pt' }
  const known = new Set(['en', 'es', 'ht', 'zh-Hant', 'zh-Hans', 'vi', 'kea', 'ru', 'ar', 'pt', 'fr', 'so'])
  const prose = readFileSync(join(folder, 'text', 'languages.tsv'), 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
    .map(([label = '', , text = '']) => ({ label: same[label] ?? label, text }))
    .filter(({ label, text }) => known.has(label) && text !== '')
  score('language, formal prose in 12 languages', prose, (text) => language(text, {}))
  const spam = readFileSync(join(folder, 'text', 'sms-spam.tsv'), 'utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter(([, , text]) => text)
    .map(([label = '', , text = '']) => ({
      isSpam: label === 'spam',
      said: intent(text, {}).value === 'spam',
    }))
  const positive = spam.filter(({ isSpam }) => isSpam)
  const negative = spam.filter(({ isSpam }) => !isSpam)
  print(
    `spam: ${percent(positive.filter(({ said }) => said).length, positive.length)} found, ${percent(negative.filter(({ said }) => said).length, negative.length)} false`,
  )
}
