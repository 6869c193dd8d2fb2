import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AppError } from '../../src/core/errors.ts'
import type { Queue } from '../../src/core/ports.ts'
import type { MessageId } from '../../src/core/request.ts'
import { handOn } from '../../src/gateway/hand-on.ts'
import { message } from '../support/dialog.ts'

const id = (n: number): MessageId => `msg_${String(n).padStart(8, '0')}`

/** A queue that writes down what it is told. */
function listening(fails = false) {
  const told: { readonly queue: string; readonly ids: readonly string[] }[] = []
  const logged: string[] = []
  const add: Queue['add'] = async (queue, ids) => {
    if (fails) throw new AppError('queue-away', 'gone')
    if (ids.length > 0) told.push({ queue, ids: [...ids] })
  }
  const queue = { add } as Queue
  const tell = handOn(queue, (_level, event) => void logged.push(event))
  return { told, logged, take: (n: number) => tell([message('words', { id: id(n) })], [id(n)]) }
}

describe('handing on to the queue', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('brings what came together together', async () => {
    const { told, take } = listening()
    for (const n of [1, 2, 3]) take(n)
    await vi.advanceTimersByTimeAsync(20)
    expect(told).toEqual([{ queue: 'intake', ids: [id(1), id(2), id(3)] }])
  })

  it('tells of the files of a message too, and of nothing that was seen before', async () => {
    const told: string[] = []
    const queue = {
      add: async (name: string, ids: readonly string[]) =>
        void told.push(...ids.map((one) => `${name} ${one}`)),
    } as Queue
    const tell = handOn(queue, () => undefined)
    const media = [
      { id: 'med_00000001' as const, url: 'https://api.twilio.com/m', announcedType: 'image/jpeg' },
    ]
    tell([message('', { id: id(1), media }), message('', { id: id(2), media })], [id(1)])
    await vi.advanceTimersByTimeAsync(20)
    expect(told).toEqual([`intake ${id(1)}`, 'media med_00000001'])
  })

  it('waits longer in a burst, and no longer than a fifth of a second', async () => {
    const { told, take } = listening()
    for (let n = 0; n < 30; n += 1) take(n)
    await vi.advanceTimersByTimeAsync(20)
    take(100)
    await vi.advanceTimersByTimeAsync(20)
    expect(told).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(180)
    expect(told).toHaveLength(2)
  })

  it('says so and goes on where the queue is away', async () => {
    const { logged, take } = listening(true)
    take(1)
    await vi.advanceTimersByTimeAsync(20)
    expect(logged).toEqual(['queue.failed'])
  })
})
