-- The double-entry ledger. The database itself keeps its laws: an entry's postings sum to zero per asset, a balance is the
-- sum of its postings, nobody but the outside world goes below zero, and nothing is ever changed or removed.

CREATE TABLE ledger_account (
  id             BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name           TEXT NOT NULL,
  asset          TEXT NOT NULL DEFAULT 'USDC',
  outside        BOOLEAN NOT NULL GENERATED ALWAYS AS (name LIKE 'world/%' OR name LIKE 'suspense/%') STORED,
  balance        BIGINT NOT NULL DEFAULT 0,
  version        BIGINT NOT NULL DEFAULT 0,
  created_at     TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  UNIQUE (name, asset),
  CONSTRAINT ledger_account_not_below_zero CHECK (outside OR balance >= 0)
) WITH (fillfactor = 50);

CREATE TABLE ledger_entry (
  id              BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  idempotency_key TEXT NOT NULL UNIQUE,
  kind            TEXT NOT NULL,
  correlation_id  TEXT,
  recorded_at     TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE ledger_posting (
  id              BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  entry_id        BIGINT NOT NULL REFERENCES ledger_entry (id),
  account_id      BIGINT NOT NULL REFERENCES ledger_account (id),
  amount          BIGINT NOT NULL CHECK (amount <> 0),
  UNIQUE (entry_id, account_id)
);
CREATE INDEX ledger_posting_by_account ON ledger_posting (account_id, id);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_posting FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_removed BEFORE DELETE OR TRUNCATE ON ledger_account FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A balance moves only as the consequence of postings: their trigger below is the one place that may update an account.
CREATE FUNCTION ledger_account_only_by_posting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND (NEW.balance <> 0 OR NEW.version <> 0) OR TG_OP = 'UPDATE' AND pg_trigger_depth() < 2 THEN
    RAISE EXCEPTION 'a balance changes by postings only' USING ERRCODE = 'OH003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER only_by_posting BEFORE INSERT OR UPDATE ON ledger_account FOR EACH ROW EXECUTE FUNCTION ledger_account_only_by_posting();

CREATE FUNCTION ledger_posting_balances() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM ledger_account WHERE id IN (SELECT account_id FROM added) ORDER BY id FOR NO KEY UPDATE;
  UPDATE ledger_account a SET balance = a.balance + p.amount, version = a.version + 1
    FROM (SELECT account_id, sum(amount) AS amount FROM added GROUP BY account_id) p
    WHERE a.id = p.account_id;
  IF EXISTS (
    SELECT 1 FROM ledger_posting p JOIN ledger_account a ON a.id = p.account_id
    WHERE p.entry_id IN (SELECT entry_id FROM added)
    GROUP BY p.entry_id, a.asset HAVING sum(p.amount) <> 0
  ) THEN
    RAISE EXCEPTION 'the postings of an entry must sum to zero per asset' USING ERRCODE = 'OH004';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER balances AFTER INSERT ON ledger_posting
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION ledger_posting_balances();

CREATE FUNCTION ledger_entry_has_postings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) FROM ledger_posting WHERE entry_id = NEW.id) < 2 THEN
    RAISE EXCEPTION 'an entry needs at least two postings' USING ERRCODE = 'OH004';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER has_postings AFTER INSERT ON ledger_entry
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_entry_has_postings();

-- One way to lock accounts, so that no two payments ever wait for each other: missing ones are made in the order of their
-- names, then all are locked in the order of their ids. NO KEY UPDATE, because a posting's foreign key already holds KEY SHARE
-- on its accounts: two entries that both held it and both wanted FOR UPDATE were a deadlock.
CREATE FUNCTION lock_accounts(names TEXT[]) RETURNS VOID LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO ledger_account (name)
    SELECT DISTINCT n FROM unnest(names) AS n
    WHERE NOT EXISTS (SELECT 1 FROM ledger_account a WHERE a.name = n AND a.asset = 'USDC')
    ORDER BY n
    ON CONFLICT (name, asset) DO NOTHING;
  PERFORM 1 FROM ledger_account WHERE asset = 'USDC' AND name = ANY(names) ORDER BY id FOR NO KEY UPDATE;
END $$;

-- Writes one entry: postings = [{"account": name, "stroops": "-120"}…], in USDC. False when the key was used before.
CREATE FUNCTION post_entry(entry_key TEXT, entry_kind TEXT, postings JSONB, correlation TEXT DEFAULT NULL)
RETURNS BOOLEAN LANGUAGE plpgsql AS $$
DECLARE
  new_entry_id BIGINT;
BEGIN
  INSERT INTO ledger_entry (idempotency_key, kind, correlation_id) VALUES (entry_key, entry_kind, correlation)
    ON CONFLICT (idempotency_key) DO NOTHING RETURNING id INTO new_entry_id;
  IF new_entry_id IS NULL THEN
    RETURN false;
  END IF;
  PERFORM lock_accounts(ARRAY(SELECT p->>'account' FROM jsonb_array_elements(postings) p));
  INSERT INTO ledger_posting (entry_id, account_id, amount)
    SELECT new_entry_id, a.id, p.stroops
    FROM jsonb_to_recordset(postings) AS p(account TEXT, stroops BIGINT)
    JOIN ledger_account a ON a.name = p.account AND a.asset = 'USDC';
  RETURN true;
END $$;
