import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { startSandbox } from "../start.ts";
import { HttpAid } from "./testing/http-aid.ts";

test("a restarted sandbox still knows the escrows it had answered for", async () => {
  const folder = await mkdtemp(join(tmpdir(), "sandbox-"));
  const dataPath = join(folder, "sandbox.jsonl");
  const before = await HttpAid.start({ dataPath });
  const contractId = await before.funded("ord_restart");
  const multiReleaseId = await before.fundedMulti("ord_restart_in_parts");
  await before.close();
  const after = new HttpAid(await startSandbox({ dataPath, ledgerMs: 0 }));
  try {
    const { body } = await after.request("GET", `/helper/get-escrow-by-contract-ids?contractIds=${contractId}`);
    expect(body).toMatchObject([{ contractId, engagementId: "ord_restart", balance: 100 }]);
    expect((await after.control("GET", `/escrows/${contractId}`)).body).toMatchObject({ balance: "100.0000000" });
    const byId = `/helper/get-escrow-by-contract-ids?contractIds=${multiReleaseId}`;
    expect((await after.request("GET", byId)).body).toMatchObject([{ type: "multi-release", balance: 300 }]);
    expect((await after.control("GET", `/escrows/${multiReleaseId}`)).body).toMatchObject({
      balance: "300.0000000",
      escrow: { type: "multi-release", milestones: [{ amount: "100.0000000" }, { amount: "200.0000000" }] },
    });
  } finally {
    await after.close();
    await rm(folder, { recursive: true });
  }
});
