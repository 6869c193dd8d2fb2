/**
 * One turn of a conversation, exactly once: lock, load, decide, write, commit. Six round trips, seven where
 * the conversation is new.
 * @module
 */
import type { Store, TurnInput, TurnOutcome, TurnSubject } from '../core/ports.ts'
import { emptyState, type RequestView, type Turn } from '../core/turn.ts'
import { makeAgree, makeAsked } from './contacts.ts'
import type { Ledger } from './ledger.ts'
import type { Settings } from './options.ts'
import { makeProve } from './proofs.ts'
import { keepDecision } from './turn-decision.ts'
import { find, lately, load, lock } from './turn-load.ts'
import { write } from './turn-write.ts'

/** `turn` of the Store. What `decide` throws comes through unchanged, and nothing has happened. */
export const makeTurn =
  (ledger: Ledger, settings: Settings): Store['turn'] =>
  (subject: TurnSubject, decide: (input: TurnInput) => Promise<Turn>): Promise<TurnOutcome> =>
    ledger.transaction(async (sql) => {
      const id = await lock(sql, subject, settings.clock.now())
      if (id === null) return { outcome: 'nothing' }
      // Only now: whoever held the lock may have written this millisecond.
      const now = settings.clock.now()
      const loaded = await load(sql, id, subject, now)
      if (subject.kind === 'message' && loaded.message === null) return { outcome: 'nothing' }
      if (loaded.waiting) return { outcome: 'waiting' }

      const known: RequestView[] = [...loaded.requests]
      if (loaded.request !== null) known.push(loaded.request)
      const turn = await decide({
        conversationId: id,
        channel: loaded.channel,
        state: loaded.state ?? emptyState,
        message: loaded.message,
        receivedAt: loaded.receivedAt ?? now,
        media: loaded.media,
        requests: loaded.requests,
        request: loaded.request,
        review: loaded.review,
        repeated: loaded.repeated,
        optedOut: loaded.optedOut,
        linked: loaded.linked,
        prove: makeProve(sql, id, now),
        agree: makeAgree(sql, id, loaded.message?.id ?? null, now),
        asked: makeAsked(sql, id, now),
        async find(numbers) {
          const found = await find(sql, numbers)
          known.push(...found)
          return found
        },
        lately: async (since) =>
          loaded.message === null ? { replies: 0, sameText: 0 } : lately(sql, id, loaded.message, since),
      })
      if (subject.kind === 'decision') await keepDecision(sql, settings, subject, turn, now)
      await write(sql, settings, loaded, turn, known, now)
      return {
        outcome: 'taken',
        effects: turn.effects.map((effect) => ({ id: effect.id, kind: effect.kind })),
        more: loaded.more,
      }
    })
