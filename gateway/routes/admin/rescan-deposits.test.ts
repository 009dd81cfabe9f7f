import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type GatewayBench, gatewayBench } from "../../testing/gateway-bench.ts";

let bench: GatewayBench;
beforeAll(async () => {
  bench = await gatewayBench("rescan");
}, 60_000);
afterAll(() => bench.close());

const rescan = (body: object, key?: string) =>
  bench.request("POST", "/admin/deposits/rescan", { body, ...(key && { key }) });

test("answers with what was read again, and is audited", async () => {
  const { status, body } = await rescan({ fromLedger: 1 });
  expect([status, body.data.report]).toMatchObject([200, { fromLedger: 1, creditedCount: 0, unexplainedHashes: [] }]);
  const { rows } = await bench.db.sql.query(
    "SELECT 1 FROM audit_record WHERE event_type = 'operations.deposits_rescanned'",
  );
  expect(rows).toHaveLength(1);
});

test("takes a ledger that is a whole number above zero, or none", async () => {
  expect((await rescan({})).status).toBe(200);
  expect((await rescan({ fromLedger: 0 })).status).toBe(400);
  expect((await rescan({ fromLedger: "1" })).status).toBe(400);
  expect((await rescan({ from: 1 })).status).toBe(400);
});

test("is not for a key of one user", async () => {
  const key = await bench.keyWith(["support"], await bench.user());
  expect((await rescan({}, key)).status).toBe(403);
});
