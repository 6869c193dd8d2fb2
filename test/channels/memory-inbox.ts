/**
 * The ledger's door in memory, for receivers that a test steps through by a clock of its own.
 * @module
 */
import { AppError } from '../../src/core/errors.ts'
import type { Inbound, Inbox, KeptMessage } from '../../src/core/ports.ts'
import type { InboundMessage } from '../../src/core/request.ts'
import { silent } from './social.harness.ts'

/** Chance that is the same every time (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const sourceOf = ({ raw }: InboundMessage): string | null =>
  (raw.borrowed as { readonly post: string } | undefined)?.post ?? null

/** The ledger's door in memory, and a process that may fall in it. */
export function memoryInbox(clock: { now(): number }, falls: () => boolean) {
  const cursors = new Map<string, { value: string | null; until: number }>()
  const messages = new Map<string, InboundMessage>()
  const receivedAt = new Map<string, number>()
  const gone = new Map<string, string>()
  let again = 0
  const inbox: Inbox = {
    async take(inbound: readonly Inbound[]) {
      if (falls()) throw new AppError('storage-away', 'fell before storing')
      for (const one of inbound) {
        if (one.kind === 'withdrawn') gone.set(one.messageId, one.why)
        if (one.kind !== 'message') continue
        if (messages.has(one.message.id)) again += 1
        else {
          messages.set(one.message.id, one.message)
          receivedAt.set(one.message.id, clock.now())
        }
      }
      if (falls()) throw new AppError('storage-away', 'fell after storing')
    },
    async hold(cursor, leaseMs) {
      const held = cursors.get(cursor)
      if (held !== undefined && held.until > clock.now()) return 'held'
      cursors.set(cursor, { value: held?.value ?? null, until: clock.now() + leaseMs })
      return { value: held?.value ?? null }
    },
    async keep(cursor, value) {
      // A process that fell writes nothing: its hold lapses.
      if (falls()) throw new AppError('storage-away', 'fell before keeping')
      cursors.set(cursor, { value, until: 0 })
    },
    kept: async (after, most) =>
      [...messages.values()]
        .map(
          (message, at): KeptMessage => ({
            id: message.id,
            providerId: message.providerId,
            receivedAt: receivedAt.get(message.id) ?? 0,
            at: String(at + 1).padStart(9, '0'),
            source: gone.get(message.id) === 'source-deleted' ? null : sourceOf(message),
          }),
        )
        .filter(({ id, at }) => at > after && [undefined, 'source-deleted'].includes(gone.get(id)))
        .slice(0, most),
    log: silent,
  }
  return { inbox, messages, gone, again: () => again }
}
