-- People, money movements, chain transactions and their history. Amounts are stroops (10^-7 USDC) unless a name says otherwise.

CREATE TABLE installation (
  id             TEXT PRIMARY KEY DEFAULT 'self' CHECK (id = 'self'),
  marketplace_id TEXT NOT NULL,
  created_at     TIMESTAMPTZ(3) NOT NULL DEFAULT now()
);

CREATE TABLE api_key (
  id           TEXT PRIMARY KEY,
  name         TEXT NOT NULL,
  scopes       TEXT[] NOT NULL,
  user_id      TEXT,
  salt         TEXT NOT NULL,
  hash         TEXT NOT NULL,
  masked_key   TEXT NOT NULL,
  expires_at   TIMESTAMPTZ(3),
  revoked_at   TIMESTAMPTZ(3),
  last_used_at TIMESTAMPTZ(3),
  created_at   TIMESTAMPTZ(3) NOT NULL DEFAULT now()
);

CREATE TABLE users (
  id               TEXT PRIMARY KEY,
  external_user_id TEXT NOT NULL UNIQUE,
  email            TEXT,
  type             TEXT NOT NULL CHECK (type IN ('BUYER', 'SELLER', 'BOTH')),
  status           TEXT NOT NULL CHECK (status IN ('ACTIVE', 'SUSPENDED', 'PENDING_VERIFICATION')),
  metadata         JSONB,
  created_at       TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  updated_at       TIMESTAMPTZ(3) NOT NULL DEFAULT now()
);
CREATE INDEX users_newest ON users (created_at DESC, id DESC);

-- A wallet belongs to a user or to a role of the platform (sponsor, fee-receiver, dispute-resolver), never to both.
CREATE TABLE wallet (
  id                TEXT PRIMARY KEY,
  user_id           TEXT UNIQUE REFERENCES users (id),
  platform_role     TEXT UNIQUE CHECK (platform_role IN ('sponsor', 'fee-receiver', 'dispute-resolver')),
  public_key        TEXT NOT NULL UNIQUE,
  secret_ciphertext TEXT NOT NULL,
  status            TEXT NOT NULL DEFAULT 'CREATED' CHECK (status IN ('CREATED', 'ACTIVE')),
  created_at        TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  updated_at        TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  CHECK ((user_id IS NULL) <> (platform_role IS NULL))
);

CREATE TABLE orders (
  id               TEXT PRIMARY KEY,
  client_order_ref TEXT UNIQUE,
  buyer_id         TEXT NOT NULL REFERENCES users (id),
  seller_id        TEXT NOT NULL REFERENCES users (id),
  amount_stroops   BIGINT NOT NULL CHECK (amount_stroops > 0 AND amount_stroops % 100000 = 0),
  platform_fee_bps INTEGER NOT NULL CHECK (platform_fee_bps BETWEEN 0 AND 9900),
  currency         TEXT NOT NULL CHECK (currency IN ('USD', 'USDC')),
  escrow_type      TEXT NOT NULL CHECK (escrow_type IN ('single-release', 'multi-release')),
  status           TEXT NOT NULL,
  outcome          TEXT,
  title            TEXT NOT NULL,
  description      TEXT,
  metadata         JSONB,
  created_at       TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  updated_at       TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  CHECK (buyer_id <> seller_id),
  CHECK ((status = 'CLOSED') = (outcome IS NOT NULL) OR status IN ('RELEASED', 'REFUNDED'))
);
CREATE INDEX orders_newest ON orders (created_at DESC, id DESC);
CREATE INDEX orders_by_buyer ON orders (buyer_id, created_at DESC);
CREATE INDEX orders_by_seller ON orders (seller_id, created_at DESC);

CREATE TABLE escrow (
  id             TEXT PRIMARY KEY,
  order_id       TEXT NOT NULL UNIQUE REFERENCES orders (id),
  contract_id    TEXT UNIQUE,
  status         TEXT NOT NULL,
  amount_stroops BIGINT NOT NULL CHECK (amount_stroops > 0),
  tx_hash        TEXT,
  funded_at      TIMESTAMPTZ(3),
  released_at    TIMESTAMPTZ(3),
  refunded_at    TIMESTAMPTZ(3),
  created_at     TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  updated_at     TIMESTAMPTZ(3) NOT NULL DEFAULT now()
);

