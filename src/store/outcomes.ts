/**
 * What became of a claimed effect. Everything here is guarded by the state `doing`: who comes late, after
 * another process finished the same effect, changes nothing.
 * @module
 */
import type { EffectOutcome, Store } from '../core/ports.ts'
import type { EffectId } from '../core/request.ts'
import { releasedSql } from './company.ts'
import { handOverSql, openedLineSql } from './hand-over.ts'
import { hearerSql } from './hearer.ts'
import { wellFormed } from './json.ts'
import type { Sql, Statement } from './ledger.ts'
import type { Settings } from './options.ts'
import { at } from './rows.ts'

/** `finish` and `fail` of the Store. */
export const makeOutcomes = (sql: Sql, settings: Settings): Pick<Store, 'finish' | 'fail'> => ({
  async finish(id, outcome) {
    const [statement, values] = finishing(id, outcome, at(settings.clock.now()))
    await sql.rows(statement, values)
  },
  async fail(id, code, providerCode, retryAt, uncertain) {
    const retry = retryAt === null ? null : at(retryAt)
    await sql.rows(fail, [id, at(settings.clock.now()), code, providerCode, retry, uncertain])
  },
})

function finishing(id: EffectId, outcome: EffectOutcome, now: string): [Statement, readonly unknown[]] {
  if (outcome.kind === 'replied') {
    const { providerId, status, rank } = outcome.receipt
    const values = [id, now, wellFormed(outcome.text), providerId, status, rank]
    const { update } = outcome
    return update === undefined ? [replied, values] : [repliedUpdate, [...values, update.unasked]]
  }
  if (outcome.kind === 'put-off') return [putOff, [id, now, at(outcome.until), outcome.why]]
  if (outcome.kind === 'filed') {
    const { system, id: caseId, number } = outcome.ref
    return [filed, [id, now, system, wellFormed(caseId), number === null ? null : wellFormed(number)]]
  }
  if (outcome.kind === 'by-hand') return [byHand, [id, now]]
  const why = outcome.kind === 'suppressed' ? outcome.why : null
  return [ended, [id, now, outcome.kind === 'suppressed' ? 'suppressed' : 'done', why, outcome.kind]]
}

/**
 * The delivery's row is keyed by the provider's id and written by whoever knows it first, this statement or
 * the report; each sees the other's. `d.failure` is set where the report was faster.
 */
const repliedSql = (set: string, more: string): string => `
    WITH e AS (
      UPDATE effects SET state = 'done', claimed_until = NULL, ended_at = $2, text = $3, provider_id = $4${set}
      WHERE id = $1 AND state = 'doing' RETURNING *),${more}
    d AS (
      INSERT INTO deliveries AS d (channel, provider_id, effect_id, status, rank, updated_at)
      SELECT h.channel, $4, e.id, $5, $6::int, $2
      FROM e JOIN conversations c ON c.id = e.conversation_id, LATERAL (${hearerSql}) h
      ON CONFLICT (channel, provider_id) DO UPDATE SET effect_id = excluded.effect_id,
        status = CASE WHEN excluded.rank > d.rank THEN excluded.status ELSE d.status END,
        rank = greatest(excluded.rank, d.rank)
      RETURNING d.*),
    lines AS (
      INSERT INTO history (at, conversation_id, request_id, actor, what, detail)
      SELECT $2, e.conversation_id, e.request_id, 'bot', x.what, x.detail
      FROM e JOIN d ON d.effect_id = e.id,
      LATERAL (
        SELECT 'replied' AS what,
          jsonb_build_object('effectId', e.id, 'say', e.payload #>> '{reply,speech,say}') AS detail
        UNION ALL
        SELECT 'reply-failed', jsonb_build_object('effectId', e.id, 'failure', d.failure, 'providerCode', d.provider_code)
        WHERE d.failure IS NOT NULL) x)
    INSERT INTO consents (channel, resident, ours, wish, at)
    SELECT h.channel, h.resident, h.ours, 'out', $2
    FROM e JOIN d ON d.effect_id = e.id JOIN conversations c ON c.id = e.conversation_id, LATERAL (${hearerSql}) h
    WHERE d.failure = 'opted-out'
    ON CONFLICT (channel, resident, ours) DO UPDATE SET wish = excluded.wish, at = excluded.at`

const replied: Statement = { name: 'effect-replied-1', text: repliedSql('', '') }

/** The same of a reply that no message asked for: those that went out with it are done in the same moment. */
const repliedUpdate: Statement = {
  name: 'effect-replied-update-1',
  text: repliedSql(
    ', unasked = $7',
    `
    joined AS (
      UPDATE effects j SET state = 'suppressed', why = 'joined', ended_at = $2
      FROM e WHERE j.joined_into = e.id AND j.state = 'todo' RETURNING j.*),
    joined_lines AS (
      INSERT INTO history (at, conversation_id, request_id, actor, what, detail)
      SELECT $2, j.conversation_id, j.request_id, 'bot', 'joined',
        jsonb_build_object('effectId', j.id, 'into', $1::text, 'say', j.payload #>> '{reply,speech,say}')
      FROM (SELECT * FROM joined ORDER BY seq) j),`,
  ),
}

