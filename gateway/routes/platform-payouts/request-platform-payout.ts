import type { z } from "zod";
import type { PlatformPayoutTerms } from "../../../domain/chain/intent.ts";
import { AppError } from "../../../domain/errors.ts";
import type { PlatformPayoutId } from "../../../domain/ids.ts";
import { formatAmount, parseStroops } from "../../../domain/money.ts";
import { isPlatformPayoutOver } from "../../../domain/platform-payout/states.ts";
import { isContractAddress } from "../../../domain/stellar-address.ts";
import {
  PLATFORM_PAYOUT_WORKFLOW,
  platformPayoutWorkflowId,
  requestUpdate,
} from "../../../workflows/contracts/platform-payout.ts";
import { firstAttributes } from "../../../workflows/contracts/search-attributes.ts";
import { addressObjection } from "../../address-objection.ts";
import { answerOpening } from "../../answer-opening.ts";
import { commandCaller } from "../../command-caller.ts";
import { type Call, endpoint } from "../../endpoint.ts";
import { created } from "../../envelope.ts";
import { refuseBorrowedKey, refuseBoundKey } from "../../grants.ts";
import { memoOf } from "../../memo.ts";
import { findPlatformPayout } from "../../reads/platform-payouts.ts";
import { draftPlatformPayout, presentPlatformPayout } from "./present.ts";
import { PlatformPayoutWire, RequestPlatformPayoutBody } from "./schemas.ts";

type RequestCall = Call<object, object, z.output<typeof RequestPlatformPayoutBody>>;

export const requestPlatformPayout = endpoint(
  {
    method: "post",
    path: "/admin/payouts",
    operationId: "requestPlatformPayout",
    tag: "Platform payouts",
    summary:
      "Ask to take money out of a wallet of the platform or of a suspended user; a second person's key approves it.",
    access: "support",
    body: RequestPlatformPayoutBody,
    shape: "plain",
    status: 201,
    data: PlatformPayoutWire,
    waits: true,
    errors: [
      "NOT_FOUND",
      "SECOND_KEY_REQUIRED",
      "INVALID_STATE",
      "INSUFFICIENT_FUNDS",
      "WITHDRAWAL_DESTINATION_INVALID",
    ],
    idempotency: { kind: "attach", keepDays: 30 },
  },
  async (call) => {
    const { deps, caller } = call;
    refuseBoundKey(caller);
    refuseBorrowedKey(caller);
    const terms = termsOf(call);
    const { platformPayoutId } = terms;
    const earlier = await findPlatformPayout(deps.db, platformPayoutId);
    // however long ago it ended: Temporal may have forgotten its workflow, which must never begin again
    if (earlier && isPlatformPayoutOver(earlier.status)) return created(presentPlatformPayout(earlier));
    const reply = await open(call, platformPayoutId, terms);
    return answerOpening(reply, {
      find: () => findPlatformPayout(deps.db, platformPayoutId),
      present: presentPlatformPayout,
      draft: () => draftPlatformPayout(terms, caller.keyId, deps.now()),
      location: `/admin/payouts/${platformPayoutId}`,
    });
  },
);

/** Only forms are looked at: what database and network say is asked by the workflow. @throws AppError WITHDRAWAL_DESTINATION_INVALID */
function termsOf({ body, identity }: RequestCall): PlatformPayoutTerms {
  const { source, asset, amount, destination, reason } = body;
  const { memo, memoType } = memoOf(body);
  const objection =
    asset === "XLM" && isContractAddress(destination)
      ? "XLM_TO_CONTRACT_UNSUPPORTED"
      : addressObjection(destination, memo);
  if (objection !== null) {
    throw new AppError("WITHDRAWAL_DESTINATION_INVALID", { destinationRef: destination, reason: objection });
  }
  return {
    platformPayoutId: identity.idFor("platformPayout"),
    source: source as PlatformPayoutTerms["source"], // by its pattern
    asset,
    amount: formatAmount(parseStroops(amount)),
    destination,
    memo,
    ...(memoType && memoType !== "text" && { memoType }),
    reason,
  };
}

function open(
  call: RequestCall,
  platformPayoutId: PlatformPayoutId,
  { platformPayoutId: _, ...terms }: PlatformPayoutTerms,
) {
  const { deps, identity, replyBy } = call;
  const { source, amount, asset, destination } = terms;
  return deps.temporal.open({
    workflowType: PLATFORM_PAYOUT_WORKFLOW,
    workflowId: platformPayoutWorkflowId(platformPayoutId),
    input: { platformPayoutId },
    update: requestUpdate,
    updateId: identity.updateId,
    args: [{ caller: commandCaller(call), fingerprint: identity.fingerprint, terms }],
    replyBy,
    summary: `${platformPayoutId} ${amount} ${asset} ${source} → ${destination}`,
    searchAttributes: firstAttributes("platform-payout", "PLATFORM_PAYOUT_REQUESTED", []),
  });
}
