/**
 * The real desk on a ledger of its own: what the fake one is measured by, and what races are run against.
 * @module
 */
import { bostonPolicy, bostonStoreRules } from '../../src/app/city.ts'
import { bostonPlaceAt, bostonPlaces } from '../../src/app/understanding.ts'
import type { Desk, Queue } from '../../src/core/ports.ts'
import type { NewServiceRequest, Settled } from '../../src/core/request.ts'
import { pinnedReasons } from '../../src/core/request.ts'
import type { EffectKind, Turn } from '../../src/core/turn.ts'
import { makeDesk } from '../../src/desk/desk.ts'
import type { OpenStore } from '../../src/store/index.ts'
import { openStore } from '../../src/store/index.ts'
import type { Intake } from '../../workers/intake.ts'
import { takeTurn } from '../../workers/intake.ts'
import type { Stage } from '../contract/desk-surface.contract.ts'
import { fresh, text, turnOf } from '../contract/store-records.ts'
import { testDatabase } from './postgres.ts'

export interface RealStage extends Stage {
  /** Closes all open reviews: what the next one opens is all that is open. */
  clear(): Promise<void>
  readonly store: OpenStore
  /** Effects of a request, as they stand in the outbox. */
  effectsOf(requestId: string): Promise<readonly EffectKind[]>
}

/** A queue nobody works. */
const idleQueue: Queue = {
  add: () => Promise.resolve(),
  work: () => undefined,
  depths: () => Promise.resolve({ intake: 0, media: 0, file: 0, reply: 0 }),
  close: () => Promise.resolve(),
}

export async function realStage(clock = { now: () => Date.now() }): Promise<RealStage> {
  const database = await testDatabase()
  const store = await openStore({ url: database.url, maxConnections: 12, clock, ...bostonStoreRules })
  await store.migrate()
  const log = () => undefined
  const intake: Intake = {
    store,
    queue: idleQueue,
    policy: bostonPolicy,
    understand: () => {
      throw new Error('nobody writes here')
    },
    clock,
    log,
  }
  const desk: Desk = makeDesk({
    store,
    take: (subject, seen) => takeTurn(intake, subject, seen),
    policy: bostonPolicy,
    places: bostonPlaces,
    placeAt: bostonPlaceAt,
    clock,
    log,
  })
  const said = async (from: string, words: string, turn: (messageId: `msg_${string}`) => Turn) => {
    const message = text({ from, text: words })
    await store.accept([message], clock.now())
    await store.turn({ kind: 'message', messageId: message.id }, async () => turn(message.id))
  }
  const residents = new Map<string, string>()

  return {
    desk,
    store,
    clock,
    sessions: store,
    async put({ words, reason = 'service-unclear', service = null, others = [], place = null, ...more }) {
      const n = fresh()
      const resident = more.resident ?? `+1617${n.slice(-7)}`
      const [requestId, reviewId] = [`req_${n}`, `rev_${n}`] as const
      await said(resident, words, (messageId) => {
        const settled = {
          by: 'classifier' as const,
          alternatives: others.map((o) => ({ value: o.code, confidence: o.confidence })),
          evidence: [],
          messageId,
        } satisfies Partial<Settled>
        const request: NewServiceRequest = {
          id: requestId,
          channel: 'sms',
          language: more.language ?? 'en',
          state: 'review',
          service_code: service?.code ?? null,
          category: { ...settled, confidence: service?.confidence ?? 0 },
          description: words,
          place,
          location: place === null ? null : { ...settled, alternatives: [], confidence: 0.6 },
          attributes: {},
          safety: reason === 'emergency' ? 'emergency' : 'none',
          message_ids: [messageId],
          media_ids: [],
        }
        return turnOf({
          writes: [
            { do: 'create', request, actor: 'bot' },
            { do: 'open-review', requestId, reviewId, reason, pinned: pinnedReasons.has(reason) },
          ],
        })
      })
      residents.set(reviewId, resident)
      const row = await desk.review(reviewId)
      if (row === null) throw new Error('the review that was just opened is not there')
      return row
    },
    async addWords(id, words) {
      const row = await desk.review(id)
      if (row === null) throw new Error(`no review ${id}`)
      await said(residents.get(id) ?? '', words, (messageId) =>
        turnOf({
          writes: [
            {
              do: 'change',
              requestId: row.request.id,
              what: 'added words',
              actor: 'resident',
              patch: { addText: words, addMessageIds: [messageId] },
            },
          ],
        }),
      )
    },
    async effectsOf(requestId) {
      const rows = await store.sql.rows<{ kind: EffectKind }>(
        { name: '', text: 'SELECT kind FROM effects WHERE request_id = $1 ORDER BY seq' },
        [requestId],
      )
      return rows.map((row) => row.kind)
    },
    async clear() {
      await store.sql.rows(
        { name: '', text: "UPDATE reviews SET closed_at = now(), outcome = 'withdrawn', closed_by = 'test'" },
        [],
      )
    },
    async close() {
      await store.close()
      await database.drop()
    },
  }
}
