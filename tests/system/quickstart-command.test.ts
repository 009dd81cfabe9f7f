import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type CliPlace, cliPlace, runCli } from "./cli-process.ts";

let place: CliPlace;

beforeAll(async () => {
  place = await cliPlace();
});
afterAll(() => place.remove());

test("quickstart takes an order to its end and has a second one split, twice on the same data, and says on stdout only what it found", async () => {
  for (const _ of [1, 2]) {
    const run = runCli("quickstart", ["--once", "--json"], place);
    expect([await run.ended, run.stderr()]).toEqual([0, expect.stringContaining("ledger = chain ✓")]);
    const found = JSON.parse(run.stdout());
    expect(found).toMatchObject({
      ok: true,
      differences: [],
      ledger: { buyer: "69.48", seller: "77.66" },
      chain: { buyer: "69.48", seller: "77.66", escrow: "0.00", outside: "100.00" },
      fees: { platform: "2.20", trustlessWork: "0.66" },
      disputed: { orderId: expect.stringMatching(/^ord_/), disputeId: expect.stringMatching(/^dsp_/) },
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
      "IN_PROGRESS",
      "OPEN",
      "UNDER_REVIEW",
      "RESOLVED",
    ]);
    expect(found.steps.filter((step: { transactionHash: string | null }) => step.transactionHash)).toHaveLength(10);
  }
}, 180_000);
