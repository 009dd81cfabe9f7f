import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { EFFECTS_OF_A_RULING, EFFECTS_OF_AN_ORDER, effectsOf, paymentsBetween } from "../support/chain-effects.ts";
import type { Person, Trade } from "../support/marketplace.ts";
import type { FaultOrder } from "../support/sandbox.ts";
import { until } from "../support/until.ts";
import { type TestWorld, testWorld } from "../support/world.ts";

// Every fault strikes the first requests that fit it, whoever's they are: so a dozen payments at once meet all of them.

type Target = Pick<FaultOrder, "party" | "match">;
type Harm = Omit<FaultOrder, "party" | "match">;

const builds = (path: string): Target => ({ party: "trustless-work", match: { path } });
const reads = (rpcMethod: string): Target => ({ party: "rpc", match: { rpcMethod } });

const BUILDS: Readonly<Record<string, Target>> = {
  "the build of a deployment": builds("/deployer/single-release"),
  "the build of a funding": builds("/fund-escrow"),
  "the build of a milestone's completion": builds("/change-milestone-status"),
  "the build of an approval": builds("/approve-milestone"),
  "the build of a release": builds("/release-funds"),
  "the build of a freeze": builds("/dispute-escrow"),
  "the build of a resolution": builds("/resolve-dispute"),
};
const SENDING: Readonly<Record<string, Target>> = {
  "sending through the escrow provider": builds("/helper/send-transaction"),
};
const NODE: Readonly<Record<string, Target>> = {
  "sending to the node": reads("sendTransaction"),
  "the node's latest ledger": reads("getHealth"),
  "the node's health": reads("getHealth"),
  "the node's ledger entries": reads("getLedgerEntries"),
  "the node's simulation": reads("simulateTransaction"),
  "the node's word on a transaction": reads("getTransaction"),
  "the node's events": reads("getEvents"),
};
/** Each of the transactions of an order is sent through them: five of a released one, four of a refunded one. */
const SENDS = 5;

const TRUSTLESS_TIMEOUT_MS = 3_000;
const NODE_TIMEOUT_MS = 10_000;

const harms = (timeoutMs: number): Readonly<Record<string, Harm>> => ({
  "refuses the connection": { kind: "refuse" },
  "answers 500": { kind: "status", status: 500 },
  "answers 429": { kind: "status", status: 429 },
  "answers 504 and did it": { kind: "status-after", status: 504 },
  "does it and hangs up": { kind: "lost" },
  "is slower than our patience": { kind: "delay", delayMs: timeoutMs + 500 },
});
const STALE: Readonly<Record<string, Harm>> = { "has not seen the last transaction": { kind: "stale" } };

type Row = readonly [target: string, harm: string, fault: FaultOrder];

const rowsOf = (targets: Readonly<Record<string, Target>>, all: Readonly<Record<string, Harm>>, times = 1): Row[] =>
  Object.entries(targets).flatMap(([target, where]) =>
    Object.entries(all).map(([name, harm]): Row => [target, name, { ...where, ...harm, times }]),
  );

const { "the build of a deployment": _first, ...LATER_BUILDS } = BUILDS;
const ROWS: readonly Row[] = [
  ...rowsOf(BUILDS, harms(TRUSTLESS_TIMEOUT_MS)),
  ...rowsOf(LATER_BUILDS, STALE),
  ...rowsOf(SENDING, harms(TRUSTLESS_TIMEOUT_MS), SENDS),
  ...rowsOf(NODE, harms(NODE_TIMEOUT_MS)),
];
/** Half of them are released, half are refunded. */
const ORDERS = 14;
const WITHDRAWALS = 6;

let world: TestWorld;
let outside: string;
let trades: readonly Trade[];
let refunded: readonly Trade[];
let owners: readonly Person[];
let hits: ReadonlyMap<FaultOrder, number>;

beforeAll(async () => {
  world = await testWorld({ settings: { TRUSTLESS_TIMEOUT_MS: String(TRUSTLESS_TIMEOUT_MS) } });
  const { market } = world;
  outside = await market.outsideAddress();
  const [buyers, sellers] = await Promise.all([market.people(ORDERS, "50.00"), market.people(ORDERS)]);
  owners = await market.people(WITHDRAWALS, "50.00");
  const pairs = buyers.map((buyer, index) => [buyer, sellers[index] ?? buyer] as const);
  const all = await Promise.all(pairs.map(([buyer, seller]) => market.order(buyer, seller, "20.00", "escrow")));
  [trades, refunded] = [all.slice(ORDERS / 2), all.slice(0, ORDERS / 2)];
  const ordered = await Promise.all(
    ROWS.map(async ([, , fault]) => [fault, (await market.sandbox.fault(fault)).id] as const),
  );
  await Promise.all([
    ...trades.map((trade) => market.finish(trade, "escrow")),
    ...refunded.map(refund),
    ...owners.map(withdraw),
  ]);
  const struck = new Map((await market.sandbox.faults()).map(({ id, hits }) => [id, hits]));
  hits = new Map(ordered.map(([fault, id]) => [fault, struck.get(id) ?? 0]));
  await market.sandbox.clearFaults();
}, 240_000);
afterAll(() => world?.stop(), 30_000);

async function refund(trade: Trade): Promise<void> {
  const { market } = world;
  await market.finish(trade, "escrow", "resolution/release");
  await market.insist(`/orders/${trade.orderId}/refund`, { reason: "a test decided so" });
  await market.untilOrder(trade.orderId, "CLOSED", 120);
}

async function withdraw({ userId }: Person): Promise<void> {
  const { api, insist } = world.market;
  const terms = { userId, amount: "20.00", destinationType: "crypto", destinationRef: outside };
  const { data } = await insist("/withdrawals", terms);
  const isCompleted = async () => (await api.get(`/withdrawals/${data.id}`)).data.status === "WITHDRAWAL_COMPLETED";
  await until(`${data.id} is completed`, isCompleted, 120);
}

describe.each([...new Set(ROWS.map(([target]) => target))])("%s", (target) => {
  test.each(ROWS.filter(([name]) => name === target).map(([, harm, fault]) => [harm, fault] as const))(
    "%s: a payment met it and went on",
    (_harm, fault) => expect(hits.get(fault)).toBe(fault.times),
  );
});

test("every order ended well, and each of its effects is on the chain once", async () => {
  const effects = await Promise.all(trades.map((trade) => effectsOf(world.market.sandbox, trade)));
  expect(effects).toEqual(trades.map(() => EFFECTS_OF_AN_ORDER));
  expect(await outcomesOf(trades)).toEqual(trades.map(() => "RELEASED"));
  const refunds = await Promise.all(refunded.map((trade) => effectsOf(world.market.sandbox, trade)));
  expect(refunds).toEqual(refunded.map(() => EFFECTS_OF_A_RULING));
  expect(await outcomesOf(refunded)).toEqual(refunded.map(() => "REFUNDED"));
});

const outcomesOf = async (some: readonly Trade[]) =>
  (await Promise.all(some.map(({ orderId }) => world.market.orderOf(orderId)))).map(({ outcome }) => outcome);

test("every withdrawal was paid once", async () => {
  const payments = owners.map(({ address }) => paymentsBetween(world.market.sandbox, address, outside));
  expect(await Promise.all(payments)).toEqual(owners.map(() => ["20.0000000"]));
});

test("afterwards the invariants hold", () => world.expectInvariants());
