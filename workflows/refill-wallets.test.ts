import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { StepFailure } from "../activities/failures.ts";
import { eventually } from "../tests/support/workflows/eventually.ts";
import { parked } from "../tests/support/workflows/order-driver.ts";
import { wordOf } from "../tests/support/workflows/outcome.ts";
import { skippingBench } from "../tests/support/workflows/skipping-bench.ts";
import { aWithdrawal } from "../tests/support/workflows/withdrawal-driver.ts";
import { refillWorkflowId, SWEEP_WALLETS_WORKFLOW, sweepWorkflowId } from "./contracts/refill.ts";
import { PAYMENTS_QUEUE } from "./contracts/task-queues.ts";

let bench: Awaited<ReturnType<typeof skippingBench>>;
beforeAll(async () => {
  bench = await skippingBench();
}, 60_000);
afterAll(() => bench.close());

const refillOf = (refillId: string) => ({ refillId, addresses: ["address/a", "address/b"], xlm: "3" });
const attemptsOf = (refillId: string) => bench.world.chain.attemptsOf(refillWorkflowId(refillId));

function shortOfXlm() {
  const withdrawal = aWithdrawal(bench);
  const error = () => new StepFailure("WALLET_LOW_ON_XLM", "0.001 XLM short");
  bench.world.faults.set(withdrawal.workflowId, "prepare send", { kind: "fail", when: "before", times: 1, error });
  return withdrawal;
}

test("a step whose wallet is short of XLM has it refilled, and goes on with no person", async () => {
  bench.world.askForXlm(refillOf("rfl_1"));
  const withdrawal = shortOfXlm();
  const answer = withdrawal.create();
  const { nextAttemptAt } = await parked(withdrawal, "WALLET_LOW_ON_XLM");
  expect(nextAttemptAt).not.toBeNull();
  await eventually(
    async () => bench.world.ledger.statuses("rfl_1"),
    (statuses) => statuses.at(-1) === "REFILL_DONE",
  );
  await bench.pass(10_000);
  expect(wordOf(await answer)).toBe("WITHDRAWAL_COMPLETED");
  expect(attemptsOf("rfl_1")).toHaveLength(1);
}, 60_000);

test("steps that are short at once share one refill", async () => {
  bench.world.askForXlm(refillOf("rfl_2"));
  const withdrawals = [shortOfXlm(), shortOfXlm(), shortOfXlm()];
  const answers = withdrawals.map((withdrawal) => withdrawal.create());
  for (const withdrawal of withdrawals) await parked(withdrawal, "WALLET_LOW_ON_XLM");
  await eventually(
    async () => bench.world.ledger.statuses("rfl_2"),
    (statuses) => statuses.at(-1) === "REFILL_DONE",
  );
  await bench.pass(10_000);
  expect((await Promise.all(answers)).map(wordOf)).toEqual(Array(3).fill("WITHDRAWAL_COMPLETED"));
  expect(attemptsOf("rfl_2")).toHaveLength(1);
}, 60_000);

test("a refill that is refused is given up with nothing done, and the sweep is not held up by it", async () => {
  bench.world.askForXlm(refillOf("rfl_3"));
  bench.world.chain.decide("refill/rfl_3#refill", [{ fails: "DESTINATION_INVALID" }]);
  await bench.client.workflow.execute(SWEEP_WALLETS_WORKFLOW, {
    workflowId: sweepWorkflowId("local"),
    taskQueue: PAYMENTS_QUEUE,
    args: [],
  });
  await eventually(
    async () => bench.world.ledger.statuses("rfl_3"),
    (statuses) => statuses.at(-1) === "REFILL_GIVEN_UP",
  );
}, 60_000);
