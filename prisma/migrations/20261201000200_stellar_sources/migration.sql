-- What the workers last saw of each source of the chain: the gateway tells it, so that both speak of the same look.
CREATE TABLE stellar_source (
  source           TEXT PRIMARY KEY,
  kind             TEXT NOT NULL CHECK (kind IN ('rpc', 'horizon')),
  state            TEXT NOT NULL CHECK (state IN ('up', 'behind', 'newer', 'down')),
  protocol         INTEGER,
  ledger           INTEGER,
  ledger_closed_at TIMESTAMPTZ(3),
  reason           TEXT,
  seen_at          TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp()
);