CREATE TABLE milestone (
  id             TEXT PRIMARY KEY,
  order_id       TEXT NOT NULL REFERENCES orders (id),
  position       INTEGER NOT NULL CHECK (position >= 0),
  ref            TEXT NOT NULL,
  title          TEXT NOT NULL,
  amount_stroops BIGINT NOT NULL CHECK (amount_stroops > 0),
  status         TEXT NOT NULL,
  completed_at   TIMESTAMPTZ(3),
  created_at     TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  updated_at     TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  UNIQUE (order_id, ref),
  UNIQUE (order_id, position)
);

CREATE TABLE withdrawal (
  id               TEXT PRIMARY KEY,
  user_id          TEXT NOT NULL REFERENCES users (id),
  amount_stroops   BIGINT NOT NULL CHECK (amount_stroops > 0),
  fee_stroops      BIGINT NOT NULL DEFAULT 0 CHECK (fee_stroops >= 0),
  currency         TEXT NOT NULL CHECK (currency IN ('USD', 'USDC')),
  destination_type TEXT NOT NULL CHECK (destination_type IN ('bank', 'crypto', 'airtm_balance')),
  destination_ref  TEXT NOT NULL,
  memo             TEXT,
  description      TEXT,
  status           TEXT NOT NULL,
  committed        BOOLEAN NOT NULL DEFAULT false,
  tx_hash          TEXT,
  failure_reason   TEXT,
  created_at       TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  updated_at       TIMESTAMPTZ(3) NOT NULL DEFAULT now()
);
CREATE INDEX withdrawal_newest ON withdrawal (created_at DESC, id DESC);
CREATE INDEX withdrawal_by_user ON withdrawal (user_id, created_at DESC);

-- One row per signed attempt of a chain step, committed before anything is sent.
CREATE TABLE chain_transaction (
  id              TEXT PRIMARY KEY,
  step_key        TEXT NOT NULL,
  generation      INTEGER NOT NULL CHECK (generation >= 1),
  intent          TEXT NOT NULL,
  source_account  TEXT NOT NULL,
  sequence        NUMERIC(20, 0) NOT NULL,
  hash            TEXT NOT NULL UNIQUE,
  signed_xdr      TEXT NOT NULL,
  send_through    TEXT NOT NULL CHECK (send_through IN ('stellar', 'trustless-work')),
  max_time        BIGINT NOT NULL,
  prepared_ledger INTEGER NOT NULL,
  booking         JSONB,
  on_success      JSONB NOT NULL,
  outcome         TEXT CHECK (outcome IN ('SUCCEEDED', 'FAILED', 'EXPIRED')),
  result_code     TEXT,
  receipt         JSONB,
  fee_stroops     BIGINT,
  proof           JSONB,
  prepared_at     TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  settled_at      TIMESTAMPTZ(3),
  UNIQUE (step_key, generation),
  CHECK ((outcome IS NULL) = (settled_at IS NULL)),
  CHECK (outcome <> 'EXPIRED' OR proof IS NOT NULL)
);
-- The lane: one Stellar account has one transaction in flight. It frees itself when the outcome is known, never by time.
CREATE UNIQUE INDEX chain_transaction_lane ON chain_transaction (source_account) WHERE outcome IS NULL;
-- A sequence number is used once, unless its transaction is proven dead.
CREATE UNIQUE INDEX chain_transaction_sequence ON chain_transaction (source_account, sequence) WHERE outcome IS DISTINCT FROM 'EXPIRED';
-- A new attempt needs the proven end of the one before it.
CREATE FUNCTION chain_transaction_needs_proof() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM chain_transaction WHERE step_key = NEW.step_key AND (outcome IS NULL OR outcome = 'SUCCEEDED')) THEN
    RAISE EXCEPTION 'an earlier attempt of % is not proven dead', NEW.step_key USING ERRCODE = 'OH002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER chain_transaction_needs_proof BEFORE INSERT ON chain_transaction
  FOR EACH ROW EXECUTE FUNCTION chain_transaction_needs_proof();

