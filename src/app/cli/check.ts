/**
 * `npm run check`: types, lint, boundaries and documentation, side by side. One line each, exit code 1 where
 * something is wrong.
 * @module
 */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { z } from 'zod'
import { pageWordsIn } from '../../city/boston/pages/index.ts'
import { questionsIn } from '../../city/boston/questions/index.ts'
import { phrasesIn } from '../../city/boston/replies/index.ts'
import { serviceNamesIn } from '../../city/boston/service-names/index.ts'
import { services } from '../../city/boston/services/index.ts'
import { envExample } from '../config.ts'
import { breaches } from '../house/boundaries.ts'
import { brokenLinks, pages, unknownScripts } from '../house/docs.ts'
import { read, root, sources } from '../house/tree.ts'
import { wordFindings, wordsByText } from '../house/words.ts'

/** What a check found, as lines for a person. None is good. */
type Findings = readonly string[]

/** Output of a program is kept whole; nobody wants the last half of an error list. Bytes. */
const maxOutput = 64 * 1024 * 1024

/** A program of node_modules/.bin; its output where it fails. */
function program(name: string, ...args: string[]): Promise<Findings> {
  return new Promise((done) => {
    const file = join(root, 'node_modules', '.bin', name)
    execFile(file, args, { cwd: root, maxBuffer: maxOutput }, (error, stdout, stderr) => {
      if (error === null) return done([])
      const said = `${stdout}${stderr}`.trim()
      done(said === '' ? [error.message] : said.split('\n'))
    })
  })
}

async function docs(): Promise<Findings> {
  const { scripts } = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(read('package.json')))
  const files = pages()
  return [...brokenLinks(files), ...unknownScripts(files, new Set(Object.keys(scripts)))]
}

async function example(): Promise<Findings> {
  return read('.env.example') === envExample()
    ? []
    : [
        '.env.example is not what src/app/variables.ts says: npm run --silent doctor -- --env-example > .env.example',
      ]
}

/** Every sentence in every language, and the README's list of who answers for them. */
async function words(): Promise<Findings> {
  const codes = services.map(({ code }) => code)
  const listed = read('src/city/boston/replies/README.md')
  return [
    ...wordFindings({
      tables: phrasesIn,
      names: serviceNamesIn,
      codes,
      pages: pageWordsIn,
      questions: questionsIn,
      services,
    }),
    ...Object.entries(phrasesIn).flatMap(([language, { wordsBy }]) =>
      listed.includes(`| \`${language}\` | ${wordsByText(wordsBy)} |`)
        ? []
        : [
            `src/city/boston/replies/README.md does not say who answers for ${language}: ${wordsByText(wordsBy)}`,
          ],
    ),
  ]
}

const checks: readonly { readonly name: string; readonly what: string; run(): Promise<Findings> }[] = [
  { name: 'types', what: 'tsc', run: () => program('tsc', '--noEmit', '-p', root) },
  { name: 'lint', what: 'biome', run: () => program('biome', 'check', '--max-diagnostics=50', root) },
  { name: 'boundaries', what: 'src/app/house/rules.ts', run: async () => breaches(sources()) },
  { name: 'docs', what: 'links, headings, npm scripts', run: docs },
  { name: 'words', what: 'twelve languages', run: words },
  { name: 'settings', what: '.env.example', run: example },
]

async function outcome(check: (typeof checks)[number]) {
  const startedAt = performance.now()
  const findings = await check.run().catch((error: unknown): Findings => [String(error)])
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1)
  const line = `${findings.length === 0 ? 'ok  ' : 'FAIL'} ${check.name} (${check.what}) ${seconds} s`
  process.stdout.write([line, ...findings.map((finding) => `     ${finding}`)].join('\n').concat('\n'))
  return findings.length === 0
}

const outcomes = await Promise.all(checks.map(outcome))
process.exitCode = outcomes.every(Boolean) ? 0 : 1
