/**
 * What a line keeps: deliveries that wait, in order; dead ones; the ids it has seen. No clock and no network.
 * @module
 */
// As a namespace: with `{ z }` the bundle is three times as large.
import * as z from 'zod'
import type { Delivery } from './delivery.ts'
import type { ObjectStorage } from './runtime.ts'

/** A redelivery within this time is known. Twilio's own tries end after 15 s; the rest is for whatever else may repeat it. */
export const seenForMs = 7 * 24 * 3_600_000
/** A queue keeps a message four days by default: dead letters are told of again before that. */
export const tellEveryMs = 3 * 24 * 3_600_000

const Kept = z.object({
  id: z.string(),
  path: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.instanceof(Uint8Array),
  takenAt: z.number(),
})
const Seen = z.object({ at: z.number(), seq: z.number() })
const Dead = z.object({ delivery: Kept, status: z.number() })
const Pause = z.object({ seq: z.number(), tries: z.number(), troubles: z.number(), until: z.number() })

/** Tries of the first that waits. `until`: not before, Unix milliseconds. */
export type Pause = z.infer<typeof Pause>
/** `seq` is the place in the line. */
export interface Waiting {
  readonly seq: number
  readonly delivery: Delivery
}
export interface DeadOne extends Waiting {
  readonly status: number
}

/** Keys sort by number. */
const place = (n: number): string => String(n).padStart(15, '0')
const numberIn = (key: string): number => Number(key.split(':')[1])

export type Book = ReturnType<typeof bookOf>

/** The book of one line. Every change is whole or not at all. */
export function bookOf({ kv, transactionSync }: Pick<ObjectStorage, 'kv' | 'transactionSync'>) {
  const firstOf = (prefix: string): [string, unknown] | null => [...kv.list({ prefix, limit: 1 })][0] ?? null
  const seen = (id: string) => Seen.optional().parse(kv.get(`seen:${id}`))
  const deadAt = (seq: number) => Dead.optional().parse(kv.get(`dead:${place(seq)}`))

  function see(id: string, at: number, seq: number): void {
    kv.put(`seen:${id}`, { at, seq })
    kv.put(`age:${place(at)}:${id}`, id)
  }
  function unsee(id: string, at: number): void {
    kv.delete(`seen:${id}`)
    kv.delete(`age:${place(at)}:${id}`)
  }
  /** Times at which it is told of are an index of their own: bodies need not be read for it. */
  function untell(seq: number): void {
    for (const [key] of kv.list({ prefix: 'tell:' })) if (key.endsWith(`:${place(seq)}`)) kv.delete(key)
  }
  /** The dead one with this id, taken out. */
  function exhume(id: string): DeadOne | null {
    const seq = seen(id)?.seq
    const dead = seq === undefined ? undefined : deadAt(seq)
    if (seq === undefined || dead === undefined) return null
    kv.delete(`dead:${place(seq)}`)
    untell(seq)
    return { seq, ...dead }
  }

  return {
    /** False where its id was seen before: nothing changes then. */
    take: (delivery: Delivery): boolean =>
      transactionSync(() => {
        if (seen(delivery.id) !== undefined) return false
        const seq = z.number().default(1).parse(kv.get('next'))
        kv.put('next', seq + 1)
        kv.put(`wait:${place(seq)}`, delivery)
        see(delivery.id, delivery.takenAt, seq)
        return true
      }),

    /** Whose turn it is. */
    first(): Waiting | null {
      const row = firstOf('wait:')
      return row === null ? null : { seq: numberIn(row[0]), delivery: Kept.parse(row[1]) }
    },
    /** Its body goes, its id stays. */
    done: (seq: number): void =>
      transactionSync(() => {
        kv.delete(`wait:${place(seq)}`)
        kv.delete('pause')
      }),

    pause: (): Pause | null => Pause.optional().parse(kv.get('pause')) ?? null,
    wait: (pause: Pause): void => kv.put('pause', pause),

    /** Out of the line, body and all, until an operator has looked. */
    bury: ({ seq, delivery }: Waiting, status: number): void =>
      transactionSync(() => {
        kv.delete(`wait:${place(seq)}`)
        kv.delete('pause')
        kv.put(`dead:${place(seq)}`, { delivery, status })
        kv.put(`tell:${place(0)}:${place(seq)}`, seq)
      }),
    /** A dead one that has to be told of by `now`. */
    untold(now: number): DeadOne | null {
      const row = firstOf('tell:')
      if (row === null || numberIn(row[0]) > now) return null
      const seq = z.number().parse(row[1])
      const dead = deadAt(seq)
      if (dead !== undefined) return { seq, ...dead }
      kv.delete(row[0])
      return this.untold(now)
    },
    /** It was told of; `next` is when it will be again, Unix milliseconds. */
    told: (seq: number, next: number): void =>
      transactionSync(() => {
        untell(seq)
        kv.put(`tell:${place(next)}:${place(seq)}`, seq)
      }),
    /** Back into the line, in its old place. False: there is no such dead one. */
    revive: (id: string): boolean =>
      transactionSync(() => {
        const dead = exhume(id)
        if (dead === null) return false
        kv.put(`wait:${place(dead.seq)}`, dead.delivery)
        kv.delete('pause')
        return true
      }),
    /** False: there is no such dead one. */
    forget: (id: string): boolean => transactionSync(() => exhume(id) !== null),

    /** Ids seen longer ago than they are known. Those of deliveries that are still here stay. */
    expire: (now: number): void =>
      transactionSync(() => {
        for (const [key, value] of [...kv.list({ prefix: 'age:' })]) {
          const at = numberIn(key)
          if (at + seenForMs > now) return
          const id = z.string().parse(value)
          const seq = seen(id)?.seq ?? 0
          unsee(id, at)
          const here = [`wait:${place(seq)}`, `dead:${place(seq)}`].some((k) => kv.get(k) !== undefined)
          if (here) see(id, now, seq)
        }
      }),

    /**
     * When the line has to wake itself, Unix milliseconds; null: it keeps nothing. `afterMs` after the first was
     * taken or its pause has ended. What is taken behind it never puts it off.
     */
    due(afterMs: number): number | null {
      const times: number[] = []
      const first = this.first()
      if (first !== null) times.push((this.pause()?.until ?? first.delivery.takenAt) + afterMs)
      const tell = firstOf('tell:')
      if (tell !== null) times.push(numberIn(tell[0]))
      const age = firstOf('age:')
      if (age !== null) times.push(numberIn(age[0]) + seenForMs)
      return times.length === 0 ? null : Math.min(...times)
    },
  }
}
