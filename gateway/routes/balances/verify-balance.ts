import { AppError } from "../../../domain/errors.ts";
import { formatAmount, STROOPS_PER_UNIT } from "../../../domain/money.ts";
import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { visibleUser } from "../../reads/users.ts";
import { compareWithChain, distance } from "./compare-with-chain.ts";
import { presentBalance } from "./present.ts";
import { BalanceParams, VerifiedBalanceWire } from "./schemas.ts";

/** Dust is not worth an alarm here; the reconciliation reports every stroop. */
const TOLERANCE_STROOPS = STROOPS_PER_UNIT;

export const verifyBalance = endpoint(
  {
    method: "get",
    path: "/users/{userId}/balance/verify",
    operationId: "verifyBalance",
    tag: "Balances",
    summary: "The balance, compared with all that the user's wallet holds on the chain.",
    access: "read",
    params: BalanceParams,
    shape: "repeated",
    status: 200,
    data: VerifiedBalanceWire,
    errors: ["USER_NOT_FOUND", "BALANCE_DISCREPANCY", "STELLAR_NETWORK_ERROR"],
  },
  async ({ params: { userId }, caller, deps }) => {
    await visibleUser(deps.db, caller, userId);
    const { balance, localStroops, providerStroops } = await compareWithChain(deps, userId);
    const differenceStroops = distance(localStroops, providerStroops);
    if (differenceStroops > TOLERANCE_STROOPS) {
      throw new AppError("BALANCE_DISCREPANCY", {
        userId,
        localBalance: formatAmount(localStroops),
        providerBalance: formatAmount(providerStroops),
        currency: "USD",
        difference: formatAmount(differenceStroops),
      });
    }
    return ok({ ...presentBalance(userId, balance, deps.now()), providerVerified: true as const });
  },
);
