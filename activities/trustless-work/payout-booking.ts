import type { OrderTerms } from "../../domain/chain/intent.ts";
import { ledgerAccounts } from "../../domain/ledger/accounts.ts";
import type { Booking } from "../stellar/intent-handler.ts";
import type { EscrowParties } from "./escrow-terms.ts";

export interface PayoutKind {
  readonly entryKind: "release" | "refund" | "split";
  readonly feeAddress: string;
  /** True where the contract pays out all that it holds, also what came in unasked. */
  readonly isWhole: boolean;
}

/** What each address stands for when a contract pays. */
export function payoutBooking(
  order: OrderTerms,
  contractId: string,
  { buyer, seller, feeReceiver }: EscrowParties,
  { entryKind, feeAddress, isWhole }: PayoutKind,
): Booking {
  const escrow = ledgerAccounts.escrow(order.orderId);
  return {
    entryKind,
    ...(isWhole && { empties: escrow }),
    accounts: {
      [contractId]: escrow,
      [seller]: ledgerAccounts.available(order.sellerId),
      [buyer]: ledgerAccounts.available(order.buyerId),
      [feeReceiver]: ledgerAccounts.platformFees,
      [feeAddress]: ledgerAccounts.trustlessWorkFees,
    },
  };
}
