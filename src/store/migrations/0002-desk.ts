import { type Kysely, sql } from 'kysely'

/** The desk: who works on a review, what was decided, cards elsewhere, sign-ins; and news of cases. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db)
}

const statements = `
ALTER TABLE reviews
  ADD COLUMN version int NOT NULL DEFAULT 1,
  ADD COLUMN claimed_by text,
  ADD COLUMN claimed_until timestamptz;
COMMENT ON COLUMN reviews.version IS 'Grows with everything an agent could see of it';
COMMENT ON COLUMN reviews.claimed_by IS 'The agent who works on it until claimed_until';
CREATE INDEX reviews_all_of_request ON reviews (request_id, opened_at DESC);

-- Reviews are shown from their own row, not carried as effects.
UPDATE effects SET state = 'done', claimed_until = NULL, ended_at = now()
WHERE kind = 'review' AND state IN ('todo', 'doing', 'dead');

-- What gave up before there was anybody to give it to.
INSERT INTO reviews (id, request_id, reason, pinned, opened_at)
SELECT 'rev_' || substr(e.id, 5) || '_l', e.request_id, 'not-filed', false, now()
FROM effects e JOIN service_requests r ON r.id = e.request_id
WHERE e.kind = 'file' AND e.state = 'dead' AND r.state = 'filing';

CREATE INDEX effects_said ON effects (conversation_id, seq) WHERE kind = 'reply' AND state = 'done';

CREATE TABLE cards (
  review_id     text NOT NULL REFERENCES reviews (id),
  board         text NOT NULL,
  card          text,
  wanted        int NOT NULL DEFAULT 1,
  shown         int NOT NULL DEFAULT 0,
  attempts      int NOT NULL DEFAULT 0,
  due_at        timestamptz NOT NULL,
  claimed_until timestamptz,
  tried_at      timestamptz,
  uncertain_since timestamptz,
  error_code    text,
  PRIMARY KEY (review_id, board)
);
CREATE INDEX cards_stale ON cards (board, due_at) WHERE shown < wanted;
COMMENT ON TABLE cards IS 'How a review is shown on a board outside (Slack), and whether that is still true';
COMMENT ON COLUMN cards.card IS 'What the board calls the card; null: none is known';
COMMENT ON COLUMN cards.wanted IS 'Counts what an agent could see change; the card is true while shown is the same';
COMMENT ON COLUMN cards.uncertain_since IS 'Start of the first post that may be there although we do not know of it';

CREATE TABLE decisions (
  key        text PRIMARY KEY,
  review_id  text NOT NULL,
  request_id text NOT NULL REFERENCES service_requests (id),
  at         timestamptz NOT NULL,
  agent      text NOT NULL,
  surface    text NOT NULL,
  action     text NOT NULL,
  suggested  jsonb NOT NULL,
  decided    jsonb NOT NULL
);
CREATE INDEX decisions_by_age ON decisions (at);
CREATE INDEX decisions_of_review ON decisions (review_id, at DESC);
COMMENT ON TABLE decisions IS 'What agents decided, once per idempotency key: labelled examples. The words are in service_requests';
COMMENT ON COLUMN decisions.suggested IS 'Service, confidence and place before the decision';
COMMENT ON COLUMN decisions.decided IS 'Service and place after it';

ALTER TABLE cases
  ADD COLUMN status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'closed')),
  ADD COLUMN looked_at timestamptz NOT NULL DEFAULT now();
CREATE INDEX cases_watched ON cases (system, looked_at) WHERE status = 'open';
COMMENT ON COLUMN cases.looked_at IS 'When we asked the case system for news last';

CREATE TABLE looks (
  system text PRIMARY KEY,
  at     timestamptz NOT NULL
);
COMMENT ON TABLE looks IS 'When any process asked a case system for news last: its rate limit counts all of them';

CREATE INDEX local_cases_open ON local_cases (opened_at) WHERE status = 'open';

CREATE TABLE sign_ins (
  hash       text PRIMARY KEY,
  expires_at timestamptz NOT NULL,
  used_at    timestamptz
);
COMMENT ON TABLE sign_ins IS 'One-time links by the SHA-256 of their secret';
CREATE TABLE agent_sessions (
  hash       text PRIMARY KEY,
  agent      text NOT NULL,
  csrf       text NOT NULL,
  expires_at timestamptz NOT NULL
);
COMMENT ON TABLE agent_sessions IS 'Agents who are signed in, by the SHA-256 of their cookie';

CREATE TABLE secrets (
  name  text PRIMARY KEY,
  value text NOT NULL
);
COMMENT ON TABLE secrets IS 'Random secrets of ours that all processes share, made at first use';
`
