import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { ledgerAccounts } from "../../domain/ledger/accounts.ts";
import { post } from "../../prisma/testing/ledger.ts";
import { until } from "../../tests/support/until.ts";
import { createApp } from "../app.ts";
import { type GatewayBench, gatewayBench } from "../testing/gateway-bench.ts";

let bench: GatewayBench;
beforeAll(async () => {
  bench = await gatewayBench("metrics");
}, 60_000);
afterAll(() => bench.close());

/** A gateway of its own: nothing was read before. */
async function scrape(app = createApp(bench.deps)): Promise<string> {
  const response = await app.request("/metrics");
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toContain("text/plain");
  return response.text();
}
const metricOf = (text: string, series: string): number | null => {
  const line = text.split("\n").find((one) => one.startsWith(`${series} `));
  return line ? Number(line.slice(series.length + 1)) : null;
};

test("orders under way, parked payments and transactions without an outcome are told, with ages and without ids", async () => {
  const [buyerId, sellerId] = [await bench.user("500.00", "BUYER"), await bench.user("0.00", "SELLER")];
  const { body } = await bench.request("POST", "/orders", {
    body: { buyerId, sellerId, amount: "120.00", title: "x" },
  });
  const { id } = body.data;
  await bench.request("POST", `/orders/${id}/reserve`, { body: {} });
  bench.chain.failWith("SIGNER_UNAVAILABLE");
  await bench.request("POST", `/orders/${id}/escrow`, { body: {}, headers: { prefer: "respond-async" } });
  await until("it is parked", async () => (await bench.request("GET", "/operations/parked")).body.data.length > 0);
  const preparedAt = new Date(Date.now() - 60_000);
  await bench.db.prisma.chainTransaction.create({
    data: {
      id: "ctx_1",
      stepKey: `order/${id}#deploy`,
      generation: 1,
      intent: "deployEscrow",
      sourceAccount: "G",
      sequence: 1,
      hash: "ab",
      signedXdr: "x",
      sendThrough: "stellar",
      maxTime: 1n,
      preparedLedger: 1,
      onSuccess: {},
      preparedAt,
    },
  });
  const text = await scrape();
  expect(metricOf(text, 'orchestrator_orders{status="ESCROW_CREATING"}')).toBe(1);
  expect(metricOf(text, 'orchestrator_orders{status="DISPUTED"}')).toBe(0);
  const labels = '{reason="SIGNER_UNAVAILABLE",needs_operator="true"}';
  expect(metricOf(text, `orchestrator_parked${labels}`)).toBe(1);
  expect(metricOf(text, `orchestrator_parked_oldest_age_seconds${labels}`)).toBeGreaterThan(0);
  expect(metricOf(text, "orchestrator_transactions_unsettled")).toBe(1);
  expect(metricOf(text, "orchestrator_transaction_unsettled_oldest_age_seconds")).toBeGreaterThanOrEqual(60);
  expect(metricOf(text, "orchestrator_workers")).toBeGreaterThan(0);
  expect(text).not.toMatch(/(usr|ord|ctx)_[0-9A-Za-z]/);
});

test("requests are told by operation and status, and what is no operation under one name", async () => {
  const app = createApp(bench.deps);
  for (const path of ["/health", "/api/v1/health", "/orders/ord_nobody", "/nothing", "/nothing/else"]) {
    await app.request(path);
  }
  const text = await scrape(app);
  const count = (operation: string, status: number) =>
    metricOf(text, `orchestrator_http_request_duration_seconds_count{operation="${operation}",status="${status}"}`);
  expect(count("getHealth", 200)).toBe(2);
  expect(count("getOrder", 401)).toBe(1);
  expect(count("none", 404)).toBe(2);
});

test("the deposit follower's age is told once it has moved, and missing before", async () => {
  expect(metricOf(await scrape(), "orchestrator_deposits_age_seconds")).toBeNull();
  const updatedAt = new Date(Date.now() - 300_000);
  await bench.db.prisma.streamCursor.create({ data: { name: "deposits/x", cursor: "1", ledger: 1, updatedAt } });
  expect(metricOf(await scrape(), "orchestrator_deposits_age_seconds")).toBeGreaterThanOrEqual(300);
});

test("open differences are told by kind with their age, and what is explained is not", async () => {
  const difference = (id: string, kind: string, subject: string, resolvedAt: Date | null) => ({
    ...{ id, kind, subject, resolvedAt, cause: "unexplained" },
    firstSeenAt: new Date(Date.now() - 700_000),
  });
  await bench.db.prisma.reconciliationDifference.createMany({
    data: [
      difference("dif_1", "fiat_balance", "airtm", null),
      difference("dif_2", "wallet_balance", "usr_1", new Date()),
    ],
  });
  const text = await scrape();
  expect(metricOf(text, 'orchestrator_differences{kind="fiat_balance"}')).toBe(1);
  expect(metricOf(text, 'orchestrator_difference_oldest_age_seconds{kind="fiat_balance"}')).toBeGreaterThan(600);
  expect(metricOf(text, 'orchestrator_differences{kind="wallet_balance"}')).toBeNull();
});

test("the operator's own money is told where there is a treasury, and missing in crypto mode", async () => {
  expect(metricOf(await scrape(), "orchestrator_treasury_usdc")).toBeNull();
  await bench.db.sql.query("UPDATE payment_mode SET provider = 'airtm'");
  await post(bench.db.sql, "treasury/opening", {
    [ledgerAccounts.stellar]: -9_984_400_000n,
    [ledgerAccounts.backingStellar]: 9_984_400_000n,
    [ledgerAccounts.airtm]: -2_015_600_000n,
    [ledgerAccounts.backingAirtm]: 1_015_600_000n,
    [ledgerAccounts.escrow("ord_open")]: 1_000_000_000n,
  });
  const text = await scrape();
  expect(metricOf(text, "orchestrator_treasury_usdc")).toBe(998.44);
  expect(metricOf(text, "orchestrator_treasury_free_usdc")).toBe(878.44); // an order of this file has 120.00 reserved
  expect(metricOf(text, "orchestrator_airtm_own_usd")).toBe(101.56);
  expect(metricOf(text, "orchestrator_airtm_free_usd")).toBe(1.56);
});

test("a source that does not answer leaves its metrics out and is counted; the rest is told", async () => {
  const away = { sql: { query: () => Promise.reject(new Error("away")) } } as never;
  const text = await scrape(createApp({ ...bench.deps, db: away }));
  expect(metricOf(text, 'orchestrator_scrape_failures_total{source="database"}')).toBe(1);
  expect(metricOf(text, "orchestrator_transactions_unsettled")).toBeNull();
  expect(metricOf(text, "orchestrator_workers")).toBeGreaterThan(0);
});

test("is served at the origin only", async () => {
  expect((await bench.request("GET", "/api/v1/metrics")).status).toBe(404);
});
