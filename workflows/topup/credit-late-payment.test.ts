import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { REPLAY_TIMEOUT_MS, type WorkflowBench, workflowBench } from "../../tests/support/workflows/bench.ts";
import { eventually } from "../../tests/support/workflows/eventually.ts";
import { gate } from "../../tests/support/workflows/faults.ts";
import { wordOf } from "../../tests/support/workflows/outcome.ts";
import { aTopUp } from "../../tests/support/workflows/topup-driver.ts";

let bench: WorkflowBench;
beforeAll(async () => {
  bench = await workflowBench("late_payment");
});
afterAll(() => bench.close());

test("what is told while a late payment is looked at is looked at too: no payment is missed between two runs", async () => {
  const topUp = aTopUp(bench);
  await topUp.create();
  await topUp.command("cancel");
  await topUp.result();
  const { faults, fiat, ledger } = bench.world;
  const [first, second] = [gate(), gate()];
  const before = faults.calls(topUp.workflowId).filter((call) => call.startsWith("read payin")).length;
  faults.set(topUp.workflowId, `read payin/${before + 1}`, first.fault);
  faults.set(topUp.workflowId, `read payin/${before + 2}`, second.fault);
  const reopened = topUp.reopen();
  await first.reached;
  await topUp.hint();
  first.open(); // and this look still says: canceled
  await second.reached;
  fiat.setPayin(topUp.topUpId, "paid");
  second.open();
  expect((await reopened).status).toBe("TOPUP_SUCCEEDED");
  expect(ledger.events(topUp.topUpId).filter((type) => type === "topup.succeeded")).toHaveLength(1);
});

test("a second cancel while a late payment is looked at is answered, and keeps nothing from being credited later", async () => {
  const topUp = aTopUp(bench);
  await topUp.create();
  await topUp.command("cancel");
  await topUp.result();
  const { faults, fiat } = bench.world;
  const held = gate();
  const before = faults.calls(topUp.workflowId).filter((call) => call.startsWith("read payin")).length;
  faults.set(topUp.workflowId, `read payin/${before + 1}`, held.fault);
  const reopened = topUp.reopen();
  await held.reached;
  expect(wordOf(await topUp.command("cancel"))).toBe("TOPUP_CANCELED");
  held.open();
  expect((await reopened).status).toBe("TOPUP_CANCELED");
  fiat.setPayin(topUp.topUpId, "paid");
  expect((await topUp.reopen()).status).toBe("TOPUP_SUCCEEDED");
});

test("one whose workflow was terminated goes on where it was, and takes commands again", async () => {
  const topUp = aTopUp(bench);
  await topUp.create();
  await topUp.handle.terminate("by mistake");
  const reopened = topUp.reopen();
  await eventually(topUp.progress, ({ state }) => state === "TOPUP_AWAITING_USER_CONFIRMATION");
  expect(wordOf(await topUp.command("refresh"))).toBe("TOPUP_AWAITING_USER_CONFIRMATION");
  expect(wordOf(await topUp.create())).toBe("TOPUP_AWAITING_USER_CONFIRMATION"); // asked for again under its key
  bench.world.fiat.setPayin(topUp.topUpId, "paid");
  await topUp.hint();
  expect((await reopened).status).toBe("TOPUP_SUCCEEDED");
});

test("one that is not paid after all stays as it was", async () => {
  const topUp = aTopUp(bench);
  await topUp.create();
  await topUp.command("cancel");
  await topUp.result();
  expect((await topUp.reopen()).status).toBe("TOPUP_CANCELED");
  expect(topUp.statuses().at(-1)).toBe("TOPUP_CANCELED");
});

test(
  "every history of this file replays against today's code",
  async () => {
    expect(await bench.replayAll()).toEqual([]);
  },
  REPLAY_TIMEOUT_MS,
);
