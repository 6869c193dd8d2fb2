/**
 * The motor: BullMQ 6 on PostgreSQL or on Redis. It carries ids and nothing else, at least once; what a job
 * means and when it is due stands in the ledger, so a queue that is wiped is refilled by the sweeper.
 * @module
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Job } from 'bullmq'
import { DelayedError } from 'bullmq'
import { AppError } from '../src/core/errors.ts'
import type { Log } from '../src/core/events.ts'
import type { JobVerdict, Queue, QueueName } from '../src/core/ports.ts'
import { queueNames } from '../src/core/ports.ts'
import { gather } from './gather.ts'
import { addWithinMs, type Hands, type Jobs, postgres, redis } from './queue-backends.ts'

export interface QueueOptions {
  /** PostgreSQL URL; BullMQ lives in its own schema there. */
  readonly databaseUrl: string
  /** Set: BullMQ lives in Redis or Valkey instead. */
  readonly redisUrl: string | null
  /** Schema (PostgreSQL) or key prefix (Redis). */
  readonly namespace?: string
  readonly log: Log
  /** How long a job may be silent before another worker takes it over. Milliseconds. */
  readonly lockMs?: number
}

/** Where it can live. */
export const queueBackends = ['postgresql', 'redis'] as const

const goodbyeWithinMs = 2_000
const readyWithinMs = 5_000
const againMs = 1_000

/** Opens the queue. Resolves when the backend is ready, or after 5 s without it (then `add` says `queue-away`). */
export async function openQueue(options: QueueOptions): Promise<Queue> {
  const namespace = options.namespace ?? 'bullmq'
  let closing = false
  // What breaks while we let go was going to end anyway.
  const failed = (queue: QueueName | 'all') => (error: Error) =>
    options.log(closing ? 'debug' : 'warn', 'queue.failed', { queue, reason: reasonOf(error) })
  const backend =
    options.redisUrl === null ? postgres(options.databaseUrl, namespace) : redis(options.redisUrl, namespace)
  const queues = new Map<QueueName, Jobs>()
  const usable = new Set<Jobs>()
  const workers: Hands[] = []
  const starting = new Set<Promise<void>>()
  const underWay = new Set<Promise<void>>()

  const renew = async (name: QueueName): Promise<void> => {
    const old = queues.get(name)
    const queue = backend.queue(name)
    queue.on('error', failed(name))
    queues.set(name, queue)
    old?.close().catch(failed(name))
    await within(readyWithinMs, queue.waitUntilReady())
    usable.add(queue)
  }
  await within(readyWithinMs, backend.ready()).catch(failed('all'))
  // One after the other: the first makes the schema.
  for (const name of queueNames) await renew(name).catch(failed(name))

  const queueOf = (name: QueueName): Jobs => {
    const queue = queues.get(name)
    if (queue === undefined) throw new AppError('bug', `no queue ${name}`)
    return queue
  }
  const add = gather<QueueName, string>(async (name, ids) => {
    const unique = [...new Set(ids)]
    const queue = queueOf(name)
    try {
      await within(addWithinMs, addTo(queue, name, unique))
      usable.add(queue)
    } catch (error) {
      // A queue whose first connection failed never recovers by itself, nor does one whose tables were dropped.
      const lost = !usable.has(queue) || isDropped(error)
      if (lost && queues.get(name) === queue) renew(name).catch(failed(name))
      throw error
    }
  })

  /** Makes a worker; one that was never ready would spin for ever, so it runs only once it is. */
  const employ = async (name: QueueName, make: () => Hands): Promise<void> => {
    while (!closing) {
      const worker = make()
      worker.on('error', failed(name))
      try {
        await worker.waitUntilReady()
        workers.push(worker)
        worker.run().catch(failed(name))
        return
      } catch (error) {
        failed(name)(error instanceof Error ? error : new Error(String(error)))
        await worker.close(true).catch(failed(name))
        await sleep(againMs)
      }
    }
  }

  return {
    async add(name, ids) {
      if (ids.length === 0) return
      try {
        await add(name, ids)
      } catch (error) {
        throw new AppError('queue-away', `the queue ${name} took nothing`, { cause: error })
      }
    },
    work(name, concurrency, work) {
      const lockMs = options.lockMs ?? 10_000
      const hand = (job: Job, token?: string) => track(underWay, run(job, token, work))
      const settings = {
        concurrency,
        autorun: false,
        lockDuration: lockMs,
        stalledInterval: lockMs,
        maxStalledCount: 1_000_000,
      }
      track(
        starting,
        employ(name, () => backend.worker(name, hand, settings)),
      )
    },
    async depths() {
      const entries = await Promise.all(
        queueNames.map(async (name) => {
          const jobs = queueOf(name).getJobCounts('waiting', 'delayed', 'active', 'prioritized')
          const counts = await within(addWithinMs, jobs)
          return [name, Object.values(counts).reduce((a, b) => a + b, 0)] as const
        }),
      )
      return Object.fromEntries(entries) as Record<QueueName, number>
    },
    async close(withinMs) {
      closing = true
      await within(withinMs, Promise.all(starting)).catch(failed('all'))
      // BullMQ's own close waits for ever and can't be hurried afterwards, so the waiting is done here.
      await Promise.all(workers.map((w) => w.pause(true)))
      await drained(() => underWay.size === 0, withinMs)
      // Nothing is left to wait for but the server's goodbye, and a server that is away says none.
      const force = underWay.size > 0
      const goodbyeMs = Math.min(withinMs, goodbyeWithinMs)
      await within(goodbyeMs, Promise.all(workers.map((w) => w.close(force)))).catch(failed('all'))
      await within(goodbyeMs, Promise.all([...queues.values()].map((q) => q.close()))).catch(failed('all'))
      backend.release()
    },
  }
}

