import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { OrderFact } from "../../domain/order/order-facts.ts";
import { anOrder } from "../testing/chain-scene.ts";
import { type DisputeBench, disputeBench } from "../testing/dispute-bench.ts";
import { type EscrowScene, escrowScene } from "../testing/escrow-scene.ts";
import { trustlessWorkReadEscrow } from "../trustless-work/read-escrow.ts";
import { storageStepInFlight } from "./step-in-flight.ts";

// An order with a contract is canceled only when no funding of it has happened, or still can.

let scene: EscrowScene;
let bench: DisputeBench;
beforeAll(async () => {
  scene = await escrowScene();
  bench = disputeBench(scene);
});
afterAll(() => scene.chain.close());

async function deployed() {
  const order = anOrder(scene.buyer.userId, scene.seller.userId);
  const { contractId } = await bench.carriedOut(await bench.deployment(order));
  const workflowId = `order/${order.orderId}`;
  const fund = {
    stepKey: `${workflowId}#fund`,
    intent: { kind: "fundEscrow", order, contractId: contractId ?? "" },
    fact: { kind: "escrowFunded", order, contractId: contractId ?? "" },
  } as const;
  const now = await trustlessWorkReadEscrow(bench.deps)({ order, contractId: contractId ?? "" });
  const canceled: OrderFact = {
    kind: "orderCanceled",
    order,
    from: "ESCROW_FUNDING",
    canceledBy: "key_test",
    canceledAt: "2026-12-01T00:00:00.000Z",
    reason: null,
    emptyContract: { contractId: contractId ?? "", heldAmount: now.heldAmount, seenAtLedger: now.seenAtLedger ?? null },
  };
  const cancel = () => bench.record(`${workflowId}#orderCanceled`, canceled);
  return { order, fund, cancel, contractId: contractId ?? "" };
}

const { rows, statusOf } = {
  rows: async (sql: string, id: string) => (await bench.deps.db.sql.query(sql, [id])).rows,
  statusOf: async (id: string) =>
    (await bench.deps.db.sql.query<{ status: string }>("SELECT status FROM orders WHERE id = $1", [id])).rows[0]
      ?.status,
};

test("the hold is given back, and what the chain showed of the contract is kept as the proof", async () => {
  const { order, cancel, contractId } = await deployed();
  await cancel();
  expect(await statusOf(order.orderId)).toBe("CLOSED");
  const [proof] = await rows(
    "SELECT payload_after AS proof FROM audit_record WHERE resource_id = $1 AND event_type = 'escrow.found_empty'",
    order.orderId,
  );
  expect(proof).toMatchObject({ proof: { contractId, heldAmount: "0.0000000", seenAtLedger: expect.any(Number) } });
});

test("nothing is given back while a funding is in flight, nor after it happened", async () => {
  const { order, fund, cancel, contractId } = await deployed();
  await bench.record(`order/${order.orderId}#fundingStarted`, { kind: "fundingStarted", order, contractId });
  const txId = await bench.prepared(fund);
  expect(await storageStepInFlight(bench.deps)({ stepKey: fund.stepKey })).toMatchObject({ txId });
  await expect(cancel()).rejects.toMatchObject({ code: "INVALID_STATE" });
  await bench.submit(txId);
  await bench.confirm(txId);
  await expect(cancel()).rejects.toMatchObject({ code: "INVALID_STATE" });
  expect(await statusOf(order.orderId)).toBe("IN_PROGRESS");
});

test("of a cancel and a signature in the same moment one is refused", async () => {
  for (let round = 0; round < 5; round += 1) {
    const { order, fund, cancel } = await deployed();
    const [prepared, canceled] = await Promise.allSettled([bench.prepare(fund), cancel()]);
    const isSigned = prepared.status === "fulfilled";
    expect(canceled.status).toBe(isSigned ? "rejected" : "fulfilled");
    expect(await statusOf(order.orderId)).toBe(isSigned ? "ESCROW_FUNDING" : "CLOSED");
    if (isSigned && prepared.value.kind === "prepared") await bench.confirm(prepared.value.txId).catch(() => {});
  }
});
