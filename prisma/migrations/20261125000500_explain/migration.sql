-- Finds the transactions of one workflow by the beginning of their step key, whatever the database's locale is.
CREATE INDEX chain_transaction_by_workflow ON chain_transaction (step_key text_pattern_ops);
-- What is counted at every scrape of the metrics: few rows, whatever number of payments is finished.
CREATE INDEX orders_open ON orders (status) WHERE status <> 'CLOSED';
CREATE INDEX withdrawal_open ON withdrawal (status)
  WHERE status NOT IN ('WITHDRAWAL_COMPLETED', 'WITHDRAWAL_FAILED', 'WITHDRAWAL_CANCELED');
