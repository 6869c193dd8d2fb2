/**
 * The second half of a turn: everything it decided in one statement, plus one for new requests, whose random
 * reference may have to be drawn again.
 * @module
 */
import { AppError } from '../core/errors.ts'
import type { RequestId } from '../core/request.ts'
import type { RequestPatch, RequestView, Turn } from '../core/turn.ts'
import { keepContacts } from './contacts.ts'
import { toJson, wellFormed } from './json.ts'
import type { Sql, Statement } from './ledger.ts'
import type { Settings } from './options.ts'
import { at, ms } from './rows.ts'
import type { Loaded } from './turn-load.ts'
import { type Plan, planWrites } from './turn-plan.ts'

/** Writes the turn. `known` are requests it has seen, whoever wrote them. */
export async function write(
  sql: Sql,
  settings: Settings,
  loaded: Loaded,
  turn: Turn,
  known: readonly RequestView[],
  now: number,
): Promise<void> {
  const plan = planWrites(turn, loaded.message)
  await create(sql, settings, loaded, plan, now)
  await keepContacts(sql, loaded.conversationId, turn, now)
  const unreadable = { request_id: null, actor: 'bot', what: 'state-unreadable', detail: {} }
  await sql.rows(writeAll, [
    loaded.conversationId,
    toJson(turn.state),
    turn.state.drafts.length,
    at(now),
    loaded.message?.id ?? null,
    toJson(await changes(sql, settings, plan, known)),
    toJson(plan.opened),
    toJson(plan.closed),
    toJson(loaded.state === null ? [unreadable, ...plan.history] : plan.history),
    toJson(
      turn.effects.map((effect) => ({
        id: effect.id,
        kind: effect.kind,
        request_id: effect.requestId,
        payload: effect,
      })),
    ),
    toJson(files(plan)),
    turn.consent,
    turn.reading === undefined ? null : toJson(turn.reading),
    loaded.message === null || loaded.receivedAt === null ? null : at(loaded.receivedAt),
  ])
}

/** How often a reference may be taken before we believe that the source is broken, not unlucky. */
const draws = 8

async function create(sql: Sql, settings: Settings, loaded: Loaded, plan: Plan, now: number): Promise<void> {
  let left = plan.created
  for (let n = 0; left.length > 0; n += 1) {
    if (n === draws) throw new AppError('bug', `${draws} random references in a row were taken`)
    const rows = left.map((request) => {
      const rule = settings.rule(request.service_code)
      return {
        ...request,
        reference: settings.randomReference(),
        private: rule.private,
        agency_responsible: rule.department || null,
        expected_at: rule.target === null ? null : settings.addTarget(now, rule.target).toISOString(),
      }
    })
    const made = await sql.rows<{ id: string }>(insertRequests, [
      toJson(rows),
      loaded.conversationId,
      at(now),
    ])
    const ids = new Set(made.map((row) => row.id))
    left = left.filter((request) => !ids.has(request.id))
  }
}

const insertRequests: Statement = {
  name: 'turn-create-1',
  text: `
    INSERT INTO service_requests
      (id, reference, conversation_id, channel, language, state, service_code, category, description, place,
       location, attributes, safety, message_ids, media_ids, private, agency_responsible, requested_at,
       updated_at, expected_at)
    SELECT id, reference, $2, channel, language, state, service_code, category, description, place,
       location, attributes, safety, message_ids, media_ids, private, agency_responsible, $3::timestamptz,
       $3::timestamptz, expected_at
    FROM jsonb_to_recordset($1::jsonb) AS r (
      id text, reference text, channel text, language text, state text, service_code text, category jsonb,
      description text, place jsonb, location jsonb, attributes jsonb, safety text, message_ids text[],
      media_ids text[], private boolean, agency_responsible text, expected_at timestamptz)
    ON CONFLICT (reference) DO NOTHING
    RETURNING id`,
}

