import { type Kysely, sql } from 'kysely'

/** The first shape of the ledger. Every table and every column that does not explain itself has a comment. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db)
}

const statements = `
CREATE TABLE messages (
  id          text PRIMARY KEY,
  seq         bigint GENERATED ALWAYS AS IDENTITY,
  channel     text NOT NULL,
  provider_id text NOT NULL,
  resident    text NOT NULL,
  ours        text NOT NULL,
  normalised  jsonb NOT NULL,
  raw         jsonb NOT NULL,
  state       text NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'done')),
  received_at timestamptz NOT NULL,
  media_deadline timestamptz,
  touched_at  timestamptz NOT NULL,
  done_at     timestamptz,
  CONSTRAINT messages_provider_key UNIQUE (channel, provider_id)
);
CREATE INDEX messages_waiting ON messages (channel, resident, ours, seq) WHERE state = 'new';
CREATE INDEX messages_due ON messages (touched_at) WHERE state = 'new';
COMMENT ON TABLE messages IS 'Every inbound message, verified and normalised. A row is the promise behind a 200; duplicates vanish on messages_provider_key';
COMMENT ON COLUMN messages.seq IS 'Order of receipt';
COMMENT ON COLUMN messages.resident IS 'The resident''s address on the channel';
COMMENT ON COLUMN messages.ours IS 'Our address';
COMMENT ON COLUMN messages.normalised IS 'InboundMessage without raw';
COMMENT ON COLUMN messages.raw IS 'Every field the provider sent';
COMMENT ON COLUMN messages.state IS 'new: has had no turn; done: its turn is in the ledger';
COMMENT ON COLUMN messages.media_deadline IS 'Until then a turn waits for files; null: no files';
COMMENT ON COLUMN messages.touched_at IS 'Receipt or last sweep';

CREATE TABLE media (
  id         text PRIMARY KEY,
  message_id text NOT NULL REFERENCES messages (id),
  request_id text,
  n          int NOT NULL,
  url        text NOT NULL,
  announced_type text NOT NULL,
  state      text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'kept', 'failed')),
  attempts   int NOT NULL DEFAULT 0,
  due_at     timestamptz NOT NULL,
  touched_at timestamptz NOT NULL,
  error_code text,
  kind       text,
  type       text,
  bytes      bigint,
  sha256     text,
  width      int,
  height     int,
  lat        double precision,
  lon        double precision,
  shown      boolean NOT NULL DEFAULT false
);
CREATE INDEX media_of_message ON media (message_id);
CREATE INDEX media_of_request ON media (request_id) WHERE request_id IS NOT NULL;
CREATE INDEX media_due ON media (due_at) WHERE state = 'waiting';
COMMENT ON TABLE media IS 'Files that came with messages; the bytes are in the media store';
COMMENT ON COLUMN media.n IS 'Place among the files of its message';
COMMENT ON COLUMN media.announced_type IS 'What the provider says it is; type is the truth';
COMMENT ON COLUMN media.state IS 'waiting: still to fetch; kept; failed: will never come';
COMMENT ON COLUMN media.lat IS 'From EXIF, WGS 84';
COMMENT ON COLUMN media.shown IS 'A public copy without metadata exists';

CREATE TABLE conversations (
  id          text PRIMARY KEY,
  channel     text NOT NULL,
  resident    text NOT NULL,
  ours        text NOT NULL,
  state       jsonb NOT NULL,
  open_drafts int NOT NULL DEFAULT 0,
  touched_at  timestamptz NOT NULL,
  CONSTRAINT conversations_key UNIQUE (channel, resident, ours)
);
CREATE INDEX conversations_idle ON conversations (touched_at) WHERE open_drafts > 0;
COMMENT ON TABLE conversations IS 'One row per resident address, address of ours and channel. A turn holds its lock';
COMMENT ON COLUMN conversations.state IS 'ConversationState';
COMMENT ON COLUMN conversations.touched_at IS 'Last turn';

CREATE TABLE service_requests (
  id              text PRIMARY KEY,
  reference       text NOT NULL,
  conversation_id text NOT NULL REFERENCES conversations (id),
  channel         text NOT NULL,
  language        text NOT NULL,
  state           text NOT NULL CHECK (state IN ('review', 'filing', 'filed', 'closed', 'cancelled', 'refused')),
  service_code    text,
  category        jsonb,
  description     text NOT NULL,
  place           jsonb,
  location        jsonb,
  attributes      jsonb NOT NULL DEFAULT '{}',
  safety          text NOT NULL,
  message_ids     text[] NOT NULL DEFAULT '{}',
  media_ids       text[] NOT NULL DEFAULT '{}',
  private         boolean NOT NULL,
  agency_responsible text,
  status_notes    text,
  requested_at    timestamptz NOT NULL,
  updated_at      timestamptz NOT NULL,
  expected_at     timestamptz,
  lat          double precision GENERATED ALWAYS AS ((place ->> 'lat')::double precision) STORED,
  long         double precision GENERATED ALWAYS AS ((place ->> 'lon')::double precision) STORED,
  zip          text GENERATED ALWAYS AS (place ->> 'zip') STORED,
  neighborhood text GENERATED ALWAYS AS (place ->> 'neighborhood') STORED,
  CONSTRAINT service_requests_reference_key UNIQUE (reference)
);
CREATE INDEX service_requests_of_conversation ON service_requests (conversation_id, requested_at DESC);
CREATE INDEX service_requests_by_age ON service_requests (requested_at DESC, id);
CREATE INDEX service_requests_by_change ON service_requests (updated_at DESC);
COMMENT ON TABLE service_requests IS 'The normalised record that every channel produces (ServiceRequest)';
COMMENT ON COLUMN service_requests.category IS 'Who settled the service (Settled)';
COMMENT ON COLUMN service_requests.location IS 'Who settled the place (Settled)';
COMMENT ON COLUMN service_requests.private IS 'Words, place and photos are withheld from strangers';
COMMENT ON COLUMN service_requests.expected_at IS 'The target, never a guarantee';

CREATE TABLE effects (
  id              text PRIMARY KEY,
  seq             bigint GENERATED ALWAYS AS IDENTITY,
  kind            text NOT NULL CHECK (kind IN ('reply', 'file', 'amend', 'review')),
  conversation_id text NOT NULL REFERENCES conversations (id),
  request_id      text REFERENCES service_requests (id),
  message_id      text,
  payload         jsonb NOT NULL,
  state           text NOT NULL DEFAULT 'todo' CHECK (state IN ('todo', 'doing', 'done', 'dead', 'suppressed')),
  attempts        int NOT NULL DEFAULT 0,
  uncertain       boolean NOT NULL DEFAULT false,
  tried_at        timestamptz,
  due_at          timestamptz NOT NULL,
  touched_at      timestamptz NOT NULL,
  claimed_until   timestamptz,
  ended_at        timestamptz,
  text            text,
  provider_id     text,
  why             text,
  error_code      text,
  provider_code   text
);
CREATE INDEX effects_todo ON effects (due_at) WHERE state = 'todo';
CREATE INDEX effects_doing ON effects (claimed_until) WHERE state = 'doing';
CREATE INDEX effects_dead ON effects (ended_at DESC) WHERE state = 'dead';
CREATE INDEX effects_of_conversation ON effects (conversation_id, seq) WHERE kind = 'reply' AND state IN ('todo', 'doing');
CREATE INDEX effects_of_request ON effects (request_id, seq) WHERE kind IN ('file', 'amend');
COMMENT ON TABLE effects IS 'The outbox: what turns decided on and workers carry out';
COMMENT ON COLUMN effects.message_id IS 'The message whose turn decided it';
COMMENT ON COLUMN effects.payload IS 'Effect';
COMMENT ON COLUMN effects.uncertain IS 'An earlier try may have happened';
COMMENT ON COLUMN effects.tried_at IS 'Start of the last try, or, where earlier ones may have happened, of the first of those';
COMMENT ON COLUMN effects.touched_at IS 'Written, tried or swept last';
COMMENT ON COLUMN effects.claimed_until IS 'doing: the claim lapses then';
COMMENT ON COLUMN effects.text IS 'The words of a reply as they were sent';
COMMENT ON COLUMN effects.provider_id IS 'What delivery reports call the reply';
COMMENT ON COLUMN effects.why IS 'Why a reply was suppressed';

CREATE TABLE deliveries (
  channel       text NOT NULL,
  provider_id   text NOT NULL,
  effect_id     text,
  status        text NOT NULL,
  rank          int NOT NULL,
  failure       text,
  provider_code text,
  updated_at    timestamptz NOT NULL,
  PRIMARY KEY (channel, provider_id)
);
COMMENT ON TABLE deliveries IS 'What became of a reply. A report may come before we know the reply it names: then effect_id is null until we do';
COMMENT ON COLUMN deliveries.rank IS 'Only a higher one overwrites';

CREATE TABLE cases (
  request_id text NOT NULL REFERENCES service_requests (id),
  system     text NOT NULL,
  system_id  text NOT NULL,
  number     text,
  filed_at   timestamptz NOT NULL,
  PRIMARY KEY (request_id, system)
);
CREATE INDEX cases_by_number ON cases (number) WHERE number IS NOT NULL;
CREATE INDEX cases_by_system_id ON cases (system, system_id);
COMMENT ON TABLE cases IS 'What case systems made of service requests';
COMMENT ON COLUMN cases.number IS 'What a resident may quote';

CREATE TABLE consents (
  channel  text NOT NULL,
  resident text NOT NULL,
  ours     text NOT NULL,
  wish     text NOT NULL CHECK (wish IN ('in', 'out')),
  at       timestamptz NOT NULL,
  PRIMARY KEY (channel, resident, ours)
);
COMMENT ON TABLE consents IS 'A resident''s last wish about messages from us; no row: never said';

CREATE TABLE reviews (
  id         text PRIMARY KEY,
  request_id text NOT NULL REFERENCES service_requests (id),
  reason     text NOT NULL,
  pinned     boolean NOT NULL,
  opened_at  timestamptz NOT NULL,
  closed_at  timestamptz,
  outcome    text,
  closed_by  text
);
CREATE INDEX reviews_open ON reviews (pinned DESC, opened_at) WHERE closed_at IS NULL;
CREATE INDEX reviews_of_request ON reviews (request_id) WHERE closed_at IS NULL;
COMMENT ON TABLE reviews IS 'Service requests that wait for an agent, and what came of it';

CREATE TABLE history (
  seq             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at              timestamptz NOT NULL,
  conversation_id text,
  request_id      text,
  actor           text NOT NULL,
  what            text NOT NULL,
  detail          jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX history_of_request ON history (request_id, seq) WHERE request_id IS NOT NULL;
COMMENT ON TABLE history IS 'Everything a bot or a person did to a request. Append-only, and without the resident''s words';
COMMENT ON COLUMN history.actor IS 'resident, bot, agent:<id> or the name of a case system';

CREATE FUNCTION history_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'history is append-only' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER history_no_change BEFORE UPDATE OR DELETE ON history
  FOR EACH ROW EXECUTE FUNCTION history_is_append_only();
CREATE TRIGGER history_no_truncate BEFORE TRUNCATE ON history
  FOR EACH STATEMENT EXECUTE FUNCTION history_is_append_only();

CREATE TABLE local_cases (
  id         text PRIMARY KEY,
  request_id text NOT NULL UNIQUE,
  number     text NOT NULL UNIQUE,
  status     text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'closed')),
  notes      text,
  snapshot   jsonb NOT NULL,
  changes    jsonb NOT NULL DEFAULT '[]',
  opened_at  timestamptz NOT NULL DEFAULT now(),
  changed_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE local_cases IS 'The local case system, for a city or a machine without another. Exactly one case per request';
COMMENT ON COLUMN local_cases.snapshot IS 'The request as it was filed or last amended';
COMMENT ON COLUMN local_cases.changes IS 'What was amended, oldest first';
`
