-- Events of the token that a release could not read, with all that the node said of them. Nothing is dropped: each reconciliation
-- reads them again, with whatever release runs then.
CREATE TABLE unread_event (
  id            TEXT PRIMARY KEY,
  stream        TEXT NOT NULL,
  ledger        INTEGER NOT NULL,
  tx_hash       TEXT NOT NULL,
  raw           JSONB NOT NULL,
  reason        TEXT NOT NULL,
  first_seen_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  -- null until a release has read it
  read_at       TIMESTAMPTZ(3)
);
CREATE INDEX unread_event_open ON unread_event (first_seen_at) WHERE read_at IS NULL;
CREATE TRIGGER never_removed BEFORE DELETE OR TRUNCATE ON unread_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- How far the stream was ever read. What is read again below it is no news: it is credited within the wallet's surplus only.
ALTER TABLE stream_cursor ADD COLUMN furthest_ledger INTEGER NOT NULL DEFAULT 0;
UPDATE stream_cursor SET furthest_ledger = ledger;
-- Which reading of events got there; a later one looks through all that the node still has.
ALTER TABLE stream_cursor ADD COLUMN reader INTEGER NOT NULL DEFAULT 1;

-- Of a deposit that was found late: what had been credited by hand meanwhile, and is matched by it.
ALTER TABLE deposit ADD COLUMN matched_stroops BIGINT NOT NULL DEFAULT 0 CHECK (matched_stroops BETWEEN 0 AND amount_stroops);
CREATE INDEX deposit_matched ON deposit (user_id) WHERE matched_stroops > 0;
