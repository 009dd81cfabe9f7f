import type { Booking } from "../../../activities/stellar/intent-handler.ts";
import {
  type ChainIntent,
  milestoneAt,
  type OrderTerms,
  type PlatformPayoutTerms,
} from "../../../domain/chain/intent.ts";
import { releaseFees } from "../../../domain/fees/release-fees.ts";
import { type Settlement, settlementOf } from "../../../domain/fees/settlement.ts";
import { isId, type UserId } from "../../../domain/ids.ts";
import { ledgerAccounts } from "../../../domain/ledger/accounts.ts";
import type { ChainTransfer } from "../../../domain/ledger/book-transfers.ts";
import { parseOrderAmount, parseStroops } from "../../../domain/money.ts";

// What each intent does on the fake chain, and how the books must call it. Addresses are readable names.

const PLATFORM = "address/platform-fees";
const TRUSTLESS_WORK = "address/trustless-work";
const RESOLVER = "address/dispute-resolver";
const SPONSOR = "address/sponsor";

export const addressOf = (userId: UserId): string => `address/${userId}`;
export const contractOf = ({ orderId }: Pick<OrderTerms, "orderId">): string => `contract/${orderId}`;

/** A role of the platform, or a user. */
export const walletOf = ({ source }: Pick<PlatformPayoutTerms, "source">): string => `address/${source}`;

/** The account whose lane a transaction takes. */
export function sourceOf(intent: ChainIntent): string {
  if (intent.kind === "activateWallet" || intent.kind === "refillWallets") return SPONSOR;
  if (intent.kind === "payOutPlatform") return walletOf(intent.platformPayout);
  if (intent.kind === "payOut") return addressOf(intent.payout.userId);
  if (intent.kind === "resolveEscrow" || intent.kind === "withdrawRest") return RESOLVER;
  const isSellers = intent.kind === "completeMilestone" || (intent.kind === "freezeEscrow" && intent.by === "SELLER");
  return addressOf(isSellers ? intent.order.sellerId : intent.order.buyerId);
}

/** @param held what the contract holds in the moment the transaction is applied */
export function transfersOf(intent: ChainIntent, held: bigint): readonly ChainTransfer[] {
  switch (intent.kind) {
    case "fundEscrow":
      return [transfer(addressOf(intent.order.buyerId), intent.contractId, parseOrderAmount(intent.order.amount))];
    case "releaseEscrow":
      return release(intent);
    case "resolveEscrow":
      return pay(intent, settlementOf(intent.ruling, amountOf(intent) ?? held, intent.order.platformFeeBps));
    case "withdrawRest":
      return pay(intent, settlementOf({ decision: "FULL_REFUND" }, held, intent.order.platformFeeBps));
    case "payOut": {
      const { userId, destination, amount } = intent.payout;
      return [transfer(addressOf(userId), destination, parseStroops(amount))];
    }
    case "payOutPlatform": {
      const { destination, amount } = intent.platformPayout;
      return [transfer(walletOf(intent.platformPayout), destination, parseStroops(amount))];
    }
    default:
      return [];
  }
}

/** Of a milestone of a multi-release order; null where the contract is paid as a whole. */
function amountOf({ order, milestoneIndex }: { readonly order: OrderTerms; readonly milestoneIndex?: number }) {
  return milestoneIndex === undefined ? null : parseOrderAmount(milestoneAt(order, milestoneIndex).amount);
}

function release(intent: Extract<ChainIntent, { kind: "releaseEscrow" }>): readonly ChainTransfer[] {
  const { order, contractId } = intent;
  const fees = releaseFees(amountOf(intent) ?? parseOrderAmount(order.amount), order.platformFeeBps);
  return [
    transfer(contractId, addressOf(order.sellerId), fees.sellerStroops),
    transfer(contractId, PLATFORM, fees.platformStroops),
    transfer(contractId, TRUSTLESS_WORK, fees.trustlessWorkStroops),
  ];
}

function pay(
  { order, contractId }: { readonly order: OrderTerms; readonly contractId: string },
  paid: Settlement,
): readonly ChainTransfer[] {
  const legs = [
    transfer(contractId, TRUSTLESS_WORK, paid.trustlessWorkStroops),
    transfer(contractId, PLATFORM, paid.platformStroops),
    transfer(contractId, addressOf(order.sellerId), paid.sellerStroops),
    transfer(contractId, addressOf(order.buyerId), paid.buyerStroops),
  ];
  return legs.filter(({ stroops }) => stroops > 0n);
}

const transfer = (from: string, to: string, stroops: bigint): ChainTransfer => ({ from, to, stroops });

export function bookingOf(intent: ChainIntent): Booking | null {
  switch (intent.kind) {
    case "fundEscrow":
      return { entryKind: "fund", accounts: accountsOf(intent.order, ledgerAccounts.reserved) };
    case "releaseEscrow":
      return { entryKind: "release", accounts: accountsOf(intent.order, ledgerAccounts.available) };
    case "resolveEscrow":
    case "withdrawRest":
      return {
        entryKind: "refund",
        ...(!("milestoneIndex" in intent) && { empties: ledgerAccounts.escrow(intent.order.orderId) }),
        accounts: accountsOf(intent.order, ledgerAccounts.available),
      };
    case "payOut": {
      const { userId, destination } = intent.payout;
      const accounts = {
        [addressOf(userId)]: ledgerAccounts.withdrawing(userId),
        [destination]: ledgerAccounts.stellar,
      };
      return { entryKind: "withdraw", accounts };
    }
    case "payOutPlatform": {
      const { source, destination } = intent.platformPayout;
      const from = isId("user", source) ? ledgerAccounts.withdrawing(source) : ledgerAccounts.platformFees;
      const accounts = { [walletOf(intent.platformPayout)]: from, [destination]: ledgerAccounts.operator };
      return { entryKind: "withdraw", accounts };
    }
    default:
      return null;
  }
}

function accountsOf(order: OrderTerms, ofBuyer: (user: UserId) => string): Readonly<Record<string, string>> {
  return {
    [addressOf(order.buyerId)]: ofBuyer(order.buyerId),
    [addressOf(order.sellerId)]: ledgerAccounts.available(order.sellerId),
    [contractOf(order)]: ledgerAccounts.escrow(order.orderId),
    [PLATFORM]: ledgerAccounts.platformFees,
    [TRUSTLESS_WORK]: ledgerAccounts.trustlessWorkFees,
  };
}
