import { Operation } from "@stellar/stellar-sdk";
import type { PayoutTerms } from "../../domain/chain/intent.ts";
import { AppError } from "../../domain/errors.ts";
import type { UserId } from "../../domain/ids.ts";
import { ledgerAccounts } from "../../domain/ledger/accounts.ts";
import { formatStroops, parseStroops, type Stroops } from "../../domain/money.ts";
import { isContractAddress } from "../../domain/stellar-address.ts";
import { StepFailure } from "../failures.ts";
import { buildTransaction } from "./build-transaction.ts";
import type { ChainDeps } from "./chain-deps.ts";
import { checkDestination } from "./check-destination.ts";
import type { Booking, IntentHandler } from "./intent-handler.ts";
import { contractPayment } from "./pay-contract.ts";
import { requireBooked } from "./require-booked.ts";
import { usdcAsset } from "./settings.ts";
import { baseAddress } from "./token-events.ts";
import { type OwnedWallet, payerWallet } from "./wallets.ts";

/** Sends USDC from the wallet that holds the user's money. Two equal payments are two effects, so it is never "reached". */
export const payOutIntent = (deps: ChainDeps): IntentHandler<"payOut"> => ({
  source: async ({ payout }) => (await payerWallet(deps, payout.userId)).publicKey,
  reached: async () => null,
  async build({ payout }) {
    const wallet = await payerWallet(deps, payout.userId);
    const stroops = parseStroops(payout.amount);
    const recipient = await destinationOf(deps, wallet, payout, stroops);
    await requireUsdc(deps, wallet.publicKey, stroops);
    const transaction = await paymentOf(deps, wallet.publicKey, payout, stroops);
    const booking = bookingOf(deps, payout, wallet, recipient);
    return { transaction, signers: [wallet.publicKey], sendThrough: "stellar", booking };
  },
});

function paymentOf(deps: ChainDeps, from: string, { destination, memo, memoType }: PayoutTerms, stroops: Stroops) {
  if (isContractAddress(destination)) return contractPayment(deps, { from, to: destination, stroops });
  const amount = formatStroops(stroops);
  return buildTransaction(deps, {
    source: from,
    operations: [Operation.payment({ destination, asset: usdcAsset(deps.settings), amount })],
    memo,
    ...(memoType && { memoType }),
  });
}

async function destinationOf(deps: ChainDeps, wallet: OwnedWallet, payout: PayoutTerms, stroops: bigint) {
  try {
    return await checkDestination(deps, { ...payout, from: wallet.publicKey, stroops });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new StepFailure("DESTINATION_INVALID", `${payout.destination}: ${String(error.details?.message)}`);
  }
}

/** The ledger has held the amount, so a wallet that lacks it means that the books disagree. */
async function requireUsdc(deps: ChainDeps, address: string, stroops: bigint): Promise<void> {
  const { stellar, provider } = deps;
  const usdc = (await stellar.account(address))?.usdc;
  if (!usdc?.authorized) throw new StepFailure("STATE_UNEXPECTED", `${address} has no usable USDC trustline`);
  if (usdc.stroops >= stroops) return requireBooked(deps, stroops);
  const [needed, has] = [formatStroops(stroops), formatStroops(usdc.stroops)];
  throw new StepFailure(provider.shortOfUsdc, `${address} should hold ${needed} USDC and holds ${has}`);
}

/** A payment to another of our users is their deposit; it is booked here, because the transaction is ours. */
function bookingOf(
  { provider }: ChainDeps,
  { userId, destination }: PayoutTerms,
  wallet: OwnedWallet,
  recipient: UserId | null,
): Booking {
  const to = (recipient && provider.depositAccount(recipient)) ?? ledgerAccounts.stellar;
  return provider.bookingOf({
    entryKind: "withdraw",
    others: { [baseAddress(destination)]: to },
    users: [{ address: wallet.publicKey, account: ledgerAccounts.withdrawing(userId), share: "rest" }],
  });
}
