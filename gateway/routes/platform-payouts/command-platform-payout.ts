import type { UpdateDefinition } from "@temporalio/common";
import { AppError } from "../../../domain/errors.ts";
import type { PlatformPayoutId } from "../../../domain/ids.ts";
import type { PlatformPayoutStatus } from "../../../domain/platform-payout/states.ts";
import {
  type PlatformPayoutCommand,
  type PlatformPayoutView,
  platformPayoutWorkflowId,
} from "../../../workflows/contracts/platform-payout.ts";
import { commandCaller } from "../../command-caller.ts";
import type { CallContext } from "../../endpoint.ts";
import { type Answer, accepted, ok } from "../../envelope.ts";
import { requirePlatformPayout } from "../../reads/platform-payouts.ts";
import { type PlatformPayout, presentPlatformPayout } from "./present.ts";

export interface PlatformPayoutRequest {
  readonly id: string;
  readonly update: UpdateDefinition<PlatformPayoutView, [PlatformPayoutCommand]>;
  readonly reason?: string | null | undefined;
  /** The ends at which the command has been carried out already. */
  readonly doneAs: readonly PlatformPayoutStatus[];
}

/** Asks the payout's workflow and answers with the payout as it is afterwards. @throws AppError NOT_FOUND, INVALID_STATE */
export async function commandPlatformPayout(
  call: CallContext,
  { id, update, reason = null, doneAs }: PlatformPayoutRequest,
): Promise<Answer<PlatformPayout>> {
  const { deps, identity, replyBy } = call;
  await requirePlatformPayout(deps.db, id);
  const reply = await deps.temporal.command({
    workflowId: platformPayoutWorkflowId(id as PlatformPayoutId),
    update,
    updateId: identity.updateId,
    argument: { caller: commandCaller(call), reason },
    replyBy,
  });
  const row = await requirePlatformPayout(deps.db, id);
  if (reply.kind === "gone" && !doneAs.some((status) => status === row.status)) {
    const allowedStates = ["PLATFORM_PAYOUT_REQUESTED"];
    throw new AppError("INVALID_STATE", { id, currentState: row.status, allowedStates });
  }
  const data = presentPlatformPayout(row);
  return reply.kind === "pending" ? accepted(data, `/admin/payouts/${id}`) : ok(data);
}
