import { AsyncLocalStorage } from "node:async_hooks";
import { activityInfo, Context } from "@temporalio/activity";
import type { Activities } from "../../activities/index.ts";
import { loadAttempt } from "../../activities/storage/chain-transactions.ts";
import type { WorkerDeps } from "../../worker/create-deps.ts";
import type { Edge, FiatEdge, KillPlan } from "./kill-points.ts";

type ActivityName = "prepare" | "submit" | "confirm";

/** Called at every edge of every step; goes on only where the plan lets it. */
type Reach = (edge: Edge | FiatEdge) => Promise<void>;

interface Place {
  readonly stepKey: string;
  readonly activity: ActivityName | "fiat";
}

/**
 * Activities that halt where the plan says. When every step of the plan stands at its edge, the process kills itself: so one
 * death meets each payment at exactly its own edge.
 */
export function standAtKillPoints(activities: Activities, deps: WorkerDeps, plan: KillPlan): Activities {
  const place = new AsyncLocalStorage<Place>();
  const reach = halter(plan, () => place.getStore()?.stepKey);
  haltInsideSigning(deps, reach);
  haltAroundRecording(deps, reach, () => place.getStore()?.activity === "confirm");
  const inFiatStep = <Result>(name: string, work: () => Promise<Result>) =>
    place.run({ stepKey: `${activityInfo().workflowExecution?.workflowId}#${name}`, activity: "fiat" }, async () => {
      await reach("before");
      const result = await work();
      await reach("after");
      return result;
    });
  const inStep = <Result>(stepKey: string, activity: ActivityName, work: () => Promise<Result>) =>
    place.run({ stepKey, activity }, async () => {
      await reach(`before ${activity}`);
      const result = await work();
      await reach(`after ${activity}`);
      return result;
    });
  const stepOf = async (txId: string) => (await loadAttempt(deps.db, txId)).stepKey;
  return {
    ...activities,
    stellarPrepareTx: (input) => inStep(input.stepKey, "prepare", () => activities.stellarPrepareTx(input)),
    stellarSubmitTx: async (input) =>
      inStep(await stepOf(input.txId), "submit", () => activities.stellarSubmitTx(input)),
    fiatCreatePayin: (input) => inFiatStep("create payin", () => activities.fiatCreatePayin(input)),
    fiatReadPayin: (input) => inFiatStep("read payin", () => activities.fiatReadPayin(input)),
    fiatCreatePayout: (input) => inFiatStep("create payout", () => activities.fiatCreatePayout(input)),
    fiatCommitPayout: (input) => inFiatStep("commit payout", () => activities.fiatCommitPayout(input)),
    fiatReadPayout: (input) => inFiatStep("read payout", () => activities.fiatReadPayout(input)),
    storageRecordFact: (input) => inFiatStep(`record ${input.fact.kind}`, () => activities.storageRecordFact(input)),
    stellarConfirmTx: async (input) =>
      inStep(await stepOf(input.txId), "confirm", () => activities.stellarConfirmTx(input)),
  };
}

function halter(plan: KillPlan, stepKeyHere: () => string | undefined): Reach {
  const standing = new Set<string>();
  return async (edge) => {
    const stepKey = stepKeyHere();
    if (stepKey === undefined || plan[stepKey] !== edge) return;
    standing.add(stepKey);
    process.stdout.write(`${stepKey} stands ${edge}\n`);
    if (standing.size === Object.keys(plan).length) process.kill(process.pid, "SIGKILL");
    await Context.current().cancelled; // while others come; a try that timed out gives its place to the next one
  };
}

function haltInsideSigning({ signer }: WorkerDeps, reach: Reach): void {
  const sign = signer.sign.bind(signer);
  signer.sign = async (publicKeys, transaction) => {
    await sign(publicKeys, transaction);
    await reach("after signing, before the commit");
  };
}

/** A confirmation writes by one statement, so the edges around it are those of the database's commit. */
function haltAroundRecording({ db }: WorkerDeps, reach: Reach, isConfirming: () => boolean): void {
  const query = db.sql.query.bind(db.sql) as (...args: unknown[]) => Promise<unknown>;
  const haltingQuery = async (...args: unknown[]) => {
    const isRecording = isConfirming() && typeof args[0] === "string" && args[0].includes("record_step");
    if (isRecording) await reach("after the chain's answer, before the record");
    const result = await query(...args);
    if (isRecording) await reach("after the record");
    return result;
  };
  Object.assign(db.sql, { query: haltingQuery });
}
