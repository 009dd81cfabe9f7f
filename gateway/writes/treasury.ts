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

const { airtm, backingAirtm, manual, paidAfterReturn } = ledgerAccounts;
const ACCOUNTS = {
  in: [airtm, backingAirtm],
  out: [backingAirtm, airtm],
  "write-off": [backingAirtm, paidAfterReturn],
} as const;

/**
 * Books money of the operator's own that came into our account at Airtm, or left it, by the operator's hand. What belongs to
 * users cannot be booked away: the operator's part never goes below what open escrows may need. Returns what that part is
 * afterwards.
 * @throws AppError INSUFFICIENT_FUNDS
 */
export async function bookTreasuryMovement(
  tx: Transaction,
  movement: TreasuryMovement,
  actor: Actor,
): Promise<Stroops> {
  const { id, direction, stroops, reason } = movement;
  const [from, to] = ACCOUNTS[direction];
  const { own: before, free, bearable } = await lockedBalances(tx);
  if (direction === "out") requireCovered(stroops, free);
  if (direction === "write-off") requireCovered(stroops, bearable);
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

interface OperatorsPart {
  readonly own: Stroops;
  /** Own, less what open escrows need and what users were given by hand or paid twice: that is theirs and came from nobody. */
  readonly free: Stroops;
  /** Of what users were paid twice, what can be borne without touching what open escrows need. */
  readonly bearable: Stroops;
}

/**
 * The funding and the release of an escrow both change the operator's part, so that its lock holds the sum of open escrows
 * still too: a release that the chain has made and we have not booked yet is in it.
 */
async function lockedBalances(tx: Transaction): Promise<OperatorsPart> {
  await tx.$executeRaw`SELECT lock_accounts(${[airtm, backingAirtm, manual, paidAfterReturn]}::text[])`;
  const rows = await tx.$queryRaw<OperatorsPart[]>`SELECT own, free, bearable FROM operators_part_at_airtm()`;
  return rows[0] ?? { own: 0n, free: 0n, bearable: 0n };
}
