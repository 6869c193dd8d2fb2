import type { App } from '../../src/app/app.ts'
import { startApp } from '../../src/app/app.ts'
import { readConfig } from '../../src/app/config.ts'
import { telemetry } from '../../src/app/telemetry.ts'
import { temporaryFolder } from './folder.ts'
import { testDatabase } from './postgres.ts'

export interface SandboxedApp {
  readonly app: App
  readonly dataDir: string
  readonly databaseUrl: string
  close(): Promise<void>
}

/** A whole intake311 in this process as it starts with nothing set: the sandbox plays every provider. */
export async function sandboxedApp(): Promise<SandboxedApp> {
  const folder = await temporaryFolder()
  const database = await testDatabase()
  const environment = {
    PORT: '0',
    DATA_DIR: folder.path,
    DATABASE_URL: database.url,
    LOG_LEVEL: 'silent',
  }
  const app = await startApp(readConfig(environment, 'all'), 'all', telemetry('silent'))
  return {
    app,
    dataDir: folder.path,
    databaseUrl: database.url,
    async close() {
      await app.stop()
      await database.drop()
      await folder[Symbol.asyncDispose]()
    },
  }
}
