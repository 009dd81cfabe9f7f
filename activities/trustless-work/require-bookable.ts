import type { OrderTerms } from "../../domain/chain/intent.ts";
import { ledgerAccounts } from "../../domain/ledger/accounts.ts";
import { formatStroops, type Stroops } from "../../domain/money.ts";
import { StepFailure } from "../failures.ts";
import { accountBalance } from "../storage/account-balance.ts";
import { escrowsBeingPaidOut } from "../storage/escrows-being-paid-out.ts";
import type { EscrowDeps } from "./escrow-deps.ts";

export interface EscrowPayout {
  readonly order: Pick<OrderTerms, "orderId">;
  /** What the contract will pay in all. */
  readonly stroops: Stroops;
  /** True where what it pays beyond our book of it is booked as having come in unasked. */
  readonly isWhole: boolean;
}

/**
 * Asked before it is signed: once a contract has paid, our books must be able to say so. Where a treasury is paid for users, that
 * is their money at the fiat provider from then on, out of the operator's part there; other contracts that are being paid out
 * take theirs of it too. @throws StepFailure BOOKS_SHORT
 */
export async function requireBookable(
  { db, provider }: Pick<EscrowDeps, "db" | "provider">,
  { order, stroops, isWhole }: EscrowPayout,
): Promise<void> {
  const escrow = ledgerAccounts.escrow(order.orderId);
  if (!isWhole) requireCovered(escrow, await accountBalance(db.sql, escrow), stroops);
  const backing = provider.backingAccount;
  if (backing === null) return;
  const taken = await escrowsBeingPaidOut(db.sql, escrow);
  requireCovered(backing, (await accountBalance(db.sql, backing)) - taken, stroops);
}

function requireCovered(account: string, stroops: Stroops, neededStroops: Stroops): void {
  if (stroops >= neededStroops) return;
  const [needed, has] = [formatStroops(neededStroops), formatStroops(stroops)];
  throw new StepFailure("BOOKS_SHORT", `${needed} would be booked out of ${account}, and ${has} can be`);
}
