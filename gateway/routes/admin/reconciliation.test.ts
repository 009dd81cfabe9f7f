import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type GatewayBench, gatewayBench } from "../../testing/gateway-bench.ts";

let bench: GatewayBench;
beforeAll(async () => {
  bench = await gatewayBench("reconciliation");
}, 60_000);
afterAll(() => bench.close());

const report = () => bench.request("GET", "/admin/reconciliation");
const run = () => bench.request("POST", "/admin/reconciliation/run", { body: {} });

test("before the first run there is no report and nothing differs", async () => {
  expect((await report()).body.data).toEqual({ lastRun: null, openCount: 0, differences: [] });
});

test("a run that is asked for answers with its report, and a planted stroop is in it with its age", async () => {
  await bench.db.sql.query("SELECT post_entry('planted', 'test', $1)", [
    JSON.stringify([
      { account: "world/stellar", stroops: "-1" },
      { account: "suspense/unexplained", stroops: "1" },
    ]),
  ]);
  const { status, body } = await run();
  expect(status).toBe(200);
  expect(body.data).toMatchObject({
    lastRun: { ledger: { differing: 1, failure: null }, wallets: { failure: null }, escrows: { failure: null } },
    openCount: 1,
    differences: [
      {
        kind: "suspense",
        subject: "suspense/unexplained",
        expected: "0.0000000",
        found: "0.0000001",
        cause: "unexplained",
      },
    ],
  });
  expect(body.data.differences[0].ageSeconds).toBeGreaterThanOrEqual(0);
  expect((await report()).body.data.lastRun).toEqual(body.data.lastRun);
});

test("several that ask at once get the same run, and each a report", async () => {
  const replies = await Promise.all([run(), run(), run()]);
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
});

test("is not for a key of one user", async () => {
  const key = await bench.keyWith(["support"], await bench.user());
  expect((await bench.request("GET", "/admin/reconciliation", { key })).status).toBe(403);
  expect((await bench.request("POST", "/admin/reconciliation/run", { key, body: {} })).status).toBe(403);
});
