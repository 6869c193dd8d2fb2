/**
 * `npm run gazetteer -- import FILE|show|reset`: the City's address export in place of the built-in streets. Exits 65
 * where the file is no such export, 66 where it is not there, 73 where the result cannot be written, 64 on a wrong
 * option.
 * @module
 */
import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { loadGazetteerData } from '../../city/boston/gazetteer/index.ts'
import { dataDirFromProcess } from '../environment.ts'
import type { SamExport } from '../gazetteer-import.ts'
import { importSam, NoExport } from '../gazetteer-import.ts'
import { importedIn, importFolder, resetImport } from '../imported-gazetteer.ts'
import { table, usage } from './ledger.ts'

const help = `usage: npm run gazetteer -- import FILE [--out DIR]
       npm run gazetteer -- show [--out DIR]
       npm run gazetteer -- reset [--out DIR]
FILE is the City's Street Address Management (SAM) export as CSV. DIR is DATA_DIR/gazetteer unless it is given.
Gateways and workers use it from their next start.`

function given() {
  try {
    return parseArgs({ allowPositionals: true, options: { out: { type: 'string' } } })
  } catch {
    return usage(help)
  }
}
const { values, positionals } = given()
const [verb, file, ...more] = positionals
const root = values.out === undefined ? importFolder(dataDirFromProcess()) : resolve(values.out)

/** How many broken rows are shown; all are written down. */
const shown = 20

function ends(code: number, text: string): never {
  process.stderr.write(`${text}\n`)
  process.exit(code)
}

async function importFile(path: string): Promise<void> {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) ends(66, `There is no file ${path}.`)
  const startedAt = performance.now()
  const outcome = await importSam(path, root).catch((error: unknown) => {
    if (error instanceof NoExport) return ends(65, `${path}: ${error.message}`)
    // A disk that is full, a folder that may not be written.
    if (error instanceof Error && 'code' in error)
      return ends(73, `Not imported; what was in use stays. ${error.message}`)
    throw error
  })
  const { read, doubts } = outcome
  process.stdout.write(`${figuresOf(read)}\n`)
  tellBroken(read)
  if (doubts.length > 0)
    ends(65, `Not imported; what was in use stays.\n${doubts.map((d) => `  - ${d}`).join('\n')}`)
  if (outcome.brokenList !== null) process.stdout.write(`All broken rows stand in ${outcome.brokenList}.\n`)
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1)
  process.stdout.write(
    `Imported in ${seconds} s into ${root}. Gateways and workers use it from their next start.\n`,
  )
}

function figuresOf({ rows, twice, setAside, broken, zipShare, compiled: { figures } }: SamExport): string {
  const aside = [...setAside].map(([why, count]) => [`  ${why}`, String(count)])
  return table([
    ['rows', String(rows)],
    ['house numbers', `${figures.addresses} on ${figures.numbered} streets`],
    ['streets not built in', String(figures.fresh)],
    ['streets without a number any more', String(figures.lost)],
    ['rows of a house that was there already', String(twice)],
    ['house numbers far from their neighbors, left out', String(figures.strays)],
    ['rows set aside', String([...setAside.values()].reduce((sum, count) => sum + count, 0))],
    ...aside,
    ['broken rows', String(broken.length)],
    ['houses in the ZIP of their row', zipShare === null ? 'not known' : `${(zipShare * 100).toFixed(1)} %`],
    [
      'median distance to the built-in point',
      figures.shiftM === null ? 'not known' : `${figures.shiftM.toFixed(1)} m`,
    ],
  ])
}

function tellBroken({ broken }: SamExport): void {
  for (const { line, why } of broken.slice(0, shown)) process.stderr.write(`line ${line} ${why}\n`)
  if (broken.length > shown) process.stderr.write(`and ${broken.length - shown} more\n`)
}

function show(): void {
  const imported = importedIn(root)
  if (imported.state === 'none') {
    const { streets } = loadGazetteerData()
    const numbers = streets.reduce(
      (sum, { systems }) => sum + systems.reduce((of, { points }) => of + points.length / 3, 0),
      0,
    )
    process.stdout.write(`Built in: ${numbers} house numbers on ${streets.length} streets.\n`)
    return
  }
  if (imported.state === 'broken')
    ends(65, `Built in, because what is in ${root} cannot be used: ${imported.reason}.`)
  const { card, folder } = imported
  process.stdout.write(
    `${table([
      ['imported', card.importedAt],
      ['from', `${card.source.name}, ${card.source.bytes} bytes, ${card.source.rows} rows`],
      ['sha256', card.source.sha256],
      ['streets', String(card.streets)],
      ['house numbers', String(card.addresses)],
      ['folder', folder],
    ])}\n`,
  )
}

if (more.length > 0) usage(help)
else if (verb === 'import' && file !== undefined) await importFile(file)
else if (verb === 'show' && file === undefined) show()
else if (verb === 'reset' && file === undefined)
  process.stdout.write(
    resetImport(root) ? 'The built-in streets are in use from the next start.\n' : 'Nothing was imported.\n',
  )
else usage(help)
