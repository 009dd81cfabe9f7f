-- Balance operations by request: holds per (user, order), and what every operation did, so that a repeat meets it.

-- What a user's balance routes hold for one order of the marketplace. The sum of a user's holds is the balance of the ledger
-- account user/<id>/held: an order of ours, which holds in user/<id>/reserved, is never touched by them.
CREATE TABLE balance_hold (
  user_id        TEXT NOT NULL REFERENCES users (id),
  order_id       TEXT NOT NULL,
  amount_stroops BIGINT NOT NULL CHECK (amount_stroops >= 0),
  created_at     TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
  updated_at     TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (user_id, order_id)
);

-- The answer of an operation, for ever: its id is derived from the request, its reference is used once per user and kind.
CREATE TABLE balance_operation (
  id                         TEXT PRIMARY KEY,
  kind                       TEXT NOT NULL CHECK (kind IN ('CREDIT_AVAILABLE', 'DEBIT_AVAILABLE', 'RESERVE', 'RELEASE', 'CANCEL_RESERVATION', 'DEDUCT_RESERVED')),
  user_id                    TEXT NOT NULL REFERENCES users (id),
  holder_id                  TEXT REFERENCES users (id),
  amount_stroops             BIGINT NOT NULL CHECK (amount_stroops > 0),
  currency                   TEXT NOT NULL CHECK (currency IN ('USD', 'USDC')),
  reference                  TEXT,
  order_id                   TEXT,
  description                TEXT,
  previous_available_stroops BIGINT NOT NULL,
  previous_reserved_stroops  BIGINT NOT NULL,
  new_available_stroops      BIGINT NOT NULL,
  new_reserved_stroops       BIGINT NOT NULL,
  audit_id                   TEXT NOT NULL,
  created_at                 TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp()
);
CREATE UNIQUE INDEX balance_operation_reference ON balance_operation (user_id, kind, reference);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON balance_operation FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Every account that a user's balance is made of; none for nobody.
CREATE FUNCTION user_accounts(user_id TEXT) RETURNS TEXT[] LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(array_agg('user/' || user_id || part), '{}')
  FROM unnest(ARRAY['/available', '/reserved', '/withdrawing', '/held']) AS part WHERE user_id IS NOT NULL
$$;

-- What the API shows of a user: a withdrawal's hold and those made by request count as reserved.
CREATE OR REPLACE FUNCTION user_balances(user_id TEXT) RETURNS JSONB LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object(
    'available', ledger_balance('user/' || user_id || '/available'),
    'reserved', ledger_balance('user/' || user_id || '/reserved') + ledger_balance('user/' || user_id || '/withdrawing')
                + ledger_balance('user/' || user_id || '/held'))
$$;

CREATE FUNCTION balances_text(balances JSONB) RETURNS JSONB LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_build_object('available', stroops_text((balances->>'available')::bigint),
                            'reserved', stroops_text((balances->>'reserved')::bigint))
$$;

CREATE FUNCTION balance_refusal(code TEXT, details JSONB) RETURNS JSONB LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_build_object('refusal', code, 'details', details)
$$;

-- Why the operation cannot be, or null. Its accounts are locked, so that nothing it looks at can change before it is written.
CREATE FUNCTION refuse_balance_operation(operation JSONB, postings JSONB) RETURNS JSONB LANGUAGE plpgsql STABLE AS $$
DECLARE
  stroops BIGINT := (operation->>'stroops')::bigint;
  available BIGINT;
  held BIGINT := coalesce((SELECT amount_stroops FROM balance_hold
                           WHERE user_id = operation->>'holderId' AND order_id = operation->>'orderId'), 0);
