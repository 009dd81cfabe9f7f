-- Names that live as long as what they name, who may undo a hold, and users whose money is held back.

-- An answer is forgotten some time after it was final; the names of what a request began are not, so that the same key never
-- opens a second payment.
ALTER TABLE idempotency_request ADD COLUMN names_stay BOOLEAN NOT NULL DEFAULT true;

-- The marketplace's own name of a payment: one payment for ever.
ALTER TABLE withdrawal ADD COLUMN reference TEXT CONSTRAINT withdrawal_reference_key UNIQUE;
ALTER TABLE topup ADD COLUMN reference TEXT CONSTRAINT topup_reference_key UNIQUE;

-- Whose key made the hold; null where it was the installation's.
ALTER TABLE balance_hold ADD COLUMN made_by TEXT;

-- Why the operation cannot be, or null. Its accounts are locked, so that nothing it looks at can change before it is written;
-- so is the user whose money would leave, so that a suspension is true for everything after it.
CREATE OR REPLACE FUNCTION refuse_balance_operation(operation JSONB, postings JSONB) RETURNS JSONB LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  stroops BIGINT := (operation->>'stroops')::bigint;
  available BIGINT;
  hold balance_hold;
  held BIGINT;
  holder_status TEXT;
BEGIN
  SELECT * INTO hold FROM balance_hold WHERE user_id = operation->>'holderId' AND order_id = operation->>'orderId';
  held := coalesce(hold.amount_stroops, 0);
  IF operation->>'kind' IN ('RESERVE', 'RELEASE') THEN
    SELECT status INTO holder_status FROM users WHERE id = operation->>'holderId' FOR SHARE;
    IF holder_status = 'SUSPENDED' THEN
      RETURN balance_refusal('USER_NOT_ELIGIBLE', jsonb_build_object('userId', operation->>'holderId', 'reason', 'SUSPENDED'));
    END IF;
  END IF;
  IF operation->>'hold' = 'open' AND held > 0 THEN
    RETURN balance_refusal('FUNDS_ALREADY_RESERVED', jsonb_build_object(
      'orderId', operation->>'orderId', 'reserved', stroops_text(held), 'currency', operation->>'currency'));
  END IF;
  IF operation->>'hold' = 'take' AND held < stroops THEN
    RETURN balance_refusal('RESERVE_NOT_FOUND', jsonb_build_object(
      'requested', stroops_text(stroops), 'reserved', stroops_text(held), 'currency', operation->>'currency'));
  END IF;
  IF operation->>'hold' = 'take' AND operation->>'boundUserId' IS DISTINCT FROM hold.made_by AND operation->>'boundUserId' IS NOT NULL THEN
    RETURN balance_refusal('USER_NOT_ELIGIBLE', jsonb_build_object('userId', operation->>'boundUserId', 'reason', 'HELD_BY_ANOTHER'));
  END IF;
  SELECT ledger_balance(p.account) INTO available FROM jsonb_to_recordset(postings) AS p(account TEXT, stroops BIGINT)
    WHERE p.account LIKE 'user/%/available' AND ledger_balance(p.account) + p.stroops < 0;
  IF FOUND THEN
    RETURN balance_refusal('INSUFFICIENT_FUNDS', jsonb_build_object(
      'requested', stroops_text(stroops), 'available', stroops_text(available), 'currency', operation->>'currency'));
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION change_balance_hold(operation JSONB) RETURNS VOID LANGUAGE plpgsql AS $$
BEGIN
  IF operation->>'hold' = 'open' THEN
    INSERT INTO balance_hold (user_id, order_id, amount_stroops, made_by)
      VALUES (operation->>'holderId', operation->>'orderId', (operation->>'stroops')::bigint, operation->>'boundUserId')
      ON CONFLICT (user_id, order_id) DO UPDATE SET amount_stroops = balance_hold.amount_stroops + excluded.amount_stroops,
        made_by = excluded.made_by, updated_at = clock_timestamp();
  ELSIF operation->>'hold' = 'take' THEN
    UPDATE balance_hold SET amount_stroops = amount_stroops - (operation->>'stroops')::bigint, updated_at = clock_timestamp()
      WHERE user_id = operation->>'holderId' AND order_id = operation->>'orderId';
  END IF;
END $$;

-- No signature that takes a suspended user's money out is committed, whoever asks. The lock makes a suspension wait for those
-- that are committing, and those that come later see it.
CREATE FUNCTION chain_transaction_not_of_suspended() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  payment TEXT := split_part(split_part(NEW.step_key, '#', 1), '/', 2);
  payer TEXT;
  payer_status TEXT;
BEGIN
  IF NEW.intent = 'payOut' THEN
    SELECT user_id INTO payer FROM withdrawal WHERE id = payment;
  ELSIF NEW.intent = 'fundEscrow' THEN
    SELECT buyer_id INTO payer FROM orders WHERE id = payment;
  ELSE
    RETURN NEW;
  END IF;
  SELECT status INTO payer_status FROM users WHERE id = payer FOR SHARE;
  IF payer_status = 'SUSPENDED' THEN
    RAISE EXCEPTION 'the user % is suspended', payer USING ERRCODE = 'OH030';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER chain_transaction_not_of_suspended BEFORE INSERT ON chain_transaction
  FOR EACH ROW EXECUTE FUNCTION chain_transaction_not_of_suspended();
