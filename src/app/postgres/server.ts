/**
 * Starting and stopping the server program.
 * @module
 */
import { spawn } from 'node:child_process'
import { open, readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '../../core/errors.ts'
import { lockFile, logPath, type Running, runAs } from './cluster.ts'
import type { Home } from './home.ts'
import { isAlive, isGoneWithin } from './processes.ts'

/** What a small, durable server of one machine needs. fsync and synchronous_commit stay on: they are the promise. */
const settings: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  // Every pool of a gateway, a worker and a few commands at once; an unused one costs a few kilobytes.
  max_connections: '250',
  shared_buffers: '64MB',
  fsync: 'on',
  synchronous_commit: 'on',
  // No replicas and no backups by WAL here; a city with those sets DATABASE_URL.
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '512MB',
  jit: 'off',
  io_method: 'sync',
  max_parallel_workers_per_gather: '0',
  autovacuum_naptime: '20s',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}

const startWithinMs = 60_000
/** The log says why a server did not start; nobody rotates it. */
const maxLogBytes = 5_000_000

/**
 * Starts the server in a session of its own, so that Ctrl-C at the terminal does not reach it before we have
 * drained. Where the port is taken it takes another, unless somebody already knows it: `port.fixed`.
 */
export async function launch(
  home: Home,
  port: { readonly wanted: number | null; readonly fixed: boolean },
): Promise<Running> {
  let said = 'its port is taken'
  for (let tries = 0; tries < 5; tries += 1) {
    // Someone else may take a free port between our look and the server's: then another.
    const mayKeep = port.fixed || tries === 0
    const chosen = mayKeep && port.wanted !== null && (await isFree(port.wanted)) ? port.wanted : null
    if (chosen !== null || !port.fixed) {
      const pid = await spawnServer(home, chosen ?? (await freePort()))
      const running = await readyWithin(home, pid, startWithinMs)
      if (running !== null) return running
      said = await lastWords(home)
    }
    await sleep(200 * (tries + 1))
  }
  throw new AppError('misconfigured', `PostgreSQL does not start: ${said}`)
}

async function spawnServer(home: Home, port: number): Promise<number> {
  const args = ['-D', home.data, '-p', String(port)]
  for (const [name, value] of Object.entries(settings)) args.push('-c', `${name}=${value}`)
  const size = (await stat(logPath(home)).catch(() => null))?.size ?? 0
  const log = await open(logPath(home), size > maxLogBytes ? 'w' : 'a', 0o600)
  try {
    const child = spawn(home.programs.postgres, args, {
      ...runAs(home),
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    })
    const pid = await new Promise<number>((resolve, reject) => {
      child.once('spawn', () => resolve(child.pid ?? 0))
      child.once('error', (cause) =>
        reject(new AppError('misconfigured', `PostgreSQL does not start: ${cause.message}`, { cause })),
      )
    })
    child.unref()
    return pid
  } finally {
    await log.close()
  }
}

/** Null where it ended before it was ready. */
async function readyWithin(home: Home, pid: number, withinMs: number): Promise<Running | null> {
  const until = Date.now() + withinMs
  while (Date.now() < until && (await isAlive(pid))) {
    const running = await lockFile(home)
    if (running?.pid === pid && running.status === 'ready') return running
    await sleep(20)
  }
  return null
}

/** Waits for a server that another process started. Null where it went away. */
export async function settle(home: Home, running: Running): Promise<Running | null> {
  if (running.status === 'stopping') {
    if (await isGoneWithin(running.pid, 15_000)) return null
    await halt(running.pid)
    return null
  }
  return readyWithin(home, running.pid, startWithinMs)
}

/** Fast shutdown: open transactions roll back, everything committed is on disk. */
export async function halt(pid: number): Promise<void> {
  signal(pid, 'SIGINT')
  if (await isGoneWithin(pid, 15_000)) return
  // It goes at once and recovers from its log at the next start; nothing committed is lost.
  signal(pid, 'SIGQUIT')
  await isGoneWithin(pid, 5_000)
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // Gone already.
  }
}

async function lastWords(home: Home): Promise<string> {
  const text = await readFile(logPath(home), 'utf8').catch(() => '')
  return text.trim().split('\n').slice(-3).join(' ').slice(-500)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = address !== null && typeof address === 'object' ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}
