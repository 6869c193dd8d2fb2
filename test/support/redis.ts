import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A redis-server of its own on a free port, without disk. `stop` may be followed by `start` on the same port. */
export interface TestRedis {
  readonly url: string
  start(): Promise<void>
  stop(): Promise<void>
  remove(): Promise<void>
}

/** Starts one. Throws where redis-server is not installed (Debian: `apt-get install redis-server`). */
export async function testRedis(): Promise<TestRedis> {
  const dir = await mkdtemp(join(tmpdir(), 'intake311-redis-'))
  const port = await freePort()
  let stopRunning: (() => Promise<void>) | null = null
  const redis: TestRedis = {
    url: `redis://127.0.0.1:${port}`,
    async start() {
      const args = [
        '--port',
        String(port),
        '--bind',
        '127.0.0.1',
        '--save',
        '',
        '--appendonly',
        'no',
        '--dir',
        dir,
        '--maxmemory-policy',
        'noeviction',
      ]
      const server = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'ignore'] })
      const failed = once(server, 'error').then(([error]) =>
        Promise.reject(new Error('redis-server is not installed', { cause: error })),
      )
      const ready = (async () => {
        for await (const chunk of server.stdout)
          if (String(chunk).includes('Ready to accept connections')) return
        throw new Error('redis-server ended before it was ready')
      })()
      await Promise.race([ready, failed])
      server.stdout.resume()
      stopRunning = async () => {
        const gone = once(server, 'exit')
        server.kill('SIGKILL')
        await gone
      }
    },
    async stop() {
      await stopRunning?.()
      stopRunning = null
    },
    async remove() {
      await redis.stop()
      await rm(dir, { recursive: true, force: true })
    },
  }
  await redis.start()
  return redis
}

/** Below the range the system gives to outgoing connections: nobody else takes it while its server is down. */
const portsFrom = 20_000
const ports = 10_000

/** A port nobody listens on at the moment, good for a server that comes and goes. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = portsFrom + Math.floor(Math.random() * ports)
    const server = createServer().listen(port, '127.0.0.1')
    const free = await once(server, 'listening').then(
      () => true,
      () => false,
    )
    if (!free) continue
    server.close()
    return port
  }
}