BEGIN
  IF operation->>'hold' = 'open' AND held > 0 THEN
    RETURN balance_refusal('FUNDS_ALREADY_RESERVED', jsonb_build_object(
      'orderId', operation->>'orderId', 'reserved', stroops_text(held), 'currency', operation->>'currency'));
  END IF;
  IF operation->>'hold' = 'take' AND held < stroops THEN
    RETURN balance_refusal('RESERVE_NOT_FOUND', jsonb_build_object(
      'requested', stroops_text(stroops), 'reserved', stroops_text(held), 'currency', operation->>'currency'));
  END IF;
  SELECT ledger_balance(p.account) INTO available FROM jsonb_to_recordset(postings) AS p(account TEXT, stroops BIGINT)
    WHERE p.account LIKE 'user/%/available' AND ledger_balance(p.account) + p.stroops < 0;
  IF FOUND THEN
    RETURN balance_refusal('INSUFFICIENT_FUNDS', jsonb_build_object(
      'requested', stroops_text(stroops), 'available', stroops_text(available), 'currency', operation->>'currency'));
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION change_balance_hold(operation JSONB) RETURNS VOID LANGUAGE plpgsql AS $$
BEGIN
  IF operation->>'hold' = 'open' THEN
    INSERT INTO balance_hold (user_id, order_id, amount_stroops)
      VALUES (operation->>'holderId', operation->>'orderId', (operation->>'stroops')::bigint)
      ON CONFLICT (user_id, order_id) DO UPDATE
        SET amount_stroops = balance_hold.amount_stroops + excluded.amount_stroops, updated_at = clock_timestamp();
  ELSIF operation->>'hold' = 'take' THEN
    UPDATE balance_hold SET amount_stroops = amount_stroops - (operation->>'stroops')::bigint, updated_at = clock_timestamp()
      WHERE user_id = operation->>'holderId' AND order_id = operation->>'orderId';
  END IF;
END $$;

-- One operation on balances, wholly or not at all. operation = {id, kind, userId, holderId, orderId, reference, description,
-- stroops, currency, hold: open | take | null, auditId}; step as of record_step, with one audit row, into which the balances
-- are put. Answers {id} of the operation (of the earlier one when it was done before) or {refusal, details}.
CREATE FUNCTION record_balance_operation(operation JSONB, step JSONB) RETURNS JSONB LANGUAGE plpgsql AS $$
DECLARE
  of_user TEXT := operation->>'userId';
  postings JSONB := step->'entry'->'postings';
  earlier balance_operation;
  refusal JSONB;
  before JSONB;
  after JSONB;
BEGIN
  PERFORM lock_accounts(user_accounts(of_user) || user_accounts(operation->>'holderId')
                        || ARRAY(SELECT p->>'account' FROM jsonb_array_elements(postings) p));
  SELECT * INTO earlier FROM balance_operation WHERE id = operation->>'id';
  IF earlier.id IS NULL THEN
    SELECT * INTO earlier FROM balance_operation
      WHERE user_id = of_user AND kind = operation->>'kind' AND reference = operation->>'reference';
  END IF;
  IF earlier.id IS NOT NULL THEN
    IF earlier.amount_stroops <> (operation->>'stroops')::bigint OR earlier.currency <> operation->>'currency' THEN
      RETURN balance_refusal('BALANCE_REFERENCE_REUSED', jsonb_build_object('reference', operation->>'reference', 'userId', of_user));
    END IF;
    RETURN jsonb_build_object('id', earlier.id);
  END IF;
  refusal := refuse_balance_operation(operation, postings);
  IF refusal IS NOT NULL THEN
    RETURN refusal;
  END IF;
  PERFORM change_balance_hold(operation);
  before := user_balances(of_user);
  SELECT jsonb_build_object(
      'available', (before->>'available')::bigint + coalesce(sum(p.stroops) FILTER (WHERE p.account LIKE '%/available'), 0),
      'reserved', (before->>'reserved')::bigint + coalesce(sum(p.stroops) FILTER (WHERE p.account NOT LIKE '%/available'), 0))
    INTO after FROM jsonb_to_recordset(postings) AS p(account TEXT, stroops BIGINT)
    WHERE p.account = ANY (user_accounts(of_user));
  step := jsonb_set(step, '{audits,0,before}', balances_text(before));
  step := jsonb_set(step, '{audits,0,after}', (step->'audits'->0->'after') || balances_text(after));
  IF NOT record_step(step) THEN
    RAISE EXCEPTION 'the step % was recorded without its operation', step->>'key' USING ERRCODE = 'OH002';
  END IF;
  INSERT INTO balance_operation (id, kind, user_id, holder_id, amount_stroops, currency, reference, order_id, description,
      previous_available_stroops, previous_reserved_stroops, new_available_stroops, new_reserved_stroops, audit_id)
    VALUES (operation->>'id', operation->>'kind', of_user, operation->>'holderId', (operation->>'stroops')::bigint,
      operation->>'currency', operation->>'reference', operation->>'orderId', operation->>'description',
      (before->>'available')::bigint, (before->>'reserved')::bigint, (after->>'available')::bigint, (after->>'reserved')::bigint,
      operation->>'auditId');
  RETURN jsonb_build_object('id', operation->>'id');
