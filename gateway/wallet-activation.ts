import type { UserId } from "../domain/ids.ts";
import type { Caller } from "../workflows/contracts/operating.ts";
import { firstAttributes } from "../workflows/contracts/search-attributes.ts";
import { ACTIVATE_WALLET_WORKFLOW, createdUpdate, walletWorkflowId } from "../workflows/contracts/wallet.ts";
import type { CommandReply, Temporal } from "./temporal.ts";

/** Starts the user's wallet, or finds it under way. Safe to repeat from any number of processes. */
export const activateWallet = (
  temporal: Temporal,
  userId: UserId,
  caller: Caller,
  replyBy: number,
): Promise<CommandReply<unknown>> =>
  temporal.open({
    workflowType: ACTIVATE_WALLET_WORKFLOW,
    workflowId: walletWorkflowId(userId),
    input: { owner: userId, caller },
    update: createdUpdate,
    updateId: `created/${userId}`,
    args: [],
    replyBy,
    summary: `wallet of ${userId}`,
    searchAttributes: firstAttributes("wallet", "CREATED", [userId]),
    mayReopen: true,
  });
