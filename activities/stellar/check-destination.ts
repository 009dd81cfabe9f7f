import { StrKey } from "@stellar/stellar-sdk";
import { AppError } from "../../domain/errors.ts";
import type { UserId } from "../../domain/ids.ts";
import { isContractAddress, isMuxedContractAddress } from "../../domain/stellar-address.ts";
import { type MemoType, memoObjection } from "../../domain/withdrawal/memo.ts";
import type { ChainDeps } from "./chain-deps.ts";
import { usdcContractId } from "./settings.ts";
import { baseAddress } from "./token-events.ts";
import { isPlatform, walletAt } from "./wallets.ts";

export interface Destination {
  /** The paying wallet's address. */
  readonly from: string;
  /** G…, M… or C… address. */
  readonly destination: string;
  readonly memo: string | null;
  /** Missing: text. */
  readonly memoType?: MemoType;
  readonly stroops: bigint;
}

/** Why a payment would fail or be lost. */
export const DESTINATION_REASONS = {
  ADDRESS_MALFORMED: "not an address of a Stellar account",
  ASSET_ISSUER: "the issuer's own account: the money would be burned",
  SELF: "the paying wallet itself",
  PLATFORM_WALLET: "a wallet of the platform itself",
  SIGNING_WALLET: "a wallet that only signs: what arrives there is nobody's balance",
  MUXED_CONTRACT_UNSUPPORTED:
    "W… addresses are not supported yet; the contract inside it would not know whose payment it is",
  CONTRACT_MISSING: "no such contract on this network",
  TOKEN_CONTRACT: "the token's own contract: what it holds is lost",
  ESCROW_CONTRACT: "an escrow of this installation",
  MEMO_TOO_LONG: "the memo is longer than 28 bytes",
  MEMO_MALFORMED: "the memo does not have the form of its type",
  MEMO_WITH_CONTRACT: "a contract sees no memo",
  MEMO_WITH_MUXED: "an M… address already says whom it is for; a memo beside it is ambiguous",
  ACCOUNT_MISSING: "no such account on this network",
  TRUSTLINE_MISSING: "the account does not accept USDC",
  TRUSTLINE_UNAUTHORIZED: "the issuer has frozen this account's USDC",
  TRUSTLINE_FULL: "the account's limit for USDC leaves no room for the amount",
  MEMO_REQUIRED: "the account demands a memo (SEP-29)",
  XLM_TO_CONTRACT_UNSUPPORTED: "XLM is sent to accounts only, not to contracts",
} as const;

export type DestinationReason = keyof typeof DESTINATION_REASONS;

/**
 * Looks before anything is held or sent, and again before it is signed. Returns the user whose wallet it is, if one
 * of ours.
 * @throws AppError WITHDRAWAL_DESTINATION_INVALID {reason}
 */
export async function checkDestination(deps: ChainDeps, payment: Destination): Promise<UserId | null> {
  if (isContractAddress(payment.destination)) return checkContract(deps, payment);
  const base = checkAddress(payment, deps.settings.usdc.issuer);
  const wallet = await walletAt(deps.db, base);
  const owner = wallet?.owner ?? null;
  if (owner !== null && isPlatform(owner)) return refuseDestination("PLATFORM_WALLET");
  if (owner !== null && deps.provider.depositAccount(owner) === null) return refuseDestination("SIGNING_WALLET");
  await checkAccount(deps, payment, base);
  return owner;
}

/** Whether the token lets it arrive is asked where the payment is built. */
async function checkContract({ db, stellar, settings }: ChainDeps, { destination, memo }: Destination): Promise<null> {
  if (memo !== null) refuseDestination("MEMO_WITH_CONTRACT");
  if (destination === usdcContractId(settings)) refuseDestination("TOKEN_CONTRACT");
  const { rows } = await db.sql.query("SELECT 1 FROM escrow WHERE contract_id = $1", [destination]);
  if (rows.length > 0) refuseDestination("ESCROW_CONTRACT");
  if ((await stellar.contractWasmHash(destination)) === null) refuseDestination("CONTRACT_MISSING");
  return null;
}

/** The account that is paid, when an address of this form can be paid at all. @throws AppError WITHDRAWAL_DESTINATION_INVALID {reason} */
export function checkAddress({ from, destination, memo, memoType = "text" }: Destination, issuer: string): string {
  if (isMuxedContractAddress(destination)) refuseDestination("MUXED_CONTRACT_UNSUPPORTED");
  const isMuxed = StrKey.isValidMed25519PublicKey(destination);
  if (!isMuxed && !StrKey.isValidEd25519PublicKey(destination)) refuseDestination("ADDRESS_MALFORMED");
  const base = baseAddress(destination);
  if (base === issuer) refuseDestination("ASSET_ISSUER");
  if (base === from) refuseDestination("SELF");
  if (memo !== null && memoObjection(memoType, memo))
    refuseDestination(memoType === "text" ? "MEMO_TOO_LONG" : "MEMO_MALFORMED");
  if (memo && isMuxed) refuseDestination("MEMO_WITH_MUXED");
  return base;
}

async function checkAccount({ stellar }: ChainDeps, { destination, memo, stroops }: Destination, base: string) {
  const account = await stellar.account(base);
  if (!account) return refuseDestination("ACCOUNT_MISSING");
  const { usdc } = account;
  if (!usdc) return refuseDestination("TRUSTLINE_MISSING");
  if (!usdc.authorized) refuseDestination("TRUSTLINE_UNAUTHORIZED");
  if (usdc.stroops + usdc.buyingLiabilities + stroops > usdc.limitStroops) refuseDestination("TRUSTLINE_FULL");
  if (account.memoRequired && !memo && base === destination) refuseDestination("MEMO_REQUIRED");
}

/** @throws AppError WITHDRAWAL_DESTINATION_INVALID {reason} */
export function refuseDestination(reason: DestinationReason): never {
  throw new AppError("WITHDRAWAL_DESTINATION_INVALID", { reason, message: DESTINATION_REASONS[reason] });
}
