import { AppError } from "../../domain/errors.ts";
import { ledgerAccounts } from "../../domain/ledger/accounts.ts";
import { transfer } from "../../domain/ledger/entry.ts";
import { formatAmount, type Stroops } from "../../domain/money.ts";
import type { Actor } from "./audit.ts";
import { recordOperation } from "./record-operation.ts";
import type { Transaction } from "./transaction.ts";

export interface TreasuryMovement {
  /** Of the request: recorded once for ever. */
  readonly id: string;
  /** `in`: the operator put money into the account at Airtm; `out`: took it from there. */
  readonly direction: "in" | "out";
  readonly stroops: Stroops;
  readonly reason: string;
}

const { airtm, backingAirtm, manual, paidAfterReturn } = ledgerAccounts;

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
  const [from, to] = direction === "in" ? [airtm, backingAirtm] : [backingAirtm, airtm];
  const { before, free } = await lockedBalances(tx);
  if (direction === "out" && free < stroops) {
    throw new AppError("INSUFFICIENT_FUNDS", {
      requested: formatAmount(stroops),
      available: formatAmount(free),
      currency: "USD",
    });
  }
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

/**
 * `free`: what users were given by hand, or paid twice, is theirs and came from nobody, so that it is the operator's money that
 * stands for it.
 */
async function lockedBalances(tx: Transaction): Promise<{ readonly before: Stroops; readonly free: Stroops }> {
  await tx.$executeRaw`SELECT lock_accounts(${[airtm, backingAirtm, manual, paidAfterReturn]}::text[])`;
  const rows = await tx.$queryRaw<{ before: bigint; unbacked: bigint }[]>`
    SELECT ledger_balance(${backingAirtm}) AS before,
      least(0, ledger_balance(${manual}) + ledger_balance(${paidAfterReturn})) AS unbacked`;
  const { before = 0n, unbacked = 0n } = rows[0] ?? {};
  const free = before + unbacked;
  return { before, free: free > 0n ? free : 0n };
}
