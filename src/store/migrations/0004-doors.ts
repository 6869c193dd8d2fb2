import { type Kysely, sql } from 'kysely'

/** Doors that ask instead of being called: where each goes on. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db)
}

const statements = `
CREATE TABLE cursors (
  name       text PRIMARY KEY,
  value      text,
  held_until timestamptz
);
COMMENT ON TABLE cursors IS 'Where reading from a provider goes on, and until when one process alone reads';

CREATE INDEX effects_of_message ON effects (message_id, seq) WHERE kind = 'reply';
`
