import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { insertRefill } from "../../activities/storage/refills.ts";
import { mintId } from "../../domain/ids.ts";
import { REFILL_WALLETS_WORKFLOW, refillWorkflowId } from "../../workflows/contracts/refill.ts";
import { EFFECTS_OF_A_RULING, EFFECTS_OF_AN_ORDER, effectsOf, paymentsBetween } from "../support/chain-effects.ts";
import type { GatewayClient } from "../support/gateway-client.ts";
import type { LifeCommand, Marketplace, Person, Trade } from "../support/marketplace.ts";
import { type Operator, openOperator } from "../support/operator.ts";
import { secondPerson } from "../support/second-person.ts";
import { until } from "../support/until.ts";
import { type TestWorld, testWorld } from "../support/world.ts";
import { killAtEdges, untilStanding } from "./kill-at-edges.ts";
import { EDGES, type Edge, type KillPlan, RESOLVER_STEPS, SPONSOR_STEPS, STEPS, type StepName } from "./kill-points.ts";

// Every payment has its own edge, and one death of the worker meets all of them there. Each has wallets of its own, so that
// what the chain did for it can be counted on the chain.
// The platform's resolver signs for all refunds and disputes, so between commit and record only one of them can stand: those
// edges are met one death after the other, shared by both steps, and "before" is left out where "after" what comes before it
// leaves the same behind.

/** The command whose work holds the step. */
const COMMAND_OF = {
  deploy: "escrow",
  fund: "escrow/fund",
  "complete/0": "resolution/release",
  "approve/0": "resolution/release",
  release: "resolution/release",
} as const satisfies Partial<Record<StepName, LifeCommand>>;
type ReleaseStep = keyof typeof COMMAND_OF;

const FREE_EDGES = EDGES.filter((edge) => /^(before prepare|after (signing|the record|confirm))/.test(edge));
type Case = readonly [StepName, Edge];
const atEdges = (steps: readonly StepName[], edges: readonly Edge[]): Case[] =>
  steps.flatMap((step) => edges.map((edge): Case => [step, edge]));
/**
 * Who meets which death. The last of each holds the resolver's lane, so it comes when all others stand. A worker signs for
 * twenty at once, and those that stand while signing take their places: not more than that may meet one death.
 */
const SECOND_TO_DIE: readonly StepName[] = ["freeze", "pay-out"];
const DEATHS: readonly (readonly Case[])[] = [
  [
    ...atEdges(
      STEPS.filter((step) => !SECOND_TO_DIE.includes(step)),
      EDGES,
    ),
    ["refill", "after signing, before the commit"],
    ["resolve", "after the chain's answer, before the record"],
  ],
  [
    ...atEdges(SECOND_TO_DIE, EDGES),
    ...atEdges(RESOLVER_STEPS, FREE_EDGES),
    ["refill", "after submit"],
    ["refund", "after prepare"],
  ],
  [
    ["refill", "after the chain's answer, before the record"],
    ["resolve", "after submit"],
  ],
];
const CASES = DEATHS.flat();
const SPLIT = { decision: "SPLIT", releaseAmount: "12.34", refundAmount: "7.66" };
const AMOUNT = "20.00";
const IN_TIME_SECONDS = 240;

interface Doomed {
  readonly step: StepName;
  readonly edge: Edge;
  readonly stepKey: string;
  provoke(): Promise<unknown>;
  /** Brings it to its end after the worker is back. */
  finish(): Promise<unknown>;
  /** What the chain did for it. */
  effects(): Promise<readonly string[]>;
}

let world: TestWorld;
let market: Marketplace;
let outside: string;
let second: GatewayClient;
let operator: Operator;
let doomed: readonly Doomed[];
let endings: readonly string[] = [];

beforeAll(async () => {
  world = await testWorld();
  market = world.market;
  outside = await market.outsideAddress();
  operator = await openOperator(world.stack);
  second = await secondPerson(world.stack, market);
  const payers = await market.people(CASES.length, "50.00");
  const sellers = await market.people(CASES.length);
  doomed = await Promise.all(
    CASES.map(([step, edge], index) => prepared(step, edge, payers[index] as Person, sellers[index] as Person)),
  );
  let met = 0;
  for (const { length } of DEATHS) {
    endings = [...endings, await killed(doomed.slice(met, met + length))];
    met += length;
  }
  await world.stack.restart("worker");
  await Promise.all(doomed.map((one) => one.finish()));
}, 900_000);

