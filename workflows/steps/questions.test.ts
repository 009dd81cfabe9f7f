import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type WorkflowBench, workflowBench } from "../../tests/support/workflows/bench.ts";
import { wordOf } from "../../tests/support/workflows/outcome.ts";
import { aTopUp } from "../../tests/support/workflows/topup-driver.ts";

let bench: WorkflowBench;
beforeAll(async () => {
  bench = await workflowBench("questions");
});
afterAll(() => bench.close());

const BATCH = 8; // Temporal carries ten updates at a time
const WORD = "TOPUP_AWAITING_USER_CONFIRMATION";

test("whoever asks for ever is refused in the end, and can still cancel", async () => {
  const topUp = aTopUp(bench);
  await topUp.create();
  const ask = async () => wordOf(await topUp.command("refresh"));
  for (let asked = 0; asked < 1000; asked += BATCH) {
    expect(await Promise.all(Array.from({ length: BATCH }, ask))).toEqual(Array(BATCH).fill(WORD));
  }
  expect([await ask(), await ask()]).toEqual(["RATE_LIMITED", "RATE_LIMITED"]);
  expect(wordOf(await topUp.command("cancel"))).toBe("TOPUP_CANCELED");
  expect((await topUp.result()).status).toBe("TOPUP_CANCELED");
}, 60_000);
