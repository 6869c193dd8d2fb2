import { type Kysely, sql } from 'kysely'

/** Contacts that forms and apps state: their owners are asked, and hear of the report once they have agreed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db)
}

const statements = `
ALTER TABLE effects DROP CONSTRAINT effects_kind_check;
ALTER TABLE effects ADD CONSTRAINT effects_kind_check
  CHECK (kind IN ('reply', 'file', 'amend', 'review', 'prove', 'ask'));

CREATE TABLE contacts (
  request_id      text PRIMARY KEY REFERENCES service_requests (id),
  ask_id          text NOT NULL,
  conversation_id text NOT NULL REFERENCES conversations (id),
  channel         text NOT NULL,
  resident        text NOT NULL,
  language        text NOT NULL,
  code            text NOT NULL,
  tries           int NOT NULL DEFAULT 0,
  stated_at       timestamptz NOT NULL,
  expires_at      timestamptz NOT NULL,
  asked_at        timestamptz,
  proven_at       timestamptz,
  heard_id        text REFERENCES conversations (id),
  message_id      text
);
CREATE INDEX contacts_of_address ON contacts (channel, resident, stated_at DESC);
CREATE INDEX contacts_of_ask ON contacts (ask_id);
CREATE INDEX contacts_of_conversation ON contacts (conversation_id, stated_at DESC);
CREATE INDEX contacts_heard ON contacts (heard_id) WHERE heard_id IS NOT NULL;
CREATE INDEX contacts_asked ON contacts (asked_at) WHERE asked_at IS NOT NULL;
COMMENT ON TABLE contacts IS 'Where news of a request may go that came by a form or an app, once the owner of the address has agreed';
COMMENT ON COLUMN contacts.ask_id IS 'The effect that asks; requests of one report share it';
COMMENT ON COLUMN contacts.conversation_id IS 'The form''s or the app''s';
COMMENT ON COLUMN contacts.resident IS 'The address as it was stated; whose it is nobody knows before proven_at';
COMMENT ON COLUMN contacts.code IS 'What the page showed. Worth nothing but when it comes from the address itself';
COMMENT ON COLUMN contacts.asked_at IS 'When the question was decided to go out; null: it was not sent';
COMMENT ON COLUMN contacts.heard_id IS 'The owner''s own conversation: it hears what the form cannot';
COMMENT ON COLUMN contacts.message_id IS 'The message that had the code; null: the same device had said so before';
`
