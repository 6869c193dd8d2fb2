/**
 * `npm run train`: makes category models.
 *
 * `-- --data DIR [--seed N] [--out DIR]` trains the built-in model from labelled text.
 * `-- --from-ledger [--data DIR] [--dry-run]` learns from agents' decisions: a candidate, judged by the gate against
 * the model in service, and put into service only where nothing important got worse.
 * `-- --list` and `-- --use NAME|built-in` show what there is and go back.
 * @module
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { modelOf, readParts } from '../../../classifiers/category/model.ts'
import type { Verdict } from '../../../classifiers/train/gate.ts'
import { type Candidate, type InService, learn } from '../../../classifiers/train/learn.ts'
import { trainBuiltIn } from '../../../classifiers/train/train.ts'
import type { DecidedExample } from '../../core/ports.ts'
import type { OpenStore } from '../../store/index.ts'
import { bostonPolicy, bostonServices } from '../city.ts'
import { configFromProcess } from '../environment.ts'
import { builtIn, inService, keepModel, promote, promotedModels } from '../promoted-model.ts'
import { usage, withLedger } from './ledger.ts'

const help = `usage: npm run train -- --data DIR [--seed N] [--out DIR]          the built-in model, from labelled text
       npm run train -- --from-ledger [--data DIR] [--dry-run]    learns from what agents decided
       npm run train -- --list                                    models that were kept, and the one in service
       npm run train -- --use NAME|built-in                       puts another one into service`

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    seed: { type: 'string', default: '311' },
    out: { type: 'string' },
    'from-ledger': { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    use: { type: 'string' },
  },
})
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const seed = Number(values.seed)
if (!Number.isInteger(seed)) usage('--seed is a whole number.')

const builtInFolder = new URL('../../../classifiers/category/model/', import.meta.url)

/** Every decision with its words, oldest first. */
async function decisions(store: OpenStore): Promise<readonly DecidedExample[]> {
  const all = new Map<string, DecidedExample>()
  for (let since = 0; ; ) {
    const found = await store.examples(since, 1_000)
    for (const example of found) all.set(`${example.requestId} ${example.at} ${example.action}`, example)
    const last = found.at(-1)?.at ?? 0
    if (found.length < 1_000 || last === since) return [...all.values()]
    since = last
  }
}

function current(dataDir: string): InService & { readonly name: string } {
  const name = inService(dataDir)
  const folder = name === builtIn ? builtInFolder : pathToFileURL(`${join(dataDir, 'models', name)}/`)
  const { header, parts } = readParts(folder)
  return { name, model: modelOf(header, parts), parts }
}

async function fromLedger(data: string | null): Promise<void> {
  const { DATA_DIR } = configFromProcess('all')
  const examples = await withLedger(decisions)
  if (examples.length === 0)
    usage(
      'No decision holds words to learn from: agents decide reviews at /agent, in Slack or by npm run reviews.',
    )
  const before = current(DATA_DIR)
  const critical = new Set(
    bostonServices.filter(({ review }) => review === 'emergency').map(({ code }) => code),
  )
  const rules = { critical, accept: bostonPolicy.categoryAccept }
  const candidate = learn(before, { examples, data, seed, rules, say })
  const report = reportOf(before.name, candidate)
  const name = keepModel(DATA_DIR, candidate.sha256, {
    ...candidate.files,
    'report.json': `${JSON.stringify(report, null, 1)}\n`,
  })
  for (const line of summary(candidate.verdict)) say(line)
  say(`The report is kept: ${join(DATA_DIR, 'models', name, 'report.json')}`)
  if (!candidate.verdict.promoted) {
    say(`${name} is not put into service; ${before.name} stays.`)
    process.exitCode = 1
  } else if (values['dry-run'])
    say(`${name} would be put into service; npm run train -- --use ${name} does it.`)
  else {
    promote(DATA_DIR, name)
    say(
      `${name} is in service for every process that starts from now on; npm run train -- --use ${before.name} goes back.`,
    )
  }
}

const reportOf = (before: string, { sha256, verdict, learned, heldBack }: Candidate): unknown => ({
  at: new Date().toISOString(),
  candidate: sha256,
  comparedWith: before,
  decisions: { learned, heldBack },
  ...verdict,
})

function summary({ overall, objections, byLanguage, calibration, filedWrong }: Verdict): readonly string[] {
  const percent = (share: number): string => `${(share * 100).toFixed(1)} %`
  return [
    `Right on ${percent(overall.before)} before and ${percent(overall.after)} now, of ${overall.of} messages neither had seen: ${overall.won} won, ${overall.lost} lost.`,
    `By language, won and lost: ${byLanguage.map(({ group, won, lost }) => `${group} ${won}/${lost}`).join(', ')}.`,
    `Confidence is off by ${percent(calibration.before)} before and ${percent(calibration.after)} now; wrong among what is filed without asking: ${filedWrong.before} and ${filedWrong.after}.`,
    ...objections.map((objection) => `Objection: ${objection}`),
  ]
}

function list(): void {
  const { DATA_DIR } = configFromProcess('all')
  const now = inService(DATA_DIR)
  for (const name of [builtIn, ...promotedModels(DATA_DIR)]) say(`${name === now ? '*' : ' '} ${name}`)
}

function use(name: string): void {
  const { DATA_DIR } = configFromProcess('all')
  if (name !== builtIn && !promotedModels(DATA_DIR).includes(name))
    usage(`There is no model ${name}; npm run train -- --list shows them.`)
  promote(DATA_DIR, name)
  say(`${name} is in service for every process that starts from now on.`)
}

const data = values.data ?? null
if (data !== null && !existsSync(join(data, 'text', 'labelled-by-staff.jsonl'))) {
  process.stderr.write(
    `train: no labelled text: ${join(data, 'text', 'labelled-by-staff.jsonl')} is missing; nothing was changed.\n`,
  )
  process.exitCode = 66
} else if (values.list) list()
else if (values.use !== undefined) use(values.use)
else if (values['from-ledger']) await fromLedger(data)
else if (data !== null) trainBuiltIn(data, seed, values.out ?? null)
else usage(help)
