import { randomBytes } from "node:crypto";
import { activityInfo } from "@temporalio/activity";
import type { ChainIntent, ChainReceipt } from "../../domain/chain/intent.ts";
import { statusRequiredBy } from "../../domain/chain/required-status.ts";
import { mintId } from "../../domain/ids.ts";
import type { ActivityDeps } from "../deps.ts";
import { StepFailure } from "../failures.ts";
import { type Attempt, commitAttempt, lastAttempt, type NewAttempt } from "../storage/chain-transactions.ts";
import { requireSigningAllowed } from "../storage/may-sign.ts";
import type { FactToRecord } from "../storage/record-fact.ts";
import { type RememberedAttempt, toRemember } from "../storage/restore-attempt.ts";
import { withBid } from "./bid-fee.ts";
import type { IntentHandler, UnsignedStep } from "./intent-handler.ts";
import { recoverAttempt } from "./recover-attempt.ts";
import { untilLaneIsFree } from "./until-lane-is-free.ts";

export interface PrepareTx {
  /** `<workflow id>#<step>`: one effect for ever. */
  readonly stepKey: string;
  readonly intent: ChainIntent;
  /** What is true once it succeeded: recorded with the outcome, in one transaction. */
  readonly onSuccess: FactToRecord;
  /** An operator says that it happened: it is looked for, and nothing new is signed. */
  readonly isDeclaredSettled?: boolean;
  /** The transaction that the operator names as the one that did it. */
  readonly settledBy?: string | null;
  /** What the workflow remembers as in flight: the database may have forgotten it. */
  readonly remembered?: RememberedAttempt | null;
}

export type Prepared =
  | ({ readonly kind: "prepared" } & RememberedAttempt)
  | { readonly kind: "reached"; readonly receipt: ChainReceipt };

/** Signs one transaction for a step and commits it before anything is sent. Called again it returns the stored one. */
export const stellarPrepareTx =
  (deps: ActivityDeps) =>
  async (wanted: PrepareTx): Promise<Prepared> => {
    const { stepKey, intent, onSuccess, isDeclaredSettled = false, settledBy = null, remembered = null } = wanted;
    deps.onChainStep?.({ stepKey });
    const step = { stepKey, intent: intent.kind, onSuccess };
    const recovered = remembered && (await recoverAttempt(deps, remembered, step));
    if (recovered) return prepared(deps, recovered);
    const last = await lastAttempt(deps.db, stepKey);
    if (last && (last.outcome === null || last.outcome === "SUCCEEDED")) return prepared(deps, last);
    const handler = handlerOf(deps, intent);
    const source = await handler.source(intent);
    const twin = await untilLaneIsFree(deps, source, stepKey);
    if (twin) return prepared(deps, twin);
    if (isDeclaredSettled) await requireApplied(deps, settledBy);
    const { sequence: preparedLedger } = await deps.stellar.latestLedger();
    const receipt = await handler.reached(intent);
    if (receipt) return { kind: "reached", receipt };
    if (isDeclaredSettled) throw new StepFailure("STATE_UNEXPECTED", "the chain does not show this step as settled");
    // the signer refuses in any case; asked again, a provider's budget is not spent on it
    if (activityInfo().attempt > 1) await requireSigningAllowed(deps.db, deps.deploymentId);
    const generation = (last?.generation ?? 0) + 1;
    const unsigned = await withBid(deps, await handler.build(intent), generation);
    const requires = statusRequiredBy(intent);
    const frame = { ...step, generation, preparedLedger, requires };
    return prepared(deps, await sign(deps, unsigned, frame));
  };

/**
 * A word is no proof: the transaction that an operator names must be applied on the chain. Whether it made the effect of this
 * step, the chain's state says afterwards. @throws StepFailure STATE_UNEXPECTED
 */
async function requireApplied({ stellar }: ActivityDeps, hash: string | null): Promise<void> {
  if (hash === null || !/^[0-9a-f]{64}$/i.test(hash)) {
    throw new StepFailure("STATE_UNEXPECTED", "the evidence is not the hash of a transaction");
  }
  const { status } = await stellar.transaction(hash.toLowerCase());
  if (status === "SUCCEEDED") return;
  throw new StepFailure("STATE_UNEXPECTED", `the chain shows ${hash} as ${status}, not as applied`);
}

/** A handler takes the intents of its own kind; `kind` picks it, so the pair always fits. */
function handlerOf(deps: ActivityDeps, intent: ChainIntent): IntentHandler<ChainIntent["kind"]> {
  return deps.intents[intent.kind] as IntentHandler<ChainIntent["kind"]>;
}

type AttemptFrame = Pick<NewAttempt, "stepKey" | "intent" | "generation" | "preparedLedger" | "onSuccess" | "requires">;

async function sign(deps: ActivityDeps, unsigned: UnsignedStep, frame: AttemptFrame): Promise<Attempt> {
  const { transaction, signers, sendThrough, booking } = unsigned;
  const maxTime = transaction.timeBounds?.maxTime;
  if (!maxTime || maxTime === "0")
    throw new StepFailure("TRANSACTION_NOT_AS_INTENDED", "the transaction never expires");
  await deps.signer.sign(signers, transaction);
  return commitAttempt(deps.db, {
    ...frame,
    id: mintId("chainTransaction", randomBytes(24)),
    sourceAccount: transaction.source,
    sequence: BigInt(transaction.sequence),
    hash: Buffer.from(transaction.hash()).toString("hex"),
    signedXdr: transaction.toXDR(),
    sendThrough,
    maxTimeSeconds: Number(maxTime),
    booking,
    deploymentId: deps.deploymentId,
  });
}

function prepared({ onChainStep }: ActivityDeps, attempt: Attempt): Prepared {
  onChainStep?.(attempt);
  return { kind: "prepared", ...toRemember(attempt) };
}
