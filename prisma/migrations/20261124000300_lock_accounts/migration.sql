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

CREATE OR REPLACE FUNCTION ledger_posting_balances() RETURNS trigger LANGUAGE plpgsql AS $$
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

CREATE OR REPLACE FUNCTION post_entry(entry_key TEXT, entry_kind TEXT, postings JSONB, correlation TEXT DEFAULT NULL)
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

CREATE OR REPLACE FUNCTION record_step(step JSONB) RETURNS BOOLEAN LANGUAGE plpgsql AS $$
DECLARE
  item JSONB;
  step_key TEXT := step->>'key';
  before_balances JSONB := '{}';
BEGIN
  INSERT INTO step_record (key) VALUES (step_key) ON CONFLICT (key) DO NOTHING;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  FOR item IN SELECT * FROM jsonb_array_elements(coalesce(step->'inserts', '[]')) LOOP
    PERFORM insert_row(step_key, item);
  END LOOP;
  FOR item IN SELECT * FROM jsonb_array_elements(coalesce(step->'moves', '[]')) LOOP
    PERFORM apply_move(step_key, item);
  END LOOP;
  IF step ? 'chain' THEN
    PERFORM settle_chain_transaction(step->'chain');
  END IF;
  IF step ? 'entry' THEN
    -- The accounts are locked first, so that the balances read here are the ones the postings change.
    PERFORM lock_accounts(ARRAY(SELECT p->>'account' FROM jsonb_array_elements(step->'entry'->'postings') p));
    SELECT coalesce(jsonb_object_agg(e->'balance'->>'userId', user_balances(e->'balance'->>'userId')), '{}') INTO before_balances
      FROM jsonb_array_elements(coalesce(step->'events', '[]')) e WHERE e ? 'balance';
    PERFORM post_entry(step_key, step->'entry'->>'kind', step->'entry'->'postings', step->>'correlationId');
  END IF;
  INSERT INTO audit_record (id, action, event_type, resource_type, resource_id, payload_before, payload_after, actor_type, actor_id, result, correlation_id)
    SELECT a->>'id', a->>'action', a->>'eventType', a->>'resourceType', a->>'resourceId', a->'before', a->'after',
           a->>'actorType', a->>'actorId', 'SUCCESS', step->>'correlationId'
    FROM jsonb_array_elements(coalesce(step->'audits', '[]')) a;
  FOR item IN SELECT * FROM jsonb_array_elements(coalesce(step->'events', '[]')) LOOP
    PERFORM append_event(item, before_balances, step->>'correlationId');
  END LOOP;
  RETURN true;
END $$;
