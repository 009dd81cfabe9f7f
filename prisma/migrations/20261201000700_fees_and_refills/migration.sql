-- What a payment carries besides its amount, and XLM for the wallets that pay the network's fees.

ALTER TABLE withdrawal ADD COLUMN memo_type TEXT CHECK (memo_type IN ('text', 'id', 'hash', 'return'));
UPDATE withdrawal SET memo_type = 'text' WHERE memo IS NOT NULL;
ALTER TABLE withdrawal ADD CONSTRAINT withdrawal_memo_typed CHECK ((memo IS NULL) = (memo_type IS NULL));

-- Records a step that holds everything an account has. How much that is, is decided here, behind the account's lock, so that it
-- races with nothing; it is put where the step names its amount: the row, the two postings and the events. A balance that is
-- empty or outside the limits is refused (OH012). False, and nothing done, when the key was recorded before.
CREATE FUNCTION record_step_of_all(step JSONB, account TEXT, min_stroops BIGINT, max_stroops BIGINT) RETURNS BOOLEAN
LANGUAGE plpgsql AS $$
DECLARE
  available BIGINT;
BEGIN
  PERFORM lock_accounts(ARRAY(SELECT p->>'account' FROM jsonb_array_elements(step->'entry'->'postings') p));
  -- asked behind the lock: a twin that was faster is seen, and not what it left
  IF EXISTS (SELECT 1 FROM step_record WHERE key = step->>'key') THEN
    RETURN false;
  END IF;
  available := ledger_balance(account);
  IF available <= 0 OR available < min_stroops OR available > max_stroops THEN
    RAISE EXCEPTION 'there are % stroops', available
      USING ERRCODE = 'OH012', DETAIL = jsonb_build_object('available', stroops_text(available))::text;
  END IF;
  step := jsonb_set(step, '{inserts,0,row,amount_stroops}', to_jsonb(available::text));
  step := jsonb_set(step, '{entry,postings}', (
    SELECT jsonb_agg(p || jsonb_build_object('stroops', (CASE WHEN p->>'account' = account THEN -available ELSE available END)::text) ORDER BY n)
    FROM jsonb_array_elements(step->'entry'->'postings') WITH ORDINALITY AS posting(p, n)));
  step := jsonb_set(step, '{events}', (
    SELECT jsonb_agg(CASE WHEN e->'payload' ? 'amount' THEN jsonb_set(e, '{payload,amount}', to_jsonb(stroops_text(available))) ELSE e END ORDER BY n)
    FROM jsonb_array_elements(step->'events') WITH ORDINALITY AS event(e, n)));
  RETURN record_step(step);
END $$;

-- One transaction of the sponsor's that sends XLM to wallets which are short of it. One is open at a time: whoever finds a wallet
-- low meanwhile waits for it, so that nothing is refilled twice.
CREATE TABLE refill (
  id          TEXT PRIMARY KEY,
  status      TEXT NOT NULL,
  addresses   TEXT[] NOT NULL CHECK (cardinality(addresses) BETWEEN 1 AND 100),
  xlm_stroops BIGINT NOT NULL CHECK (xlm_stroops > 0),
  created_at  TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  updated_at  TIMESTAMPTZ(3) NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX refill_open ON refill ((true)) WHERE status = 'REFILL_OPEN';

-- Wallets that could not pay for a step. Gone once they are refilled.
CREATE TABLE refill_request (
  wallet_id TEXT PRIMARY KEY REFERENCES wallet (id),
  asked_at  TIMESTAMPTZ(3) NOT NULL DEFAULT now()
);
