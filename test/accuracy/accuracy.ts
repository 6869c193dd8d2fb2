/**
 * `npm run accuracy [-- --data DIR] [--check]`: measures every classifier on texts it has not seen and writes
 * `docs/accuracy.md` with its figures. Without the City's texts (`../shared/data` by default) only what stands on
 * our own tables is measured, and nothing is written. `--check` writes nothing either. Exit code 1 where a bound
 * does not hold.
 * @module
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { answersSection } from './answers.ts'
import { categorySection } from './category.ts'
import { intentSection } from './intent.ts'
import { languageSection } from './language.ts'
import { placeSection } from './place.ts'
import { safetySection } from './safety.ts'
import { type Bound, count, holds, percent, type Section, table } from './section.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: join(root, '..', 'shared', 'data') },
    check: { type: 'boolean', default: false },
  },
})

const sections: readonly ((data: string) => Promise<Section>)[] = [
  categorySection,
  placeSection,
  languageSection,
  safetySection,
  intentSection,
  answersSection,
]

/** Shares as per cent, everything else as it is. */
const shown = (value: number): string => (value <= 1 ? percent(value) : String(value))
const wanted = ({ atLeast, atMost }: Bound): string =>
  [
    ...(atLeast === undefined ? [] : [`at least ${shown(atLeast)}`]),
    ...(atMost === undefined ? [] : [`at most ${shown(atMost)}`]),
  ].join(', ')

function boundsTable(bounds: readonly Bound[]): string {
  const rows = bounds.map((bound) => [
    bound.name,
    shown(bound.value),
    wanted(bound),
    bound.of === null ? '' : count(bound.of),
    holds(bound) ? 'yes' : '**no**',
  ])
  return table(['wanted of it', 'measured', 'bound', 'cases', 'holds'], rows)
}

/** What the figures were measured on: the SHA-256 of the files read, so that a figure can be traced. */
function dataHash(folder: string): string {
  const files = [
    'text/labelled-by-staff.jsonl',
    'text/reported-as.jsonl',
    'location/mentions.jsonl',
    'location/typed.jsonl',
  ]
  const hash = createHash('sha256')
  for (const file of files) hash.update(readFileSync(join(folder, file)))
  return hash.digest('hex').slice(0, 12)
}

const measured: Section[] = []
for (const section of sections) {
  const startedAt = performance.now()
  const one = await section(values.data)
  measured.push(one)
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1)
  process.stdout.write(`${one.title} (${seconds} s)\n`)
  for (const bound of one.bounds)
    process.stdout.write(
      `  ${holds(bound) ? 'ok  ' : 'FAIL'} ${bound.name}: ${shown(bound.value)} (${wanted(bound)})\n`,
    )
}

const complete = existsSync(join(values.data, 'text', 'labelled-by-staff.jsonl'))
if (complete && !values.check) write(measured)
else if (!complete)
  process.stdout.write(
    `No labelled text below ${values.data}: measured on our own tables alone, nothing written.\n`,
  )
process.exitCode = measured.every(({ bounds }) => bounds.every(holds)) ? 0 : 1

function write(all: readonly Section[]): void {
  const parts = all.map(({ title, markdown }) => `## ${title}\n\n${markdown.trim()}\n`)
  const text = [
    '# Accuracy',
    '',
    'What the classifiers get right, on texts they have not seen. Written by `npm run accuracy`; nobody edits it by',
    'hand. A score is not a probability: every confidence below is calibrated on held-out answers, and each classifier',
    'may say "I can\'t tell". Behind a share stands its 95 % interval (Wilson). The City\'s texts are its public Open311',
    `records (data ${dataHash(values.data)}); none of them is in this repository.`,
    '',
    '## What is wanted, and whether it holds',
    '',
    boundsTable(all.flatMap(({ bounds }) => bounds)),
    '',
    ...parts,
  ].join('\n')
  writeFileSync(join(root, 'docs', 'accuracy.md'), `${text.trimEnd()}\n`)
  const figures = all.flatMap(({ figures = {} }) => Object.entries(figures))
  const folder = join(root, 'docs', 'accuracy')
  rmSync(folder, { recursive: true, force: true })
  if (figures.length > 0) mkdirSync(folder)
  for (const [name, svg] of figures) writeFileSync(join(folder, name), svg)
  process.stdout.write(`docs/accuracy.md written, ${figures.length} figures\n`)
}