async function killed(some: readonly Doomed[]): Promise<string> {
  const [last, ...others] = some.toReversed();
  return killAtEdges(
    world.stack,
    planOf(some),
    async () => {
      await Promise.all(others.map((one) => one.provoke()));
      await untilStanding(world.stack, planOf(others), IN_TIME_SECONDS);
      await last?.provoke(); // from now on nobody else gets the resolver's lane
    },
    IN_TIME_SECONDS,
  );
}

const planOf = (some: readonly Doomed[]): KillPlan =>
  Object.fromEntries(some.map(({ stepKey, edge }) => [stepKey, edge]));

afterAll(async () => {
  await operator?.close();
  await world?.stop();
}, 30_000);

function prepared(step: StepName, edge: Edge, payer: Person, seller: Person): Promise<Doomed> {
  switch (step) {
    case "send":
      return aWithdrawal(edge, payer);
    case "refill":
      return aRefill(edge, payer);
    case "pay-out":
      return aPlatformPayout(edge, payer);
    case "freeze":
    case "resolve":
      return aDispute(step, edge, payer, seller);
    case "refund":
      return aRefund(edge, payer, seller);
    default:
      return anOrder(step, edge, payer, seller);
  }
}

async function anOrder(step: ReleaseStep, edge: Edge, buyer: Person, seller: Person): Promise<Doomed> {
  const command = COMMAND_OF[step];
  const trade = await market.order(buyer, seller, AMOUNT, command);
  return {
    step,
    edge,
    stepKey: `order/${trade.orderId}#${step}`,
    provoke: () => market.insist(`/orders/${trade.orderId}/${command}`, {}, { Prefer: "respond-async" }),
    finish: () => market.finish(trade, command),
    effects: () => effectsOf(market.sandbox, trade),
  };
}

async function aRefund(edge: Edge, buyer: Person, seller: Person): Promise<Doomed> {
  const trade = await market.order(buyer, seller, AMOUNT, "resolution/release");
  const path = `/orders/${trade.orderId}/refund`;
  return {
    step: "refund",
    edge,
    stepKey: `order/${trade.orderId}#refund`,
    provoke: () => market.insist(path, { reason: "late" }, { Prefer: "respond-async" }),
    finish: () => market.untilOrder(trade.orderId, "CLOSED", IN_TIME_SECONDS),
    effects: () => effectsOf(market.sandbox, trade),
  };
}

/** Killed while it is opened, or while its split is paid. */
async function aDispute(step: "freeze" | "resolve", edge: Edge, buyer: Person, seller: Person): Promise<Doomed> {
  const trade = await market.order(buyer, seller, AMOUNT, "resolution/release");
  const open = () => openDispute(trade);
  const disputeId = step === "resolve" ? await open().then(assigned) : null;
  const split = async (id: string) => market.insist(`/disputes/${id}/resolve`, SPLIT, { Prefer: "respond-async" });
  return {
    step,
    edge,
    stepKey: disputeId ? `dispute/${disputeId}#resolve` : `order/${trade.orderId}#freeze`,
    provoke: () => (disputeId ? split(disputeId) : open()),
    async finish() {
      if (!disputeId) await split(await open().then(assigned));
      await market.untilOrder(trade.orderId, "CLOSED", IN_TIME_SECONDS);
    },
    effects: () => effectsOf(market.sandbox, trade),
  };
}

/** Told again, it is the same dispute. */
async function openDispute({ orderId }: Trade): Promise<string> {
  const terms = { openedBy: "SELLER", reason: "OTHER" };
  return (await market.insist(`/orders/${orderId}/disputes`, terms, { Prefer: "respond-async" })).data.id;
}

async function assigned(disputeId: string): Promise<string> {
  const isThere = async () => (await market.api.get(`/disputes/${disputeId}`)).status === 200;
  await until("the dispute is written down", isThere);
  await market.insist(`/disputes/${disputeId}/assign`, { assignedTo: "Ana" });
  return disputeId;
}

