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
ALTER TABLE effects DROP CONSTRAINT effects_kind_check;
ALTER TABLE effects ADD CONSTRAINT effects_kind_check
  CHECK (kind IN ('reply', 'file', 'amend', 'review', 'prove'));

ALTER TABLE conversations ADD COLUMN person text;
CREATE INDEX conversations_of_person ON conversations (person) WHERE person IS NOT NULL;
COMMENT ON COLUMN conversations.person IS 'The same for conversations that one resident proved to be theirs; null: no other is known';

CREATE TABLE proofs (
  id              text PRIMARY KEY,
  conversation_id text NOT NULL REFERENCES conversations (id),
  other_id        text NOT NULL REFERENCES conversations (id),
  salt            text NOT NULL,
  hash            text,
  tries           int NOT NULL DEFAULT 0,
  started_at      timestamptz NOT NULL,
  expires_at      timestamptz NOT NULL,
  ended_at        timestamptz
);
CREATE INDEX proofs_from ON proofs (conversation_id, started_at DESC);
CREATE INDEX proofs_to ON proofs (other_id, started_at DESC);
COMMENT ON TABLE proofs IS 'Codes that prove that two conversations are one resident''s. The id is the effect''s that sent the code';
COMMENT ON COLUMN proofs.hash IS 'SHA-256 of salt and digits; null once it is over';
`
