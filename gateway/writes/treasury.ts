import { AppError } from "../../domain/errors.ts";
import { ledgerAccounts } from "../../domain/ledger/accounts.ts";
import { transfer } from "../../domain/ledger/entry.ts";
import { formatAmount, type Stroops } from "../../domain/money.ts";
import type { Actor } from "./audit.ts";
import { recordOperation } from "./record-operation.ts";
import type { Transaction } from "./transaction.ts";

/**
 * `in`: the operator put money into the account at Airtm; `out`: took it from there; `write-off`: bears what was paid out to a
 * user a second time.
 */
export type TreasuryDirection = "in" | "out" | "write-off";

export interface TreasuryMovement {
  /** Of the request: recorded once for ever. */
  readonly id: string;
  readonly direction: TreasuryDirection;
  readonly stroops: Stroops;
  readonly reason: string;
}

const { airtm, backingAirtm, paidAfterReturn } = ledgerAccounts;
const ACCOUNTS = {
  in: [airtm, backingAirtm],
  out: [backingAirtm, airtm],
  "write-off": [backingAirtm, paidAfterReturn],
} as const;

/**
 * Books money of the operator's own that came into our account at Airtm, or left it, by the operator's hand. What belongs to
 * users cannot be booked away: the operator's part never goes below zero. Returns what that part is afterwards.
 * @throws AppError INSUFFICIENT_FUNDS
 */
export async function bookTreasuryMovement(
  tx: Transaction,
  movement: TreasuryMovement,
  actor: Actor,
): Promise<Stroops> {
  const { id, direction, stroops, reason } = movement;
  const [from, to] = ACCOUNTS[direction];
  const { own: before, owed } = await lockedBalances(tx);
  if (direction !== "in") requireCovered(stroops, before);
  if (direction === "write-off") requireCovered(stroops, owed);
  const after = direction === "in" ? before + stroops : before - stroops;
  await recordOperation(tx, {
    key: `treasury/${id}`,
    type: "operations.treasury_moved",
    resourceType: "Operations",
    resourceId: "treasury",
    before: { ownAmount: formatAmount(before) },
    after: { rail: "airtm", direction, amount: formatAmount(stroops), reason, ownAmount: formatAmount(after) },
    entry: transfer("treasury", from, to, stroops),
    isEvent: true,
    ...actor,
  });
  return after;
}

function requireCovered(stroops: Stroops, available: Stroops): void {
  if (stroops <= available) return;
  const [requested, has] = [formatAmount(stroops), formatAmount(available)];
  throw new AppError("INSUFFICIENT_FUNDS", { requested, available: has, currency: "USD" });
}

/** The operator's part, and what users owe because they were paid twice. */
async function lockedBalances(tx: Transaction): Promise<{ readonly own: Stroops; readonly owed: Stroops }> {
  await tx.$executeRaw`SELECT lock_accounts(${[airtm, backingAirtm, paidAfterReturn]}::text[])`;
  const rows = await tx.$queryRaw<{ own: bigint; owed: bigint }[]>`
    SELECT ledger_balance(${backingAirtm}) AS own, -ledger_balance(${paidAfterReturn}) AS owed`;
  return rows[0] ?? { own: 0n, owed: 0n };
}
