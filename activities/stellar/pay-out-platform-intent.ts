import type { PlatformPayoutTerms } from "../../domain/chain/intent.ts";
import type { UserId } from "../../domain/ids.ts";
import { ledgerAccounts } from "../../domain/ledger/accounts.ts";
import { formatStroops, parseStroops, type Stroops } from "../../domain/money.ts";
import { payingUserOf } from "../../domain/platform-payout/platform-payout-facts.ts";
import { StepFailure } from "../failures.ts";
import { accountBalance } from "../storage/account-balance.ts";
import { unsettledCount } from "../storage/chain-transactions.ts";
import { buildPayment } from "./build-payment.ts";
import type { ChainDeps } from "./chain-deps.ts";
import { freeFunds, sourceWallet } from "./free-funds.ts";
import type { Booking, IntentHandler } from "./intent-handler.ts";
import { requireDestination, requireXlmDestination } from "./require-destination.ts";
import { baseAddress } from "./token-events.ts";
import type { OwnedWallet } from "./wallets.ts";

/** Sends what the operator takes out. Two equal payouts are two effects, so it is never "reached". */
export const payOutPlatformIntent = (deps: ChainDeps): IntentHandler<"payOutPlatform"> => ({
  source: async ({ platformPayout }) => (await requiredWallet(deps, platformPayout)).publicKey,
  reached: async () => null,
  async build({ platformPayout }) {
    const { asset, amount, destination, memo, memoType } = platformPayout;
    const wallet = await requiredWallet(deps, platformPayout);
    const { publicKey } = wallet;
    const stroops = parseStroops(amount);
    const payment = { from: publicKey, destination, stroops, memo, ...(memoType && { memoType }) };
    await requireFree(deps, wallet, asset, stroops);
    const common = { signers: [publicKey], sendThrough: "stellar" as const };
    if (asset === "XLM") {
      await requireXlmDestination(deps, payment);
      const transaction = await buildPayment(deps, { ...payment, asset });
      return { ...common, transaction, spentXlmStroops: stroops, booking: null };
    }
    const recipient = await requireDestination(deps, payment);
    const transaction = await buildPayment(deps, { ...payment, asset });
    return { ...common, transaction, booking: await bookingOf(deps, platformPayout, wallet, recipient) };
  },
});

async function requiredWallet(deps: ChainDeps, platformPayout: PlatformPayoutTerms): Promise<OwnedWallet> {
  const wallet = await sourceWallet(deps, platformPayout);
  if (wallet) return wallet;
  throw new StepFailure("WALLET_NOT_READY", `the wallet of ${platformPayout.source} does not exist yet`);
}

async function requireFree(
  deps: ChainDeps,
  wallet: OwnedWallet,
  asset: PlatformPayoutTerms["asset"],
  stroops: Stroops,
): Promise<void> {
  const free = await freeFunds(deps, wallet, asset);
  if (free >= stroops) return;
  const [needed, has] = [formatStroops(stroops), formatStroops(free)];
  throw new StepFailure("FUNDS_NOT_FREE", `${needed} ${asset} were to leave ${wallet.owner}, and ${has} are free`);
}

/** What a user gives up goes to the world; what the platform pays is taken by the operator, unless it is a deposit of a user's. */
async function bookingOf(
  deps: ChainDeps,
  payout: PlatformPayoutTerms,
  wallet: OwnedWallet,
  recipient: UserId | null,
): Promise<Booking> {
  const userId = payingUserOf(payout);
  const outside = userId ? ledgerAccounts.stellar : ledgerAccounts.operator;
  const to = (recipient && deps.provider.depositAccount(recipient)) ?? outside;
  const from = userId ? ledgerAccounts.withdrawing(userId) : BOOK_OF_ROLE[wallet.owner as keyof typeof BOOK_OF_ROLE];
  const accounts = { [wallet.publicKey]: from, [baseAddress(payout.destination)]: to };
  if (from !== ledgerAccounts.platformFees) return { entryKind: "withdraw", accounts };
  await requireBookedOrUnasked(deps, wallet, parseStroops(payout.amount));
  return { entryKind: "withdraw", accounts, empties: from };
}

/** Where our books have what a role's wallet holds; what came to the others unasked was never ours. */
const BOOK_OF_ROLE = {
  "platform/fee-receiver": ledgerAccounts.platformFees,
  "platform/treasury": ledgerAccounts.backingStellar,
  "platform/sponsor": ledgerAccounts.stellar,
  "platform/dispute-resolver": ledgerAccounts.stellar,
} as const;

/**
 * More than is booked may leave the fee receiver when strangers have sent it. A fee that the chain has paid and we have not
 * booked yet would be taken for that. @throws StepFailure LANE_BUSY while there may be one
 */
async function requireBookedOrUnasked({ db }: ChainDeps, wallet: OwnedWallet, stroops: Stroops): Promise<void> {
  if ((await accountBalance(db.sql, ledgerAccounts.platformFees)) >= stroops) return;
  const count = await unsettledCount(db, wallet.publicKey);
  if (count === 0) return;
  throw new StepFailure("LANE_BUSY", `${count} transactions that may pay ${wallet.owner} have no known end yet`);
}
