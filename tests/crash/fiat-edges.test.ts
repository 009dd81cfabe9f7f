import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { Client, Connection, WithStartWorkflowOperation, WorkflowUpdateStage } from "@temporalio/client";
import { ID_ENTROPY_BYTES, mintId, type TopUpId } from "../../domain/ids.ts";
import { PAYMENTS_QUEUE } from "../../workflows/contracts/task-queues.ts";
import { createUpdate, TOPUP_WORKFLOW, topUpWorkflowId } from "../../workflows/contracts/topup.ts";
import { type AirtmPerson, airtmPeople, openTreasury } from "../support/airtm-people.ts";
import { until } from "../support/until.ts";
import { type TestWorld, testWorld } from "../support/world.ts";
import { killAtEdges, untilStanding } from "./kill-at-edges.ts";
import { FIAT_EDGES, type FiatEdge, type KillPlan } from "./kill-points.ts";

// Every top-up and every payout has its own edge, and one death of the worker meets all of them there.

const TOPUP_STEPS = ["record topUpCreated", "create payin", "record topUpAwaiting"] as const;
const PAID_TOPUP_STEPS = ["read payin", "record topUpSucceeded"] as const;
const PAYOUT_STEPS = [
  ...(["record payoutCommitted", "create payout", "commit payout"] as const),
  ...(["record payoutPending", "read payout", "record payoutCompleted"] as const),
];
const ALL_STEPS = [...TOPUP_STEPS, ...PAID_TOPUP_STEPS, ...PAYOUT_STEPS];
type StepName = (typeof ALL_STEPS)[number];
const CASES = ALL_STEPS.flatMap((step) => FIAT_EDGES.map((edge) => ({ step, edge })));
const AMOUNT = "20.00";
const IN_TIME_SECONDS = 120;

interface Doomed {
  readonly step: StepName;
  readonly edge: FiatEdge;
  readonly code: string;
  readonly stepKey: string;
  provoke(): Promise<unknown>;
  /** Brings it to its end after the worker is back. */
  finish(): Promise<unknown>;
}

let world: TestWorld;
let client: Client;
let connection: Connection;
let doomed: readonly Doomed[];
let ending = "";

beforeAll(async () => {
  world = await testWorld({
    paymentProvider: "airtm",
    settings: { AIRTM_REQUESTS_PER_SECOND: "1000", SANDBOX_AIRTM_PER_SECOND: "0" },
  });
  const { temporalAddress, temporalNamespace } = world.stack.urls;
  connection = await Connection.connect({ address: temporalAddress });
  client = new Client({ connection, namespace: temporalNamespace });
  await openTreasury(world, "1000.00");
  const people = await airtmPeople(world, CASES.length);
  doomed = await Promise.all(CASES.map(({ step, edge }, index) => prepared(step, edge, people[index] as AirtmPerson)));
  const plan: KillPlan = Object.fromEntries(doomed.map(({ stepKey, edge }) => [stepKey, edge]));
  ending = await killAtEdges(
    world.stack,
    plan,
    async () => {
      await Promise.all(doomed.map((one) => one.provoke()));
      await untilStanding(world.stack, plan, IN_TIME_SECONDS);
    },
    IN_TIME_SECONDS,
  );
  await world.stack.restart("worker");
  await Promise.all(doomed.map((one) => one.finish()));
}, 240_000);

afterAll(async () => {
  await connection?.close();
  await world?.stop();
}, 30_000);

const isPayout = (step: StepName) => (PAYOUT_STEPS as readonly string[]).includes(step);

function prepared(step: StepName, edge: FiatEdge, person: AirtmPerson): Promise<Doomed> {
  return isPayout(step) ? aPayout(step, edge, person) : Promise.resolve(aTopUp(step, edge, person));
}

