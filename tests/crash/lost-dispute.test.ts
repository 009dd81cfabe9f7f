import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { Client, Connection } from "@temporalio/client";
import { EFFECTS_OF_A_RULING, effectsOf } from "../support/chain-effects.ts";
import type { Trade } from "../support/marketplace.ts";
import { until } from "../support/until.ts";
import { type TestWorld, testWorld } from "../support/world.ts";
import { killAtEdges } from "./kill-at-edges.ts";
import type { Edge } from "./kill-points.ts";

// The worker dies while a dispute pays, and before there is another one the dispute's workflow is terminated: its order
// begins it again, which meets whatever the dead one left.

const EDGES: readonly Edge[] = ["before prepare", "after prepare", "after submit", "after the record"];
const SPLIT = { decision: "SPLIT", releaseAmount: "12.34", refundAmount: "7.66" };
const IN_TIME_SECONDS = 120;

let world: TestWorld;
let temporal: Client;
let connection: Connection;
beforeAll(async () => {
  world = await testWorld();
  const { temporalAddress, temporalNamespace } = world.stack.urls;
  connection = await Connection.connect({ address: temporalAddress });
  temporal = new Client({ connection, namespace: temporalNamespace });
}, 120_000);
afterAll(async () => {
  await connection?.close();
  await world?.stop();
}, 30_000);

async function aDispute(): Promise<{ readonly trade: Trade; readonly disputeId: string }> {
  const { market } = world;
  const [buyer, seller] = await market.people(2);
  if (!buyer || !seller) throw new Error("two people were asked for");
  await market.deposit([buyer], "20.00");
  const trade = await market.order(buyer, seller, "20.00", "resolution/release");
  const terms = { openedBy: "BUYER", reason: "OTHER" };
  const { data } = await market.insist(`/orders/${trade.orderId}/disputes`, terms);
  await market.insist(`/disputes/${data.id}/assign`, { assignedTo: "Ana" });
  return { trade, disputeId: data.id };
}

describe("a dispute whose worker is killed and whose workflow is terminated", () => {
  test.each(EDGES)(
    "%s is paid once, as it was decided",
    async (edge) => {
      const { market, stack } = world;
      const { trade, disputeId } = await aDispute();
      const decide = () => market.insist(`/disputes/${disputeId}/resolve`, SPLIT, { Prefer: "respond-async" });
      const plan = { [`dispute/${disputeId}#resolve`]: edge };
      const ending = await killAtEdges(stack, plan, async () => void (await decide()), IN_TIME_SECONDS);
      expect(ending).toBe("was killed by SIGKILL");
      const handle = temporal.workflow.getHandle(`dispute/${disputeId}`);
      const { runId } = await handle.describe();
      await handle.terminate("by mistake");
      await stack.restart("worker");
      await until("the order is closed", async () => (await market.orderOf(trade.orderId)).status === "CLOSED", 120);
      expect(await market.orderOf(trade.orderId)).toMatchObject({ outcome: "SPLIT" });
      expect(await effectsOf(market.sandbox, trade)).toEqual(EFFECTS_OF_A_RULING);
      if (edge !== "after the record") expect((await handle.describe()).runId).not.toBe(runId);
      await world.expectInvariants();
    },
    180_000,
  );
});
