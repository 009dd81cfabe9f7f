import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { StepFailure } from "../activities/failures.ts";
import { REPLAY_TIMEOUT_MS, type WorkflowBench, workflowBench } from "../tests/support/workflows/bench.ts";
import { keepHistory } from "../tests/support/workflows/corpus.ts";
import { gate } from "../tests/support/workflows/faults.ts";
import { CALLER, parked } from "../tests/support/workflows/order-driver.ts";
import { operatorDecisionSignal, progressQuery } from "./contracts/operating.ts";
import { PAYMENTS_QUEUE } from "./contracts/task-queues.ts";
import { ACTIVATE_WALLET_WORKFLOW, createdUpdate, walletWorkflowId } from "./contracts/wallet.ts";

let bench: WorkflowBench;
beforeAll(async () => {
  bench = await workflowBench("wallet");
});
afterAll(() => bench.close());

describe("activateWallet", () => {
  test("answers when the key exists, and ends when the account is on the chain", async () => {
    const wallet = aWallet();
    const held = gate();
    bench.world.faults.set(wallet.workflowId, "confirm activate", held.fault);
    const handle = await wallet.start();
    const view = await handle.executeUpdate(createdUpdate);
    expect(view).toEqual({ walletId: `wal_${wallet.owner}`, publicKey: `address/${wallet.owner}` });
    expect(bench.world.ledger.statuses(view.walletId)).toEqual(["CREATED"]);
    held.open();
    expect(await handle.result()).toEqual(view);
    expect(bench.world.ledger.statuses(view.walletId)).toEqual(["CREATED", "ACTIVE"]);
    expect(bench.world.ledger.events(view.walletId)).toEqual(["wallet.created"]);
    await keepHistory(handle, "activateWallet/activated");
  });

  test("waits for a database that is away longer than the quick tries of a step", async () => {
    const wallet = aWallet();
    const error = () => new StepFailure("STORAGE_UNAVAILABLE", "away", { retryAfterMs: 1 });
    bench.world.faults.set(wallet.workflowId, "create wallet", { kind: "fail", when: "before", times: 10, error });
    expect(await (await wallet.start()).result()).toMatchObject({ walletId: `wal_${wallet.owner}` });
    expect(bench.world.faults.tries(wallet.workflowId, "create wallet")).toBe(11);
  }, 60_000);

  test("parks what needs a person and goes on by a retry", async () => {
    const wallet = aWallet();
    const handle = await parkedWallet(wallet);
    await handle.signal(operatorDecisionSignal, { decisionId: "1", action: "retry", reason: "XLM was sent" });
    expect(await handle.result()).toMatchObject({ walletId: `wal_${wallet.owner}` });
    await keepHistory(handle, "activateWallet/parked-and-retried");
  });

  test("that is abandoned fails with its reason, so that it can be started again", async () => {
    const wallet = aWallet();
    const handle = await parkedWallet(wallet);
    await handle.signal(operatorDecisionSignal, { decisionId: "1", action: "abandon", reason: "not now" });
    await expect(handle.result()).rejects.toMatchObject({ cause: { type: "ACCOUNT_OUT_OF_XLM" } });
    expect(await (await wallet.start()).result()).toMatchObject({ walletId: `wal_${wallet.owner}` });
    await keepHistory(handle, "activateWallet/abandoned");
  });
});

test(
  "every history of this file replays against today's code",
  async () => {
    expect(await bench.replayAll()).toEqual([]);
  },
  REPLAY_TIMEOUT_MS,
);

function aWallet() {
  const owner = bench.world.user();
  const workflowId = walletWorkflowId(owner);
  const start = () =>
    bench.client.workflow.start(ACTIVATE_WALLET_WORKFLOW, {
      workflowId,
      taskQueue: PAYMENTS_QUEUE,
      args: [{ owner, caller: CALLER }],
      workflowIdReusePolicy: "ALLOW_DUPLICATE_FAILED_ONLY",
    });
  return { owner, workflowId, start };
}

async function parkedWallet({ workflowId, start }: ReturnType<typeof aWallet>) {
  const error = () => new StepFailure("ACCOUNT_OUT_OF_XLM", "the sponsor is poor");
  bench.world.faults.set(workflowId, "prepare activate", { kind: "fail", when: "before", times: 1, error });
  const handle = await start();
  await parked({ progress: () => handle.query(progressQuery) }, "ACCOUNT_OUT_OF_XLM");
  return handle;
}
