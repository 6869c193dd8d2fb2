/**
 * The door: messages become durable here. While one INSERT is on its way, later calls gather and go out
 * together as the next one, so that the price of a commit is shared exactly when it matters.
 * @module
 */
import { AppError } from '../core/errors.ts'
import type { Accepted } from '../core/ports.ts'
import type { InboundMessage } from '../core/request.ts'
import { toJson } from './json.ts'
import type { Sql, Statement } from './ledger.ts'

/** One call of `accept`, ready to go out. `rows` and `files` are the insides of JSON arrays. */
interface Call {
  readonly rows: string
  readonly files: string
  readonly ids: readonly InboundMessage['id'][]
  resolve(accepted: readonly Accepted[]): void
  reject(error: unknown): void
}

const callsAtOnce = 200
/** INSERTs on their way at once: while one waits for the disk, the next is being written. */
export const lanes = 3

/** `accept` of the Store. */
export function makeAccept(
  sql: Sql,
  mediaWaitMs: number,
): (messages: readonly InboundMessage[], receivedAt: number) => Promise<readonly Accepted[]> {
  const doors = Array.from({ length: lanes }, () => door(sql))
  return (messages, receivedAt) => {
    const [first] = messages
    if (first === undefined) return Promise.resolve([])
    return new Promise((resolve, reject) => {
      try {
        const call = { ...written(messages, receivedAt, mediaWaitMs), resolve, reject }
        doors[laneOf(first.from)]?.(call)
      } catch (cause) {
        reject(new AppError('malformed', 'a message cannot be written as JSON', { cause }))
      }
    })
  }
}

/**
 * A resident's messages take one lane: side by side a later one could come first, and two INSERTs with the same
 * redelivered messages would lock each other out.
 */
function laneOf(resident: string): number {
  let hash = 0
  for (let i = 0; i < resident.length; i += 1) hash = (Math.imul(hash, 31) + resident.charCodeAt(i)) >>> 0
  return hash % lanes
}

/** One INSERT at a time, in the order of the calls. */
function door(sql: Sql): (call: Call) => void {
  let waiting: Call[] = []
  let underway = false
  const work = async (): Promise<void> => {
    underway = true
    while (waiting.length > 0) {
      const calls = waiting.slice(0, callsAtOnce)
      waiting = waiting.slice(callsAtOnce)
      await insert(sql, calls)
    }
    underway = false
  }
  return (call) => {
    waiting.push(call)
    if (!underway) void work()
  }
}

/** Settles every call; never throws. A statement that fails for one call's sake is repeated call by call. */
async function insert(sql: Sql, calls: readonly Call[]): Promise<void> {
  const files = calls.map((call) => call.files).filter((part) => part !== '')
  const rows = `[${calls.map((call) => call.rows).join(',')}]`
  try {
    const found =
      files.length === 0
        ? await sql.rows<{ id: string }>(insertMessages, [rows])
        : await sql.rows<{ id: string }>(insertWithMedia, [rows, `[${files.join(',')}]`])
    const fresh = new Set(found.map((row) => row.id))
    // The first to bring a message has it fresh; the same one twice in a batch is a redelivery.
    for (const call of calls) call.resolve(call.ids.map((id) => ({ id, fresh: fresh.delete(id) })))
  } catch (error) {
    const everyone = error instanceof AppError && error.retry === 'later'
    if (everyone || calls.length === 1) {
      for (const call of calls) call.reject(error)
      return
    }
    for (const call of calls) await insert(sql, [call])
  }
}

function written(messages: readonly InboundMessage[], receivedAt: number, mediaWaitMs: number) {
  const at = new Date(receivedAt).toISOString()
  const deadline = new Date(receivedAt + mediaWaitMs).toISOString()
  const rows = messages.map(({ raw, ...normalised }) =>
    toJson({
      id: normalised.id,
      channel: normalised.channel,
      provider_id: normalised.providerId,
      resident: normalised.from,
      ours: normalised.to,
      normalised,
      raw,
      received_at: at,
      media_deadline: normalised.media.length > 0 ? deadline : null,
    }),
  )
  const files = messages.flatMap((message) =>
    message.media.map((file, n) =>
      toJson({
        id: file.id,
        message_id: message.id,
        n,
        url: file.url,
        announced_type: file.announcedType,
        at,
      }),
    ),
  )
  return { rows: rows.join(','), files: files.join(','), ids: messages.map((message) => message.id) }
}

const insertSql = `
  INSERT INTO messages
    (id, channel, provider_id, resident, ours, normalised, raw, received_at, touched_at, media_deadline)
  SELECT id, channel, provider_id, resident, ours, normalised, raw, received_at, received_at, media_deadline
  FROM json_to_recordset($1::json) AS r (
    id text, channel text, provider_id text, resident text, ours text, normalised jsonb, raw jsonb,
    received_at timestamptz, media_deadline timestamptz)
  ON CONFLICT DO NOTHING
  RETURNING id`

/** Providers hang up after 15 s (Twilio) or 10 s (most others); a 503 in time makes them come again. */
const answerWithinMs = 5_000

const insertMessages: Statement = { name: 'accept-1', text: insertSql, answerWithinMs }

const insertWithMedia: Statement = {
  name: 'accept-media-1',
  answerWithinMs,
  text: `
    WITH fresh AS (${insertSql}),
    files AS (
      INSERT INTO media (id, message_id, n, url, announced_type, due_at, touched_at)
      SELECT f.id, f.message_id, f.n, f.url, f.announced_type, f.at, f.at
      FROM json_to_recordset($2::json)
        AS f (id text, message_id text, n int, url text, announced_type text, at timestamptz)
      JOIN fresh ON fresh.id = f.message_id
      ON CONFLICT DO NOTHING)
    SELECT id FROM fresh`,
}
