import { nothingSelectedBy } from "./scope.ts";

/** I1, double entry: the postings of every entry, and so all postings together, sum to zero per asset. */
export const balancedEntries = nothingSelectedBy(
  "I1",
  `SELECT format('entry %s moves %s stroops in %s postings', e.idempotency_key, coalesce(sum(p.amount), 0), count(p.id)) AS what
   FROM ledger_entry e LEFT JOIN ledger_posting p ON p.entry_id = e.id LEFT JOIN ledger_account a ON a.id = p.account_id
   GROUP BY e.id, a.asset HAVING coalesce(sum(p.amount), 0) <> 0 OR count(p.id) < 2`,
);

/** I2, balances: every balance is the sum of its postings, and only the outside world is below zero. */
export const trueBalances = nothingSelectedBy(
  "I2",
  `SELECT format('%s says %s after %s changes; %s postings sum to %s',
            a.name, a.balance, a.version, count(p.id), coalesce(sum(p.amount), 0)) AS what
   FROM ledger_account a LEFT JOIN ledger_posting p ON p.account_id = a.id
   GROUP BY a.id
   HAVING a.balance <> coalesce(sum(p.amount), 0) OR a.version > count(p.id)
     OR (a.balance < 0 AND a.name NOT LIKE 'world/%' AND a.name NOT LIKE 'suspense/%')`,
);
