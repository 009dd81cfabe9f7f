-- Money that the operator takes out of a wallet of the platform, or of a suspended user. One key asks, another one approves.
CREATE TABLE platform_payout (
  id             TEXT PRIMARY KEY,
  status         TEXT NOT NULL,
  source         TEXT NOT NULL,
  asset          TEXT NOT NULL CHECK (asset IN ('USDC', 'XLM')),
  amount_stroops BIGINT NOT NULL CHECK (amount_stroops > 0),
  destination    TEXT NOT NULL,
  memo           TEXT,
  memo_type      TEXT CHECK (memo_type IN ('text', 'id', 'hash', 'return')),
  reason         TEXT NOT NULL,
  requested_by   TEXT NOT NULL,
  approved_by    TEXT,
  tx_hash        TEXT,
  failure_reason TEXT,
  created_at     TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  updated_at     TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  CONSTRAINT platform_payout_memo_typed CHECK ((memo IS NULL) = (memo_type IS NULL)),
  CONSTRAINT platform_payout_approved CHECK (approved_by IS NOT NULL
    OR status IN ('PLATFORM_PAYOUT_REQUESTED', 'PLATFORM_PAYOUT_CANCELED'))
);
CREATE INDEX platform_payout_status ON platform_payout (status, created_at);

-- Who made a key; null for the older ones. A key that another key made is in the hands of whoever holds that one.
ALTER TABLE api_key ADD COLUMN created_by TEXT;

-- One name for all keys that one person may hold: the key from which they all stem, below the master key's.
CREATE FUNCTION person_behind(key_id TEXT) RETURNS TEXT LANGUAGE sql STABLE AS $$
  WITH RECURSIVE line AS (
    SELECT id, created_by FROM api_key WHERE id = key_id
    UNION SELECT k.id, k.created_by FROM api_key k JOIN line ON k.id = line.created_by)
  SELECT coalesce((SELECT id FROM line WHERE NOT EXISTS (SELECT 1 FROM api_key k WHERE k.id = line.created_by)), key_id)
$$;

-- Nobody approves what they asked for, and a key that was made after the request may be the same person's. A user who was
-- reinstated meanwhile uses their money themselves.
CREATE FUNCTION platform_payout_approvable() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  user_status TEXT;
BEGIN
  IF person_behind(NEW.approved_by) = person_behind(NEW.requested_by)
    OR EXISTS (SELECT 1 FROM api_key WHERE id = NEW.approved_by AND created_at >= NEW.created_at) THEN
    RAISE EXCEPTION 'platform payout % needs the key of a second person', NEW.id USING ERRCODE = 'OH013',
      DETAIL = jsonb_build_object('requestedBy', NEW.requested_by)::text;
  END IF;
  SELECT status INTO user_status FROM users WHERE id = NEW.source FOR SHARE;
  IF user_status <> 'SUSPENDED' THEN
    RAISE EXCEPTION 'the user % is not suspended', NEW.source USING ERRCODE = 'OH001',
      DETAIL = jsonb_build_object('id', NEW.source, 'currentState', user_status, 'allowedStates', jsonb_build_array('SUSPENDED'))::text;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER approvable BEFORE UPDATE OF approved_by ON platform_payout FOR EACH ROW
  WHEN (NEW.approved_by IS NOT NULL) EXECUTE FUNCTION platform_payout_approvable();
CREATE TRIGGER fixed_columns BEFORE UPDATE OF id, source, asset, amount_stroops, destination, memo, memo_type, reason, requested_by, created_at
  ON platform_payout FOR EACH ROW EXECUTE FUNCTION refuse_other_value('fixed', 'id', 'source', 'asset', 'amount_stroops', 'destination',
    'memo', 'memo_type', 'reason', 'requested_by', 'created_at');
CREATE TRIGGER once_columns BEFORE UPDATE OF approved_by, tx_hash ON platform_payout FOR EACH ROW
  EXECUTE FUNCTION refuse_other_value('once', 'approved_by', 'tx_hash');
CREATE TRIGGER never_removed BEFORE DELETE OR TRUNCATE ON platform_payout FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The operator's own money behind a fiat provider, in stroops. What users were given by hand or paid twice is theirs and came
-- from nobody. `bearable`: of what users were paid twice, what can be borne without touching what open escrows need.
CREATE FUNCTION operators_part_at_airtm(OUT own BIGINT, OUT free BIGINT, OUT bearable BIGINT) LANGUAGE sql STABLE AS $$
  WITH part AS (
    SELECT ledger_balance('backing/airtm') AS own, -ledger_balance('suspense/paid-after-return') AS owed,
      least(0, ledger_balance('world/manual') + ledger_balance('suspense/paid-after-return')) AS unbacked,
      (SELECT coalesce(sum(balance), 0)::bigint FROM ledger_account WHERE asset = 'USDC' AND name LIKE 'order/%/escrow') AS escrowed)
  SELECT own, greatest(0, own + unbacked - escrowed), greatest(0, least(owed, own - escrowed)) FROM part
$$;

-- The treasury's USDC that is promised to nobody: what is booked, less orders whose money is reserved and not in their escrow
-- yet, and withdrawals to Stellar addresses that are held or under way.
CREATE FUNCTION free_in_treasury() RETURNS BIGINT LANGUAGE sql STABLE AS $$
  SELECT greatest(0, ledger_balance('backing/stellar')
    - (SELECT coalesce(sum(amount_stroops), 0)::bigint FROM orders WHERE status IN ('FUNDS_RESERVED', 'ESCROW_CREATING', 'ESCROW_FUNDING'))
    - (SELECT coalesce(sum(amount_stroops), 0)::bigint FROM withdrawal WHERE destination_type = 'crypto'
         AND status IN ('WITHDRAWAL_CREATED', 'WITHDRAWAL_COMMITTED', 'WITHDRAWAL_PENDING')))
$$;
