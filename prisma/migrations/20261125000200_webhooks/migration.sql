-- What leaves the installation about what happened, and what comes in from providers.

-- Wakes whoever follows events. The numbered rows are the truth: a lost notification only delays. Commits that notify wait for
-- each other, as commits that number events do anyway.
CREATE FUNCTION tell_of_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('events', '');
  RETURN NULL;
END $$;
CREATE TRIGGER tell_of_events AFTER INSERT ON event FOR EACH STATEMENT EXECUTE FUNCTION tell_of_events();
CREATE INDEX event_by_time ON event (occurred_at, sequence);

-- Where a customer wants events. It looks at every event up to `cursor` once; paused, the cursor stands still.
CREATE TABLE webhook_endpoint (
  id                         TEXT PRIMARY KEY,
  url                        TEXT NOT NULL,
  description                TEXT,
  event_types                TEXT[] NOT NULL CHECK (cardinality(event_types) > 0),
  user_id                    TEXT,
  status                     TEXT NOT NULL CHECK (status IN ('ACTIVE', 'PAUSED', 'DELETED')),
  secret_ciphertext          TEXT,
  previous_secret_ciphertext TEXT,
  previous_secret_expires_at TIMESTAMPTZ(3),
  cursor                     BIGINT NOT NULL CHECK (cursor >= 0),
  failing_since              TIMESTAMPTZ(3),
  paused_reason              TEXT CHECK (paused_reason IN ('GONE', 'FAILING')),
  paused_at                  TIMESTAMPTZ(3),
  created_at                 TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  updated_at                 TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  CHECK ((status = 'DELETED') = (secret_ciphertext IS NULL)),
  CHECK ((status = 'PAUSED') = (paused_at IS NOT NULL)),
  CHECK ((previous_secret_ciphertext IS NULL) = (previous_secret_expires_at IS NULL))
);
CREATE INDEX webhook_endpoint_newest ON webhook_endpoint (created_at DESC, id DESC);

-- One event for one endpoint, for ever the same row. A round is one workflow with all its attempts; a replay begins another.
CREATE TABLE webhook_delivery (
  id          TEXT PRIMARY KEY,
  endpoint_id TEXT NOT NULL REFERENCES webhook_endpoint (id),
  sequence    BIGINT NOT NULL REFERENCES event (sequence),
  status      TEXT NOT NULL DEFAULT 'PENDING' CHECK (status IN ('PENDING', 'DELIVERED', 'FAILED', 'HELD', 'CANCELED')),
  round       INTEGER NOT NULL DEFAULT 1 CHECK (round >= 1),
  started_at  TIMESTAMPTZ(3),
  created_at  TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
  updated_at  TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
  UNIQUE (endpoint_id, sequence)
);
CREATE INDEX webhook_delivery_newest ON webhook_delivery (endpoint_id, created_at DESC, id DESC);
CREATE INDEX webhook_delivery_pending ON webhook_delivery (endpoint_id) WHERE status = 'PENDING';
CREATE INDEX webhook_delivery_unstarted ON webhook_delivery (created_at) WHERE status = 'PENDING' AND started_at IS NULL;

CREATE TABLE webhook_attempt (
  delivery_id   TEXT NOT NULL REFERENCES webhook_delivery (id),
  round         INTEGER NOT NULL,
  number        INTEGER NOT NULL CHECK (number >= 1),
  attempted_at  TIMESTAMPTZ(3) NOT NULL,
  duration_ms   INTEGER NOT NULL CHECK (duration_ms >= 0),
  status_code   INTEGER,
  error         TEXT,
  answer_prefix TEXT CHECK (length(answer_prefix) <= 500),
  PRIMARY KEY (delivery_id, round, number)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON webhook_attempt FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What providers sent, written before anything is done about it: the same event never counts twice.
CREATE TABLE webhook_inbox (
  provider     TEXT NOT NULL,
  event_id     TEXT NOT NULL,
  type         TEXT NOT NULL,
  body         JSONB NOT NULL,
  received_at  TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  processed_at TIMESTAMPTZ(3),
  PRIMARY KEY (provider, event_id)
);
CREATE INDEX webhook_inbox_unprocessed ON webhook_inbox (received_at) WHERE processed_at IS NULL;
