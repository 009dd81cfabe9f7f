import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { EFFECTS_OF_AN_ORDER, effectsOf, paymentsBetween } from "../support/chain-effects.ts";
import type { LifeCommand, Marketplace, Person } from "../support/marketplace.ts";
import { until } from "../support/until.ts";
import { type TestWorld, testWorld } from "../support/world.ts";
import { killAtEdges } from "./kill-at-edges.ts";
import { EDGES, type Edge, type KillPlan, STEPS, type StepName } from "./kill-points.ts";

// Every payment has its own edge, and one death of the worker meets all of them there. Each has wallets of its own, so that
// what the chain did for it can be counted on the chain.

/** The command whose work holds the step. */
const COMMAND_OF: Readonly<Record<Exclude<StepName, "send">, LifeCommand>> = {
  deploy: "escrow",
  fund: "escrow/fund",
  "complete/0": "resolution/release",
  "approve/0": "resolution/release",
  release: "resolution/release",
};
const ORDER_STEPS = STEPS.filter((step) => step !== "send");
const AMOUNT = "20.00";
const IN_TIME_SECONDS = 120;

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
let doomed: readonly Doomed[];
let ending: string;

beforeAll(async () => {
  world = await testWorld();
  market = world.market;
  outside = await market.outsideAddress();
  const payers = await market.people(STEPS.length * EDGES.length, "50.00");
  const sellers = await market.people(ORDER_STEPS.length * EDGES.length);
  const cases = STEPS.flatMap((step) => EDGES.map((edge) => ({ step, edge })));
  doomed = await Promise.all(
    cases.map(({ step, edge }, index) => {
      const [payer, seller] = [payers[index], sellers[index]] as [Person, Person];
      return step === "send" ? aWithdrawal(edge, payer) : anOrder(step, edge, payer, seller);
    }),
  );
  const plan: KillPlan = Object.fromEntries(doomed.map(({ stepKey, edge }) => [stepKey, edge]));
  const provoke = async () => void (await Promise.all(doomed.map((one) => one.provoke())));
  ending = await killAtEdges(world.stack, plan, provoke, IN_TIME_SECONDS);
  await world.stack.restart("worker");
  await Promise.all(doomed.map((one) => one.finish()));
}, 240_000);

afterAll(() => world?.stop(), 30_000);

async function anOrder(step: Exclude<StepName, "send">, edge: Edge, buyer: Person, seller: Person): Promise<Doomed> {
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

test("the worker died by SIGKILL, with every payment at its edge", () => {
  expect(ending).toBe("was killed by SIGKILL");
});

describe.each(STEPS)("%s", (step) => {
  test.each(EDGES)("killed %s, the payment ends well and every effect is on the chain once", async (edge) => {
    const payment = doomed.find((one) => one.step === step && one.edge === edge);
    expect(await payment?.effects()).toEqual(step === "send" ? ["20.0000000"] : EFFECTS_OF_AN_ORDER);
  });
});

test("afterwards the invariants hold", () => world.expectInvariants());