END $$;

-- Audit rows keep no secret and nothing that tells who a person is: whoever writes one, what is stored went through here.
CREATE FUNCTION is_private_name(name TEXT) RETURNS BOOLEAN LANGUAGE sql IMMUTABLE AS $$
  SELECT regexp_replace(lower(name), '[^a-z0-9]', '', 'g') ~
    ('secret|password|passphrase|token|authorization|apikey|privatekey|credential|cookie|mnemonic|seed|ciphertext|signedxdr'
     || '|signature|mail|address|destinationref|phone|iban|accountnumber|memo|^(key|salt|pin)$')
$$;

CREATE FUNCTION redact_text(content TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE AS $$
  SELECT regexp_replace(content,
    '[^\s@<>"'',;:()]+@[^\s@<>"'',;:()]+\.[^\s@<>"'',;:()]+' -- e-mail
    || '|[GMS][A-Z2-7]{55}([A-Z2-7]{13})?'                   -- addresses and secret seeds of Stellar
    || '|ohk_[A-Za-z0-9_.-]+|eyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+|Bearer +\S+' -- credentials
    || '|AAAA[A-Za-z0-9+/]{60,}=*',                          -- transactions as XDR
    '[redacted]', 'g')
$$;

CREATE FUNCTION redact(content JSONB) RETURNS JSONB LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  CASE jsonb_typeof(content)
    WHEN 'object' THEN
      RETURN (SELECT coalesce(jsonb_object_agg(redact_text(key),
          CASE WHEN is_private_name(key) AND jsonb_typeof(value) <> 'null' THEN to_jsonb('[redacted]'::text) ELSE redact(value) END), '{}')
        FROM jsonb_each(content));
    WHEN 'array' THEN
      RETURN (SELECT coalesce(jsonb_agg(redact(value) ORDER BY position), '[]')
        FROM jsonb_array_elements(content) WITH ORDINALITY AS item(value, position));
    WHEN 'string' THEN
      RETURN to_jsonb(redact_text(content #>> '{}'));
    ELSE
      RETURN content;
  END CASE;
END $$;

CREATE FUNCTION redact_audit_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.payload_before := redact(NEW.payload_before);
  NEW.payload_after := redact(NEW.payload_after);
  RETURN NEW;
END $$;
CREATE TRIGGER redacted BEFORE INSERT ON audit_record FOR EACH ROW EXECUTE FUNCTION redact_audit_record();

CREATE INDEX audit_record_newest ON audit_record (occurred_at DESC, id DESC);
CREATE INDEX audit_record_by_any_resource ON audit_record (resource_id, occurred_at DESC);

-- Whether the API takes commands now: one row for all gateways.
CREATE TABLE maintenance (
  id         TEXT PRIMARY KEY DEFAULT 'self' CHECK (id = 'self'),
  enabled    BOOLEAN NOT NULL DEFAULT false,
  message    TEXT,
  enabled_at TIMESTAMPTZ(3),
  enabled_by TEXT,
  CHECK (enabled = (enabled_at IS NOT NULL) AND enabled = (enabled_by IS NOT NULL))
);
INSERT INTO maintenance DEFAULT VALUES;
