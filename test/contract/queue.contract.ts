import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { JobVerdict, Queue } from '../../src/core/ports.ts'
import { until } from '../support/until.ts'

/** A backend to judge. `away` and `back` take its server down and up again. */
export interface QueueHarness {
  open(): Promise<Queue>
  /** Forgets every job, as a lost server would. */
  wipe(): Promise<void>
  readonly away?: { down(): Promise<void>; up(): Promise<void> }
}

/** What every queue must do. */
export function queueContract(name: string, harness: () => QueueHarness): void {
  describe(`the queue on ${name}`, () => {
    let queue: Queue
    const opened: Queue[] = []
    const open = async (): Promise<Queue> => {
      const q = await harness().open()
      opened.push(q)
      return q
    }
    beforeEach(async () => {
      await harness().wipe()
      queue = await open()
    })
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((q) => q.close(2_000)))
    })
    const done: JobVerdict = { verdict: 'done' }

    it('brings every id to a worker', async () => {
      const seen = new Set<string>()
      queue.work('reply', 4, async (id) => {
        seen.add(id)
        return done
      })
      const ids = Array.from({ length: 200 }, (_, i) => `eff_test${i}_${i % 3}`)
      await Promise.all(ids.map((id) => queue.add('reply', [id])))
      await until(() => seen.size === 200)
      await until(async () => (await queue.depths()).reply === 0)
    })

    it('keeps queues apart', async () => {
      const seen: string[] = []
      queue.work('file', 2, async (id) => {
        seen.push(id)
        return done
      })
      await queue.add('reply', ['eff_other0_0'])
      await queue.add('file', ['eff_mine00_0'])
      await until(() => seen.length > 0)
      expect(seen).toEqual(['eff_mine00_0'])
      expect((await queue.depths()).reply).toBe(1)
    })

    it('takes an id that already waits once', async () => {
      await queue.add('intake', ['msg_same0000', 'msg_same0000'])
      await queue.add('intake', ['msg_same0000'])
      expect((await queue.depths()).intake).toBe(1)
    })

    it('takes an id again after it was done', async () => {
      let runs = 0
      queue.work('intake', 1, async () => {
        runs += 1
        return done
      })
      await queue.add('intake', ['msg_again000'])
      await until(() => runs === 1)
      await until(async () => (await queue.depths()).intake === 0)
      await queue.add('intake', ['msg_again000'])
      await until(() => runs === 2)
    })

    it('brings a job back later when told so, and after a throw', async () => {
      const runs: number[] = []
      queue.work('media', 1, async () => {
        runs.push(Date.now())
        if (runs.length === 1) return { verdict: 'later', afterMs: 300 }
        return done
      })
      await queue.add('media', ['med_later000'])
      await until(() => runs.length === 2)
      expect((runs[1] ?? 0) - (runs[0] ?? 0)).toBeGreaterThanOrEqual(290)
    })

    it('shares the work of several workers, each id once', async () => {
      const other = await open()
      const seen: string[] = []
      for (const q of [queue, other]) {
        q.work('intake', 3, async (id) => {
          seen.push(id)
          return done
        })
      }
      const ids = Array.from({ length: 100 }, (_, i) => `msg_share${i}x`)
      await queue.add('intake', ids)
      await until(() => seen.length >= 100)
      expect(new Set(seen).size).toBe(100)
      expect(seen).toHaveLength(100)
    })

    it('gives a job of a worker that died to another one', async () => {
      const dying = await open()
      const started = Promise.withResolvers<void>()
      dying.work('file', 1, () => {
        started.resolve()
        return new Promise<JobVerdict>(() => undefined)
      })
      await queue.add('file', ['eff_dying0_0'])
      await started.promise
      await dying.close(1)
      const seen: string[] = []
      queue.work('file', 1, async (id) => {
        seen.push(id)
        return done
      })
      await until(() => seen.length === 1, 20_000)
    })

    it('waits for work under way when it closes', async () => {
      let finished = false
      const started = Promise.withResolvers<void>()
      const closing = await open()
      closing.work('media', 1, async () => {
        started.resolve()
        await new Promise((r) => setTimeout(r, 300))
        finished = true
        return done
      })
      await closing.add('media', ['eff_close0_0'])
      await started.promise
      await closing.close(5_000)
      expect(finished).toBe(true)
    })

    it('says queue-away within seconds while its server is away, and works again when it is back', async () => {
      const { away } = harness()
      if (away === undefined) throw new Error(`the harness of ${name} must be able to take its server away`)
      const seen: string[] = []
      queue.work('intake', 1, async (id) => {
        seen.push(id)
        return done
      })
      await away.down()
      await expect(queue.add('intake', ['msg_away0000'])).rejects.toMatchObject({ code: 'queue-away' })
      await away.up()
      await until(async () => {
        await queue.add('intake', ['msg_back0000']).catch(() => undefined)
        return seen.includes('msg_back0000')
      }, 30_000)
    })
  })
}
