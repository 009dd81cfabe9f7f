import type { PlatformPayoutTerms } from "../../domain/chain/intent.ts";
import { AppError } from "../../domain/errors.ts";
import { formatStroops, parseStroops } from "../../domain/money.ts";
import { payingUserOf } from "../../domain/platform-payout/platform-payout-facts.ts";
import type { ActivityDeps } from "../deps.ts";
import { checkDestination } from "./check-destination.ts";
import { checkXlmDestination } from "./check-xlm-destination.ts";
import { freeFunds, sourceWallet } from "./free-funds.ts";

/**
 * Asks database and chain whether the operator may take this out and whether it could arrive, before anything is written.
 * @throws AppError NOT_FOUND, INVALID_STATE of a user who is not suspended, INSUFFICIENT_FUNDS, WITHDRAWAL_DESTINATION_INVALID
 */
export const stellarCheckPlatformPayout =
  (deps: ActivityDeps) =>
  async (payout: PlatformPayoutTerms): Promise<void> => {
    const { source, asset, amount, destination, memo, memoType } = payout;
    await requireSuspended(deps, payout);
    const wallet = await sourceWallet(deps, payout);
    if (!wallet) throw new AppError("NOT_FOUND", { source });
    const stroops = parseStroops(amount);
    const payment = { from: wallet.publicKey, destination, stroops, memo, ...(memoType && { memoType }) };
    await (asset === "USDC" ? checkDestination(deps, payment) : checkXlmDestination(deps, payment));
    const free = await freeFunds(deps, wallet, asset);
    if (free >= stroops) return;
    throw new AppError("INSUFFICIENT_FUNDS", { requested: amount, available: formatStroops(free), currency: asset });
  };

/** A user who may use their money themselves is paid by nobody else. */
async function requireSuspended({ db, provider }: ActivityDeps, payout: PlatformPayoutTerms): Promise<void> {
  const userId = payingUserOf(payout);
  if (userId === null) return;
  // where a treasury pays for users, their wallets only sign
  if (provider.payerOf(userId) !== userId) throw new AppError("NOT_FOUND", { source: userId });
  const { rows } = await db.sql.query<{ status: string }>("SELECT status FROM users WHERE id = $1", [userId]);
  const [user] = rows;
  if (!user) throw new AppError("NOT_FOUND", { source: userId });
  if (user.status === "SUSPENDED") return;
  throw new AppError(
    "INVALID_STATE",
    { id: userId, currentState: user.status, allowedStates: ["SUSPENDED"] },
    "Only a suspended user's money is paid out by the operator.",
  );
}