async function run(
  job: Job,
  token: string | undefined,
  work: (id: string) => Promise<JobVerdict>,
): Promise<void> {
  const id = job.id
  if (id === undefined) return
  const verdict = await work(id).catch((): JobVerdict => ({ verdict: 'later', afterMs: 5_000 }))
  if (verdict.verdict === 'done') return
  await job.moveToDelayed(Date.now() + verdict.afterMs, token)
  throw new DelayedError()
}

/**
 * From here on one call for all is cheaper. BullMQ 6.7.0 makes temporary tables for a bulk (3 ms of PostgreSQL
 * whatever its size), and a single job costs a tenth of that.
 */
const bulkFrom = 12

async function addTo(queue: Jobs, name: string, ids: readonly string[]): Promise<void> {
  if (ids.length < bulkFrom) await Promise.all(ids.map((id) => queue.add(name, {}, { jobId: id })))
  else await queue.addBulk(ids.map((id) => ({ name, data: {}, opts: { jobId: id } })))
}

/** Keeps the promise in the set while it lasts. */
function track<T>(set: Set<Promise<T>>, promise: Promise<T>): Promise<T> {
  set.add(promise)
  const forget = (): boolean => set.delete(promise)
  promise.then(forget, forget)
  return promise
}

/** Waits until it holds, at most `ms`. */
async function drained(holds: () => boolean, ms: number): Promise<void> {
  const deadline = performance.now() + ms
  while (!holds() && performance.now() < deadline) await sleep(20)
}

/** SQLSTATE of a schema, table or function that is not there. A new queue makes them again. */
const dropped: ReadonlySet<unknown> = new Set(['3F000', '42P01', '42883'])
const isDropped = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && dropped.has(error.code)

/** The promise's answer, or an error after `ms`. */
function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  const timeout = Promise.withResolvers<never>()
  const timer = setTimeout(() => timeout.reject(new Error(`no answer within ${ms} ms`)), ms)
  return Promise.race([promise, timeout.promise]).finally(() => clearTimeout(timer))
}

const reasonOf = (error: Error): string =>
  'code' in error && typeof error.code === 'string' ? error.code : error.name
