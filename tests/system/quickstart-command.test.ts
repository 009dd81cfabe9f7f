import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type CliPlace, cliPlace, runCli } from "./cli-process.ts";

let place: CliPlace;

beforeAll(async () => {
  place = await cliPlace();
});
afterAll(() => place.remove());

test("quickstart takes an order to its end, twice on the same data, and says on stdout only what it found", async () => {
  for (const _ of [1, 2]) {
    const run = runCli("quickstart", ["--once", "--json"], place);
    expect([await run.ended, run.stderr()]).toEqual([0, expect.stringContaining("ledger = chain ✓")]);
    const found = JSON.parse(run.stdout());
    expect(found).toMatchObject({
      ok: true,
      differences: [],
      ledger: { buyer: "130.00", seller: "18.44" },
      chain: { buyer: "130.00", seller: "18.44", escrow: "0.00", outside: "100.00" },
      fees: { platform: "1.20", trustlessWork: "0.36" },
    });
    expect(found.steps.map(({ status }: { status: string }) => status)).toEqual([
      "ACTIVE",
      "ACTIVE",
      "CREDITED",
      "ORDER_CREATED",
      "FUNDS_RESERVED",
      "ESCROW_FUNDING",
      "IN_PROGRESS",
      "CLOSED",
      "WITHDRAWAL_COMPLETED",
    ]);
    expect(found.steps.filter((step: { transactionHash: string | null }) => step.transactionHash)).toHaveLength(7);
  }
}, 180_000);
