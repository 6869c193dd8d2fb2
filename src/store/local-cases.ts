/**
 * The tables of the local case system: what a city without another one files into, exactly once per request.
 * @module
 */
import { z } from 'zod'
import { toJson } from './json.ts'
import { openLedger, type Sql, type Statement } from './ledger.ts'
import { ms, parsed } from './rows.ts'

/** A case of ours. `number` is what a resident may quote: the request's own reference where it has one. */
export interface LocalCaseRef {
  readonly id: string
  readonly number: string
}
export interface LocalCase extends LocalCaseRef {
  readonly requestId: string
  readonly status: 'open' | 'closed'
  readonly notes: string | null
  /** Unix milliseconds. */
  readonly changedAt: number
  readonly snapshot: unknown
}
/** Snapshots are JSON. Every call may be repeated. Throws AppError `storage-away`. */
export interface LocalCases {
  /** The same request always gets the same case. */
  open(requestId: string, snapshot: unknown): Promise<LocalCaseRef>
  find(requestId: string): Promise<LocalCaseRef | null>
  /** Those that are there, in any order. */
  read(ids: readonly string[]): Promise<readonly LocalCase[]>
  /** Open ones, the oldest first. */
  list(limit: number): Promise<readonly LocalCase[]>
  /** False where there is no such case. */
  amend(id: string, snapshot: unknown, change: string): Promise<boolean>
  /** By id or number. False where no such case is open. */
  close(idOrNumber: string, notes: string | null): Promise<boolean>
}

/** `db`: a ledger's connections (`openStore().sql`) or a URL to open two of its own with. */
export function localCases(db: Sql | string): LocalCases {
  const sql = typeof db === 'string' ? openLedger(db, 2, 'intake311-cases') : db
  return {
    async open(requestId, snapshot) {
      const id = `lc_${requestId.replace(/^req_/, '')}`
      const [made] = await sql.rows(open, [id, requestId, numberOf(snapshot) ?? id, toJson(snapshot)])
      // Where another call was faster this statement could not see its row yet; the next one can.
      const [row] = made === undefined ? await sql.rows(find, [requestId]) : [made]
      return parsed(Ref, row, 'a case')
    },
    async find(requestId) {
      const [row] = await sql.rows(find, [requestId])
      return row === undefined ? null : parsed(Ref, row, 'a case')
    },
    async read(ids) {
      return parsed(z.array(Case), await sql.rows(read, [ids]), 'a case')
    },
    async list(limit) {
      return parsed(z.array(Case), await sql.rows(list, [limit]), 'a case')
    },
    async amend(id, snapshot, change) {
      return (await sql.rows(amend, [id, toJson(snapshot), toJson(change)])).length > 0
    },
    async close(id, notes) {
      return (await sql.rows(close, [id, notes])).length > 0
    },
  }
}

const Ref = z.object({ id: z.string(), number: z.string() })
const Case = Ref.extend({
  requestId: z.string(),
  status: z.enum(['open', 'closed']),
  notes: z.string().nullable(),
  changedAt: z.number(),
  snapshot: z.unknown(),
})

const Numbered = z.object({ reference: z.string().min(1) })
/** The reference of a ServiceRequest or of a Filing. One number per request is easier to live with than two. */
function numberOf(snapshot: unknown): string | null {
  const inner = z.object({ request: Numbered }).safeParse(snapshot)
  if (inner.success) return inner.data.request.reference
  return Numbered.safeParse(snapshot).data?.reference ?? null
}

const open: Statement = {
  name: 'case-open-2',
  text: `
    INSERT INTO local_cases (id, request_id, number, snapshot) VALUES ($1, $2, $3, $4)
    ON CONFLICT DO NOTHING RETURNING id, number`,
}
const find: Statement = {
  name: 'case-find-1',
  text: 'SELECT id, number FROM local_cases WHERE request_id = $1',
}
const columns = `id, number, request_id AS "requestId", status, notes, ${ms('changed_at')} AS "changedAt", snapshot`
const read: Statement = {
  name: 'case-read-2',
  text: `SELECT ${columns} FROM local_cases WHERE id = ANY ($1::text[])`,
}
const list: Statement = {
  name: 'case-list-1',
  text: `SELECT ${columns} FROM local_cases WHERE status = 'open' ORDER BY opened_at LIMIT $1`,
}
const amend: Statement = {
  name: 'case-amend-1',
  text: `
    UPDATE local_cases SET snapshot = $2, changed_at = now(),
      changes = changes || jsonb_build_array(jsonb_build_object('change', $3::jsonb, 'at', now()))
    WHERE id = $1 RETURNING id`,
}
const close: Statement = {
  name: 'case-close-3',
  text: `
    UPDATE local_cases SET status = 'closed', notes = $2, changed_at = now()
    WHERE (id = $1 OR number = upper($1)) AND status = 'open' RETURNING id`,
}
