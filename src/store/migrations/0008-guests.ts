import { type Kysely, sql } from 'kysely'

/** One resident, two conversations: who called may go on by text message. And a reference by the keys of a telephone. */
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
-- The keys of a telephone that spell a reference (ITU-T E.161): BOS-7K3M-Q2XA is 75367292.
CREATE FUNCTION keys_of(reference text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT translate(replace(substr(reference, 5), '-', ''), 'ABCDEFGHJKMNPQRSTVWXYZ', '2223334455667777889999')
$$;
CREATE INDEX service_requests_by_keys ON service_requests (keys_of(reference)) WHERE NOT private;
COMMENT ON TABLE request_guests IS 'Conversations beside its own in which a request may be spoken of: those its number was sent to at the wish of the resident';
`
