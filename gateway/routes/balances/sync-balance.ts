import { isAppError } from "../../../domain/errors.ts";
import { formatAmount } from "../../../domain/money.ts";
import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { balancesOf } from "../../reads/balances.ts";
import { visibleUser } from "../../reads/users.ts";
import { recordAudit } from "../../writes/audit.ts";
import { actorOf } from "../../writes/in-transaction.ts";
import { type Comparison, compareWithProvider } from "./compare-with-provider.ts";
import { presentBalance } from "./present.ts";
import { BalanceParams, SyncResultWire } from "./schemas.ts";

export const syncBalance = endpoint(
  {
    method: "post",
    path: "/users/{userId}/balance/sync",
    operationId: "syncBalance",
    tag: "Balances",
    summary:
      "Compare the books with the wallet on the chain (with Airtm: with all that lies there), and flag a difference in the audit log. Nothing is corrected.",
    access: "write",
    params: BalanceParams,
    shape: "repeated",
    status: 200,
    data: SyncResultWire,
    errors: ["USER_NOT_FOUND"],
    idempotency: { kind: "attach", keepDays: 7 },
  },
  async (call) => {
    const { params, caller, deps } = call;
    const { userId } = params;
    await visibleUser(deps.db, caller, userId);
    const compared = await compareWithProvider(deps, userId).catch((error: unknown) => {
      if (isAppError(error, "STELLAR_NETWORK_ERROR")) return null;
      throw error;
    });
    const balance = compared?.balance ?? (await balancesOf(deps.db, [userId]))(userId);
    const result = { ...presentBalance(userId, balance, deps.now()), ...toResult(balance, compared) };
    if (result.action === "flagged") {
      const { localBalance, providerBalance, discrepancy } = result;
      const after = { localBalance, providerBalance, discrepancy };
      const note = { eventType: "balance.flagged", resourceType: "Balance", resourceId: userId, before: null, after };
      await recordAudit(deps.db.prisma, { action: "UPDATE", ...note }, actorOf(call));
    }
    return ok(result);
  },
);

function toResult({ availableStroops, reservedStroops }: Comparison["balance"], compared: Comparison | null) {
  const localBalance = formatAmount(availableStroops + reservedStroops);
  if (!compared) {
    return { synced: false, localBalance, providerBalance: null, discrepancy: "unknown", action: "none" as const };
  }
  const { providerStroops, differenceStroops } = compared;
  const agrees = providerStroops !== null && differenceStroops === 0n;
  return {
    synced: agrees,
    localBalance,
    providerBalance: providerStroops === null ? null : formatAmount(providerStroops),
    discrepancy: formatAmount(differenceStroops),
    action: agrees ? ("none" as const) : ("flagged" as const),
  };
}
