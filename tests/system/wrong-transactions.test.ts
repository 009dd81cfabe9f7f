import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { Transaction } from "@stellar/stellar-sdk";
import { EFFECTS_OF_AN_ORDER, effectsOf } from "../support/chain-effects.ts";
import type { LifeCommand, Trade } from "../support/marketplace.ts";
import { type Operator, openOperator } from "../support/operator.ts";
import { until } from "../support/until.ts";
import { type TestWorld, testWorld } from "../support/world.ts";

// The escrow provider lies in every way that matters about every transaction it builds. One order meets each lie per step; all
// orders take each step together, so that no lie is met twice by one and never by another.

const LIES = ["amount", "destination", "contract", "source", "fee", "function", "memo", "extra-operation"] as const;

interface BuiltStep {
  readonly step: string;
  readonly path: string;
  /** What leads there; the others follow from the step before. */
  readonly command?: LifeCommand;
  /** The order's status once the step is done, where it changes. */
  readonly status?: string;
}

const STEPS: readonly BuiltStep[] = [
  { step: "deploy", path: "/deployer/single-release", command: "escrow", status: "ESCROW_FUNDING" },
  { step: "fund", path: "/fund-escrow", command: "escrow/fund", status: "IN_PROGRESS" },
  { step: "complete/0", path: "/change-milestone-status", command: "resolution/release" },
  { step: "approve/0", path: "/approve-milestone" },
  { step: "release", path: "/release-funds", status: "CLOSED" },
];

interface Look {
  readonly parkedReasons: readonly (string | null)[];
  readonly signed: number;
}

let world: TestWorld;
let operator: Operator;
let trades: readonly Trade[];
/** What was seen while every order was parked at the step. */
const looks = new Map<string, Look>();

beforeAll(async () => {
  world = await testWorld();
  operator = await openOperator(world.stack);
  const { market } = world;
  const [buyers, sellers] = await Promise.all([market.people(LIES.length, "50.00"), market.people(LIES.length)]);
  const pairs = buyers.map((buyer, index) => [buyer, sellers[index] ?? buyer] as const);
  trades = await Promise.all(pairs.map(([buyer, seller]) => market.order(buyer, seller, "20.00", "escrow")));
  for (const { path } of STEPS) {
    const lie = { party: "trustless-work", match: { path }, kind: "wrong-xdr" } as const;
    for (const variant of LIES) await market.sandbox.fault({ ...lie, variant });
  }
  for (const step of STEPS) await parkAndRetry(step);
}, 180_000);

afterAll(async () => {
  await operator?.close();
  await world?.stop();
}, 30_000);

async function parkAndRetry({ step, command, status }: BuiltStep): Promise<void> {
  if (command) await Promise.all(trades.map((trade) => ask(trade, command)));
  const parkedReasons = await Promise.all(trades.map((trade) => untilParked(trade, step)));
  looks.set(step, { parkedReasons, signed: await attemptsOf(step) });
  await Promise.all(trades.map(({ orderId }) => operator.decide(`order/${orderId}`, "retry")));
  if (status) await Promise.all(trades.map(({ orderId }) => world.market.untilOrder(orderId, status)));
}

const ask = ({ orderId }: Trade, command: LifeCommand) =>
  world.market.insist(`/orders/${orderId}/${command}`, {}, { Prefer: "respond-async" });

async function untilParked({ orderId }: Trade, step: string): Promise<string | null> {
  const progress = await until(`${orderId} is parked at ${step}`, async () => {
    const { data } = await world.market.api.get(`/orders/${orderId}/progress`);
    return data.step === step && data.parkedReason !== null ? data : null;
  });
  return progress.parkedReason;
}

async function attemptsOf(step: string): Promise<number> {
  const { rows } = await world.db.sql.query("SELECT 1 FROM chain_transaction WHERE step_key LIKE $1", [`%#${step}`]);
  return rows.length;
}

describe.each(STEPS.map(({ step }) => step))("at %s", (step) => {
  test("every lie about the transaction parks the order, and nothing is signed", () =>
    expect(looks.get(step)).toEqual({ parkedReasons: LIES.map(() => "TRANSACTION_NOT_AS_INTENDED"), signed: 0 }));
});

test("every lie was told about every transaction", async () => {
  const told = await world.market.sandbox.faults();
  expect(told.map(({ hits }) => hits)).toEqual(Array.from({ length: LIES.length * STEPS.length }, () => 1));
});

test("an operator's retry finishes every order, each effect once", async () => {
  const effects = await Promise.all(trades.map((trade) => effectsOf(world.market.sandbox, trade)));
  expect(effects).toEqual(trades.map(() => EFFECTS_OF_AN_ORDER));
});

test("a transaction built without an end is given one before it is signed", async () => {
  const { market, db, stack } = world;
  for (const { path } of STEPS) {
    await market.sandbox.fault({ party: "trustless-work", match: { path }, kind: "wrong-xdr", variant: "no-maxtime" });
  }
  const [buyer, seller] = await market.people(2);
  if (!buyer || !seller) throw new Error("two people were asked for");
  await market.deposit([buyer], "50.00");
  const trade = await market.order(buyer, seller, "20.00", "escrow");
  await market.finish(trade, "escrow");
  const { rows } = await db.sql.query<{ xdr: string }>(
    "SELECT signed_xdr AS xdr FROM chain_transaction WHERE step_key LIKE $1",
    [`order/${trade.orderId}#%`],
  );
  const passphrase = stack.environment.STELLAR_NETWORK_PASSPHRASE ?? "";
  const ends = rows.map(({ xdr }) => new Transaction(xdr, passphrase).timeBounds?.maxTime);
  expect(ends).toEqual(STEPS.map(() => expect.stringMatching(/^[1-9]\d+$/)));
}, 60_000);

test("afterwards the invariants hold", () => world.expectInvariants());
