import { type Kysely, sql } from 'kysely'

/** Learning: what was understood of each message, and the words of a decision without personal data. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db)
}

const statements = `
ALTER TABLE messages ADD COLUMN reading jsonb;
COMMENT ON COLUMN messages.reading IS 'What the classifiers made of it when its turn was taken: labels and confidences, no words';
CREATE INDEX messages_read ON messages (done_at) WHERE reading IS NOT NULL;

ALTER TABLE decisions ADD COLUMN words text;
COMMENT ON COLUMN decisions.words IS 'The resident''s words at the decision, redacted for learning; null: none were kept';
COMMENT ON TABLE decisions IS 'What agents decided, once per idempotency key: labelled examples';
`
