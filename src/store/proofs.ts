/**
 * Proofs that two addresses are one resident's: started by LINK, ended by the right digits, by five wrong ones, or by
 * the clock. Neither address is kept here, and the digits as a salted hash only.
 * @module
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { Store, TurnInput } from '../core/ports.ts'
import { ChannelName, type ConversationId } from '../core/request.ts'
import { Language } from '../core/understanding.ts'
import type { Sql, Statement } from './ledger.ts'
import type { Settings } from './options.ts'
import { at, parsed } from './rows.ts'

const validMs = 10 * 60_000
const tries = 5
/** From one conversation, and to one, in a day. */
const perDay = 3
const dayMs = 24 * 3_600_000

const hashOf = (salt: string, code: string): string =>
  createHash('sha256').update(`${salt}:${code}`).digest('hex')

const Other = z.object({
  channel: ChannelName,
  resident: z.string(),
  ours: z.string(),
  language: Language.nullable().catch(null),
})

/** `startProof` of the Store. */
export const makeProofs = (sql: Sql, settings: Settings): Pick<Store, 'startProof'> => ({
  async startProof(id, to, code) {
    const now = settings.clock.now()
    const salt = randomBytes(16).toString('hex')
    const [found] = await sql.rows<unknown>(start, [
      id,
      to.channel,
      to.address,
      at(now),
      at(now + validMs),
      salt,
      hashOf(salt, code),
      at(now - dayMs),
    ])
    if (found === undefined) return null
    const { channel, resident, ours, language } = parsed(Other, found, 'a conversation')
    return { channel, resident, ours, language: language ?? 'en' }
  },
})

/** A second try of the same effect makes a new code; the one before is worth nothing then. */
const start: Statement = {
  name: 'proof-start-1',
  text: `
    WITH a AS (
      SELECT c.id FROM effects e JOIN conversations c ON c.id = e.conversation_id WHERE e.id = $1 AND e.state = 'doing'),
    o AS (
      SELECT o.* FROM conversations o, a
      WHERE o.channel = $2 AND o.resident = $3 AND o.id <> a.id
        AND NOT EXISTS (SELECT 1 FROM consents s
          WHERE (s.channel, s.resident, s.ours) = (o.channel, o.resident, o.ours) AND s.wish = 'out')
      ORDER BY o.touched_at DESC LIMIT 1),
    over AS (
      UPDATE proofs p SET ended_at = $4, hash = NULL FROM a, o
      WHERE p.conversation_id = a.id AND p.ended_at IS NULL AND p.id <> $1 RETURNING p.id),
    p AS (
      INSERT INTO proofs AS p (id, conversation_id, other_id, salt, hash, started_at, expires_at)
      SELECT $1, a.id, o.id, $6, $7, $4, $5 FROM a, o, (SELECT count(*) FROM over) first
      WHERE (SELECT count(*) FROM proofs b WHERE b.conversation_id = a.id AND b.started_at > $8 AND b.id <> $1) < ${perDay}
        AND (SELECT count(*) FROM proofs b WHERE b.other_id = o.id AND b.started_at > $8 AND b.id <> $1) < ${perDay}
      ON CONFLICT (id) DO UPDATE SET salt = excluded.salt, hash = excluded.hash, expires_at = excluded.expires_at
        WHERE p.ended_at IS NULL
      RETURNING p.other_id)
    SELECT o.channel, o.resident, o.ours, o.state ->> 'language' AS language FROM o JOIN p ON p.other_id = o.id`,
}

interface Open {
  readonly id: string
  readonly other_id: string
  readonly salt: string
  readonly hash: string | null
  readonly tries: number
  readonly open: boolean
}

/** `prove` of a turn, in its transaction: counted and linked with the turn or not at all. */
export function makeProve(sql: Sql, conversation: ConversationId, now: number): TurnInput['prove'] {
  return async (code) => {
    if (code === 'unlink') {
      const undone = await sql.rows(unlink, [conversation])
      return undone.length > 0 ? 'undone' : null
    }
    const [proof] = await sql.rows<Open>(latest, [conversation, at(now), at(now - dayMs)])
    if (proof === undefined) return null
    if (!proof.open || proof.hash === null) return 'wrong'
    const given = Buffer.from(hashOf(proof.salt, code))
    if (timingSafeEqual(given, Buffer.from(proof.hash))) {
      await sql.rows(link, [proof.id, conversation, proof.other_id, at(now)])
      return 'proven'
    }
    await sql.rows(miss, [proof.id, at(now)])
    return 'wrong'
  }
}

const latest: Statement = {
  name: 'proof-latest-1',
  text: `
    SELECT id, other_id, salt, hash, tries, ended_at IS NULL AND expires_at > $2 AS open FROM proofs
    WHERE conversation_id = $1 AND started_at > $3 ORDER BY started_at DESC, id DESC LIMIT 1 FOR UPDATE`,
}
const miss: Statement = {
  name: 'proof-miss-1',
  text: `
    UPDATE proofs SET tries = tries + 1,
      ended_at = CASE WHEN tries + 1 >= ${tries} THEN $2::timestamptz END,
      hash = CASE WHEN tries + 1 >= ${tries} THEN NULL ELSE hash END
    WHERE id = $1`,
}
/** Whoever either of the two was linked with before is the same resident. */
const link: Statement = {
  name: 'proof-link-1',
  text: `
    WITH ended AS (
      UPDATE proofs SET ended_at = $4, hash = NULL WHERE id = $1),
    pair AS (
      SELECT array_agg(person) FILTER (WHERE person IS NOT NULL) AS persons FROM conversations WHERE id IN ($2, $3)),
    linked AS (
      UPDATE conversations c SET person = coalesce(pair.persons[1], 'prs_' || substr($2, 5))
      FROM pair WHERE c.id IN ($2, $3) OR c.person = ANY (pair.persons))
    INSERT INTO history (at, conversation_id, actor, what, detail)
    SELECT $4, id, 'resident', 'linked', jsonb_build_object('proof', $1::text) FROM unnest(ARRAY[$2, $3]) AS id`,
}
const unlink: Statement = {
  name: 'proof-unlink-1',
  text: 'UPDATE conversations SET person = NULL WHERE id = $1 AND person IS NOT NULL RETURNING id',
}
