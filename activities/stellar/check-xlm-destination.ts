import { isContractAddress } from "../../domain/stellar-address.ts";
import type { ChainDeps } from "./chain-deps.ts";
import { checkAddress, type Destination, refuseDestination } from "./check-destination.ts";

/**
 * Looks before XLM is sent, and again before it is signed. Wallets of our own may be paid: no balance of anybody's is in XLM.
 * @throws AppError WITHDRAWAL_DESTINATION_INVALID {reason}
 */
export async function checkXlmDestination({ stellar, settings }: ChainDeps, payment: Destination): Promise<void> {
  const { destination, memo } = payment;
  if (isContractAddress(destination)) refuseDestination("XLM_TO_CONTRACT_UNSUPPORTED");
  const base = checkAddress(payment, settings.usdc.issuer);
  const account = await stellar.account(base);
  if (!account) return refuseDestination("ACCOUNT_MISSING");
  if (account.memoRequired && !memo && base === destination) refuseDestination("MEMO_REQUIRED");
}
