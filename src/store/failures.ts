/**
 * What PostgreSQL and its driver throw, in our words. Codes:
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 * @module
 */
import { AppError, type ErrorCode } from '../core/errors.ts'

/** Classes and codes, most specific first. The first prefix of the SQLSTATE that matches counts. */
const bySqlState: readonly (readonly [string, ErrorCode])[] = [
  ['08', 'storage-away'], // connection exceptions
  ['25006', 'storage-away'], // read-only: a failover is under way
  ['28', 'misconfigured'], // wrong user or password
  ['3D000', 'misconfigured'], // no such database
  ['40', 'storage-away'], // deadlock, serialization: another try works
  ['53', 'storage-away'], // out of disk, memory or connections
  ['54', 'malformed'], // a value larger than an index takes
  ['55P03', 'storage-away'], // lock_timeout
  ['57', 'storage-away'], // shutting down, starting up, statement_timeout
  ['58', 'storage-away'], // input or output failed
  ['22', 'malformed'], // a value no column takes
  ['23505', 'conflict'], // the same id twice
]

/** Everything without an SQLSTATE comes from the socket or the pool: the ledger does not answer. */
export function asStorageError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown
  const cause = thrown instanceof Error ? thrown : new Error(String(thrown))
  const sqlState = sqlStateOf(thrown)
  if (sqlState === null) {
    const bug = cause instanceof TypeError || cause instanceof RangeError || cause.name === 'ZodError'
    return bug
      ? new AppError('bug', cause.message, { cause })
      : new AppError('storage-away', `the ledger does not answer (${codeOf(cause)})`, { cause })
  }
  const code = bySqlState.find(([prefix]) => sqlState.startsWith(prefix))?.[1] ?? 'bug'
  // PostgreSQL's own sentence may quote a value; the SQLSTATE says enough and the cause has the rest.
  return new AppError(code, `the ledger refused a statement (SQLSTATE ${sqlState})`, { cause })
}

/** SQLSTATE of a thrown thing: five characters, or null where PostgreSQL did not throw it. */
export function sqlStateOf(thrown: unknown): string | null {
  if (typeof thrown !== 'object' || thrown === null) return null
  const { code, severity } = thrown as { code?: unknown; severity?: unknown }
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && severity !== undefined ? code : null
}

/** The same through our own wrapping. */
export const sqlStateWithin = (error: unknown): string | null =>
  sqlStateOf(error instanceof AppError ? error.cause : error)

function codeOf(error: Error): string {
  const code = (error as NodeJS.ErrnoException).code
  return typeof code === 'string' ? code : error.name
}
