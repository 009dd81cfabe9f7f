import { z } from "zod";
import { AppError } from "../../../domain/errors.ts";
import { followDepositsWorkflowId } from "../../../workflows/contracts/deposits.ts";
import {
  RESCAN_DEPOSITS_WORKFLOW,
  rescanDepositsWorkflowId,
  rescannedUpdate,
} from "../../../workflows/contracts/rescan-deposits.ts";
import { endpoint } from "../../endpoint.ts";
import { accepted, ok } from "../../envelope.ts";
import { refuseBoundKey } from "../../grants.ts";
import { actorOf } from "../../writes/in-transaction.ts";
import { recordOperation } from "../../writes/record-operation.ts";

const RescanWire = z
  .object({
    report: z
      .object({
        fromLedger: z.number(),
        throughLedger: z.number(),
        creditedCount: z.number().meta({ description: "Deposits that had not been credited, and are now." }),
        unreadCount: z.number().meta({ description: "Events that this release cannot read; they are kept." }),
        unexplainedHashes: z
          .array(z.string())
          .meta({ description: "Deposits beyond what their wallets hold. Nothing was done about them." }),
      })
      .nullable()
      .meta({
        description:
          "Null while it is still reading: ask again. One rescan runs at a time; one that asks for more than it reads runs after it.",
      }),
  })
  .meta({ id: "DepositRescan" });

export const rescanDeposits = endpoint(
  {
    method: "post",
    path: "/admin/deposits/rescan",
    operationId: "rescanDeposits",
    tag: "Admin",
    summary: "Read again what deposits came, and credit those that were left out.",
    access: "support",
    shape: "plain",
    status: 200,
    body: z.strictObject({
      fromLedger: z
        .int()
        .positive()
        .optional()
        .meta({ description: "The first Stellar ledger to read; as far back as the node's history goes without it." }),
    }),
    data: RescanWire,
    waits: true,
    errors: [],
    idempotency: { kind: "attach", keepDays: 7 },
  },
  async (call) => {
    const { body, caller, deps, identity, replyBy } = call;
    refuseBoundKey(caller);
    const { network } = deps.config.stellar;
    const workflowId = rescanDepositsWorkflowId(network);
    const input = { stream: followDepositsWorkflowId(network), fromLedger: body.fromLedger ?? null };
    await deps.db.prisma.$transaction((tx) =>
      recordOperation(tx, {
        key: `rescan/${identity.updateId}`,
        type: "operations.deposits_rescanned",
        resourceType: "Operations",
        resourceId: "deposits",
        before: null,
        after: { fromLedger: input.fromLedger },
        isEvent: false,
        ...actorOf(call),
      }),
    );
    const reply = await deps.temporal.open({
      workflowType: RESCAN_DEPOSITS_WORKFLOW,
      workflowId,
      input,
      update: rescannedUpdate,
      updateId: identity.updateId,
      args: [{ fromLedger: input.fromLedger }],
      replyBy,
      summary: workflowId,
      searchAttributes: [],
      mayReopen: true,
    });
    if (reply.kind === "gone") throw new AppError("SERVICE_UNAVAILABLE", { dependency: "temporal" }); // it ended just now
    return reply.kind === "pending"
      ? accepted({ report: null }, "/admin/deposits/rescan")
      : ok({ report: { ...reply.result, unexplainedHashes: [...reply.result.unexplainedHashes] } });
  },
);
