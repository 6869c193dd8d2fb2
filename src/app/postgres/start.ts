/**
 * The embedded PostgreSQL: a real server from npm below DATA_DIR. It outlives a `kill -9` of ours and is
 * taken over at the next start; a server that dies is started again on the same port.
 * @module
 */
import { mkdir, realpath } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../../core/events.ts'
import { heldBy, makeCluster, type Running } from './cluster.ts'
import { findHome, type Home } from './home.ts'
import { takeOwnership } from './owner.ts'
import { isAlive } from './processes.ts'
import { halt, launch, settle } from './server.ts'

/** A server to use until `stop`. */
export interface EmbeddedPostgres {
  /** With user and password; for DATABASE_URL, never for a log. */
  readonly url: string
  readonly port: number
  /** True where a crash had left the server running or its lock behind. */
  readonly recovered: boolean
  /** Fast shutdown. Everything committed stays. */
  stop(): Promise<void>
}

const watchEveryMs = 500

/** Starts or takes over the server of this data folder. Throws AppError `misconfigured`, `conflict`. */
export async function startPostgres(options: {
  readonly dataDir: string
  readonly log: Log
}): Promise<EmbeddedPostgres> {
  const wanted = resolve(options.dataDir)
  await mkdir(dirname(wanted), { recursive: true })
  await mkdir(wanted, { recursive: true, mode: 0o700 })
  const dataDir = await realpath(wanted)
  const release = await takeOwnership(dataDir)
  try {
    const home = await findHome(dataDir)
    await makeCluster(home)
    const { running, recovered } = await obtain(home)
    await home.remember(running.port)
    options.log('info', 'postgres.started', { port: running.port, recovered })
    const stopWatching = watch(home, running, options.log)
    return {
      url: urlOf(home, running.port),
      port: running.port,
      recovered,
      async stop() {
        await halt((await stopWatching()).pid)
        await release()
      },
    }
  } catch (error) {
    await release()
    throw error
  }
}

/** With user and password. */
export const urlOf = (home: Home, port: number): string =>
  `postgres://intake311:${home.password}@127.0.0.1:${port}/postgres`

async function obtain(home: Home): Promise<{ running: Running; recovered: boolean }> {
  const { running, stale } = await heldBy(home)
  const settled = running === null ? null : await settle(home, running)
  if (settled !== null) return { running: settled, recovered: true }
  return {
    running: await launch(home, { wanted: home.lastPort, fixed: false }),
    recovered: stale || running !== null,
  }
}

/** Starts the server again when it dies. Stopping the watch tells which server is the last one. */
function watch(home: Home, first: Running, log: Log): () => Promise<Running> {
  let current = first
  const ended = new AbortController()
  const watching = (async () => {
    while (!ended.signal.aborted) {
      await sleep(watchEveryMs, undefined, { ref: false, signal: ended.signal }).catch(() => undefined)
      if (ended.signal.aborted || (await isAlive(current.pid))) continue
      try {
        current = await launch(home, { wanted: current.port, fixed: true })
        log('warn', 'postgres.started', { port: current.port, recovered: true })
      } catch {
        // The disk may be full; whoever uses the ledger reports it as away, and the next round tries again.
      }
    }
  })()
  return async () => {
    ended.abort()
    await watching
    return current
  }
}
