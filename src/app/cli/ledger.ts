/**
 * A command's way to the ledger of a running (or stopped) intake311: DATABASE_URL, or the embedded
 * PostgreSQL of DATA_DIR, started for the moment where nothing runs.
 * @module
 */
import { join } from 'node:path'
import type { Log } from '../../core/events.ts'
import type { OpenStore } from '../../store/index.ts'
import { openStore } from '../../store/index.ts'
import { bostonStoreRules } from '../city.ts'
import { configFromProcess } from '../environment.ts'
import { borrowPostgres } from '../postgres/index.ts'

const quiet: Log = () => undefined

/** Opens the ledger, runs `work`, and leaves everything as it was found. */
export async function withLedger<T>(work: (store: OpenStore) => Promise<T>): Promise<T> {
  const config = configFromProcess('all')
  const postgres =
    config.DATABASE_URL === undefined
      ? await borrowPostgres({ dataDir: join(config.DATA_DIR, 'postgres'), log: quiet })
      : null
  const store = await openStore({
    url: config.DATABASE_URL ?? postgres?.url ?? '',
    maxConnections: 2,
    clock: { now: () => Date.now() },
    ...bostonStoreRules,
    keepsWords: config.LEARN_FROM_DECISIONS === 'on',
  })
  try {
    await store.migrate()
    return await work(store)
  } finally {
    await store.close()
    await postgres?.giveBack()
  }
}

/** One aligned line per row; nothing for none. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths: number[] = []
  for (const row of rows)
    row.forEach((cell, i) => {
      widths[i] = Math.max(widths[i] ?? 0, cell.length)
    })
  return rows
    .map((row) =>
      row.map((cell, i) => (i === row.length - 1 ? cell : cell.padEnd(widths[i] ?? 0))).join('  '),
    )
    .join('\n')
}

/** Ends a command over its own usage: exit code 64 (EX_USAGE of sysexits.h). */
export function usage(text: string): never {
  process.stderr.write(`${text}\n`)
  process.exit(64)
}
