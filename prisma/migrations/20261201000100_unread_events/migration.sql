-- Events of the token that a release could not read, with all that the node said of them. Nothing is dropped: each later start and
-- each reconciliation reads them again.
CREATE TABLE unread_event (
  id          TEXT PRIMARY KEY,
  stream      TEXT NOT NULL,
  ledger      INTEGER NOT NULL,
  tx_hash     TEXT NOT NULL,
  raw         JSONB NOT NULL,
  reason      TEXT NOT NULL,
  first_seen_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  -- null until a release has read it
  read_at     TIMESTAMPTZ(3)
);
CREATE INDEX unread_event_open ON unread_event (first_seen_at) WHERE read_at IS NULL;
CREATE TRIGGER never_removed BEFORE DELETE OR TRUNCATE ON unread_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
