/**
 * Agents who are signed in. Only hashes of links and cookies are kept.
 * @module
 */
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { SessionStore } from '../core/ports.ts'
import type { Sql, Statement } from './ledger.ts'
import type { Settings } from './options.ts'
import { at, parsed } from './rows.ts'

const Session = z.object({ agent: z.string(), csrf: z.string() })

export const makeSessions = (sql: Sql, settings: Settings): SessionStore => ({
  async addSignIn(hash, expiresAt) {
    await sql.rows(addSignIn, [hash, at(expiresAt), at(settings.clock.now())])
  },
  async signIn(hash, session) {
    const values = [hash, at(settings.clock.now()), session.hash, session.agent, session.csrf]
    return (await sql.rows(signIn, [...values, at(session.expiresAt)])).length > 0
  },
  async session(hash) {
    const [row] = await sql.rows(session, [hash, at(settings.clock.now())])
    return row === undefined ? null : parsed(Session, row, 'a session')
  },
  async renameAgent(hash, agent) {
    await sql.rows(rename, [hash, agent])
  },
  async endSession(hash) {
    await sql.rows(end, [hash])
  },
  async secret(name) {
    const [row] = await sql.rows<{ value: string }>(secret, [name, randomBytes(32).toString('base64url')])
    return parsed(z.string(), row?.value, 'a secret')
  },
})

const addSignIn: Statement = {
  name: 'sign-in-add-1',
  text: `
    WITH old AS (DELETE FROM sign_ins WHERE expires_at < $3),
    gone AS (DELETE FROM agent_sessions WHERE expires_at < $3)
    INSERT INTO sign_ins (hash, expires_at) VALUES ($1, $2)`,
}
const signIn: Statement = {
  name: 'sign-in-1',
  text: `
    WITH link AS (
      UPDATE sign_ins SET used_at = $2 WHERE hash = $1 AND used_at IS NULL AND expires_at > $2 RETURNING hash)
    INSERT INTO agent_sessions (hash, agent, csrf, expires_at) SELECT $3, $4, $5, $6 FROM link RETURNING hash`,
}
const session: Statement = {
  name: 'session-1',
  text: 'SELECT agent, csrf FROM agent_sessions WHERE hash = $1 AND expires_at > $2',
}
const rename: Statement = {
  name: 'session-rename-1',
  text: 'UPDATE agent_sessions SET agent = $2 WHERE hash = $1',
}
const end: Statement = { name: 'session-end-1', text: 'DELETE FROM agent_sessions WHERE hash = $1' }
/** The second value is only taken where there is none; both calls of a race read the same row. */
const secret: Statement = {
  name: 'secret-1',
  text: `
    INSERT INTO secrets (name, value) VALUES ($1, $2)
    ON CONFLICT (name) DO UPDATE SET value = secrets.value RETURNING value`,
}
