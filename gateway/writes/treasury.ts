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

const { airtm, backingAirtm } = ledgerAccounts;

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
  const before = await lockedBalance(tx);
  if (direction === "out" && before < stroops) {
    throw new AppError("INSUFFICIENT_FUNDS", {
      requested: formatAmount(stroops),
      available: formatAmount(before),
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

async function lockedBalance(tx: Transaction): Promise<Stroops> {
  await tx.$executeRaw`SELECT lock_accounts(${[airtm, backingAirtm]}::text[])`;
  const rows = await tx.$queryRaw<{ balance: bigint }[]>`SELECT ledger_balance(${backingAirtm}) AS balance`;
  return rows[0]?.balance ?? 0n;
}
