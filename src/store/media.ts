/**
 * Files of messages: what is still to fetch, and what was found.
 * @module
 */
import { z } from 'zod'
import type { MediaRow, Store } from '../core/ports.ts'
import { MediaId, MessageId, RequestId } from '../core/request.ts'
import type { Sql, Statement } from './ledger.ts'
import type { Settings } from './options.ts'
import { at, parsed } from './rows.ts'
import { withheldSql } from './withheld.ts'

const Row = z.object({
  id: MediaId,
  messageId: MessageId,
  url: z.string(),
  announcedType: z.string(),
  attempts: z.int(),
})

type MediaPart = 'mediaOf' | 'media' | 'mediaKept' | 'mediaFailed' | 'publicPhoto'

/** The media part of the Store. `mediaOf` and `media` know only files that are still on their way. */
export const makeMedia = (sql: Sql, settings: Settings): Pick<Store, MediaPart> => ({
  async mediaOf(messageId): Promise<readonly MediaRow[]> {
    return parsed(z.array(Row), await sql.rows(ofMessage, [messageId]), 'a file')
  },
  async media(id) {
    return parsed(z.array(Row), await sql.rows(byId, [id]), 'a file')[0] ?? null
  },
  async mediaKept(id, kept) {
    const { kind, type, bytes, sha256, width, height, point, shown } = kept
    const values = [
      id,
      kind,
      type,
      bytes,
      sha256,
      width,
      height,
      point?.lat ?? null,
      point?.lon ?? null,
      shown,
    ]
    await sql.rows(keep, values)
  },
  async mediaFailed(id, code, final, retryAt) {
    await sql.rows(fail, [id, at(settings.clock.now()), code, final, at(retryAt)])
  },
  async publicPhoto(id) {
    const [row] = await sql.rows<{ id: unknown }>(owner, [id])
    return row === undefined ? null : { requestId: parsed(RequestId, row.id, 'a service request') }
  },
})

const columns = 'id, message_id AS "messageId", url, announced_type AS "announcedType", attempts'
const ofMessage: Statement = {
  name: 'media-of-1',
  text: `SELECT ${columns} FROM media WHERE message_id = $1 AND state = 'waiting' ORDER BY n`,
}
const byId: Statement = {
  name: 'media-1',
  text: `SELECT ${columns} FROM media WHERE id = $1 AND state = 'waiting'`,
}
const keep: Statement = {
  name: 'media-kept-2',
  text: `
    WITH m AS (
    UPDATE media SET state = 'kept', kind = $2, type = $3, bytes = $4, sha256 = $5, width = $6, height = $7,
      lat = $8, lon = $9, shown = $10, attempts = attempts + 1, error_code = NULL
    WHERE id = $1 RETURNING request_id),
    -- A photo that came late is shown as well.
    v AS (
      UPDATE reviews v SET version = v.version + 1
      FROM m WHERE v.request_id = m.request_id AND v.closed_at IS NULL RETURNING v.id)
    UPDATE cards c SET wanted = c.wanted + 1, attempts = 0 FROM v WHERE c.review_id = v.id`,
}
const fail: Statement = {
  name: 'media-failed-1',
  text: `
    UPDATE media SET state = CASE WHEN $4 THEN 'failed' ELSE 'waiting' END, error_code = $3,
      attempts = attempts + 1, due_at = $5, touched_at = $2
    WHERE id = $1 AND state = 'waiting'`,
}
const owner: Statement = {
  name: 'media-public-1',
  text: `
    SELECT r.id FROM media m JOIN service_requests r ON r.id = m.request_id
    WHERE m.id = $1 AND m.shown AND m.state = 'kept' AND NOT ${withheldSql('r')}`,
}
