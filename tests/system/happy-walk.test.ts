import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { Account, MuxedAccount } from "@stellar/stellar-sdk";
import { Client, Connection } from "@temporalio/client";
import { temporal } from "@temporalio/proto";
import { OfferHubSDK, type Order } from "../../sdk/index.ts";
import { EFFECTS_OF_AN_ORDER, effectsOf } from "../support/chain-effects.ts";
import type { Person } from "../support/marketplace.ts";
import { listenToStatements, type StatementListener } from "../support/statement-listener.ts";
import { until } from "../support/until.ts";
import { type TestWorld, testWorld } from "../support/world.ts";

// As a marketplace would do it: through the SDK only. What one order costs is counted on the way.

const EVENTS_MAX = 150;
const STATEMENTS_MAX = 40;
const ACTIONS_MAX = 30;

let world: TestWorld;
let sdk: OfferHubSDK;
let heard: { readonly worker: StatementListener; readonly gateway: StatementListener };
let buyer: Person;
let seller: Person;

beforeAll(async () => {
  world = await testWorld({ ledgerMs: 100 });
  const { urls, masterKey } = world.stack;
  const [worker, gateway] = await Promise.all([urls.database, urls.database].map(listenToStatements));
  if (!worker || !gateway) throw new Error("two listeners were started");
  heard = { worker, gateway };
  await world.stack.restart("worker", { DATABASE_URL: worker.databaseUrl });
  await world.stack.restart("gateway", { DATABASE_URL: gateway.databaseUrl });
  sdk = new OfferHubSDK({ apiUrl: urls.gateway, apiKey: masterKey });
  [buyer, seller] = await Promise.all([aUser("BUYER"), aUser("SELLER")]);
  // what opening them costs is no part of what an order costs, and an order waits for them
  await until("the platform's own wallets are active", async () => (await activePlatformWallets()) === 3);
}, 120_000);

afterAll(async () => {
  await world?.stop();
  await Promise.all([heard?.worker.close(), heard?.gateway.close()]);
}, 30_000);

async function aUser(type: "BUYER" | "SELLER"): Promise<Person> {
  const { id } = await sdk.users.create({ externalUserId: randomUUID(), type });
  await until("the wallet is active", async () => (await sdk.wallet.getInfo(id)).isActive);
  return { userId: id, address: (await sdk.wallet.getDepositAddress(id)).address };
}

async function activePlatformWallets(): Promise<number> {
  const active = "SELECT 1 FROM wallet WHERE platform_role IS NOT NULL AND status = 'ACTIVE'";
  return (await world.db.sql.query(active)).rows.length;
}

const availableOf = async ({ userId }: Person) => Number((await sdk.balance.get(userId)).available);

describe("a deposit", () => {
  test.each([
    ["as it is", {}],
    ["to a muxed address", { muxedId: "77" }],
    ["with a memo", { memo: "invoice 77" }],
  ])(
    "%s is credited to the user",
    async (_how, extra) => {
      const before = await availableOf(buyer);
      await world.market.sandbox.mint(buyer.address, "100.00", extra);
      await until("the deposit is credited", async () => (await availableOf(buyer)) === before + 100);
    },
    60_000,
  );
});

test("an order goes from reservation to release within its budgets", async () => {
  for (const listener of Object.values(heard)) listener.take();
  const startedAt = Date.now();
  const order = await anOrder();
  const seconds = (Date.now() - startedAt) / 1000;
  const statements = heard.worker.take().filter(isForPayments);
  const gateway = heard.gateway.take().length;
  const history = await historyOf(order);
  process.stdout.write(
    `one order: ${seconds.toFixed(2)} s at a ledger every 100 ms; SQL statements: worker ${statements.length}, gateway ${gateway}; ` +
      `history events ${history.events}, of them Temporal Actions ${history.actions}\n`,
  );
  const trade = { orderId: order.id, buyer, seller, amount: order.amount };
  expect(await effectsOf(world.market.sandbox, trade)).toEqual(EFFECTS_OF_AN_ORDER);
  expect(statements.length > STATEMENTS_MAX ? statements : []).toEqual([]); // shows them all when they are too many
  expect(history.events).toBeLessThanOrEqual(EVENTS_MAX);
  expect(history.actions).toBeLessThanOrEqual(ACTIONS_MAX);
}, 60_000);

