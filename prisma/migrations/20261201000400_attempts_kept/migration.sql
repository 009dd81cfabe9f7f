-- Paid once, whatever was forgotten: evidence is kept by the database itself, an attempt that it forgot can be made again from
-- what its workflow remembers, and taking the fence keeps what the chain had used.

-- An attempt that was made again: it is no new signature, it has no bytes, and it may share its sequence number with the
-- attempt that was signed while nobody knew of it.
ALTER TABLE chain_transaction ADD COLUMN restored_at TIMESTAMPTZ(3);
ALTER TABLE chain_transaction ADD CONSTRAINT chain_transaction_has_bytes CHECK (signed_xdr <> '' OR restored_at IS NOT NULL);
DROP INDEX chain_transaction_sequence;
CREATE UNIQUE INDEX chain_transaction_sequence ON chain_transaction (source_account, sequence)
  WHERE outcome IS DISTINCT FROM 'EXPIRED' AND restored_at IS NULL;
DROP TRIGGER chain_transaction_not_while_frozen ON chain_transaction;
CREATE TRIGGER chain_transaction_not_while_frozen BEFORE INSERT ON chain_transaction
  FOR EACH ROW WHEN (NEW.restored_at IS NULL) EXECUTE FUNCTION chain_transaction_not_while_frozen();
DROP TRIGGER chain_transaction_not_of_suspended ON chain_transaction;
CREATE TRIGGER chain_transaction_not_of_suspended BEFORE INSERT ON chain_transaction
  FOR EACH ROW WHEN (NEW.restored_at IS NULL) EXECUTE FUNCTION chain_transaction_not_of_suspended();

-- What the chain had used of each account when the fence was taken, one reading per taking; null for an account that was not
-- on the chain yet. An account without a row in the reading was made after it.
CREATE TABLE account_reading (
  reading_id TEXT NOT NULL,
  account    TEXT NOT NULL,
  sequence   NUMERIC(20, 0),
  read_at    TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (reading_id, account)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON account_reading FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE signing_fence ADD COLUMN reading_id TEXT;

-- The highest sequence number of an account that the chain can have used, as far as this database knows: what our settled
-- transactions used, what was read when the fence was taken, or else what the first signature was built upon. An account of
-- which nothing is known has used none: its number ends in 32 zero bits. A number of an account only grows, so an earlier
-- epoch's is as true as this one's.
CREATE OR REPLACE FUNCTION known_sequence(account TEXT, in_epoch INTEGER, at_most NUMERIC) RETURNS NUMERIC LANGUAGE plpgsql STABLE AS $$
DECLARE
  settled NUMERIC;
  was_read NUMERIC;
  built_upon NUMERIC;
BEGIN
  SELECT sequence INTO settled FROM chain_transaction t
    WHERE t.source_account = account AND t.outcome IN ('SUCCEEDED', 'FAILED') ORDER BY sequence DESC LIMIT 1;
  SELECT r.sequence INTO was_read FROM signing_fence f JOIN account_reading r ON r.reading_id = f.reading_id AND r.account = known_sequence.account;
  IF settled IS NULL AND was_read IS NULL THEN
    SELECT min(sequence) - 1 INTO built_upon FROM chain_transaction t
      WHERE t.source_account = account AND t.fence_epoch = in_epoch AND t.restored_at IS NULL;
    RETURN coalesce(built_upon, at_most - mod(at_most, 4294967296));
  END IF;
  RETURN greatest(settled, was_read);
END $$;

-- Columns that never change: `fixed` ones from the beginning, `once` ones from their first value on. It is a row's trigger ON
-- UPDATE OF those columns, so that other updates cost nothing; how and which are its arguments.
CREATE FUNCTION refuse_other_value() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  name TEXT;
  before JSONB := to_jsonb(OLD);
  after JSONB := to_jsonb(NEW);
BEGIN
  FOREACH name IN ARRAY TG_ARGV[1:] LOOP
    CONTINUE WHEN TG_ARGV[0] = 'once' AND before->name = 'null'::jsonb;
    IF before->name IS DISTINCT FROM after->name THEN
      RAISE EXCEPTION '%.% has its value for ever', TG_TABLE_NAME, name USING ERRCODE = 'OH003';
    END IF;
  END LOOP;
  RETURN NEW;
END $$;

CREATE FUNCTION fix_columns(of_table TEXT, how TEXT, columns TEXT[], condition TEXT DEFAULT 'true') RETURNS VOID LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OF %s ON %I FOR EACH ROW WHEN (%s) EXECUTE FUNCTION refuse_other_value(%L, %s)',
    how || '_columns', (SELECT string_agg(quote_ident(name), ', ') FROM unnest(columns) name), of_table, condition,
    how, (SELECT string_agg(quote_literal(name), ', ') FROM unnest(columns) name));
END $$;
CREATE FUNCTION keep_rows(of_table TEXT) RETURNS VOID LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER never_removed BEFORE DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', of_table);
END $$;

-- An attempt is what was signed; what became of it is written once.
SELECT fix_columns('chain_transaction', 'fixed', ARRAY['id', 'step_key', 'generation', 'intent', 'source_account', 'sequence', 'hash',
  'signed_xdr', 'send_through', 'max_time', 'prepared_ledger', 'booking', 'on_success', 'deployment_id', 'fence_epoch', 'restored_at']);
SELECT fix_columns('chain_transaction', 'ended', ARRAY['outcome', 'result_code', 'receipt', 'fee_stroops', 'proof', 'settled_at'],
  'OLD.outcome IS NOT NULL');
-- A wallet's sealed secret changes when keys are rotated; whose it is never does.
SELECT fix_columns('wallet', 'fixed', ARRAY['id', 'user_id', 'platform_role', 'public_key']);
SELECT fix_columns('users', 'fixed', ARRAY['id', 'external_user_id']);
SELECT fix_columns('orders', 'fixed', ARRAY['id', 'client_order_ref', 'buyer_id', 'seller_id', 'amount_stroops', 'platform_fee_bps',
  'currency', 'escrow_type']);
SELECT fix_columns('orders', 'once', ARRAY['outcome']);
SELECT fix_columns('escrow', 'fixed', ARRAY['id', 'order_id', 'amount_stroops']);
SELECT fix_columns('escrow', 'once', ARRAY['contract_id']);
SELECT fix_columns('milestone', 'fixed', ARRAY['id', 'order_id', 'position', 'ref', 'amount_stroops']);
SELECT fix_columns('milestone', 'once', ARRAY['settled_at']);
SELECT fix_columns('withdrawal', 'fixed', ARRAY['id', 'user_id', 'amount_stroops', 'currency', 'destination_type', 'destination_ref', 'memo']);
SELECT fix_columns('withdrawal', 'once', ARRAY['tx_hash', 'airtm_payout_id']);
SELECT fix_columns('topup', 'fixed', ARRAY['id', 'user_id', 'amount_stroops', 'currency']);
SELECT fix_columns('topup', 'once', ARRAY['airtm_payin_id', 'paid_stroops', 'fee_stroops']);
SELECT fix_columns('webhook_inbox', 'fixed', ARRAY['provider', 'event_id', 'type', 'body', 'received_at']);
SELECT fix_columns('webhook_inbox', 'once', ARRAY['processed_at']);
SELECT keep_rows(name) FROM unnest(ARRAY['chain_transaction', 'wallet', 'users', 'orders', 'escrow', 'milestone', 'withdrawal', 'topup']) name;
DROP FUNCTION fix_columns(TEXT, TEXT, TEXT[], TEXT);
DROP FUNCTION keep_rows(TEXT);
