import type { TurnSubject } from '../core/ports.ts'
import { forLearning } from '../core/privacy.ts'
import type { Turn } from '../core/turn.ts'
import { toJson } from './json.ts'
import type { Sql, Statement } from './ledger.ts'
import type { Settings } from './options.ts'
import { at } from './rows.ts'

/** Writes down what an agent decided, before the request changes: the suggestion and the answer, as an example. */
export async function keepDecision(
  sql: Sql,
  { keepsWords }: Pick<Settings, 'keepsWords'>,
  subject: Extract<TurnSubject, { kind: 'decision' }>,
  turn: Turn,
  now: number,
): Promise<void> {
  if (turn.writes.length === 0) return
  const { decision, key, surface } = subject
  const { requestId, reviewId, agent, action, code, place } = decision
  const decided = toJson({
    ...(code === undefined ? {} : { code }),
    ...(place === undefined ? {} : { place }),
  })
  const [request] = keepsWords ? await sql.rows<{ words: string }>(wordsOf, [requestId]) : []
  const words = request === undefined ? null : forLearning(request.words)
  await sql.rows(keep, [key, reviewId, requestId, at(now), agent, surface, action, decided, words])
}

const wordsOf: Statement = {
  name: 'decision-words-1',
  text: 'SELECT description AS words FROM service_requests WHERE id = $1',
}
const keep: Statement = {
  name: 'decision-keep-2',
  text: `
    INSERT INTO decisions (key, review_id, request_id, at, agent, surface, action, suggested, decided, words)
    SELECT $1, $2, r.id, $4, $5, $6, $7,
      jsonb_build_object('code', r.service_code, 'confidence', r.category -> 'confidence',
        'by', r.category -> 'by', 'alternatives', r.category -> 'alternatives', 'place', r.place),
      jsonb_build_object('code', r.service_code, 'place', r.place) || $8::jsonb, $9
    FROM service_requests r WHERE r.id = $3
    ON CONFLICT (key) DO NOTHING`,
}
