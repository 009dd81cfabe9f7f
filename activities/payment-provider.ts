import type { OrderTerms, PlatformOwner } from "../domain/chain/intent.ts";
import type { UserId } from "../domain/ids.ts";
import type { Stroops } from "../domain/money.ts";
import type { Booking } from "./stellar/intent-handler.ts";
import type { WalletOwner } from "./stellar/wallets.ts";

/**
 * By what an installation keeps users' money: in a Stellar wallet of each user, or in our account at a fiat provider, with a
 * treasury wallet that funds escrows for them. Chosen when a worker starts; no workflow knows which.
 */
export interface PaymentProvider {
  readonly name: "crypto" | "airtm";
  /** Platform wallets that it needs besides those of every installation. */
  readonly platformWallets: readonly PlatformOwner[];
  /** Whose USDC goes into the contract of an order, and who is paid by it for the seller and for the buyer. */
  escrowFunds(order: OrderTerms): EscrowFunds;
  /** Whose USDC is sent when a user withdraws to a Stellar address. */
  payerOf(userId: UserId): WalletOwner;
  /** The ledger account of the wallet that pays for every user; null where each pays from their own, of which the ledger holds the amount. */
  readonly payingAccount: string | null;
  /** The operator's part of the money at a fiat provider, out of which users are given what their escrows pay; null where users are paid on the chain. */
  readonly backingAccount: string | null;
  /** What it means when a wallet that pays for a user lacks USDC: the books disagree, or the treasury is low. */
  readonly shortOfUsdc: "STATE_UNEXPECTED" | "TREASURY_LOW";
  /** Whose balance a transfer from outside to this wallet is; null where it is nobody's that we know. */
  depositAccount(owner: WalletOwner): string | null;
  /** How our books say it when these wallets paid or were paid. */
  bookingOf(moved: MovedFunds): Booking;
}

export interface EscrowFunds {
  readonly funder: WalletOwner;
  readonly receiver: WalletOwner;
  readonly refundee: WalletOwner;
}

export interface MovedFunds extends Pick<Booking, "entryKind" | "empties"> {
  /** Ledger accounts by address, of everything that is nobody's balance: the contract, the fees, the outside. */
  readonly others: Readonly<Record<string, string>>;
  readonly users: readonly UsersPart[];
}

/** One user's part in what moved. */
export interface UsersPart {
  /** Of the wallet that pays or is paid. */
  readonly address: string;
  /** The user's account in our ledger. */
  readonly account: string;
  /** Of what one wallet got for several users: this much is this user's, or all that the others leave. */
  readonly share: Stroops | "rest";
}
