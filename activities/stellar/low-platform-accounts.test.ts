import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type ChainScene, chainScene } from "../testing/chain-scene.ts";
import { chainStepBench } from "../testing/chain-step-bench.ts";
import { tellLowAccounts } from "./low-platform-accounts.ts";

let scene: ChainScene;
beforeAll(async () => {
  scene = await chainScene();
});
afterAll(() => scene.close());

const told = async (changes: Partial<ChainScene["settings"]> = {}) => {
  const { deps } = chainStepBench(scene);
  await tellLowAccounts({ ...deps, settings: { ...scene.settings, ...changes } }, "run");
  const { rows } = await scene.db.sql.query<{ subject: string }>(
    "SELECT subject FROM reconciliation_difference WHERE kind = 'xlm_low' AND resolved_at IS NULL ORDER BY subject",
  );
  return rows.map(({ subject }) => subject);
};

test("a sponsor that is low is told before a payment waits for it, once, and no more when it has enough", async () => {
  expect(await told()).toEqual([]);
  expect(await told({ platformLowXlm: "1000000" })).toEqual(["platform/sponsor"]);
  expect(await told({ platformLowXlm: "1000000" })).toEqual(["platform/sponsor"]);
  const { rows } = await scene.db.sql.query("SELECT type, payload->>'kind' AS kind FROM event ORDER BY sequence");
  expect(rows).toEqual([{ type: "reconciliation.difference_found", kind: "xlm_low" }]);
  expect(await told()).toEqual([]);
});

test("where nobody refills them, the other platform accounts are told of too", async () => {
  expect(await told({ refill: null })).toEqual(["platform/dispute-resolver", "platform/fee-receiver"]);
});
