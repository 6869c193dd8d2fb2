/**
 * PostgreSQL refuses to run as root. Where we are root it runs as a system user, who must be able to reach
 * the data folder and the programs; everywhere else it runs as ourselves.
 * @module
 */
import { execFile } from 'node:child_process'
import { chmod, chown, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { AppError } from '../../core/errors.ts'

const run = promisify(execFile)
const systemUser = 'postgres'

/** Who runs the server; null: ourselves. */
export type Account = { readonly uid: number; readonly gid: number } | null

/** Finds the account, creating the system user where we are root and there is none. Throws AppError `misconfigured`. */
export async function serverAccount(): Promise<Account> {
  if (process.getuid?.() !== 0) return null
  return (await lookUp()) ?? (await create())
}

async function lookUp(): Promise<Account> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', systemUser]), run('id', ['-g', systemUser])])
    return { uid: Number.parseInt(uid.stdout, 10), gid: Number.parseInt(gid.stdout, 10) }
  } catch {
    return null
  }
}

async function create(): Promise<Account> {
  const noLogin = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin']
  const attempts: readonly (readonly [string, readonly string[]])[] = [
    ['useradd', [...noLogin, systemUser]],
    ['adduser', ['-S', '-D', '-H', systemUser]],
  ]
  for (const [program, args] of attempts) {
    try {
      await run(program, [...args])
      const account = await lookUp()
      if (account !== null) return account
    } catch {
      // The next program may do.
    }
  }
  throw new AppError(
    'misconfigured',
    `PostgreSQL does not run as root and a system user "${systemUser}" could not be created: create it, start as another user, or set DATABASE_URL`,
  )
}

/** True where the account can walk to this folder: every folder on the way lets it pass. */
export async function canReach(account: Account, path: string): Promise<boolean> {
  for (let at = path; ; at = dirname(at)) {
    if (!(await lets(account, at))) return false
    if (dirname(at) === at) return true
  }
}

/** Lets the account walk through a folder of ours, and nobody else. */
export async function letThrough(account: Account, path: string): Promise<void> {
  if (account === null || (await lets(account, path))) return
  const { mode } = await stat(path)
  await chown(path, 0, account.gid)
  await chmod(path, (mode & 0o777) | 0o010)
}

async function lets(account: Account, path: string): Promise<boolean> {
  if (account === null) return true
  const { mode, uid, gid } = await stat(path)
  if (uid === account.uid) return (mode & 0o100) !== 0
  if (gid === account.gid) return (mode & 0o010) !== 0
  return (mode & 0o001) !== 0
}
