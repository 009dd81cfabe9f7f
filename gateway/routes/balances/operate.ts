import type { z } from "zod";
import { type BalanceOperation, isAdjustment } from "../../../domain/balance/balance-operations.ts";
import { AppError, type ErrorCode } from "../../../domain/errors.ts";
import type { UserId } from "../../../domain/ids.ts";
import { formatAmount, STROOPS_PER_CENT, STROOPS_PER_UNIT } from "../../../domain/money.ts";
import { amountWithin, currencyOf } from "../../amounts.ts";
import type { Call, CallContext } from "../../endpoint.ts";
import { type Answer, ok } from "../../envelope.ts";
import { visibleUser } from "../../reads/users.ts";
import { recordBalanceOperation } from "../../writes/balance-operations.ts";
import { actorOf } from "../../writes/in-transaction.ts";
import { presentOperation } from "./present.ts";
import type { BalanceOperationWire, BalanceParams } from "./schemas.ts";

/** Far above any balance, far below what a column holds. */
const LIMITS = { minStroops: STROOPS_PER_CENT, maxStroops: 10_000_000n * STROOPS_PER_UNIT };

interface Moved {
  readonly amount: string;
  readonly currency: string;
  readonly description?: string | null | undefined;
}
type BalanceCall<Body extends Moved> = Call<z.output<typeof BalanceParams>, object, Body>;
/** What an operation needs beyond the fields that all of them have. */
type Own<One> = One extends BalanceOperation
  ? Omit<One, "operationId" | "userId" | "amount" | "currency" | "description">
  : never;

/** What every operation on a balance has in common; its effect is found again by its id, so that twins share it. */
export const OPERATION = {
  method: "post",
  tag: "Balances",
  access: "write",
  shape: "repeated",
  status: 200,
  idempotency: { kind: "attach", keepDays: 7 },
} as const;

export const OPERATION_ERRORS = [
  "INVALID_AMOUNT_FORMAT",
  "INVALID_AMOUNT",
  "INVALID_CURRENCY",
  "USER_NOT_FOUND",
] as const satisfies readonly ErrorCode[];

export async function operate<Body extends Moved>(
  call: BalanceCall<Body>,
  own: Own<BalanceOperation>,
): Promise<Answer<z.input<typeof BalanceOperationWire>>> {
  const { params, body, caller, deps, identity } = call;
  const user = await visibleUser(deps.db, caller, params.userId);
  const operation: BalanceOperation = {
    ...own,
    operationId: identity.idFor("balanceOperation"),
    userId: user.id as UserId,
    amount: formatAmount(amountWithin(body.amount, LIMITS)),
    currency: currencyOf(body.currency),
    description: body.description ?? null,
  };
  if (isAdjustment(operation)) refuseAdjustment({ caller, deps });
  return ok(presentOperation(await recordBalanceOperation(deps.db, operation, actorOf(call), caller.boundUserId)));
}

/** A key of one user would make itself money. @throws AppError MANUAL_ADJUSTMENTS_DISABLED */
export function refuseAdjustment({ caller, deps }: Pick<CallContext, "caller" | "deps">): void {
  if (!deps.config.allowManualAdjustments) throw new AppError("MANUAL_ADJUSTMENTS_DISABLED");
  if (caller.boundUserId === null) return;
  const details = { userId: caller.boundUserId };
  throw new AppError("MANUAL_ADJUSTMENTS_DISABLED", details, "A key of one user makes no adjustments.");
}
