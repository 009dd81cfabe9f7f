-- The same laws, asked in fewer statements: what a transfer waited for was mostly the same accounts looked up and locked again.

-- Locks in the order of ids, moves the balances and adds up in one statement. Nothing but what was added is read: an entry's
-- postings are never changed or removed and summed to zero after each statement before this one, so they do now if the added
-- ones do. (The sum over all of an entry's postings, joined to accounts, could be planned as a walk over every account for every
-- entry, as long as the postings were never analysed.)
CREATE OR REPLACE FUNCTION ledger_posting_balances() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  is_balanced BOOLEAN;
BEGIN
  WITH locked AS MATERIALIZED (
    SELECT id FROM ledger_account WHERE id IN (SELECT account_id FROM added) ORDER BY id FOR NO KEY UPDATE
  ), moved AS (
    UPDATE ledger_account a SET balance = a.balance + p.amount, version = a.version + 1
      FROM locked JOIN (SELECT account_id, sum(amount) AS amount FROM added GROUP BY account_id) p ON p.account_id = locked.id
      WHERE a.id = locked.id
      RETURNING a.id, a.asset
  )
  SELECT NOT EXISTS (
    SELECT 1 FROM added p JOIN moved a ON a.id = p.account_id GROUP BY p.entry_id, a.asset HAVING sum(p.amount) <> 0
  ) INTO is_balanced;
  IF NOT is_balanced THEN
    RAISE EXCEPTION 'the postings of an entry must sum to zero per asset' USING ERRCODE = 'OH004';
  END IF;
  RETURN NULL;
END $$;

-- A balance moves only as the consequence of postings: asked once per statement, and of a new account only if it is not empty.
DROP TRIGGER only_by_posting ON ledger_account;
CREATE OR REPLACE FUNCTION ledger_account_only_by_posting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a balance changes by postings only' USING ERRCODE = 'OH003';
END $$;
CREATE TRIGGER born_empty BEFORE INSERT ON ledger_account FOR EACH ROW
  WHEN (NEW.balance <> 0 OR NEW.version <> 0) EXECUTE FUNCTION ledger_account_only_by_posting();
CREATE TRIGGER only_by_posting BEFORE UPDATE ON ledger_account FOR EACH STATEMENT
  WHEN (pg_trigger_depth() < 1) EXECUTE FUNCTION ledger_account_only_by_posting();

-- Looks the accounts up once, makes the missing ones, and locks all in the order of their ids before there are postings: their
-- foreign keys would share the row of a hot account with whoever holds it, which makes it dearer for all who wait.
CREATE OR REPLACE FUNCTION post_entry(entry_key TEXT, entry_kind TEXT, postings JSONB, correlation TEXT DEFAULT NULL)
RETURNS BOOLEAN LANGUAGE plpgsql AS $$
DECLARE
  new_entry_id BIGINT;
  account_ids BIGINT[];
  amounts BIGINT[];
BEGIN
  INSERT INTO ledger_entry (idempotency_key, kind, correlation_id) VALUES (entry_key, entry_kind, correlation)
    ON CONFLICT (idempotency_key) DO NOTHING RETURNING id INTO new_entry_id;
  IF new_entry_id IS NULL THEN
    RETURN false;
  END IF;
  FOR attempt IN 1..2 LOOP
    SELECT array_agg((SELECT a.id FROM ledger_account a WHERE a.name = p.account AND a.asset = 'USDC')), array_agg(p.stroops)
      INTO account_ids, amounts FROM jsonb_to_recordset(postings) AS p(account TEXT, stroops BIGINT);
    EXIT WHEN array_position(account_ids, NULL) IS NULL;
    PERFORM lock_accounts(ARRAY(SELECT p->>'account' FROM jsonb_array_elements(postings) p));
  END LOOP;
  PERFORM 1 FROM ledger_account WHERE id = ANY(account_ids) ORDER BY id FOR NO KEY UPDATE;
  INSERT INTO ledger_posting (entry_id, account_id, amount)
    SELECT new_entry_id, p.account_id, p.amount FROM unnest(account_ids, amounts) AS p(account_id, amount);
  RETURN true;
END $$;
