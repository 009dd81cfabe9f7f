import { StrKey } from "@stellar/stellar-sdk";
import { AppError } from "../../domain/errors.ts";
import type { UserId } from "../../domain/ids.ts";
import type { ChainDeps } from "./chain-deps.ts";
import { baseAddress } from "./token-events.ts";
import { isPlatform, walletAt } from "./wallets.ts";

export interface Destination {
  /** The paying wallet's address. */
  readonly from: string;
  /** G… or M… address. */
  readonly destination: string;
  readonly memo: string | null;
  readonly stroops: bigint;
}

/** Why a payment would fail or be lost. */
export const DESTINATION_REASONS = {
  ADDRESS_MALFORMED: "not an address of a Stellar account",
  ASSET_ISSUER: "the issuer's own account: the money would be burned",
  SELF: "the paying wallet itself",
  PLATFORM_WALLET: "a wallet of the platform itself",
  SIGNING_WALLET: "a wallet that only signs: what arrives there is nobody's balance",
  MEMO_TOO_LONG: "the memo is longer than 28 bytes",
  MEMO_WITH_MUXED: "an M… address already says whom it is for; a memo beside it is ambiguous",
  ACCOUNT_MISSING: "no such account on this network",
  TRUSTLINE_MISSING: "the account does not accept USDC",
  TRUSTLINE_UNAUTHORIZED: "the issuer has frozen this account's USDC",
  TRUSTLINE_FULL: "the account's limit for USDC leaves no room for the amount",
  MEMO_REQUIRED: "the account demands a memo (SEP-29)",
} as const;

export type DestinationReason = keyof typeof DESTINATION_REASONS;

const MEMO_BYTES_MAX = 28;

/**
 * Looks before anything is held or sent, and again before it is signed. Returns the user whose wallet it is, if one
 * of ours.
 * @throws AppError WITHDRAWAL_DESTINATION_INVALID {reason}
 */
export async function checkDestination(deps: ChainDeps, payment: Destination): Promise<UserId | null> {
  const base = checkAddress(payment, deps.settings.usdc.issuer);
  const wallet = await walletAt(deps.db, base);
  const owner = wallet?.owner ?? null;
  if (owner !== null && isPlatform(owner)) return refuse("PLATFORM_WALLET");
  if (owner !== null && deps.provider.depositAccount(owner) === null) return refuse("SIGNING_WALLET");
  await checkAccount(deps, payment, base);
  return owner;
}

function checkAddress({ from, destination, memo }: Destination, issuer: string): string {
  const isMuxed = StrKey.isValidMed25519PublicKey(destination);
  if (!isMuxed && !StrKey.isValidEd25519PublicKey(destination)) refuse("ADDRESS_MALFORMED");
  const base = baseAddress(destination);
  if (base === issuer) refuse("ASSET_ISSUER");
  if (base === from) refuse("SELF");
  if (memo !== null && Buffer.byteLength(memo) > MEMO_BYTES_MAX) refuse("MEMO_TOO_LONG");
  if (memo && isMuxed) refuse("MEMO_WITH_MUXED");
  return base;
}

async function checkAccount({ stellar }: ChainDeps, { destination, memo, stroops }: Destination, base: string) {
  const account = await stellar.account(base);
  if (!account) return refuse("ACCOUNT_MISSING");
  const { usdc } = account;
  if (!usdc) return refuse("TRUSTLINE_MISSING");
  if (!usdc.authorized) refuse("TRUSTLINE_UNAUTHORIZED");
  if (usdc.stroops + usdc.buyingLiabilities + stroops > usdc.limitStroops) refuse("TRUSTLINE_FULL");
  if (account.memoRequired && !memo && base === destination) refuse("MEMO_REQUIRED");
}

function refuse(reason: DestinationReason): never {
  throw new AppError("WITHDRAWAL_DESTINATION_INVALID", { reason, message: DESTINATION_REASONS[reason] });
}