function aTopUp(step: StepName, edge: FiatEdge, { userId, email }: AirtmPerson): Doomed {
  const topUpId: TopUpId = mintId("topup", randomBytes(ID_ENTROPY_BYTES));
  const { airtm } = world.market.sandbox;
  const isPaidFirst = (PAID_TOPUP_STEPS as readonly string[]).includes(step);
  const isThere = async () => (await airtm.effects()).some(({ code, payins }) => code === topUpId && payins === 1);
  const pay = async () => {
    await until("Airtm has the payment", isThere, IN_TIME_SECONDS);
    await airtm.pay(topUpId, email).catch(() => {}); // paid before the worker died
  };
  return {
    step,
    edge,
    code: topUpId,
    stepKey: `${topUpWorkflowId(topUpId)}#${step}`,
    async provoke() {
      void open(topUpId, userId);
      if (isPaidFirst) await pay();
    },
    async finish() {
      await open(topUpId, userId);
      await pay();
      await until(`${topUpId} is credited`, () => isStatus(`/topups/${topUpId}`, "TOPUP_SUCCEEDED"), IN_TIME_SECONDS);
    },
  };
}

const isStatus = async (path: string, status: string) => (await world.market.api.get(path)).data?.status === status;

/** As the gateway opens it, but under an id that the plan of deaths can name before. */
async function open(topUpId: TopUpId, userId: AirtmPerson["userId"]): Promise<void> {
  const details = { description: null, metadata: null, returnUrl: null, cancelUrl: null };
  const request = { caller: { keyId: "test", correlationId: "test" }, fingerprint: topUpId, userId, amount: AMOUNT };
  const startWorkflowOperation = new WithStartWorkflowOperation(TOPUP_WORKFLOW, {
    workflowId: topUpWorkflowId(topUpId),
    taskQueue: PAYMENTS_QUEUE,
    args: [{ topUpId }],
    workflowIdConflictPolicy: "USE_EXISTING",
  });
  const opened = client.workflow.startUpdateWithStart(createUpdate, {
    args: [{ ...request, currency: "USD", details }],
    updateId: topUpId,
    waitForStage: WorkflowUpdateStage.ACCEPTED,
    startWorkflowOperation,
  });
  await opened.catch(() => {}); // the worker died, or the top-up is over: what became of it is asked afterwards
}

async function aPayout(step: StepName, edge: FiatEdge, person: AirtmPerson): Promise<Doomed> {
  const { market } = world;
  await market.insist(`/users/${person.userId}/balance/credit`, { amount: AMOUNT, description: "for a test" });
  const destination = { destinationType: "airtm_balance", destinationRef: person.airtmUserId };
  const { data } = await market.insist("/withdrawals", { userId: person.userId, amount: AMOUNT, ...destination });
  const path = `/withdrawals/${data.id}`;
  // where the worker dies before it took the command, nobody has taken it: it is sent again
  const commit = () => market.api.post(`${path}/commit`, {}, { Prefer: "respond-async" }).catch(() => null);
  return {
    step,
    edge,
    code: data.id,
    stepKey: `withdrawal/${data.id}#${step}`,
    provoke: async () => void commit(),
    async finish() {
      await commit();
      await until(`${data.id} is paid`, () => isStatus(path, "WITHDRAWAL_COMPLETED"), IN_TIME_SECONDS);
    },
  };
}

test("the worker died by SIGKILL, with every payment at its edge", () => expect(ending).toBe("was killed by SIGKILL"));

describe.each(ALL_STEPS)("%s", (step) => {
  test.each(FIAT_EDGES)("killed %s it, the payment ends well and is at Airtm once", async (edge) => {
    const payment = doomed.find((one) => one.step === step && one.edge === edge);
    const effects = (await world.market.sandbox.airtm.effects()).find(({ code }) => code === payment?.code);
    const paid = isPayout(step) ? { payouts: 1, commits: 1, completions: 1 } : { payins: 1, confirmations: 1 };
    expect(effects).toMatchObject(paid);
  });
});

test("afterwards the invariants hold, at Airtm too", () => world.expectInvariants());
