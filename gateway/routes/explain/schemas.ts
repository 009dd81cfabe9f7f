import { z } from "zod";
import { STEP_PROBLEMS, type StepProblem } from "../../../domain/chain/problems.ts";
import { Id, Timestamp } from "../../schemas.ts";

export const SubjectParams = z.strictObject({ id: Id });
export const WalletOwnerParams = z.strictObject({ userId: Id });

/** The object's keys are all the problems there are. */
const PROBLEMS = Object.keys(STEP_PROBLEMS) as [StepProblem, ...StepProblem[]];

const TransactionWire = z
  .object({
    hash: z.string(),
    step: z.string(),
    workflowId: z.string(),
    generation: z.number(),
    outcome: z.enum(["SUCCEEDED", "FAILED", "EXPIRED"]).nullable().meta({ description: "null: not known yet." }),
    meaning: z.string(),
    resultCode: z.string().nullable(),
    ledger: z.number().nullable(),
    sourceAccount: z.string(),
    validUntil: z.string(),
    preparedAt: Timestamp,
    settledAt: Timestamp.nullable(),
    proofOfDeath: z.record(z.string(), z.unknown()).nullable(),
  })
  .meta({ id: "ExplainedTransaction" });

const LedgerEntryWire = z
  .object({
    key: z.string(),
    kind: z.string(),
    recordedAt: Timestamp,
    postings: z.array(z.object({ account: z.string(), amount: z.string() })).readonly(),
  })
  .meta({ id: "ExplainedLedgerEntry" });

const SafeActionWire = z
  .object({
    action: z.string(),
    how: z.object({ rest: z.string(), signal: z.string().nullable() }),
    whatItWouldDo: z.string(),
    needs: z.string(),
  })
  .meta({ id: "SafeAction" });

export const ExplanationWire = z
  .object({
    subject: z.object({
      kind: z.enum(["order", "topup", "withdrawal", "dispute", "wallet"]),
      id: z.string(),
      workflowId: z.string().meta({ description: "The workflow that holds it up: its own, or that of its dispute." }),
    }),
    state: z.string(),
    isFinished: z.boolean(),
    waitingFor: z.enum(["nothing", "command", "support", "operator", "provider", "chain", "time", "system"]),
    since: z.string(),
    whoMustAct: z
      .enum(["nobody", "user", "marketplace", "support", "operator"])
      .meta({ description: "user: in their account at Airtm." }),
    why: z.string().meta({ description: "Whole sentences for people." }),
    step: z.string().nullable(),
    parkedReason: z.enum(PROBLEMS).nullable(),
    lastError: z
      .object({ plain: z.string(), raw: z.string(), code: z.string().nullable() })
      .nullable()
      .meta({ description: "In plain words, as it was told, and the reason it was sorted under." }),
    nextAttemptAt: z.string().nullable(),
    deadline: z.object({ action: z.enum(["cancel", "release"]), at: Timestamp }).nullable(),
    ignoredDecision: z
      .string()
      .nullable()
      .meta({ description: "Why the last decision of an operator was not followed." }),
    source: z.enum(["live", "recorded", "status"]),
    evidence: z.object({
      transactions: z.array(TransactionWire).readonly(),
      providerReferences: z.array(z.object({ provider: z.string(), kind: z.string(), id: z.string() })).readonly(),
      ledgerEntries: z.array(LedgerEntryWire).readonly(),
    }),
    safeActions: z.array(SafeActionWire).readonly(),
    links: z.object({ runbook: z.string().nullable(), webUi: z.string().nullable(), docs: z.string() }),
  })
  .meta({ id: "Explanation" });
