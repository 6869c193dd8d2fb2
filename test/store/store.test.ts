import { openStore } from '../../src/store/index.ts'
import { storeContract } from '../contract/store.contract.ts'
import { testDatabase } from '../support/postgres.ts'

storeContract('postgres', async ({ clock, services }) => {
  const database = await testDatabase()
  const store = await openStore({ url: database.url, maxConnections: 9, clock, services })
  await store.migrate()
  return {
    store,
    async close() {
      await store.close()
      await database.drop()
    },
  }
})
