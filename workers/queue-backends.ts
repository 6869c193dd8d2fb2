/**
 * BullMQ's two backends behind one small shape: what differs between PostgreSQL and Redis stands here.
 * @module
 */
import { once } from 'node:events'
import type { Job } from 'bullmq'
import { Queue as BullQueue, Worker as BullWorker, createPostgresBackend } from 'bullmq'
import { Redis } from 'ioredis'
import type { QueueName } from '../src/core/ports.ts'

/** Longest that `add` waits for the backend before it says `queue-away`. */
export const addWithinMs = 2_000
const poolIdleMs = 30_000

/** What we use of BullMQ's classes, whichever backend types they carry. */
export interface Jobs {
  on(event: 'error', listener: (error: Error) => void): unknown
  waitUntilReady(): Promise<unknown>
  add(name: string, data: object, opts: { jobId: string }): Promise<unknown>
  addBulk(jobs: { name: string; data: object; opts: { jobId: string } }[]): Promise<unknown>
  getJobCounts(
    ...types: ('waiting' | 'delayed' | 'active' | 'prioritized')[]
  ): Promise<Record<string, number>>
  close(): Promise<void>
}
/** A worker. */
export interface Hands {
  on(event: 'error', listener: (error: Error) => void): unknown
  waitUntilReady(): Promise<unknown>
  run(): Promise<unknown>
  pause(doNotWaitActive: boolean): Promise<void>
  close(force: boolean): Promise<void>
}
interface HandOptions {
  readonly autorun: boolean
  readonly concurrency: number
  readonly lockDuration: number
  readonly stalledInterval: number
  readonly maxStalledCount: number
}
export interface Backend {
  ready(): Promise<unknown>
  queue(name: QueueName): Jobs
  worker(name: QueueName, work: (job: Job, token?: string) => Promise<void>, options: HandOptions): Hands
  release(): void
}

const jobDefaults = { removeOnComplete: true, removeOnFail: true, attempts: 1, stackTraceLimit: 0 } as const

/** In a schema of its own beside the ledger. */
export function postgres(connectionString: string, schema: string): Backend {
  const connection = (max: number) => ({
    connectionString,
    schema,
    migrate: true,
    max,
    idleTimeoutMillis: poolIdleMs,
    connectionTimeoutMillis: addWithinMs,
    keepAlive: true,
    // A job that a crash of the server takes along comes back from the ledger, so none waits for the disk.
    options: '-c synchronous_commit=off -c jit=off',
  })
  return {
    queue: (name) =>
      new BullQueue(
        name,
        { connection: connection(2), defaultJobOptions: jobDefaults },
        createPostgresBackend,
      ),
    worker: (name, work, more) =>
      new BullWorker(name, work, { ...more, connection: connection(3) }, createPostgresBackend),
    ready: () => Promise.resolve(),
    release: () => undefined,
  }
}

/** Under a key prefix; works with Valkey too. */
export function redis(url: string, prefix: string): Backend {
  // Shared by all queues: fails at once while Redis is away instead of queueing in memory.
  const adding = new Redis(url, {
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
    lazyConnect: false,
    connectTimeout: addWithinMs,
  })
  // Workers wait for jobs, so their commands may wait for ever.
  const working = new Redis(url, { maxRetriesPerRequest: null, lazyConnect: true })
  for (const client of [adding, working]) client.on('error', () => undefined)
  return {
    queue: (name) =>
      new BullQueue(name, {
        connection: adding,
        prefix,
        skipWaitingForReady: true,
        // It would ask Redis before it is connected, and a queue whose first question failed never recovers.
        skipVersionCheck: true,
        defaultJobOptions: jobDefaults,
      }),
    worker: (name, work, more) => new BullWorker(name, work, { ...more, connection: working, prefix }),
    ready: () => (adding.status === 'ready' ? Promise.resolve() : once(adding, 'ready')),
    release: () => {
      adding.disconnect()
      working.disconnect()
    },
  }
}
