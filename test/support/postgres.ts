/**
 * One real PostgreSQL for the whole run, one database of its own for whoever asks.
 * @module
 */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'
import { startPostgres } from '../../src/app/postgres/index.ts'
import { createDatabase, dropDatabase } from '../../src/store/databases.ts'

declare module 'vitest' {
  interface ProvidedContext {
    readonly postgresUrl: string
  }
}

/** Vitest's global setup: starts the server before the first file and stops it after the last. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'intake311-test-'))
  const server = await startPostgres({ dataDir, log: () => undefined })
  project.provide('postgresUrl', server.url)
  const stopGuard = guard(dataDir)
  return async () => {
    stopGuard()
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** An empty database. `drop` throws out whoever is still connected. */
export async function testDatabase(): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const server = inject('postgresUrl')
  const name = `test_${randomBytes(8).toString('hex')}`
  await createDatabase(server, name)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => dropDatabase(server, name) }
}

/**
 * The server outlives a `kill -9` of its owner by design, so a run that is killed would leave its own behind.
 * The guard waits for the end of this process and puts away this run's server, no other.
 */
function guard(dataDir: string): () => void {
  const program = fileURLToPath(new URL('./postgres-guard.ts', import.meta.url))
  const child = spawn(process.execPath, [program, dataDir], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  child.on('error', () => undefined)
  child.stdin.on('error', () => undefined)
  child.unref()
  return () => {
    child.kill('SIGKILL')
  }
}
