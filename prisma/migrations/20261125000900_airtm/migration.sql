-- Fiat in and out through Airtm: top-ups, payouts, linked accounts, and the treasury that funds escrows meanwhile.

-- By what this installation moves money, as its first worker said.
CREATE TABLE payment_mode (
  id         TEXT PRIMARY KEY DEFAULT 'self' CHECK (id = 'self'),
  provider   TEXT CHECK (provider IN ('crypto', 'airtm')),
  settled_at TIMESTAMPTZ(3)
);
INSERT INTO payment_mode DEFAULT VALUES;
CREATE TRIGGER never_removed BEFORE DELETE OR TRUNCATE ON payment_mode FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE wallet DROP CONSTRAINT wallet_platform_role_check,
  ADD CONSTRAINT wallet_platform_role_check
    CHECK (platform_role IN ('sponsor', 'fee-receiver', 'dispute-resolver', 'treasury'));

ALTER TABLE users
  ADD COLUMN airtm_user_id TEXT CONSTRAINT users_airtm_user_id_key UNIQUE,
  ADD COLUMN airtm_email TEXT,
  ADD COLUMN airtm_linked_at TIMESTAMPTZ(3),
  ADD CONSTRAINT users_airtm_link_whole
    CHECK ((airtm_user_id IS NULL) = (airtm_email IS NULL) AND (airtm_user_id IS NULL) = (airtm_linked_at IS NULL));

CREATE TABLE topup (
  id               TEXT PRIMARY KEY,
  user_id          TEXT NOT NULL REFERENCES users (id),
  amount_stroops   BIGINT NOT NULL CHECK (amount_stroops > 0),
  -- what the user paid and what the provider kept of it, once it succeeded
  paid_stroops     BIGINT CHECK (paid_stroops > 0),
  fee_stroops      BIGINT CHECK (fee_stroops >= 0 AND fee_stroops < paid_stroops),
  currency         TEXT NOT NULL CHECK (currency IN ('USD', 'USDC')),
  description      TEXT,
  metadata         JSONB,
  return_url       TEXT,
  cancel_url       TEXT,
  status           TEXT NOT NULL,
  airtm_payin_id   TEXT UNIQUE,
  confirmation_uri TEXT,
  expires_at       TIMESTAMPTZ(3),
  failure_reason   TEXT,
  created_at       TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  updated_at       TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  CHECK ((status = 'TOPUP_SUCCEEDED') = (paid_stroops IS NOT NULL))
);
CREATE INDEX topup_newest ON topup (created_at DESC, id DESC);
CREATE INDEX topup_by_user ON topup (user_id, created_at DESC);

ALTER TABLE withdrawal ADD COLUMN airtm_payout_id TEXT UNIQUE;
-- What was paid out by Airtm since a moment: for its daily limit.
CREATE INDEX withdrawal_by_airtm_day ON withdrawal (created_at) WHERE destination_type <> 'crypto';

-- What must not enter a workflow's history: the workflow carries the id, and whoever needs the value reads it here.
CREATE TABLE private_value (
  id         TEXT PRIMARY KEY,
  value      TEXT NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT now()
);

-- Settles by what this installation moves money. It changes only while nothing of the other way is open; what is, is returned,
-- and then nothing was changed.
CREATE FUNCTION claim_payment_provider(wanted TEXT) RETURNS TEXT[] LANGUAGE plpgsql AS $$
DECLARE
  present TEXT;
  open_items TEXT[];
BEGIN
  SELECT provider INTO present FROM payment_mode WHERE id = 'self' FOR UPDATE;
  IF present IS NOT DISTINCT FROM wanted THEN
    RETURN '{}';
  END IF;
  IF present IS NOT NULL OR wanted <> 'crypto' THEN
    SELECT array_agg(item) INTO open_items FROM (
      (SELECT a.name || ' holds ' || stroops_text(a.balance) AS item FROM ledger_account a
        WHERE a.balance <> 0 AND (a.name LIKE 'user/%' OR a.name LIKE 'order/%') ORDER BY a.name LIMIT 20)
      UNION ALL (SELECT id || ' is ' || status FROM orders WHERE status <> 'CLOSED' ORDER BY id LIMIT 20)
      UNION ALL (SELECT id || ' is ' || status FROM withdrawal
        WHERE status NOT IN ('WITHDRAWAL_COMPLETED', 'WITHDRAWAL_FAILED', 'WITHDRAWAL_CANCELED') ORDER BY id LIMIT 20)
      UNION ALL (SELECT id || ' is ' || status FROM topup
        WHERE status NOT IN ('TOPUP_SUCCEEDED', 'TOPUP_FAILED', 'TOPUP_CANCELED') ORDER BY id LIMIT 20)
    ) open_things;
  END IF;
  IF open_items IS NULL THEN
    UPDATE payment_mode SET provider = wanted, settled_at = clock_timestamp() WHERE id = 'self';
  END IF;
  RETURN coalesce(open_items, '{}');
END $$;

-- A deposit to the treasury is the operator's, not a user's.
ALTER TABLE deposit ALTER COLUMN user_id DROP NOT NULL;
