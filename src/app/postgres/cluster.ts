/**
 * The data folder itself: made once, and its lock file read before every start.
 * @module
 */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError } from '../../core/errors.ts'
import type { Home } from './home.ts'
import { isAlive, servesFolder } from './processes.ts'

/** The rights and the bare environment that the server's programs run with. */
export const runAs = (home: Home) => ({
  ...(home.account ?? {}),
  cwd: '/',
  env: { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' },
})

/** Makes the data folder where there is none; a half-made one is never taken for whole. */
export async function makeCluster(home: Home): Promise<void> {
  const version = await readFile(join(home.data, 'PG_VERSION'), 'utf8').catch(() => null)
  if (version !== null) return
  const half = `${home.data}.${randomBytes(4).toString('hex')}`
  const secret = `${half}.secret`
  await writeFile(secret, `${home.password}\n`, { mode: 0o600 })
  if (home.account !== null) await chown(secret, home.account.uid, home.account.gid)
  const args = [
    `--pgdata=${half}`,
    '--username=intake311',
    `--pwfile=${secret}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
  ]
  try {
    const { code, said } = await finished(home, args)
    if (code !== 0) throw new AppError('misconfigured', `PostgreSQL could not make its data folder: ${said}`)
    await rename(half, home.data)
  } finally {
    await rm(secret, { force: true })
    await rm(half, { recursive: true, force: true })
  }
}

function finished(home: Home, args: readonly string[]): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(home.programs.initdb, args, { ...runAs(home), stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    child.once('error', (cause) =>
      reject(
        new AppError('misconfigured', `PostgreSQL's initdb does not start: ${cause.message}`, { cause }),
      ),
    )
    child.once('close', (code) => resolve({ code, said: said.trim().slice(-500) }))
  })
}

/** A running server as its lock file describes it. */
export interface Running {
  readonly pid: number
  readonly port: number
  readonly status: string
}

/**
 * What the lock file says, believed or not.
 * Lines: https://github.com/postgres/postgres/blob/master/src/include/utils/pidfile.h
 */
export async function lockFile(home: Home): Promise<Running | null> {
  const text = await readFile(lockPath(home), 'utf8').catch(() => '')
  const lines = text.split('\n')
  const pid = Number.parseInt(lines[0] ?? '', 10)
  if (!Number.isInteger(pid) || pid <= 0) return null
  return { pid, port: Number.parseInt(lines[3] ?? '', 10), status: (lines[7] ?? '').trim() }
}

/**
 * The server that holds the data folder, or null. A lock file that names a living stranger is removed:
 * PostgreSQL itself only recognises those whose process is gone.
 */
export async function heldBy(home: Home): Promise<{ running: Running | null; stale: boolean }> {
  const lock = await lockFile(home)
  if (lock === null) return { running: null, stale: false }
  if (!(await isAlive(lock.pid))) return { running: null, stale: true }
  if (await servesFolder(lock.pid, home.data)) return { running: lock, stale: false }
  await rm(lockPath(home), { force: true })
  return { running: null, stale: true }
}

const lockPath = (home: Home): string => join(home.data, 'postmaster.pid')

/** Where the server writes its log. Statements and values never get there: they hold residents' words. */
export const logPath = (home: Home): string => join(dirname(home.data), 'server.log')
