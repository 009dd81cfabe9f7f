import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { keepHistory } from "../tests/support/workflows/corpus.ts";
import { skippingBench } from "../tests/support/workflows/skipping-bench.ts";
import { PAYMENTS_QUEUE } from "./contracts/task-queues.ts";
import { DELIVER_WEBHOOK_WORKFLOW, deliverWebhookWorkflowId } from "./contracts/webhooks.ts";

// Three days of attempts, on a clock that jumps.

let bench: Awaited<ReturnType<typeof skippingBench>>;
beforeAll(async () => {
  bench = await skippingBench();
}, 60_000);
afterAll(() => bench.close());

const HOUR_MS = 60 * 60 * 1000;
let sequence = 0;

function start() {
  sequence += 1;
  const workflowId = deliverWebhookWorkflowId("whe_1", sequence, 1);
  const args = [{ deliveryId: `whd_${sequence}`, round: 1 }];
  return bench.client.workflow.start(DELIVER_WEBHOOK_WORKFLOW, { workflowId, taskQueue: PAYMENTS_QUEUE, args });
}

test("an event that is taken is sent once", async () => {
  bench.world.webhook.outcome = "delivered";
  const run = await start();
  expect(await run.result()).toBe("delivered");
  expect(bench.world.faults.calls(run.workflowId)).toEqual(["deliver"]);
  await keepHistory(run, "deliverWebhook/delivered");
});

test("one that nobody takes is tried for three days, more and more slowly, and then given up", async () => {
  bench.world.webhook.outcome = "failed";
  const run = await start();
  expect(await run.result()).toBe("given-up");
  const { events } = await run.fetchHistory();
  const pauses = (events ?? []).flatMap(({ timerStartedEventAttributes: timer }) =>
    timer ? [Number(timer.startToFireTimeout?.seconds)] : [],
  );
  expect(pauses).toEqual([...pauses].sort((one, other) => one - other));
  expect(bench.world.faults.calls(run.workflowId)).toHaveLength(pauses.length + 1);
  const { startTime, closeTime } = await run.describe();
  const hours = (Number(closeTime) - Number(startTime)) / HOUR_MS;
  expect([hours >= 71, hours <= 73]).toEqual([true, true]);
  await keepHistory(run, "deliverWebhook/given-up");
}, 60_000);

test.each(["held", "canceled", "superseded"] as const)("one that is %s is not tried again", async (outcome) => {
  bench.world.webhook.outcome = outcome;
  const run = await start();
  expect(await run.result()).toBe(outcome);
  expect(bench.world.faults.calls(run.workflowId)).toEqual(["deliver"]);
});
