import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { WithStartWorkflowOperation } from "@temporalio/client";
import { StepFailure } from "../activities/failures.ts";
import { AppError } from "../domain/errors.ts";
import { REPLAY_TIMEOUT_MS, type WorkflowBench, workflowBench } from "../tests/support/workflows/bench.ts";
import { keepHistory } from "../tests/support/workflows/corpus.ts";
import { CALLER } from "../tests/support/workflows/order-driver.ts";
import { outcomeOf } from "../tests/support/workflows/outcome.ts";
import { LINK_FIAT_ACCOUNT_WORKFLOW, linkFiatAccountWorkflowId, linkUpdate } from "./contracts/fiat-link.ts";
import { PAYMENTS_QUEUE } from "./contracts/task-queues.ts";

let bench: WorkflowBench;
beforeAll(async () => {
  bench = await workflowBench("fiat-link");
});
afterAll(() => bench.close());

const fail = (workflowId: string, call: string, error: () => Error, times: number) =>
  bench.world.faults.set(workflowId, call, { kind: "fail", when: "before", times, error });

function aLink() {
  const userId = bench.world.user();
  const workflowId = linkFiatAccountWorkflowId(userId);
  const link = () =>
    outcomeOf(
      bench.client.workflow.executeUpdateWithStart(linkUpdate, {
        args: [{ caller: CALLER, userId, emailRef: randomUUID() }],
        updateId: randomUUID(),
        startWorkflowOperation: new WithStartWorkflowOperation(LINK_FIAT_ACCOUNT_WORKFLOW, {
          workflowId,
          taskQueue: PAYMENTS_QUEUE,
          args: [],
          workflowIdConflictPolicy: "USE_EXISTING",
          workflowIdReusePolicy: "ALLOW_DUPLICATE",
        }),
      }),
    );
  return { userId, workflowId, link, handle: bench.client.workflow.getHandle(workflowId) };
}

test("a link is made, told to all who ask at once, and may be asked for again", async () => {
  const { userId, link, handle } = aLink();
  const linked = { view: { userId, providerUserId: `at-${userId}` } };
  const outcomes = await Promise.all([link(), link()]);
  for (const outcome of outcomes) expect(outcome).toMatchObject(linked);
  await handle.result();
  await keepHistory(handle, "linkFiatAccount/linked");
  expect(await link()).toMatchObject(linked);
});

test("a refusal is told as what it is, and the run ends", async () => {
  const { userId, workflowId, link, handle } = aLink();
  fail(workflowId, "link", () => new AppError("USER_INACTIVE", { userId }), 1);
  expect(await link()).toMatchObject({ refused: "USER_INACTIVE" });
  expect(await handle.result()).toBeNull();
  await keepHistory(handle, "linkFiatAccount/refused");
});

test("a provider that is away is told, and nothing is parked", async () => {
  const { workflowId, link, handle } = aLink();
  fail(workflowId, "link", () => new StepFailure("PROVIDER_UNAVAILABLE", "nobody answered", { retryAfterMs: 1 }), 4);
  expect(await link()).toMatchObject({ refused: "PROVIDER_UNAVAILABLE" });
  expect(await handle.result()).toBeNull();
});

test(
  "every history of this file replays against today's code",
  async () => {
    expect(await bench.replayAll()).toEqual([]);
  },
  REPLAY_TIMEOUT_MS,
);