/** The follower of deposits asks all the time, whether there is an order or not. */
const isForPayments = (statement: string) => !/^(BEGIN|COMMIT)|stream_cursor|= ANY\(\$1\)/.test(statement);

/** What Temporal would bill: starting, each activity, timer, update, signal and change of search attributes. */
const { EventType } = temporal.api.enums.v1;
const ACTIONS: readonly number[] = [
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED,
  EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED,
  EventType.EVENT_TYPE_TIMER_STARTED,
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED,
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED,
  EventType.EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES,
];
/** Those of one workflow task are one Action together. */
const LOCAL_ACTIVITY: number = EventType.EVENT_TYPE_MARKER_RECORDED;

async function historyOf({ id }: Order): Promise<{ events: number; actions: number }> {
  const { urls } = world.stack;
  const connection = await Connection.connect({ address: urls.temporalAddress });
  try {
    const { workflow } = new Client({ connection, namespace: urls.temporalNamespace });
    const { events } = await workflow.getHandle(`order/${id}`).fetchHistory();
    const types = (events ?? []).map(({ eventType }) => eventType ?? 0);
    const isAction = (type: number, index: number) =>
      ACTIONS.includes(type) || (type === LOCAL_ACTIVITY && types[index - 1] !== LOCAL_ACTIVITY);
    return { events: types.length, actions: types.filter(isAction).length };
  } finally {
    await connection.close();
  }
}

async function anOrder(): Promise<Order> {
  const parties = { buyerId: buyer.userId, sellerId: seller.userId };
  const { id } = await sdk.orders.create({ ...parties, amount: "120.00", title: "A logo" });
  await sdk.orders.reserve(id);
  await sdk.orders.createEscrow(id);
  await sdk.orders.fundEscrow(id);
  await sdk.waitFor(id, "IN_PROGRESS");
  await sdk.orders.release(id, "the work is fine");
  return sdk.waitFor(id, "CLOSED");
}

describe("a withdrawal", () => {
  const withdrawal = async (terms: { destinationRef: string; memo?: string; commit?: boolean }) =>
    sdk.withdrawals.create({ userId: seller.userId, amount: "10.00", destinationType: "crypto", ...terms });
  const paidTo = async (address: string) => Number(await world.market.sandbox.usdcOf(address));

  test.each([
    ["as it is", (address: string) => ({ destinationRef: address })],
    ["with a memo", (address: string) => ({ destinationRef: address, memo: "order 77" })],
    [
      "to a muxed address",
      (address: string) => ({ destinationRef: new MuxedAccount(new Account(address, "0"), "77").accountId() }),
    ],
  ])(
    "%s is paid to the outside",
    async (_how, termsFor) => {
      const outside = await world.market.outsideAddress();
      const { status, transactionHash } = await withdrawal(termsFor(outside));
      expect([status, transactionHash]).toEqual(["WITHDRAWAL_COMPLETED", expect.any(String)]);
      expect(await paidTo(outside)).toBe(10);
    },
    30_000,
  );

  test("in two steps is held until it is committed", async () => {
    const outside = await world.market.outsideAddress();
    const before = await availableOf(seller);
    const { id, status } = await withdrawal({ destinationRef: outside, commit: false });
    expect([status, await paidTo(outside)]).toEqual(["WITHDRAWAL_CREATED", 0]);
    expect(await availableOf(seller)).toBeCloseTo(before - 10, 7);
    expect((await sdk.withdrawals.commit(id)).status).toBe("WITHDRAWAL_COMPLETED");
    expect(await paidTo(outside)).toBe(10);
  }, 30_000);

  test("in two steps that is canceled gives the money back", async () => {
    const outside = await world.market.outsideAddress();
    const before = await sdk.balance.get(seller.userId);
    const { id } = await withdrawal({ destinationRef: outside, commit: false });
    expect((await sdk.withdrawals.cancel(id)).status).toBe("WITHDRAWAL_CANCELED");
    expect(await sdk.balance.get(seller.userId)).toMatchObject({ available: before.available });
    expect(await paidTo(outside)).toBe(0);
  }, 30_000);
});

test("afterwards the invariants hold", () => world.expectInvariants());