CREATE TABLE deposit (
  id             TEXT PRIMARY KEY,
  event_id       TEXT NOT NULL UNIQUE,
  user_id        TEXT NOT NULL REFERENCES users (id),
  tx_hash        TEXT NOT NULL,
  from_address   TEXT,
  amount_stroops BIGINT NOT NULL CHECK (amount_stroops > 0),
  muxed_id       TEXT,
  ledger         INTEGER NOT NULL,
  created_at     TIMESTAMPTZ(3) NOT NULL DEFAULT now()
);
CREATE INDEX deposit_by_user ON deposit (user_id, created_at DESC);

CREATE TABLE stream_cursor (
  name             TEXT PRIMARY KEY,
  cursor           TEXT NOT NULL,
  ledger           INTEGER NOT NULL,
  ledger_closed_at TIMESTAMPTZ(3),
  updated_at       TIMESTAMPTZ(3) NOT NULL DEFAULT now()
);

-- Stellar ledgers that a stream could not read: they were older than the node's history when it came back.
CREATE TABLE stream_gap (
  stream      TEXT NOT NULL,
  from_ledger INTEGER NOT NULL,
  to_ledger   INTEGER NOT NULL CHECK (to_ledger >= from_ledger),
  noticed_at  TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (stream, from_ledger)
);

-- Where a workflow waits for a person or for time, as its last word; read when no worker answers a query.
CREATE TABLE workflow_progress (
  workflow_id TEXT PRIMARY KEY,
  progress    JSONB NOT NULL,
  parked      BOOLEAN NOT NULL,
  updated_at  TIMESTAMPTZ(3) NOT NULL DEFAULT now()
);
CREATE INDEX workflow_progress_parked ON workflow_progress (updated_at) WHERE parked;

CREATE TABLE idempotency_request (
  scope       TEXT NOT NULL,
  key         TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  -- Counts definite refusals: a repeat after one is a new attempt, with ids of its own.
  attempt     INTEGER NOT NULL DEFAULT 0,
  status      INTEGER,
  body        TEXT,
  sealed      BOOLEAN NOT NULL DEFAULT false,
  created_at  TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  expires_at  TIMESTAMPTZ(3),
  PRIMARY KEY (scope, key)
);
CREATE INDEX idempotency_request_expired ON idempotency_request (expires_at);

-- History: every recorded step of a workflow, and every change of a status.
CREATE TABLE step_record (
  key         TEXT PRIMARY KEY,
  recorded_at TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp()
);
CREATE TABLE status_history (
  id          BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  step_key    TEXT NOT NULL REFERENCES step_record (key),
  noun        TEXT NOT NULL,
  noun_id     TEXT NOT NULL,
  from_status TEXT,
  to_status   TEXT NOT NULL,
  recorded_at TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX status_history_by_noun ON status_history (noun, noun_id, id);

-- Public events, numbered without a gap: the counter's row is locked last and until the commit.
CREATE TABLE event_counter (
  id    TEXT PRIMARY KEY DEFAULT 'self' CHECK (id = 'self'),
  value BIGINT NOT NULL DEFAULT 0
);
INSERT INTO event_counter DEFAULT VALUES;
CREATE TABLE event (
  sequence       BIGINT PRIMARY KEY,
  id             TEXT NOT NULL UNIQUE,
  type           TEXT NOT NULL,
  aggregate_type TEXT NOT NULL,
  aggregate_id   TEXT NOT NULL,
  user_id        TEXT,
  payload        JSONB NOT NULL,
  correlation_id TEXT,
  occurred_at    TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX event_by_aggregate ON event (aggregate_id, sequence);

CREATE TABLE audit_record (
  id             TEXT PRIMARY KEY,
  action         TEXT NOT NULL CHECK (action IN ('CREATE', 'UPDATE', 'DELETE')),
  event_type     TEXT NOT NULL,
  resource_type  TEXT NOT NULL,
  resource_id    TEXT NOT NULL,
  payload_before JSONB,
  payload_after  JSONB,
  actor_type     TEXT NOT NULL,
  actor_id       TEXT NOT NULL,
  result         TEXT NOT NULL CHECK (result IN ('SUCCESS', 'FAILURE')),
  correlation_id TEXT,
  occurred_at    TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX audit_record_by_resource ON audit_record (resource_type, resource_id, occurred_at DESC);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'OH003';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON status_history FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON step_record FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON deposit FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_record FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
