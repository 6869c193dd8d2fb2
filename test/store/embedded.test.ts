/** The embedded server through everything that happens to one: crashes of ours, of its own, and strangers' ids. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import { type EmbeddedPostgres, startPostgres } from '../../src/app/postgres/index.ts'
import type { InboundMessage } from '../../src/core/request.ts'
import { openStore } from '../../src/store/index.ts'
import { fromSomeone, recorder } from '../contract/store-records.ts'

const clock = { now: () => Date.now() }
const log = () => undefined

const cleanups: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const clean of cleanups.splice(0).toReversed()) await clean()
})

async function folder(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'intake311-embedded-'))
  cleanups.push(() => rm(dataDir, { recursive: true, force: true }))
  return dataDir
}

async function start(dataDir: string): Promise<EmbeddedPostgres> {
  const server = await startPostgres({ dataDir, log })
  cleanups.push(() => server.stop())
  return server
}

/** Another process of ours that starts the server and waits to be killed. */
async function startElsewhere(dataDir: string): Promise<ChildProcess> {
  const module = pathToFileURL(resolve('src/app/postgres/index.ts')).href
  const program = `
    const { startPostgres } = await import(${JSON.stringify(module)})
    await startPostgres({ dataDir: ${JSON.stringify(dataDir)}, log: () => undefined })
    process.stdout.write('up')
    setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  cleanups.push(async () => child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  return child
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

async function withStore<T>(
  url: string,
  use: (store: Awaited<ReturnType<typeof openStore>>) => Promise<T>,
): Promise<T> {
  const store = await openStore({ url, maxConnections: 3, clock })
  try {
    await store.migrate()
    return await use(store)
  } finally {
    await store.close()
  }
}

describe('embedded PostgreSQL', () => {
  test('keeps what it took through a stop and a start, on the same port', async () => {
    const dataDir = await folder()
    const message = fromSomeone()
    const first = await start(dataDir)
    expect(first.recovered).toBe(false)
    await withStore(first.url, (store) => store.accept([message], clock.now()))
    await first.stop()
    const second = await start(dataDir)
    expect(second).toMatchObject({ recovered: false, port: first.port, url: first.url })
    const again = await withStore(second.url, (store) => store.accept([message], clock.now()))
    expect(again).toEqual([{ id: message.id, fresh: false }])
  })

  test('keeps its secrets to itself', async () => {
    const dataDir = await folder()
    const { url } = await start(dataDir)
    expect(new URL(url)).toMatchObject({ hostname: '127.0.0.1' })
    for (const name of await readdir(dataDir)) {
      const { mode } = await stat(join(dataDir, name))
      expect([name, mode & (name === 'postgres' ? 0o066 : 0o077)]).toEqual([name, 0])
    }
    const open = new URL(url)
    open.password = ''
    const store = await openStore({ url: open.href, maxConnections: 2, clock })
    await expect(store.ping()).rejects.toMatchObject({ name: 'AppError' })
    await store.close()
  })

  test('is taken over after a kill -9 of the process that started it', async () => {
    const dataDir = await folder()
    const child = await startElsewhere(dataDir)
    await expect(startPostgres({ dataDir, log })).rejects.toMatchObject({ code: 'conflict' })
    await kill(child)
    const server = await start(dataDir)
    expect(server.recovered).toBe(true)
    const message = fromSomeone()
    await withStore(server.url, async (store) => {
      await store.accept([message], clock.now())
      const outcome = await store.turn({ kind: 'message', messageId: message.id }, recorder().decide)
      expect(outcome).toMatchObject({ outcome: 'taken' })
    })
  })

  test('recovers when it was killed itself together with the process', async () => {
    const dataDir = await folder()
    const message = fromSomeone()
    const child = await startElsewhere(dataDir)
    const { pid, url } = await lockOf(dataDir)
    await withStore(url, (store) => store.accept([message], clock.now()))
    await kill(child)
    process.kill(pid, 'SIGKILL')
    const server = await start(dataDir)
    expect(server.recovered).toBe(true)
    const again = await withStore(server.url, (store) => store.accept([message], clock.now()))
    expect(again).toEqual([{ id: message.id, fresh: false }])
  })

  test('cleans up a lock whose number belongs to another program by now', async () => {
    const dataDir = await folder()
    const first = await start(dataDir)
    const { path, text } = await lockOf(dataDir)
    await first.stop()
    const { uid, gid } = await stat(join(path, '..'))
    const stranger = spawn('sleep', ['600'], { uid, gid, stdio: 'ignore' })
    cleanups.push(async () => stranger.kill('SIGKILL'))
    await writeFile(path, text.replace(/^\d+/, String(stranger.pid)))
    await chmod(path, 0o600)
    expect((await start(dataDir)).recovered).toBe(true)
    expect(stranger.exitCode).toBeNull()
  })

  test('is started again when it dies, and the ledger comes back by itself', async () => {
    const dataDir = await folder()
    const server = await start(dataDir)
    await withStore(server.url, async (store) => {
      await store.ping()
      const { pid } = await lockOf(dataDir)
      process.kill(pid, 'SIGKILL')
      // Connections may outlive their server for a moment, so go on until another one has answered.
      const taken: InboundMessage[] = []
      for (let restarted = false; !restarted; ) {
        const message = fromSomeone()
        try {
          await store.accept([message], clock.now())
          taken.push(message)
          restarted = (await lockOf(dataDir)).pid !== pid
        } catch (error) {
          expect(error).toMatchObject({ code: 'storage-away' })
        }
        await new Promise((next) => setTimeout(next, 50))
      }
      const again = await store.accept(taken, clock.now())
      expect(again.every((accepted) => !accepted.fresh)).toBe(true)
    })
  })
})

/** What the running server's lock file says, and the way to reach it. */
async function lockOf(dataDir: string): Promise<{ path: string; text: string; pid: number; url: string }> {
  const { home } = JSON.parse(await readFile(join(dataDir, 'postgres.json'), 'utf8')) as { home: string }
  const path = join(resolve(dataDir, home), 'data', 'postmaster.pid')
  const text = await readFile(path, 'utf8')
  const [pid, , , port] = text.split('\n')
  const password = (await readFile(join(dataDir, 'postgres.password'), 'utf8')).trim()
  return { path, text, pid: Number(pid), url: `postgres://intake311:${password}@127.0.0.1:${port}/postgres` }
}