/** Patches as rows. A new service brings its department, its privacy and a target counted from the request's date. */
async function changes(sql: Sql, settings: Settings, plan: Plan, known: readonly RequestView[]) {
  const rows: Record<string, unknown>[] = []
  for (const [id, patch] of plan.changed) {
    const { service_code, addText, addMessageIds, addMediaIds, ...rest } = patch
    const rule = service_code === undefined ? null : settings.rule(service_code)
    const expected =
      rule?.target == null ? null : settings.addTarget(await requestedAt(sql, id, known), rule.target)
    rows.push({
      id,
      ...rest,
      service_code,
      ...(rule === null ? {} : { private: rule.private, agency_responsible: rule.department || null }),
      expected_at: expected?.toISOString() ?? null,
      add_text: addText === undefined ? undefined : wellFormed(addText),
      add_message_ids: addMessageIds,
      add_media_ids: addMediaIds,
    })
  }
  return rows
}

async function requestedAt(sql: Sql, id: RequestId, known: readonly RequestView[]): Promise<number> {
  const view = known.find((request) => request.id === id)
  if (view !== undefined) return view.at
  const [row] = await sql.rows<{ at: number }>(readRequestedAt, [id])
  if (row === undefined) throw new AppError('not-found', 'a turn changed a request that does not exist')
  return row.at
}

const readRequestedAt: Statement = {
  name: 'turn-requested-1',
  text: `SELECT ${ms('requested_at')} AS at FROM service_requests WHERE id = $1`,
}

function files(plan: Plan): readonly { readonly id: string; readonly request_id: RequestId }[] {
  const of = (request_id: RequestId, ids: RequestPatch['addMediaIds']) =>
    (ids ?? []).map((id) => ({ id, request_id }))
  return [
    ...plan.created.flatMap((request) => of(request.id, request.media_ids)),
    ...[...plan.changed].flatMap(([id, patch]) => of(id, patch.addMediaIds)),
  ]
}

