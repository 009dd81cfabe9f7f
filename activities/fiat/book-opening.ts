import { parseOrderAmount, type Stroops } from "../../domain/money.ts";
import type { ActivityDeps } from "../deps.ts";
import { bookOpeningBalance, isUntouched } from "../storage/fiat-books.ts";
import { type Fiat, fiatOf } from "./fiat.ts";

/** Everything that our account at the provider holds. */
export async function accountStroops({ rail }: Fiat): Promise<Stroops> {
  const { availableAmount, pendingAmount } = await rail.balance();
  return parseOrderAmount(availableAmount) + parseOrderAmount(pendingAmount);
}

/**
 * Before the first payment of ours: what the account holds then is the operator's own, and afterwards nobody could tell it from
 * the users' money.
 */
export async function bookOpening(deps: Pick<ActivityDeps, "db" | "fiat">): Promise<void> {
  if (await isUntouched(deps.db.sql)) await bookOpeningBalance(deps.db, await accountStroops(fiatOf(deps)));
}
