/**
 * `npm run cases -- list|close`: cases of the local case system, from the shell. Whoever closes one is heard: the
 * worker sees it within seconds, and the resident is told in these words.
 * @module
 */
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { localCases } from '../../store/index.ts'
import { table, usage, withLedger } from './ledger.ts'

const help = `usage: npm run cases -- list
       npm run cases -- close NUMBER [--notes "what was done, for the resident"]
NUMBER is our reference (BOS-XXXX-XXXX). Cases of other case systems are closed there.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: { notes: { type: 'string' } },
})
const [verb, number] = positionals
const Told = z.object({
  service_code: z.string().nullable(),
  place: z.object({ address: z.string() }).nullable(),
})

if (verb === 'list') {
  await withLedger(async (store) => {
    const open = await localCases(store.sql).list(1_000)
    if (open.length === 0) return void process.stdout.write('No cases are open.\n')
    const rows = open.map((one) => {
      const told = Told.safeParse(one.snapshot).data
      return [one.number, told?.service_code ?? '-', told?.place?.address ?? 'no place']
    })
    process.stdout.write(`${table(rows)}\n`)
  })
} else if (verb === 'close' && number !== undefined) {
  await withLedger(async (store) => {
    const notes = typeof values.notes === 'string' && values.notes.trim() !== '' ? values.notes.trim() : null
    if (!(await localCases(store.sql).close(number, notes))) usage(`No case ${number} is open here.`)
    process.stdout.write(`${number.toUpperCase()} is closed; a running worker tells the resident.\n`)
  })
} else usage(help)