const writeAll: Statement = {
  name: 'turn-write-5',
  text: `
    WITH conversation AS (
      UPDATE conversations SET state = $2, open_drafts = $3, touched_at = $4,
        heard_at = greatest(heard_at, $14::timestamptz) WHERE id = $1),
    message AS (
      UPDATE messages SET state = 'done', done_at = $4, reading = $13 WHERE id = $5),
    changed AS (
      UPDATE service_requests r SET
        -- A worker may have filed it since the turn looked; filed never becomes filing again.
        state = CASE WHEN p.state = 'filing' AND r.state = 'filed' THEN r.state ELSE coalesce(p.state, r.state) END,
        service_code = coalesce(p.service_code, r.service_code),
        private = coalesce(p.private, r.private),
        agency_responsible = CASE WHEN p.service_code IS NULL THEN r.agency_responsible ELSE p.agency_responsible END,
        expected_at = CASE WHEN p.service_code IS NULL THEN r.expected_at ELSE p.expected_at END,
        category = coalesce(p.category, r.category),
        place = coalesce(p.place, r.place),
        location = coalesce(p.location, r.location),
        description = concat_ws(E'\\n', nullif(r.description, ''), p.add_text),
        attributes = r.attributes || coalesce(p.attributes, '{}'),
        message_ids = r.message_ids || coalesce(p.add_message_ids, '{}'),
        media_ids = r.media_ids || coalesce(p.add_media_ids, '{}'),
        status_notes = coalesce(p.status_notes, r.status_notes),
        updated_at = $4
      FROM jsonb_to_recordset($6::jsonb) AS p (
        id text, state text, service_code text, private boolean, agency_responsible text,
        expected_at timestamptz, category jsonb, place jsonb, location jsonb, add_text text, attributes jsonb,
        add_message_ids text[], add_media_ids text[], status_notes text)
      WHERE r.id = p.id),
    opened AS (
      INSERT INTO reviews (id, request_id, reason, pinned, opened_at, closed_at, outcome, closed_by)
      SELECT id, request_id, reason, pinned, $4, CASE WHEN outcome IS NULL THEN NULL ELSE $4::timestamptz END,
        outcome, closed_by
      FROM jsonb_to_recordset($7::jsonb) AS o (
        id text, request_id text, reason text, pinned boolean, outcome text, closed_by text)),
    ended AS (
      SELECT v.id, v.request_id, v.reason, o.outcome, o.closed_by
      FROM jsonb_to_recordset($8::jsonb) AS o (request_id text, review_id text, outcome text, closed_by text)
      JOIN reviews v ON v.request_id = o.request_id
      WHERE v.closed_at IS NULL AND (o.review_id IS NULL OR v.id = o.review_id)),
    closed AS (
      UPDATE reviews v SET closed_at = $4, outcome = o.outcome, closed_by = o.closed_by,
        version = v.version + 1, claimed_by = NULL, claimed_until = NULL
      FROM ended o WHERE v.id = o.id
      RETURNING v.id),
    -- What agents look at has changed: the other open reviews of changed requests, and every card of theirs.
    seen AS (
      UPDATE reviews v SET version = v.version + 1
      FROM jsonb_to_recordset($6::jsonb) AS p (id text)
      WHERE v.request_id = p.id AND v.closed_at IS NULL AND NOT EXISTS (SELECT 1 FROM ended o WHERE o.id = v.id)
      RETURNING v.id),
    -- Counted, so that reviews are locked before their cards, as everybody else does.
    cards AS (
      UPDATE cards k SET wanted = k.wanted + 1, attempts = 0, due_at = $4
      FROM (SELECT count(*) FROM closed) a, (SELECT count(*) FROM seen) b, reviews v, (
        SELECT id FROM jsonb_to_recordset($6::jsonb) AS p (id text)
        UNION SELECT request_id FROM jsonb_to_recordset($8::jsonb) AS o (request_id text)) touched
      WHERE v.request_id = touched.id AND k.review_id = v.id),
    -- A filing that gave up and is an agent's now, or nobody's, is not to be tried again from the dead letters.
    moot AS (
      UPDATE effects f SET state = 'suppressed', why = 'superseded'
      FROM ended o WHERE o.reason = 'not-filed' AND f.request_id = o.request_id AND f.kind = 'file' AND f.state = 'dead'),
    -- What has ended is not asked about any more.
    watched AS (
      UPDATE cases k SET status = CASE WHEN p.state = 'filed' THEN 'open' ELSE 'closed' END
      FROM jsonb_to_recordset($6::jsonb) AS p (id text, state text)
      WHERE k.request_id = p.id AND p.state IN ('filed', 'closed', 'cancelled', 'refused')),
    lines AS (
      INSERT INTO history (at, conversation_id, request_id, actor, what, detail)
      SELECT $4, $1, request_id, actor, what, detail
      FROM jsonb_to_recordset($9::jsonb) AS h (request_id text, actor text, what text, detail jsonb)),
    outbox AS (
      INSERT INTO effects (id, kind, conversation_id, request_id, message_id, payload, due_at, touched_at)
      SELECT id, kind, $1, request_id, $5, payload, $4, $4
      FROM jsonb_to_recordset($10::jsonb) AS e (id text, kind text, request_id text, payload jsonb)),
    -- Whoever hears of a request elsewhere may speak of it there.
    guests AS (
      INSERT INTO request_guests (request_id, channel, resident, ours, at)
      SELECT e.request_id, e.payload #>> '{elsewhere,channel}', e.payload #>> '{elsewhere,resident}',
        e.payload #>> '{elsewhere,ours}', $4
      FROM jsonb_to_recordset($10::jsonb) AS e (request_id text, payload jsonb)
      WHERE e.request_id IS NOT NULL AND e.payload -> 'elsewhere' IS NOT NULL
      ON CONFLICT DO NOTHING),
    files AS (
      UPDATE media m SET request_id = f.request_id
      FROM jsonb_to_recordset($11::jsonb) AS f (id text, request_id text)
      WHERE m.id = f.id),
    wish AS (
      INSERT INTO consents (channel, resident, ours, wish, at)
      SELECT channel, resident, ours, $12, $4 FROM conversations WHERE id = $1 AND $12::text IS NOT NULL
      ON CONFLICT (channel, resident, ours) DO UPDATE SET wish = excluded.wish, at = excluded.at)
    SELECT 1`,
}
