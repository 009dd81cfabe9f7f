import { formatStroops } from "../../../domain/money.ts";
import { toStroops } from "../to-stroops.ts";
import type { Check } from "./scope.ts";

/** I3, at most once, counted at the provider: no code of ours is there twice, and no payout was committed twice. */
export const oneEffectPerCode: Check = async ({ sandbox }) =>
  (await sandbox.airtmEffects()).flatMap(({ code, ...counts }) =>
    Object.entries(counts).flatMap(([what, count]) => (count > 1 ? [`I3: ${code} has ${count} ${what} at Airtm`] : [])),
  );

const EXPECTED = `SELECT (SELECT provider FROM payment_mode) AS provider,
  (-coalesce((SELECT sum(balance) FROM ledger_account WHERE name IN ('world/airtm', 'fees/airtm')), 0))::text AS stroops`;

/** I5, agreement: our account at Airtm holds what our ledger says. */
export const booksAgreeWithAirtm: Check = async ({ db, sandbox }) => {
  const { rows } = await db.sql.query<{ provider: string | null; stroops: string }>(EXPECTED);
  const [row] = rows;
  if (row?.provider !== "airtm") return [];
  const { available, pending } = await sandbox.airtmBalance();
  const [held, booked] = [toStroops(available) + toStroops(pending), BigInt(row.stroops)];
  return held === booked ? [] : [`I5: Airtm holds ${formatStroops(held)} and the ledger says ${formatStroops(booked)}`];
};

const ENDED = `SELECT 'top-up ' || id AS what, id AS code, status = 'TOPUP_SUCCEEDED' AS "isPaid" FROM topup
  UNION ALL SELECT 'withdrawal ' || id, id, status = 'WITHDRAWAL_COMPLETED' FROM withdrawal WHERE destination_type <> 'crypto'`;

/** I5, item by item: what the provider paid, and only that, is paid in our books. */
export const itemsAgreeWithAirtm: Check = async ({ db, sandbox }) => {
  const { rows } = await db.sql.query<{ what: string; code: string; isPaid: boolean }>(ENDED);
  const paid = new Map((await sandbox.airtmEffects()).map((one) => [one.code, one.confirmations + one.completions]));
  return rows.flatMap(({ what, code, isPaid }) => {
    const isPaidThere = (paid.get(code) ?? 0) > 0;
    return isPaid === isPaidThere
      ? []
      : [`I5: ${what} is ${isPaid ? "" : "not "}paid here, and at Airtm it is otherwise`];
  });
};
