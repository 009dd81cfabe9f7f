-- The same law as before, asked entry by entry: whatever the planner thinks of the table, it reads the postings of the entries
-- that were added and no others. (As one join it could choose to read the index of all postings there are, for each transfer.)
CREATE OR REPLACE FUNCTION ledger_posting_balances() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM ledger_account WHERE id IN (SELECT account_id FROM added) ORDER BY id FOR NO KEY UPDATE;
  UPDATE ledger_account a SET balance = a.balance + p.amount, version = a.version + 1
    FROM (SELECT account_id, sum(amount) AS amount FROM added GROUP BY account_id) p
    WHERE a.id = p.account_id;
  IF EXISTS (
    SELECT 1 FROM (SELECT DISTINCT entry_id FROM added) e CROSS JOIN LATERAL (
      SELECT 1 FROM ledger_posting p JOIN ledger_account a ON a.id = p.account_id
      WHERE p.entry_id = e.entry_id GROUP BY a.asset HAVING sum(p.amount) <> 0
    ) wrong
  ) THEN
    RAISE EXCEPTION 'the postings of an entry must sum to zero per asset' USING ERRCODE = 'OH004';
  END IF;
  RETURN NULL;
END $$;
