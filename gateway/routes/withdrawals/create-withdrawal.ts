import type { z } from "zod";
import { AppError } from "../../../domain/errors.ts";
import { formatAmount } from "../../../domain/money.ts";
import { isWithdrawalOver } from "../../../domain/withdrawal/states.ts";
import { firstAttributes } from "../../../workflows/contracts/search-attributes.ts";
import {
  ALL_AVAILABLE,
  type CreateWithdrawal,
  createUpdate,
  WITHDRAWAL_WORKFLOW,
  withdrawalWorkflowId,
} from "../../../workflows/contracts/withdrawal.ts";
import { amountWithin, currencyOf, usdcWithin } from "../../amounts.ts";
import { answerOpening } from "../../answer-opening.ts";
import { maySee } from "../../caller.ts";
import { commandCaller } from "../../command-caller.ts";
import type { AmountLimits } from "../../config.ts";
import { eligibleUser } from "../../eligibility.ts";
import { type Call, endpoint } from "../../endpoint.ts";
import { created, ok } from "../../envelope.ts";
import { memoOf } from "../../memo.ts";
import { ownerOf } from "../../owner.ts";
import { findWithdrawal, findWithdrawalByReference } from "../../reads/withdrawals.ts";
import { openOrTwin, twinOf } from "../../reference-twin.ts";
import { destinationOf } from "./destination.ts";
import { draftWithdrawal, presentWithdrawal } from "./present.ts";
import { CreateWithdrawalBody, WithdrawalWire } from "./schemas.ts";

type CreateCall = Call<object, object, z.output<typeof CreateWithdrawalBody>>;

export const createWithdrawal = endpoint(
  {
    method: "post",
    path: "/withdrawals",
    operationId: "createWithdrawal",
    tag: "Withdrawals",
    summary: "Send money out of a user's balance, or hold it first: crypto is sent at once, the rest waits for commit.",
    access: "write",
    body: CreateWithdrawalBody,
    shape: "repeated",
    status: 201,
    data: WithdrawalWire,
    waits: true,
    limitPerUser: "withdrawals",
    errors: [
      "INVALID_AMOUNT_FORMAT",
      "INVALID_AMOUNT",
      "INVALID_CURRENCY",
      "USER_NOT_FOUND",
      "USER_NOT_ELIGIBLE",
      "INSUFFICIENT_FUNDS",
      "WITHDRAWAL_DESTINATION_INVALID",
      "REFERENCE_REUSED",
      "AIRTM_USER_NOT_LINKED",
      "AIRTM_USER_INVALID",
      "PROVIDER_RATE_LIMITED",
      "PROVIDER_UNAVAILABLE",
    ],
    idempotency: { kind: "attach", keepDays: 30 },
  },
  async (call) => {
    const { deps, identity } = call;
    const withdrawalId = identity.idFor("withdrawal");
    const earlier = await findWithdrawal(deps.db, withdrawalId);
    // however long ago it ended: Temporal may have forgotten its workflow, which must never begin again
    if (earlier && isWithdrawalOver(earlier.status)) return created(presentWithdrawal(earlier));
    const asked = await termsOf(call);
    const twin = () => twinIn(call, asked);
    const first = await twin();
    const opened = first ? { twin: first } : await openOrTwin(() => open(call, asked), twin);
    if ("twin" in opened) return ok(presentWithdrawal(opened.twin));
    return answerOpening(opened.reply, {
      find: () => findWithdrawal(deps.db, withdrawalId),
      present: presentWithdrawal,
      draft: () => draftWithdrawal(withdrawalId, asked, deps.now()),
      location: `/withdrawals/${withdrawalId}`,
    });
  },
);

/** Everything that can be refused before anything is started. */
async function termsOf({ body, caller, deps, identity, requestId }: CreateCall): Promise<CreateWithdrawal> {
  const amount = amountOf(body, deps.config.limits.withdrawal);
  const currency = currencyOf(body.currency);
  const owner = ownerOf(caller, body.userId ?? null);
  if (!maySee(caller, owner)) throw new AppError("USER_NOT_FOUND", { userId: owner });
  const userId = await eligibleUser(deps.db, owner, null);
  const destination = await destinationOf(deps, userId, body);
  return {
    caller: commandCaller({ caller, requestId }),
    fingerprint: identity.fingerprint,
    userId,
    ...amount,
    currency,
    ...destination,
    ...memoOf(body),
    description: body.description ?? null,
    reference: body.reference ?? null,
    commit: body.commit ?? destination.destinationType === "crypto",
  };
}

/** @throws AppError REFERENCE_REUSED */
const twinIn = ({ deps, caller, identity }: CreateCall, asked: CreateWithdrawal) =>
  twinOf(caller, {
    reference: asked.reference,
    id: identity.idFor("withdrawal"),
    find: (reference) => findWithdrawalByReference(deps.db, reference),
    isSame: (row) =>
      row.userId === asked.userId &&
      (asked.amount === ALL_AVAILABLE || formatAmount(row.amountStroops) === asked.amount) &&
      row.currency === asked.currency &&
      row.destinationType === asked.destinationType &&
      row.destinationRef === asked.destinationRef &&
      row.memo === asked.memo &&
      row.memoType === (asked.memo === null ? null : (asked.memoType ?? "text")),
  });
/** @throws AppError INVALID_AMOUNT_FORMAT, INVALID_AMOUNT */
function amountOf({ amount, destinationType }: CreateCall["body"], limits: AmountLimits) {
  if (destinationType === "crypto") {
    if (amount !== ALL_AVAILABLE) return { amount: formatAmount(usdcWithin(amount, limits)) };
    return { amount, limits: { min: formatAmount(limits.minStroops), max: formatAmount(limits.maxStroops) } };
  }
  if (amount === ALL_AVAILABLE || !/\.[0-9]{2}$/.test(amount)) {
    throw new AppError("INVALID_AMOUNT_FORMAT", { provided: amount, expectedFormat: "above 0.00, two decimals" });
  }
  return { amount: formatAmount(amountWithin(amount, limits)) };
}

function open({ deps, identity, replyBy }: CreateCall, asked: CreateWithdrawal) {
  const withdrawalId = identity.idFor("withdrawal");
  return deps.temporal.open({
    workflowType: WITHDRAWAL_WORKFLOW,
    workflowId: withdrawalWorkflowId(withdrawalId),
    input: { withdrawalId },
    update: createUpdate,
    updateId: identity.updateId,
    args: [asked],
    replyBy,
    summary: `${withdrawalId} ${asked.amount} ${asked.userId} → ${asked.destinationRef}`,
    searchAttributes: firstAttributes("withdrawal", "WITHDRAWAL_CREATED", [asked.userId]),
  });
}
