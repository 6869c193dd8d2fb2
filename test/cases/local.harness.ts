import pg from 'pg'
import { localCases, openStore } from '../../src/store/index.ts'
import { localCaseSystem } from '../../workers/cases/local/index.ts'
import type { CaseSystemHarness } from '../contract/case-system.contract.ts'
import { testDatabase } from '../support/postgres.ts'

/** The local case system on a database of its own. */
export const harness: CaseSystemHarness = {
  async open() {
    const database = await testDatabase()
    const store = await openStore({ url: database.url, maxConnections: 8, clock: { now: () => Date.now() } })
    await store.migrate()
    const rows = localCases(store.sql)
    const vendor = new pg.Pool({ connectionString: database.url, max: 1 })
    return {
      cases: localCaseSystem(rows),
      another: () => localCaseSystem(rows),
      async seen({ id }) {
        const found = await vendor.query<{ id: string; text: string }>(
          "SELECT id, snapshot #>> '{}' AS text FROM local_cases WHERE request_id = $1",
          [id],
        )
        return found.rows
      },
      async settle(ref, notes) {
        await rows.close(ref.id, notes)
      },
      takesPlaceless: true,
      numberedLater: null,
      // Whoever holds the table keeps everyone else out: the ledger's lock_timeout ends the wait.
      async away(work) {
        const client = await vendor.connect()
        try {
          await client.query('BEGIN; LOCK TABLE local_cases IN ACCESS EXCLUSIVE MODE')
          return await work()
        } finally {
          await client.query('ROLLBACK')
          client.release()
        }
      },
      loseAnswer: null,
      async close() {
        await vendor.end()
        await store.close()
        await database.drop()
      },
    }
  },
}
