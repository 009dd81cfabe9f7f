import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { claimFence } from "../../../activities/storage/signing-fence.ts";
import { type GatewayBench, gatewayBench } from "../../testing/gateway-bench.ts";

let bench: GatewayBench;
beforeAll(async () => {
  bench = await gatewayBench("fence");
}, 60_000);
afterAll(() => bench.close());

const fence = async () => (await bench.request("GET", "/admin/fence")).body.data;
const take = (reason: string) => bench.request("POST", "/admin/fence/take", { body: { reason } });

test("before the first worker nobody signs; then it is who claimed it first, and nobody after", async () => {
  expect(await fence()).toMatchObject({ holder: null, holds: false, epoch: 1 });
  const claims = await Promise.all(["elsewhere", "here", "there"].map((name) => claimFence(bench.db, name)));
  expect(new Set(claims.map(({ holder }) => holder)).size).toBe(1);
  expect(await fence()).toMatchObject({ holder: claims[0]?.holder, holds: false, takenBy: "worker" });
});

test("taking it makes this deployment the one that signs, in a new epoch, told in events and audit", async () => {
  const key = await bench.keyWith(["support"]);
  const reply = await bench.request("POST", "/admin/fence/take", { key, body: { reason: "restored from a backup" } });
  expect(reply.body.data).toMatchObject({ holds: true, epoch: 2, reason: "restored from a backup" });
  expect(reply.body.data.holder).toBe(reply.body.data.thisDeployment);
  const { rows } = await bench.db.sql.query(
    `SELECT (SELECT count(*)::int FROM event WHERE type = 'operations.fence_taken') AS events,
            (SELECT count(*)::int FROM audit_record WHERE event_type = 'operations.fence_taken') AS audits`,
  );
  expect(rows).toEqual([{ events: 1, audits: 1 }]);
});

test("two that take it at once take it one after the other", async () => {
  const { epoch } = await fence();
  const replies = await Promise.all([take("one"), take("other")]);
  expect(replies.map(({ body }) => body.data.epoch).sort()).toEqual([epoch + 1, epoch + 2]);
});

test("needs a reason and a key that is not one user's", async () => {
  const { epoch } = await fence();
  expect((await bench.request("POST", "/admin/fence/take", { body: {} })).status).toBe(400);
  const bound = await bench.keyWith(["support"], await bench.user());
  expect((await bench.request("POST", "/admin/fence/take", { key: bound, body: { reason: "mine" } })).status).toBe(403);
  expect((await fence()).epoch).toBe(epoch);
});
