import { type Kysely, sql } from 'kysely'

/** One resident, two conversations: who called may go on by text message. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db)
}

const statements = `
CREATE TABLE request_guests (
  channel    text        NOT NULL,
  resident   text        NOT NULL,
  ours       text        NOT NULL,
  request_id text        NOT NULL REFERENCES service_requests (id),
  at         timestamptz NOT NULL,
  PRIMARY KEY (channel, resident, ours, request_id)
);
COMMENT ON TABLE request_guests IS 'Conversations beside its own in which a request may be spoken of: those its number was sent to at the wish of the resident';
`
