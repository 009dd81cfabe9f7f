import type { z } from "zod";
import { AppError } from "../../../domain/errors.ts";
import { formatAmount } from "../../../domain/money.ts";
import { isTopUpOver } from "../../../domain/topup/states.ts";
import { firstAttributes } from "../../../workflows/contracts/search-attributes.ts";
import { type CreateTopUp, createUpdate, TOPUP_WORKFLOW, topUpWorkflowId } from "../../../workflows/contracts/topup.ts";
import { amountWithin, currencyOf } from "../../amounts.ts";
import { answerOpening } from "../../answer-opening.ts";
import { maySee } from "../../caller.ts";
import { commandCaller } from "../../command-caller.ts";
import { eligibleUser, linkedAirtmAccount } from "../../eligibility.ts";
import { type Call, endpoint } from "../../endpoint.ts";
import { created, ok } from "../../envelope.ts";
import { ownerOf } from "../../owner.ts";
import { requireAirtm } from "../../payment-mode.ts";
import { findTopUp, findTopUpByReference } from "../../reads/topups.ts";
import { openOrTwin, twinOf } from "../../reference-twin.ts";
import { checkPages } from "./check-pages.ts";
import { draftTopUp, presentTopUp } from "./present.ts";
import { CreateTopUpBody, TopUpWire } from "./schemas.ts";

type CreateCall = Call<object, object, z.output<typeof CreateTopUpBody>>;

export const createTopUp = endpoint(
  {
    method: "post",
    path: "/topups",
    operationId: "createTopUp",
    tag: "Top-ups",
    summary: "Ask a user's Airtm account for money; the user confirms at `confirmationUri`. 404 without Airtm.",
    access: "write",
    body: CreateTopUpBody,
    shape: "repeated",
    status: 201,
    data: TopUpWire,
    waits: true,
    limitPerUser: "topups",
    errors: [
      "NOT_FOUND",
      "INVALID_AMOUNT_FORMAT",
      "INVALID_AMOUNT",
      "INVALID_CURRENCY",
      "USER_NOT_FOUND",
      "USER_NOT_ELIGIBLE",
      "REFERENCE_REUSED",
      "AIRTM_USER_NOT_LINKED",
      "AIRTM_USER_INVALID",
      "PROVIDER_UNAVAILABLE",
    ],
    idempotency: { kind: "attach", keepDays: 7 },
  },
  async (call) => {
    const { deps, identity } = call;
    const { cancelUrl } = requireAirtm(deps);
    const topUpId = identity.idFor("topup");
    const earlier = await findTopUp(deps.db, topUpId);
    // however long ago it ended: Temporal may have forgotten its workflow, which must never begin again
    if (earlier && isTopUpOver(earlier.status)) return created(presentTopUp(earlier, cancelUrl));
    const asked = await termsOf(call);
    const twin = () => twinIn(call, asked);
    const first = await twin();
    const opened = first ? { twin: first } : await openOrTwin(() => open(call, asked), twin);
    if ("twin" in opened) return ok(presentTopUp(opened.twin, cancelUrl));
    return answerOpening(opened.reply, {
      find: () => findTopUp(deps.db, topUpId),
      present: (row) => presentTopUp(row, cancelUrl),
      draft: () => draftTopUp(topUpId, asked, cancelUrl, deps.now()),
      location: `/topups/${topUpId}`,
    });
  },
);

/** Everything that can be refused before anything is started. */
async function termsOf({ body, caller, deps, identity, requestId }: CreateCall): Promise<CreateTopUp> {
  const amountStroops = amountWithin(body.amount, deps.config.limits.topup);
  const currency = currencyOf(body.currency);
  const { description = null, metadata = null, returnUrl = null, cancelUrl = null } = body;
  checkPages(deps, { returnUrl, cancelUrl });
  const owner = ownerOf(caller, body.userId ?? null);
  if (!maySee(caller, owner)) throw new AppError("USER_NOT_FOUND", { userId: owner });
  const userId = await eligibleUser(deps.db, owner, null);
  await linkedAirtmAccount(deps.db, userId);
  return {
    caller: commandCaller({ caller, requestId }),
    fingerprint: identity.fingerprint,
    userId,
    amount: formatAmount(amountStroops),
    currency,
    reference: body.reference ?? null,
    details: { description, metadata, returnUrl, cancelUrl },
  };
}

/** @throws AppError REFERENCE_REUSED */
const twinIn = ({ deps, caller, identity }: CreateCall, asked: CreateTopUp) =>
  twinOf(caller, {
    reference: asked.reference,
    id: identity.idFor("topup"),
    find: (reference) => findTopUpByReference(deps.db, reference),
    isSame: (row) =>
      row.userId === asked.userId &&
      formatAmount(row.amountStroops) === asked.amount &&
      row.currency === asked.currency,
  });

function open({ deps, identity, replyBy }: CreateCall, asked: CreateTopUp) {
  const topUpId = identity.idFor("topup");
  return deps.temporal.open({
    workflowType: TOPUP_WORKFLOW,
    workflowId: topUpWorkflowId(topUpId),
    input: { topUpId },
    update: createUpdate,
    updateId: identity.updateId,
    args: [asked],
    replyBy,
    summary: `${topUpId} ${asked.amount} → ${asked.userId}`,
    searchAttributes: firstAttributes("topup", "TOPUP_CREATED", [asked.userId]),
  });
}
