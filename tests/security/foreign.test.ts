import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createApp } from "../../gateway/app.ts";
import type { Endpoint } from "../../gateway/endpoint.ts";
import { ENDPOINTS } from "../../gateway/routes/index.ts";
import { type GatewayBench, gatewayBench, MASTER_KEY } from "../../gateway/testing/gateway-bench.ts";
import { wellFormedBody } from "./well-formed-bodies.ts";

// A key of one user meets everything of another user: each reply must be, word for word, the one about an id of nobody.

let bench: GatewayBench;
/** The same, where money moves as crypto only: some routes are there in one of the two. */
let cryptoApp: GatewayBench["app"];
let bound: string;
/** What belongs to somebody else, by the first part of the path that leads to it. */
let foreign: Readonly<Record<string, string>>;

beforeAll(async () => {
  bench = await gatewayBench("foreign", { workers: false, paymentProvider: "airtm" });
  const { config } = bench.deps;
  cryptoApp = createApp({ ...bench.deps, config: { ...config, paymentProvider: "crypto", airtm: null } });
  const [own, buyer, seller] = [await bench.user("10.00"), await bench.user("100.00"), await bench.user()];
  bound = await bench.keyWith(["read", "write", "support", "events.read"], own);
  const key = /key_[0-9A-Za-z]{32}/.exec(await bench.keyWith(["read"], buyer))?.[0] ?? "";
  const { prisma } = bench.db;
  await prisma.wallet.create({
    data: { id: "wal_foreign", userId: buyer, publicKey: `G${"A".repeat(55)}`, secretCiphertext: "x" },
  });
  const order = { id: "ord_foreign", buyerId: buyer, sellerId: seller, amountStroops: 1_000_000n, platformFeeBps: 0 };
  const more = { currency: "USD", escrowType: "single-release", status: "ORDER_CREATED", title: "theirs" };
  await prisma.order.create({ data: { ...order, ...more } });
  const payout = {
    destinationType: "crypto",
    destinationRef: "GFOREIGN",
    status: "WITHDRAWAL_CREATED",
    currency: "USD",
  };
  await prisma.withdrawal.create({ data: { id: "wd_foreign", userId: buyer, amountStroops: 1_000_000n, ...payout } });
  const topUp = { userId: buyer, amountStroops: 1_000_000n, currency: "USD", status: "TOPUP_CREATED" };
  await prisma.topUp.create({ data: { id: "topup_foreign", ...topUp } });
  const dispute = { id: "dsp_foreign", orderId: order.id, openedBy: "BUYER", reason: "OTHER", status: "OPEN" };
  await prisma.dispute.create({ data: dispute });
  const endpoint = {
    url: "https://foreign.example",
    eventTypes: ["*"],
    status: "ACTIVE",
    cursor: 0n,
    secretCiphertext: "x",
  };
  await prisma.webhookEndpoint.create({ data: { id: "whe_foreign", userId: buyer, ...endpoint } });
  const payoutOfTheirs = {
    source: buyer,
    asset: "USDC",
    amountStroops: 1n,
    destination: "G",
    reason: "r",
    requestedBy: "k",
  };
  await prisma.platformPayout.create({
    data: { id: "ppo_foreign", status: "PLATFORM_PAYOUT_REQUESTED", ...payoutOfTheirs },
  });
  foreign = {
    operations: "ord_foreign",
    disputes: "dsp_foreign",
    "webhook-endpoints": "whe_foreign",
    users: buyer,
    orders: order.id,
    withdrawals: "wd_foreign",
    topups: "topup_foreign",
    auth: key,
    admin: "ppo_foreign",
  };
}, 60_000);
afterAll(() => bench.close());

type Declaration = Endpoint["declaration"];
const declarations = ENDPOINTS.map(({ declaration }) => declaration).filter(({ access }) => access !== "public");
const named = (list: readonly Declaration[]) =>
  list.map((one) => [`${one.method.toUpperCase()} ${one.path}`, one] as const);

const NOBODYS: Readonly<Record<string, string>> = {
  operations: "ord_nobody",
  disputes: "dsp_nobody",
  "webhook-endpoints": "whe_nobody",
  users: "usr_nobody",
  orders: "ord_nobody",
  withdrawals: "wd_nobody",
  topups: "topup_nobody",
  auth: "key_nobody",
  admin: "ppo_nobody",
};
const nounOf = ({ path }: Declaration) => path.split("/")[1] ?? "";

async function replyAbout(one: Declaration, id: string, app = bench.app): Promise<unknown> {
  const url = one.path.replace("{workflowType}", "order").replaceAll(/\{\w+\}/g, id);
  const body = one.method === "post" ? wellFormedBody(one.operationId) : undefined;
  const reply = await app.request(url, {
    method: one.method.toUpperCase(),
    headers: { "x-api-key": bound, "content-type": "application/json" },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = (await reply.text())
    .replaceAll(id, "<id>")
    .replaceAll(/"(requestId|timestamp|updatedAt|updated_at)":"[^"]*"/g, "");
  return [reply.status, text];
}

describe.each(named(declarations.filter(({ path }) => path.includes("{"))))("%s", (_name, one) => {
  test("tells a key of one user of another's what it tells of nobody's", async () => {
    const [theirs, nobodys] = [foreign[nounOf(one)], NOBODYS[nounOf(one)]];
    if (!theirs || !nobodys) throw new Error(`make something foreign of /${nounOf(one)} in this test's set-up`);
    for (const app of [bench.app, cryptoApp]) {
      expect(await replyAbout(one, theirs, app)).toEqual(await replyAbout(one, nobodys, app));
    }
  });
});

const lists = declarations.filter(({ path, method }) => method === "get" && !path.includes("{"));
describe.each(named(lists))("%s", (_name, one) => {
  test("shows a key of one user nothing of another", async () => {
    const filters = ["", `?userId=${foreign.users}`, `?buyerId=${foreign.users}`, `?resourceId=${foreign.orders}`];
    for (const filter of filters) {
      const headers = { accept: "application/json" }; // of events a page, not a stream without an end
      const { text } = await bench.request("GET", one.path + filter, { key: bound, headers });
      const shown = Object.values(foreign).filter((id) => text.includes(id));
      expect(shown).toEqual([]);
    }
  });
});

test("a key of one user moves nobody else's money, whoever is named in the body", async () => {
  const before = (await bench.request("GET", `/users/${foreign.users}/balance`)).body.available;
  const withdrawal = { userId: foreign.users, amount: "1.00", destinationType: "crypto", destinationRef: "G" };
  const order = { buyerId: foreign.users, sellerId: foreign.users, amount: "1.00", title: "x" };
  for (const [path, body] of [
    ["/withdrawals", withdrawal],
    ["/orders", order],
    ["/topups", { userId: foreign.users, amount: "1.00" }],
  ] as const) {
    const reply = await bench.request("POST", path, { key: bound, body });
    expect(reply.status).toBeGreaterThanOrEqual(400);
    expect(reply.status).toBeLessThan(500);
  }
  expect((await bench.request("GET", `/users/${foreign.users}/balance`, { key: MASTER_KEY })).body.available).toBe(
    before,
  );
  expect(await bench.db.prisma.order.findUniqueOrThrow({ where: { id: "ord_foreign" } })).toMatchObject({
    status: "ORDER_CREATED",
  });
});
