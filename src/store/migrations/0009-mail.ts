import { type Kysely, sql } from 'kysely'

/** What the breaker counts before it answers mail. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db)
}

const statements = `
CREATE INDEX effects_replied ON effects (conversation_id, touched_at) WHERE kind = 'reply';
CREATE INDEX messages_mail ON messages (resident, received_at) WHERE channel = 'email';
`
