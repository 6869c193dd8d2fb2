/**
 * What no case system took or offers becomes an agent's work, in the statement that says so.
 * @module
 */

/**
 * For a WITH over an effect `e` that has just ended, at time $2: its review `v`, opened again where there was one, and
 * the cards that show it. An id of the ledger's own: the dialog's may have the same seed. A change that an agent has
 * already before them is not opened a second time.
 */
export const handOverSql = `
    wanted AS (
      SELECT e.id, e.request_id, CASE e.kind WHEN 'file' THEN 'not-filed' ELSE 'change-after-filing' END AS reason
      FROM e WHERE e.kind IN ('file', 'amend') AND e.request_id IS NOT NULL AND e.state IN ('dead', 'done')),
    v AS (
      INSERT INTO reviews AS v (id, request_id, reason, pinned, opened_at)
      SELECT 'rev_' || substr(w.id, 5) || '_l', w.request_id, w.reason, false, $2 FROM wanted w
      WHERE NOT EXISTS (SELECT 1 FROM reviews o
        WHERE o.request_id = w.request_id AND o.reason = w.reason AND o.closed_at IS NULL)
      ON CONFLICT (id) DO UPDATE SET closed_at = NULL, outcome = NULL, closed_by = NULL, claimed_by = NULL,
        claimed_until = NULL, opened_at = excluded.opened_at, version = v.version + 1
        WHERE v.request_id = excluded.request_id
      RETURNING v.id, v.request_id, v.reason),
    shown AS (
      UPDATE cards k SET wanted = k.wanted + 1, attempts = 0, due_at = $2 FROM v WHERE k.review_id = v.id)`

/** Its line of history, as a SELECT. */
export const openedLineSql = `
      SELECT $2::timestamptz, e.conversation_id, v.request_id, 'bot', 'review-opened',
        jsonb_build_object('effectId', e.id, 'reviewId', v.id, 'reason', v.reason, 'pinned', false)
      FROM e JOIN v ON v.request_id = e.request_id`
