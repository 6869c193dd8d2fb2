/**
 * One conversation's deliveries, kept until the gateway has them. One at a time and strictly in order: nothing
 * overtakes what waits. Woken by the queue, and by its own alarm where the queue forgets it.
 * https://developers.cloudflare.com/durable-objects/
 * @module
 */
import { DurableObject } from 'cloudflare:workers'
import type { Book, DeadOne, Waiting } from './book.ts'
import { bookOf, tellEveryMs } from './book.ts'
import type { Delivery } from './delivery.ts'
import { kindOf, log } from './log.ts'
import { handOn } from './relay.ts'
import type { ObjectContext } from './runtime.ts'
import type { Env } from './settings.ts'
import { originOf } from './settings.ts'
import { pauseMs, troubledTries } from './verdict.ts'

/** What a run came to. `waiting`: something is left, and `afterMs` from now its turn comes again. */
export type Ran = { readonly state: 'empty' } | { readonly state: 'waiting'; readonly afterMs: number }

/** What may be asked of a line from outside. */
export interface LineCalls {
  /** Durable once it resolves. False: it was there already. */
  take(delivery: Delivery): Promise<boolean>
  /** Hands on what waits, as far as the gateway takes it. */
  run(): Promise<Ran>
  /** Puts a dead letter back in its place. False: there is none with this id. */
  replay(id: string): Promise<boolean>
  /** Throws a dead letter away. False: there is none with this id. */
  forget(id: string): Promise<boolean>
}

/** The queue is first: it wakes a line within a second or two. This much later the line wakes itself. */
const sweepAfterMs = 10_000
/** After a failure of our own, or of the queue of dead letters. */
const againMs = 60_000
/** Requests that one run makes; Cloudflare counts them per invocation. Whoever asked for it asks again at once. */
const postsPerRun = 50

export class Line extends DurableObject<Env> implements LineCalls {
  readonly #book: Book
  readonly #id: string
  #running: Promise<Ran> | null = null

  constructor(ctx: ObjectContext, env: Env) {
    super(ctx, env)
    const { storage } = ctx
    this.#book = bookOf({ kv: storage.kv, transactionSync: (change) => storage.transactionSync(change) })
    this.#id = ctx.id.toString()
  }

  async take(delivery: Delivery): Promise<boolean> {
    const fresh = this.#book.take(delivery)
    if (fresh) await this.#schedule()
    return fresh
  }

  run(): Promise<Ran> {
    return this.#run(false)
  }

  async replay(id: string): Promise<boolean> {
    const found = this.#book.revive(id)
    if (found) await this.#schedule()
    return found
  }

  async forget(id: string): Promise<boolean> {
    return this.#book.forget(id)
  }

  /** Cloudflare gives up on an alarm that throws a few times; this one never does, or what waits would lie. */
  async alarm(): Promise<void> {
    try {
      const ran = await this.#run(true)
      await this.#tell()
      this.#book.expire(Date.now())
      if (ran.state === 'waiting' && ran.afterMs === 0) await this.ctx.storage.setAlarm(Date.now())
      else await this.#schedule()
      await this.ctx.blockConcurrencyWhile(async () => {
        if (this.#book.due(sweepAfterMs) === null) await this.ctx.storage.deleteAll()
      })
    } catch (error) {
      log('line.failed', { line: this.#id, reason: kindOf(error) })
      await this.ctx.storage.setAlarm(Date.now() + againMs)
    }
  }

  /** One at a time: who comes while one is under way waits for its end. `now`: whatever pause was agreed. */
  #run(now: boolean): Promise<Ran> {
    this.#running ??= this.#drain(now).finally(() => {
      this.#running = null
    })
    return this.#running
  }

  /** The last look into the book and the return are one step, or a delivery taken in between would lie. */
  async #drain(now: boolean): Promise<Ran> {
    const rest = (this.#book.pause()?.until ?? 0) - Date.now()
    if (!now && rest > 0 && this.#book.first() !== null) return { state: 'waiting', afterMs: rest }
    for (let posts = 0; ; posts += 1) {
      const next = this.#book.first()
      if (next === null) return { state: 'empty' }
      if (posts === postsPerRun) return { state: 'waiting', afterMs: 0 }
      const afterMs = await this.#handOn(next)
      await this.#schedule()
      if (afterMs !== null) return { state: 'waiting', afterMs }
    }
  }

  /** Null: it is out of the line. Else how long it waits. */
  async #handOn(next: Waiting): Promise<number | null> {
    const { seq, delivery } = next
    const origin = originOf(this.env)
    if (origin === null) log('edge.misconfigured', { missing: ['ORIGIN'] })
    const outcome = origin === null ? noOrigin : await handOn(origin, delivery)
    const { verdict, status } = outcome
    const ids = { line: this.#id, delivery: delivery.id }
    if (verdict === 'taken') {
      this.#book.done(seq)
      log('delivery.relayed', { ...ids, status, afterMs: Date.now() - delivery.takenAt })
      return null
    }
    const before = this.#book.pause()
    const known = before?.seq === seq ? before : { tries: 0, troubles: 0 }
    const tries = known.tries + 1
    const troubles = known.troubles + (verdict === 'troubled' ? 1 : 0)
    if (verdict === 'refused' || troubles >= troubledTries) {
      this.#book.bury(next, status)
      log('delivery.died', { ...ids, status })
      await this.#tell()
      return null
    }
    const pause = pauseMs(tries, outcome.retryAfterMs, Math.random())
    this.#book.wait({ seq, tries, troubles, until: Date.now() + pause })
    log('delivery.waited', { ...ids, status, tries, pauseMs: pause })
    return pause
  }

  /** Tells the dead-letter queue of those it has to know of. What it does not take now, the alarm tells. */
  async #tell(): Promise<void> {
    for (let dead = this.#book.untold(Date.now()); dead !== null; dead = this.#book.untold(Date.now())) {
      const told = await this.#send(dead)
      this.#book.told(dead.seq, Date.now() + (told ? tellEveryMs : againMs))
    }
  }

  async #send({ delivery, status }: DeadOne): Promise<boolean> {
    const path = delivery.path.split('?')[0] ?? ''
    const takenAt = new Date(delivery.takenAt).toISOString()
    try {
      await this.env.DEAD.send({ line: this.#id, delivery: delivery.id, do: 'replay', status, path, takenAt })
      return true
    } catch (error) {
      log('queue.failed', { queue: 'dead', line: this.#id, reason: kindOf(error) })
      return false
    }
  }

  /** The alarm is part of the same write as the change before it: what is kept is also looked at again. */
  async #schedule(): Promise<void> {
    const at = this.#book.due(sweepAfterMs)
    if (at !== null) await this.ctx.storage.setAlarm(at)
  }
}

const noOrigin = { verdict: 'away', status: 0, retryAfterMs: null } as const
