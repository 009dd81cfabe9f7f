import type { PayoutTerms } from "../../domain/chain/intent.ts";
import type { UserId } from "../../domain/ids.ts";
import { ledgerAccounts } from "../../domain/ledger/accounts.ts";
import { formatStroops, parseStroops } from "../../domain/money.ts";
import { StepFailure } from "../failures.ts";
import { buildPayment } from "./build-payment.ts";
import type { ChainDeps } from "./chain-deps.ts";
import type { Booking, IntentHandler } from "./intent-handler.ts";
import { requireBooked } from "./require-booked.ts";
import { requireDestination } from "./require-destination.ts";
import { baseAddress } from "./token-events.ts";
import { type OwnedWallet, payerWallet } from "./wallets.ts";

/** Sends USDC from the wallet that holds the user's money. Two equal payments are two effects, so it is never "reached". */
export const payOutIntent = (deps: ChainDeps): IntentHandler<"payOut"> => ({
  source: async ({ payout }) => (await payerWallet(deps, payout.userId)).publicKey,
  reached: async () => null,
  async build({ payout }) {
    const wallet = await payerWallet(deps, payout.userId);
    const { destination, memo, memoType } = payout;
    const stroops = parseStroops(payout.amount);
    const payment = { from: wallet.publicKey, destination, stroops, memo, ...(memoType && { memoType }) };
    const recipient = await requireDestination(deps, payment);
    await requireUsdc(deps, wallet.publicKey, stroops);
    const transaction = await buildPayment(deps, { ...payment, asset: "USDC" });
    const booking = bookingOf(deps, payout, wallet, recipient);
    return { transaction, signers: [wallet.publicKey], sendThrough: "stellar", booking };
  },
});

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
