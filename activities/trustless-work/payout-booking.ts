import type { OrderTerms } from "../../domain/chain/intent.ts";
import { ledgerAccounts } from "../../domain/ledger/accounts.ts";
import type { Booking } from "../stellar/intent-handler.ts";
import type { EscrowDeps } from "./escrow-deps.ts";
import type { EscrowParties } from "./escrow-terms.ts";

export interface PayoutKind {
  readonly entryKind: "release" | "refund" | "split";
  readonly feeAddress: string;
  /** True where what the contract pays beyond our book of it came in unasked. */
  readonly isWhole: boolean;
  /** Of what is paid for both, the seller's part after fees; missing where one of them gets all of it. */
  readonly sellerStroops?: bigint;
}

/** What each address stands for when a contract pays. */
export function payoutBooking(
  { provider }: Pick<EscrowDeps, "provider">,
  order: OrderTerms,
  contractId: string,
  { receiver, refundee, feeReceiver }: EscrowParties,
  { entryKind, feeAddress, isWhole, sellerStroops }: PayoutKind,
): Booking {
  const escrow = ledgerAccounts.escrow(order.orderId);
  const ofSeller = { address: receiver, account: ledgerAccounts.available(order.sellerId) };
  const ofBuyer = { address: refundee, account: ledgerAccounts.available(order.buyerId) };
  return provider.bookingOf({
    entryKind,
    ...(isWhole && { empties: escrow }),
    others: {
      [contractId]: escrow,
      [feeReceiver]: ledgerAccounts.platformFees,
      [feeAddress]: ledgerAccounts.trustlessWorkFees,
    },
    users:
      entryKind === "refund"
        ? [
            { ...ofSeller, share: 0n },
            { ...ofBuyer, share: "rest" },
          ]
        : entryKind === "release"
          ? [
              { ...ofBuyer, share: 0n },
              { ...ofSeller, share: "rest" },
            ]
          : [
              { ...ofSeller, share: sellerStroops ?? 0n },
              { ...ofBuyer, share: "rest" },
            ],
  });
}
