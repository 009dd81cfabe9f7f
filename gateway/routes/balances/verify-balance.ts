import { AppError } from "../../../domain/errors.ts";
import { formatAmount, STROOPS_PER_UNIT } from "../../../domain/money.ts";
import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { balancesOf } from "../../reads/balances.ts";
import { visibleUser } from "../../reads/users.ts";
import { type Comparison, compareWithProvider } from "./compare-with-provider.ts";
import { presentBalance } from "./present.ts";
import { BalanceParams, VerifiedBalanceWire } from "./schemas.ts";

/** Dust is not worth an alarm here; the reconciliation reports every stroop. */
const TOLERANCE_STROOPS = STROOPS_PER_UNIT;

const AT_AIRTM = "The books and what lies at Airtm for all users differ; an operator sees it in the reconciliation.";

export const verifyBalance = endpoint(
  {
    method: "get",
    path: "/users/{userId}/balance/verify",
    operationId: "verifyBalance",
    tag: "Balances",
    summary:
      "The balance, compared with all that the user's wallet holds on the chain; with Airtm, with what lies there for all users.",
    access: "read",
    params: BalanceParams,
    shape: "repeated",
    status: 200,
    data: VerifiedBalanceWire,
    errors: ["USER_NOT_FOUND", "BALANCE_DISCREPANCY", "STELLAR_NETWORK_ERROR"],
  },
  async ({ params: { userId }, caller, deps }) => {
    await visibleUser(deps.db, caller, userId);
    const compared = await compareWithProvider(deps, userId);
    // nobody has compared yet what lies at Airtm: then nothing is known to differ
    const balance = compared?.balance ?? (await balancesOf(deps.db, [userId]))(userId);
    if (compared && isTooFar(compared)) {
      const { localStroops, providerStroops, differenceStroops } = compared;
      const details = {
        userId,
        localBalance: formatAmount(localStroops),
        providerBalance: providerStroops === null ? null : formatAmount(providerStroops),
        currency: "USD",
        difference: formatAmount(differenceStroops),
      };
      throw new AppError("BALANCE_DISCREPANCY", details, providerStroops === null ? AT_AIRTM : undefined);
    }
    return ok({ ...presentBalance(userId, balance, deps.now()), providerVerified: true as const });
  },
);

/** Of what lies at Airtm any difference is everybody's: there is no dust in it. */
const isTooFar = ({ providerStroops, differenceStroops }: Comparison): boolean =>
  providerStroops === null || differenceStroops > TOLERANCE_STROOPS;
