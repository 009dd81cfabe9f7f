-- The guards that an operator relies on: the freeze of outgoing money.

-- The one row that says whether anything may be signed. It is locked by every signature, so that a freeze is true for all
-- signatures that commit after it.
CREATE TABLE signing_freeze (
  id                   TEXT PRIMARY KEY DEFAULT 'self' CHECK (id = 'self'),
  frozen               BOOLEAN NOT NULL DEFAULT false,
  -- Counts freezes and unfreezings.
  version              INTEGER NOT NULL DEFAULT 0,
  reason               TEXT,
  frozen_by            TEXT,
  frozen_at            TIMESTAMPTZ(3),
  unfreeze_reason      TEXT,
  unfreeze_asked_by    TEXT,
  unfreeze_asked_at    TIMESTAMPTZ(3),
  CHECK (NOT frozen OR (frozen_by IS NOT NULL AND frozen_at IS NOT NULL AND reason IS NOT NULL)),
  CHECK (unfreeze_asked_by IS NULL OR frozen)
);
INSERT INTO signing_freeze DEFAULT VALUES;
CREATE TRIGGER never_removed BEFORE DELETE OR TRUNCATE ON signing_freeze FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- No signed transaction is committed while signing is frozen, whoever asks. The lock makes a freeze wait for those that
-- are committing, and those that come later see it.
CREATE FUNCTION chain_transaction_not_while_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  state signing_freeze;
BEGIN
  SELECT * INTO state FROM signing_freeze WHERE id = 'self' FOR SHARE;
  IF state.frozen THEN
    RAISE EXCEPTION 'outgoing money is frozen: %', state.reason USING ERRCODE = 'OH005';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER chain_transaction_not_while_frozen BEFORE INSERT ON chain_transaction
  FOR EACH ROW EXECUTE FUNCTION chain_transaction_not_while_frozen();

-- Where our ledger, our rows and the chain do not agree. A difference is open until a later look finds it gone.
CREATE TABLE reconciliation_difference (
  id               TEXT PRIMARY KEY,
  kind             TEXT NOT NULL,
  subject          TEXT NOT NULL,
  -- What our ledger says; null where it is not about an amount.
  expected_stroops BIGINT,
  found_stroops    BIGINT,
  cause            TEXT NOT NULL,
  details          JSONB NOT NULL DEFAULT '{}',
  first_seen_at    TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
  last_seen_at     TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
  resolved_at      TIMESTAMPTZ(3)
);
CREATE UNIQUE INDEX reconciliation_difference_open ON reconciliation_difference (kind, subject) WHERE resolved_at IS NULL;
CREATE INDEX reconciliation_difference_oldest ON reconciliation_difference (first_seen_at) WHERE resolved_at IS NULL;

CREATE TABLE reconciliation_run (
  id          TEXT PRIMARY KEY,
  started_at  TIMESTAMPTZ(3) NOT NULL,
  finished_at TIMESTAMPTZ(3) NOT NULL,
  report      JSONB NOT NULL
);
CREATE INDEX reconciliation_run_newest ON reconciliation_run (finished_at DESC);