async function aWithdrawal(edge: Edge, owner: Person): Promise<Doomed> {
  const destination = { destinationType: "crypto", destinationRef: outside };
  const terms = { userId: owner.userId, amount: AMOUNT, ...destination, commit: false };
  const { data } = await market.insist("/withdrawals", terms);
  const path = `/withdrawals/${data.id}`;
  const isCompleted = async () => (await market.api.get(path)).data.status === "WITHDRAWAL_COMPLETED";
  return {
    step: "send",
    edge,
    stepKey: `withdrawal/${data.id}#send`,
    provoke: () => market.insist(`${path}/commit`, {}, { Prefer: "respond-async" }),
    finish: () => until(`${data.id} is completed`, isCompleted),
    effects: () => paymentsBetween(market.sandbox, owner.address, outside),
  };
}

const REFILL_XLM = "1.2345678";

/** Of XLM for one wallet. Begun when no other one is open: there is one at a time. */
async function aRefill(edge: Edge, { address }: Person): Promise<Doomed> {
  const refill = { refillId: mintId("refill", randomBytes(24)), addresses: [address], xlm: REFILL_XLM };
  const isDone = async () => (await statusesOfRefills(refill.refillId)).includes("REFILL_DONE");
  return {
    step: "refill",
    edge,
    stepKey: `refill/${refill.refillId}#refill`,
    async provoke() {
      await until("no refill is open", async () => !(await statusesOfRefills(null)).includes("REFILL_OPEN"));
      await insertRefill(world.db, refill);
      await operator.begin(REFILL_WALLETS_WORKFLOW, refillWorkflowId(refill.refillId), { refill });
    },
    finish: () => until(`${refill.refillId} is done`, isDone),
    effects: async () =>
      (await market.sandbox.transactions(address))
        .flatMap(({ transfers }) => transfers)
        .filter(({ to, asset, amount }) => to === address && asset === "native" && amount === REFILL_XLM)
        .map(({ amount }) => amount),
  };
}

const statusesOfRefills = async (refillId: string | null): Promise<readonly string[]> => {
  const { rows } = await world.db.sql.query("SELECT status FROM refill WHERE $1::text IS NULL OR id = $1", [refillId]);
  return rows.map(({ status }) => status);
};

/** A suspended user's money, taken out by two people: each payment has a lane of its own. */
async function aPlatformPayout(edge: Edge, owner: Person): Promise<Doomed> {
  await market.insist(`/users/${owner.userId}/suspend`, { reason: "a court order" });
  const terms = { source: owner.userId, asset: "USDC", amount: AMOUNT, destination: outside, reason: "a court order" };
  const { data } = await market.insist("/admin/payouts", terms);
  const path = `/admin/payouts/${data.id}`;
  const approve = () => second.post(`${path}/approve`, undefined, { Prefer: "respond-async" });
  const isCompleted = async () => (await market.api.get(path)).data.status === "PLATFORM_PAYOUT_COMPLETED";
  return {
    step: "pay-out",
    edge,
    stepKey: `platform-payout/${data.id}#pay-out`,
    provoke: approve,
    finish: () => until(`${data.id} is completed`, isCompleted),
    effects: () => paymentsBetween(market.sandbox, owner.address, outside),
  };
}

test("the worker died by SIGKILL, with every payment at its edge", () => {
  expect(endings).toEqual(DEATHS.map(() => "was killed by SIGKILL"));
});

const expectedOf = (step: StepName): readonly string[] => {
  if (step === "send" || step === "pay-out") return ["20.0000000"];
  if (step === "refill") return [REFILL_XLM];
  return step === "freeze" || step === "refund" || step === "resolve" ? EFFECTS_OF_A_RULING : EFFECTS_OF_AN_ORDER;
};

describe.each([...STEPS, ...RESOLVER_STEPS, ...SPONSOR_STEPS])("%s", (step) => {
  const edges = CASES.flatMap(([name, edge]) => (name === step ? [edge] : []));
  test.each(edges)("killed %s, the payment ends well and every effect is on the chain once", async (edge) => {
    const payment = doomed.find((one) => one.step === step && one.edge === edge);
    expect(await payment?.effects()).toEqual(expectedOf(step));
  });
});

test("afterwards the invariants hold", () => world.expectInvariants());
