/**
 * `npm run dead -- list` and `npm run dead -- replay ID…|all`: effects that gave up, and another try for them.
 * @module
 */
import { EffectId } from '../../core/request.ts'
import { table, usage, withLedger } from './ledger.ts'

const help = 'usage: npm run dead -- list\n       npm run dead -- replay all | ID …'
const [verb, ...ids] = process.argv.slice(2)

if (verb === 'list') {
  await withLedger(async (store) => {
    const dead = await store.dead(1_000)
    if (dead.length === 0) return void process.stdout.write('No dead letters.\n')
    const rows = dead.map((d) => [
      d.id,
      d.kind,
      d.code,
      d.providerCode ?? '-',
      `${d.attempts} tries`,
      new Date(d.diedAt).toISOString(),
    ])
    process.stdout.write(`${table(rows)}\n`)
  })
} else if (verb === 'replay' && ids.length > 0) {
  await withLedger(async (store) => {
    const wanted =
      ids[0] === 'all'
        ? (await store.dead(100_000)).map((d) => d.id)
        : ids.map((id) => EffectId.safeParse(id).data ?? usage(`${id} is not the id of an effect.`))
    const revived = await store.revive(wanted)
    // A running worker finds them by its sweep.
    process.stdout.write(`${revived.length} of ${wanted.length} will be tried again.\n`)
    if (revived.length < wanted.length) process.exitCode = 1
  })
} else usage(help)
