-- Finds the transactions of one workflow by the beginning of their step key, whatever the database's locale is.
CREATE INDEX chain_transaction_by_workflow ON chain_transaction (step_key text_pattern_ops);
