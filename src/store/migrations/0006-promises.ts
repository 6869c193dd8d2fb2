import { type Kysely, sql } from 'kysely'

/** Replies that nobody asked for: they wait for a better hour, go out together, and are counted. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db)
}

const statements = `
ALTER TABLE conversations ADD COLUMN heard_at timestamptz;
COMMENT ON COLUMN conversations.heard_at IS 'When the resident wrote last, by the clock of receipt';

ALTER TABLE effects
  ADD COLUMN held_since timestamptz,
  ADD COLUMN joined_into text,
  ADD COLUMN unasked boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN effects.held_since IS 'When a reply was put off for the first time; null: it never was';
COMMENT ON COLUMN effects.joined_into IS 'The reply that it goes out with. suppressed and why = joined: it is out with that one';
COMMENT ON COLUMN effects.unasked IS 'Said although nobody was waiting for it: counts against the resident''s day';
CREATE INDEX effects_joined ON effects (joined_into, seq) WHERE joined_into IS NOT NULL;
CREATE INDEX effects_unasked ON effects (conversation_id, ended_at) WHERE unasked;
`
