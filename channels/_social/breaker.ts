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
/** Replies to one author in one hour, and in one thread of posts in one day (UTC). */
export const limits = { toAuthorAnHour: 10, inThreadADay: 12 } as const

/** Whether one more reply may go there; counts it. What did not go out is taken back with `undo`. */
export function breaker({ tally, clock, channel }: BreakerConfig) {
  const counters = (author: string, thread: string | null) => {
    const now = new Date(clock.now()).toISOString()
    return [
      { name: `${channel}:author:${author}`, period: now.slice(0, 13), most: limits.toAuthorAnHour },
      ...(thread === null
        ? []
        : [{ name: `${channel}:thread:${thread}`, period: now.slice(0, 10), most: limits.inThreadADay }]),
    ]
  }
  const undo = async (author: string, thread: string | null): Promise<void> => {
    for (const { name, period } of counters(author, thread)) await tally.add(name, period, -1, null)
  }
  return {
    async allows(author: string, thread: string | null): Promise<boolean> {
      for (const [at, { name, period, most }] of counters(author, thread).entries()) {
        if ((await tally.add(name, period, 1, most)).added) continue
        if (at > 0)
          await tally.add(`${channel}:author:${author}`, counters(author, null)[0]?.period ?? '', -1, null)
        return false
      }
      return true
    },
    undo,
  }
}
