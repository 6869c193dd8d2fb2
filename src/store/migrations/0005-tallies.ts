import { type Kysely, sql } from 'kysely'

/**
 * Counts that all processes share: what a channel has cost today, how often one account was answered. And what posts are
 * still kept: networks want what was deleted there to be gone here.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db)
}

const statements = `
CREATE TABLE tallies (
  name       text NOT NULL,
  period     text NOT NULL,
  total      bigint NOT NULL,
  touched_at timestamptz NOT NULL,
  PRIMARY KEY (name, period)
);
CREATE INDEX tallies_by_age ON tallies (touched_at);
COMMENT ON TABLE tallies IS 'Counts that all processes share, by name and period';
COMMENT ON COLUMN tallies.period IS 'A day or an hour of UTC: 2026-11-21, 2026-11-21T05';
COMMENT ON COLUMN tallies.total IS 'In the unit that the name says';

ALTER TABLE messages ADD COLUMN emptied text CHECK (emptied IN ('deleted', 'aged'));
CREATE INDEX messages_kept ON messages (channel, seq) WHERE emptied IS NULL AND channel IN ('social', 'bluesky');
COMMENT ON COLUMN messages.emptied IS 'Why words and raw fields are gone; null: they are here';
`
