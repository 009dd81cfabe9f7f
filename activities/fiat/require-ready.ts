import { AppError } from "../../domain/errors.ts";
import type { UserId } from "../../domain/ids.ts";
import { parseOrderAmount } from "../../domain/money.ts";
import type { ActivityDeps } from "../deps.ts";
import { linkedAccount, paidOutToday } from "../storage/fiat-users.ts";
import { type Fiat, type FiatPayment, fiatOf } from "./fiat.ts";
import type { FiatUser } from "./fiat-rail.ts";

export interface RequireReady extends FiatPayment {
  readonly userId: UserId;
}

/**
 * Asks, before anything is held, whether the provider would let this user pay or be paid.
 * @throws AppError AIRTM_USER_NOT_LINKED, AIRTM_USER_INVALID {reason}, PROVIDER_RATE_LIMITED {nextWindowAt}
 */
export const fiatRequireReady =
  (deps: ActivityDeps) =>
  async ({ userId, ...payment }: RequireReady): Promise<void> => {
    const fiat = fiatOf(deps);
    const { email, providerUserId } = await linkedAccount(deps.db, userId);
    const user = await fiat.rail.findUser(email);
    const reason = user === null ? "USER_NOT_FOUND" : objection(fiat, payment, { user, providerUserId });
    if (reason) throw new AppError("AIRTM_USER_INVALID", { userId, reason });
    if (payment.direction === "out") await requireRoomToday(deps, fiat, payment.amount);
  };

/** The address may have become that of another account than was linked. */
const objection = (
  { objectionTo }: Fiat,
  payment: FiatPayment,
  { user, providerUserId }: { readonly user: FiatUser; readonly providerUserId: string },
): string | null => (user.id === providerUserId ? objectionTo(user, payment) : "ACCOUNT_CHANGED");

/** Looked at, not held: what slips through, the provider refuses, and that parks until its next day. */
async function requireRoomToday({ db }: ActivityDeps, { dailyPayoutMax }: Fiat, amount: string): Promise<void> {
  if (dailyPayoutMax === null) return;
  if ((await paidOutToday(db)) + parseOrderAmount(amount) <= parseOrderAmount(dailyPayoutMax)) return;
  const nextWindowAt = new Date();
  nextWindowAt.setUTCHours(24, 0, 0, 0);
  throw new AppError("PROVIDER_RATE_LIMITED", { provider: "airtm", nextWindowAt: nextWindowAt.toISOString() });
}
