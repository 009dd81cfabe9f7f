-- The guards that an operator relies on: the freeze of outgoing money, the reconciliation, the fence.

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

-- The fence: one deployment signs. A copy of this database under another deployment finds somebody else's name here; a copy
-- that bears the same name is told apart by the chain, whose sequence numbers only one of the two has used.
CREATE TABLE signing_fence (
  id       TEXT PRIMARY KEY DEFAULT 'self' CHECK (id = 'self'),
  -- Grows whenever somebody takes it: from then on, what the chain had used before is accepted.
  epoch    INTEGER NOT NULL DEFAULT 1,
  holder   TEXT,
  taken_by TEXT,
  taken_at TIMESTAMPTZ(3),
  reason   TEXT
);
INSERT INTO signing_fence DEFAULT VALUES;
CREATE TRIGGER never_removed BEFORE DELETE OR TRUNCATE ON signing_fence FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The name that a deployment was given, or else that of its database: a restored or copied one has another.
CREATE FUNCTION deployment_of(given TEXT) RETURNS TEXT LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF given IS NOT NULL THEN -- a database that hides its identity needs a given name
    RETURN given;
  END IF;
  RETURN (SELECT 'database ' || system_identifier || '/' || current_database() FROM pg_control_system());
END $$;

ALTER TABLE chain_transaction ADD COLUMN deployment_id TEXT, ADD COLUMN fence_epoch INTEGER NOT NULL DEFAULT 1;
CREATE INDEX chain_transaction_by_source ON chain_transaction (source_account, sequence DESC);

-- The highest sequence number of an account that the chain can have used, as far as this database knows; null when it
-- cannot know. An account whose first transaction this is has used none: its number ends in 32 zero bits.
CREATE FUNCTION known_sequence(account TEXT, in_epoch INTEGER, at_most NUMERIC) RETURNS NUMERIC LANGUAGE plpgsql STABLE AS $$
DECLARE
  found NUMERIC;
BEGIN
  SELECT sequence INTO found FROM chain_transaction
    WHERE source_account = account AND fence_epoch = in_epoch AND outcome IN ('SUCCEEDED', 'FAILED')
    ORDER BY sequence DESC LIMIT 1;
  IF found IS NULL THEN
    SELECT min(sequence) - 1 INTO found FROM chain_transaction WHERE source_account = account AND fence_epoch = in_epoch;
  END IF;
  IF found IS NULL AND in_epoch = 1 THEN
    found := at_most - mod(at_most, 4294967296);
  END IF;
  RETURN found;
END $$;

CREATE FUNCTION chain_transaction_within_fence() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  fence signing_fence;
  known NUMERIC;
BEGIN
  SELECT * INTO fence FROM signing_fence WHERE id = 'self' FOR SHARE;
  NEW.fence_epoch := fence.epoch;
  IF fence.holder IS NULL OR NEW.deployment_id IS NULL THEN
    RETURN NEW;
  END IF;
  IF NEW.deployment_id <> fence.holder THEN
    RAISE EXCEPTION 'the deployment "%" signs since %, and this is "%"', fence.holder, fence.taken_at, NEW.deployment_id
      USING ERRCODE = 'OH006';
  END IF;
  -- What is in flight may have used its number: then the lane refuses this one.
  IF NOT EXISTS (SELECT 1 FROM chain_transaction WHERE source_account = NEW.source_account AND outcome IS NULL) THEN
    known := known_sequence(NEW.source_account, fence.epoch, NEW.sequence - 1);
    IF NEW.sequence - 1 > known THEN
      RAISE EXCEPTION 'somebody else signs with the key of %: the chain has used its sequence number %, and "%" knows of none after %',
        NEW.source_account, NEW.sequence - 1, fence.holder, known USING ERRCODE = 'OH006';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER chain_transaction_within_fence BEFORE INSERT ON chain_transaction
  FOR EACH ROW EXECUTE FUNCTION chain_transaction_within_fence();

-- Why a deployment may use no key and send nothing now: {problem, message}, or null when it may. Asked by whoever is about
-- to; what changes before the signature is committed, the triggers above see under their locks.
CREATE FUNCTION signing_refusal(given TEXT) RETURNS JSONB LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN fence.holder <> deployment_of(given) THEN jsonb_build_object('problem', 'FENCE_LOST', 'message',
      format('the deployment "%s" signs since %s, and this is "%s"', fence.holder, fence.taken_at, deployment_of(given)))
    WHEN held.frozen THEN jsonb_build_object('problem', 'SIGNING_FROZEN', 'message', 'outgoing money is frozen: ' || held.reason)
  END FROM signing_fence fence, signing_freeze held
$$;
