import { z } from "zod";
import { STEP_PROBLEMS, type StepProblem } from "../../../domain/chain/problems.ts";
import { PARKED_KINDS } from "../../reads/parked.ts";
import { Id, pageFields, Timestamp, WHOLE_NUMBER_MAX } from "../../schemas.ts";

/** The object's keys are all the problems there are. */
const PROBLEMS = Object.keys(STEP_PROBLEMS) as [StepProblem, ...StepProblem[]];

export const OperationParams = z.strictObject({
  workflowType: Id.optional().meta({ description: "order, dispute, topup, withdrawal or wallet." }),
  id: Id.meta({ description: "What follows in the workflow's id; at the short path the whole id, URL-encoded." }),
});

export const DecisionBody = z.strictObject({
  action: z.enum(["retry", "abandon", "markSettled"]),
  reason: z.string().min(1).max(1000),
  evidence: z
    .strictObject({
      txHash: z
        .string()
        .regex(/^[0-9a-fA-F]{64}$/, "must be 64 hex digits")
        .transform((hash) => hash.toLowerCase())
        .optional(),
    })
    .optional()
    .meta({ description: "markSettled needs the hash of the transaction that made it so." }),
  decisionId: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .meta({ description: "Counts once; without it, one is made of the Idempotency-Key." }),
});

export const DecisionWire = z
  .object({
    workflowId: z.string(),
    decisionId: z.string(),
    action: z.enum(["retry", "abandon", "markSettled"]),
    parkedReason: z.enum(PROBLEMS).nullable().meta({ description: "What was decided about." }),
    explain: z.string().meta({ description: "Where to see what became of it." }),
  })
  .meta({ id: "OperatorDecision" });

const flag = z
  .enum(["true", "false"])
  .transform((text) => text === "true")
  .optional();

export const ParkedQuery = z.strictObject({
  reason: z.enum(PROBLEMS).optional(),
  kind: z.enum(PARKED_KINDS).optional(),
  userId: Id.optional(),
  minAgeSeconds: z
    .string()
    .regex(/^[0-9]{1,9}$/, "must be a whole number")
    .transform(Number)
    .optional()
    .meta({ description: "Parked for at least so long.", type: "integer", minimum: 0, maximum: WHOLE_NUMBER_MAX }),
  needsOperator: flag.meta({ description: "true: waits for a person; false: tries again by itself.", type: "boolean" }),
  ...pageFields,
});

export const ParkedWire = z
  .object({
    workflowId: z.string(),
    subject: z.object({ kind: z.string(), id: z.string() }),
    userIds: z.array(z.string()).readonly(),
    state: z.string(),
    step: z.string().nullable(),
    parkedReason: z.string(),
    why: z.string(),
    lastError: z.string().nullable(),
    txHash: z.string().nullable(),
    since: Timestamp,
    ageSeconds: z.number(),
    nextAttemptAt: z.string().nullable(),
    whoMustAct: z.enum(["operator", "nobody"]),
    links: z.object({ runbook: z.string(), explain: z.string() }),
  })
  .meta({ id: "ParkedOperation" });

export const ParkedList = z.array(ParkedWire).readonly();
