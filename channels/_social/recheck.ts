/**
 * What was deleted on a network has to go here too, within a day, also where another's post leans on it; and what is
 * old goes by itself, so that it need not be asked about for ever. Asks about all that is still kept, once a day.
 * @module
 */
import { z } from 'zod'
import type { Clock, Inbound, Inbox, KeptMessage } from '../../src/core/ports.ts'

export interface RecheckConfig {
  readonly clock: Clock
  /** How long words and raw fields of a post are kept at most. Milliseconds. */
  readonly keepMs: number
  /** So many at once. */
  readonly atOnce: number
  /** Whether the network can be asked about it. */
  readonly canAsk: (message: KeptMessage) => boolean
  /** Which of them are gone, by the provider's id. Null: not today. */
  readonly gone: (providerIds: readonly string[]) => Promise<ReadonlySet<string> | null>
}

const Place = z.object({ began: z.number(), after: z.string() })
const cursor = 'recheck'
const leaseMs = 60_000
/** A round a day, with room for one that takes long. */
const roundMs = 20 * 3_600_000
const quietMs = 600_000

/** One step of a round. After how many milliseconds to come again. */
export function recheck({
  clock,
  keepMs,
  atOnce,
  canAsk,
  gone,
}: RecheckConfig): (inbox: Inbox) => Promise<number> {
  return async (inbox) => {
    const held = await inbox.hold(cursor, leaseMs)
    if (held === 'held') return quietMs
    const now = clock.now()
    let next = held.value === null ? { began: now, after: '' } : Place.parse(JSON.parse(held.value))
    try {
      if (next.after === 'done') {
        if (now - next.began < roundMs) return quietMs
        next = { began: now, after: '' }
      }
      const kept = await inbox.kept(next.after, atOnce)
      const last = kept.at(-1)
      if (last === undefined) {
        next = { ...next, after: 'done' }
        return quietMs
      }
      const old = kept.filter(({ receivedAt }) => now - receivedAt > keepMs)
      const young = kept.filter((one) => !old.includes(one) && canAsk(one))
      const asked = [
        ...new Set(young.flatMap(({ providerId, source }) => [providerId, source ?? providerId])),
      ]
      const missing = new Set<string>()
      for (let from = 0; from < asked.length; from += atOnce) {
        const some = await gone(asked.slice(from, from + atOnce))
        if (some === null) return quietMs
        for (const id of some) missing.add(id)
      }
      const withdrawn: Inbound[] = [
        ...old.map(({ id }): Inbound => ({ kind: 'withdrawn', messageId: id, why: 'aged' })),
        ...young
          .filter(({ providerId }) => missing.has(providerId))
          .map(({ id }): Inbound => ({ kind: 'withdrawn', messageId: id, why: 'deleted' })),
        ...young
          .filter(({ providerId, source }) => !missing.has(providerId) && missing.has(source ?? providerId))
          .map(({ id }): Inbound => ({ kind: 'withdrawn', messageId: id, why: 'source-deleted' })),
      ]
      if (withdrawn.length > 0) await inbox.take(withdrawn)
      next = { ...next, after: last.at }
      return 0
    } finally {
      await inbox.keep(cursor, JSON.stringify(next))
    }
  }
}
