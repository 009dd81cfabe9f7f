import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { Transaction } from "@stellar/stellar-sdk";
import { EFFECTS_OF_A_RULING, EFFECTS_OF_AN_ORDER, effectsOf } from "../support/chain-effects.ts";
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
  readonly command?: LifeCommand | "resolution/refund";
  /** The order's status once the step is done, where it changes. */
  readonly status?: string;
}

const RELEASE_STEPS: readonly BuiltStep[] = [
  { step: "deploy", path: "/deployer/single-release", command: "escrow", status: "ESCROW_FUNDING" },
  { step: "fund", path: "/fund-escrow", command: "escrow/fund", status: "IN_PROGRESS" },
  { step: "complete/0", path: "/change-milestone-status", command: "resolution/release" },
  { step: "approve/0", path: "/approve-milestone" },
  { step: "release", path: "/release-funds", status: "CLOSED" },
];
/** Of orders whose money is in escrow. */
const REFUND_STEPS: readonly BuiltStep[] = [
  { step: "freeze", path: "/dispute-escrow", command: "resolution/refund" },
  { step: "refund", path: "/resolve-dispute", status: "CLOSED" },
];
const STEPS = [...RELEASE_STEPS, ...REFUND_STEPS];

interface Look {
  readonly parkedReasons: readonly (string | null)[];
  readonly signed: number;
}

let world: TestWorld;
let operator: Operator;
let trades: readonly Trade[];
let refunded: readonly Trade[];
/** What was seen while every order was parked at the step. */
const looks = new Map<string, Look>();

beforeAll(async () => {
  world = await testWorld();
  operator = await openOperator(world.stack);
  const { market } = world;
  trades = await someTrades("escrow");
  refunded = await someTrades("resolution/release");
  for (const { path } of STEPS) {
    const lie = { party: "trustless-work", match: { path }, kind: "wrong-xdr" } as const;
    for (const variant of LIES) await market.sandbox.fault({ ...lie, variant });
  }
  for (const step of RELEASE_STEPS) await parkAndRetry(trades, step);
  for (const step of REFUND_STEPS) await parkAndRetry(refunded, step);
}, 180_000);

afterAll(async () => {
  await operator?.close();
  await world?.stop();
}, 30_000);

/** An order for each lie. */
async function someTrades(upTo: LifeCommand): Promise<readonly Trade[]> {
  const { market } = world;
  const [buyers, sellers] = await Promise.all([market.people(LIES.length, "50.00"), market.people(LIES.length)]);
  const pairs = buyers.map((buyer, index) => [buyer, sellers[index] ?? buyer] as const);
  return Promise.all(pairs.map(([buyer, seller]) => market.order(buyer, seller, "20.00", upTo)));
}

async function parkAndRetry(trades: readonly Trade[], { step, command, status }: BuiltStep): Promise<void> {
  if (command) await Promise.all(trades.map((trade) => ask(trade, command)));
  const parkedReasons = await Promise.all(trades.map((trade) => untilParked(trade, step)));
  looks.set(step, { parkedReasons, signed: await attemptsOf(trades, step) });
  await Promise.all(trades.map(({ orderId }) => operator.decide(`order/${orderId}`, "retry")));
  if (status) await Promise.all(trades.map(({ orderId }) => world.market.untilOrder(orderId, status)));
}

const ask = ({ orderId }: Trade, command: string) => {
  const body = command === "resolution/refund" ? { reason: "a test decided so" } : {};
  return world.market.insist(`/orders/${orderId}/${command}`, body, { Prefer: "respond-async" });
};

async function untilParked({ orderId }: Trade, step: string): Promise<string | null> {
  const progress = await until(`${orderId} is parked at ${step}`, async () => {
    const { data } = await world.market.api.get(`/orders/${orderId}/progress`);
    return data.step === step && data.parkedReason !== null ? data : null;
  });
  return progress.parkedReason;
}

async function attemptsOf(trades: readonly Trade[], step: string): Promise<number> {
  const keys = trades.map(({ orderId }) => `order/${orderId}#${step}`);
  const { rows } = await world.db.sql.query("SELECT 1 FROM chain_transaction WHERE step_key = ANY($1)", [keys]);
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
  const refunds = await Promise.all(refunded.map((trade) => effectsOf(world.market.sandbox, trade)));
  expect(refunds).toEqual(refunded.map(() => EFFECTS_OF_A_RULING));
});

test("a transaction built without an end is given one before it is signed", async () => {
  const { market, db, stack } = world;
  for (const { path } of STEPS) {
    await market.sandbox.fault({ party: "trustless-work", match: { path }, kind: "wrong-xdr", variant: "no-maxtime" });
  }
  const [buyer, other, seller] = await market.people(3);
  if (!buyer || !other || !seller) throw new Error("three people were asked for");
  await market.deposit([buyer, other], "50.00");
  const trade = await market.order(buyer, seller, "20.00", "escrow");
  await market.finish(trade, "escrow");
  const refund = await market.order(other, seller, "20.00", "resolution/release");
  await ask(refund, "resolution/refund");
  await market.untilOrder(refund.orderId, "CLOSED");
  const { rows } = await db.sql.query<{ xdr: string }>(
    `SELECT signed_xdr AS xdr FROM chain_transaction WHERE step_key LIKE $1 OR step_key IN ($2, $3)`,
    [`order/${trade.orderId}#%`, `order/${refund.orderId}#freeze`, `order/${refund.orderId}#refund`],
  );
  const passphrase = stack.environment.STELLAR_NETWORK_PASSPHRASE ?? "";
  const ends = rows.map(({ xdr }) => new Transaction(xdr, passphrase).timeBounds?.maxTime);
  expect(ends).toEqual(STEPS.map(() => expect.stringMatching(/^[1-9]\d+$/)));
}, 60_000);

test("afterwards the invariants hold", () => world.expectInvariants());
