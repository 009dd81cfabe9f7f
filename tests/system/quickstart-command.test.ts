import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type CliPlace, cliPlace, runCli } from "./cli-process.ts";

let place: CliPlace;

beforeAll(async () => {
  place = await cliPlace();
});
afterAll(() => place.remove());

test("quickstart takes an order to its end and has a second one split, and says on stdout only what it found", async () => {
  const found = await quickstart("ledger = chain ✓");
  expect(found).toMatchObject({
    ok: true,
    differences: [],
    ledger: { buyer: "69.48", seller: "77.66" },
    chain: { buyer: "69.48", seller: "77.66", escrow: "0.00", outside: "100.00" },
    fees: { platform: "2.20", trustlessWork: "0.66" },
    disputed: { orderId: expect.stringMatching(/^ord_/), disputeId: expect.stringMatching(/^dsp_/) },
  });
  expect(found.steps.map(({ status }) => status)).toEqual([
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
  expect(found.steps.filter((step) => step.transactionHash)).toHaveLength(10);
}, 90_000);

test("with Airtm it takes an order from a top-up to a payout", async () => {
  const found = await quickstart("ledger = Airtm + chain ✓", "--provider", "airtm");
  expect(found).toMatchObject({
    ok: true,
    differences: [],
    ledger: { buyer: "130.00", seller: "18.44" },
    chain: { treasury: "998.44", escrow: "0.00" },
    fees: "1.56",
  });
  expect(found.steps.map(({ status }) => status)).toEqual([
    "SENT",
    "LINKED",
    "LINKED",
    "TOPUP_AWAITING_USER_CONFIRMATION",
    "TOPUP_SUCCEEDED",
    "FUNDS_RESERVED",
    "ESCROW_FUNDING",
    "IN_PROGRESS",
    "CLOSED",
    "WITHDRAWAL_COMPLETED",
  ]);
}, 90_000);

test("a provider that there is not is refused before anything is started", async () => {
  const run = runCli("quickstart", ["--provider", "cash"], place);
  expect([await run.ended, run.stderr()]).toEqual([2, expect.stringContaining("--provider must be crypto or airtm")]);
});

interface Found {
  readonly steps: readonly { readonly status: string; readonly transactionHash: string | null }[];
}

async function quickstart(conclusion: string, ...args: readonly string[]): Promise<Found> {
  const run = runCli("quickstart", ["--once", "--json", ...args], place);
  expect([await run.ended, run.stderr()]).toEqual([0, expect.stringContaining(conclusion)]);
  return JSON.parse(run.stdout()) as Found;
}