/** No try: its count goes back. The history says so once, however often it is put off. */
const putOff: Statement = {
  name: 'effect-put-off-1',
  text: `
    WITH e AS (
      UPDATE effects SET state = 'todo', due_at = $3, touched_at = $2, claimed_until = NULL,
        attempts = attempts - 1, held_since = coalesce(held_since, $2)
      WHERE id = $1 AND state = 'doing' RETURNING *)
    INSERT INTO history (at, conversation_id, request_id, actor, what, detail)
    SELECT $2, e.conversation_id, e.request_id, 'bot', 'put-off',
      jsonb_build_object('effectId', e.id, 'why', $4::text, 'until', $3::timestamptz)
    FROM e WHERE e.held_since = $2::timestamptz`,
}

const filed: Statement = {
  name: 'effect-filed-3',
  text: `
    WITH e AS (
      UPDATE effects SET state = 'done', claimed_until = NULL, ended_at = $2
      WHERE id = $1 AND state = 'doing' RETURNING *),
    k AS (
      INSERT INTO cases AS k (request_id, system, system_id, number, filed_at, status)
      SELECT e.request_id, $3, $4, $5, $2,
        -- Withdrawn meanwhile: there is nothing to be told of it.
        CASE WHEN r.state IN ('closed', 'cancelled', 'refused') THEN 'closed' ELSE 'open' END
      FROM e JOIN service_requests r ON r.id = e.request_id
      ON CONFLICT (request_id, system) DO UPDATE SET system_id = excluded.system_id,
        number = coalesce(excluded.number, k.number)),
    r AS (
      UPDATE service_requests r SET state = 'filed', updated_at = $2
      FROM e WHERE r.id = e.request_id AND r.state = 'filing'),
    -- Whoever was to file it by hand need not any more; the others have a number to look at.
    v AS (
      UPDATE reviews v SET version = v.version + 1,
        closed_at = CASE WHEN v.reason = 'not-filed' THEN $2::timestamptz END,
        outcome = CASE WHEN v.reason = 'not-filed' THEN 'filed' END,
        closed_by = CASE WHEN v.reason = 'not-filed' THEN $3 END,
        claimed_by = CASE WHEN v.reason = 'not-filed' THEN NULL ELSE v.claimed_by END,
        claimed_until = CASE WHEN v.reason = 'not-filed' THEN NULL ELSE v.claimed_until END
      FROM e WHERE v.request_id = e.request_id AND v.closed_at IS NULL
      RETURNING v.id),
    c AS (
      UPDATE cards c SET wanted = c.wanted + 1, attempts = 0, due_at = $2
      FROM (SELECT count(*) FROM v) first, e JOIN reviews v ON v.request_id = e.request_id WHERE c.review_id = v.id),
    moot AS (
      UPDATE effects f SET state = 'suppressed', why = 'superseded'
      FROM e WHERE f.request_id = e.request_id AND f.kind = 'file' AND f.state = 'dead' AND f.id <> e.id)
    INSERT INTO history (at, conversation_id, request_id, actor, what, detail)
    SELECT $2, e.conversation_id, e.request_id, $3, 'filed',
      jsonb_build_object('effectId', e.id, 'caseId', $4::text, 'number', $5::text) FROM e`,
}

const ended: Statement = {
  name: 'effect-ended-2',
  text: `
    WITH e AS (
      UPDATE effects SET state = $3, claimed_until = NULL, ended_at = $2, why = $4
      WHERE id = $1 AND state = 'doing' RETURNING *),
    ${releasedSql}
    INSERT INTO history (at, conversation_id, request_id, actor, what, detail)
    SELECT $2, e.conversation_id, e.request_id, 'bot', $5,
      jsonb_strip_nulls(jsonb_build_object('effectId', e.id, 'why', $4::text, 'change', e.payload ->> 'change')) FROM e`,
}

const byHand: Statement = {
  name: 'effect-by-hand-2',
  text: `
    WITH e AS (
      UPDATE effects SET state = 'done', claimed_until = NULL, ended_at = $2, why = 'by-hand'
      WHERE id = $1 AND state = 'doing' RETURNING *),
    ${handOverSql}
    INSERT INTO history (at, conversation_id, request_id, actor, what, detail) ${openedLineSql}`,
}

/** Doubt stays: a later try that surely failed does not prove that the earlier one did. */
const fail: Statement = {
  name: 'effect-fail-4',
  text: `
    WITH e AS (
      UPDATE effects SET state = CASE WHEN $5::timestamptz IS NULL THEN 'dead' ELSE 'todo' END,
        due_at = coalesce($5, due_at), ended_at = CASE WHEN $5::timestamptz IS NULL THEN $2::timestamptz END,
        touched_at = $2, claimed_until = NULL, error_code = $3, provider_code = $4, uncertain = uncertain OR $6
      WHERE id = $1 AND state = 'doing' RETURNING *),
    ${handOverSql},
    ${releasedSql}
    INSERT INTO history (at, conversation_id, request_id, actor, what, detail)
    SELECT $2::timestamptz, e.conversation_id, e.request_id, 'bot', e.kind || '-dead',
      jsonb_build_object('effectId', e.id, 'code', e.error_code, 'providerCode', e.provider_code, 'attempts', e.attempts)
    FROM e WHERE e.state = 'dead'
    UNION ALL ${openedLineSql}`,
}
