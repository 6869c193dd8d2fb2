/**
 * Ends loops: two programs that answer each other, a thread that only has us in it, one account that asks all day.
 * @module
 */
import type { Clock, Tally } from '../../src/core/ports.ts'

export interface BreakerConfig {
  readonly tally: Tally
  readonly clock: Clock
  /** Names the counters: that of the channel. */
  readonly channel: string
}
/** Open replies to one author in one hour, and in one thread in one day (UTC); direct messages to one in an hour. */
export const limits = { toAuthorAnHour: 10, inThreadADay: 12, directAnHour: 40 } as const

/** Whether one more reply may go there; counts it. What did not go out is taken back with `undo`. */
export function breaker({ tally, clock, channel }: BreakerConfig) {
  /** `thread` null: between two. */
  const counters = (author: string, thread: string | null) => {
    const now = new Date(clock.now()).toISOString()
    const hour = now.slice(0, 13)
    if (thread === null)
      return [{ name: `${channel}:direct:${author}`, period: hour, most: limits.directAnHour }]
    return [
      { name: `${channel}:author:${author}`, period: hour, most: limits.toAuthorAnHour },
      { name: `${channel}:thread:${thread}`, period: now.slice(0, 10), most: limits.inThreadADay },
    ]
  }
  const undo = async (author: string, thread: string | null): Promise<void> => {
    for (const { name, period } of counters(author, thread)) await tally.add(name, period, -1, null)
  }
  return {
    async allows(author: string, thread: string | null): Promise<boolean> {
      const all = counters(author, thread)
      for (const [at, { name, period, most }] of all.entries()) {
        if ((await tally.add(name, period, 1, most)).added) continue
        for (const counted of all.slice(0, at)) await tally.add(counted.name, counted.period, -1, null)
        return false
      }
      return true
    },
    undo,
  }
}
