import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { until } from "../../../tests/support/until.ts";
import { type GatewayBench, gatewayBench } from "../../testing/gateway-bench.ts";

let bench: GatewayBench;
beforeAll(async () => {
  bench = await gatewayBench("rotation");
}, 60_000);
afterAll(() => bench.close());

const rotation = async () => (await bench.request("GET", "/admin/wallets/rotate")).body.data;

test("without a rotation the wallets of each key are counted", async () => {
  const userId = await bench.user();
  const row = { id: "wal_one", userId, publicKey: "G1", secretCiphertext: "v1.a.b.c" };
  await bench.db.prisma.wallet.create({ data: row });
  expect(await rotation()).toEqual({ keys: [{ keyId: "v1", wallets: 1 }], rotation: null });
});

test("a rotation is accepted, audited, and shown until it has ended and after", async () => {
  const headers = { "idempotency-key": "rotate-once" };
  const replies = [];
  for (const _again of [1, 2])
    replies.push(await bench.request("POST", "/admin/wallets/rotate", { body: {}, headers }));
  expect(replies.map(({ status }) => status)).toEqual([202, 202]);
  expect(replies[0]?.headers.get("location")).toBe("/api/v1/admin/wallets/rotate");
  await until("the rotation's end", async () => (await rotation()).rotation?.finishedAt !== null);
  expect((await rotation()).rotation).toMatchObject({ newestKeyId: "v2", unreadableCount: 0 });
  const { rows } = await bench.db.sql.query(
    "SELECT actor_id FROM audit_record WHERE event_type = 'operations.key_rotation_asked'",
  );
  expect(rows).toEqual([{ actor_id: "master" }]);
});
