import { describe, expect, test } from "@jest/globals";
import { StepFailure } from "../failures.ts";
import type { Attempt } from "../storage/chain-transactions.ts";
import { problemOf } from "../testing/problem-of.ts";
import { agreedEnd, type Found } from "./agreed-end.ts";
import type { Heard } from "./nodes/testimony.ts";

const attempt = { hash: "ab", sequence: 100n } as Attempt;
const LEDGER = 50;
const window = (latestLedger: number, oldestLedger = 1) => ({ latestLedger, latestCloseTimeSeconds: 1, oldestLedger });
const ended = (status: Found["status"], change: Partial<Found> = {}): Found => ({
  status,
  latest: window(60),
  ledger: LEDGER,
  closedAt: "2026-01-01T00:00:00.000Z",
  feeStroops: 100n,
  resultCode: "x",
  contractId: null,
  transfers: status === "SUCCEEDED" ? [{ from: "GA", to: "GB", stroops: 5n }] : [],
  ...change,
});
const SUCCEEDED = ended("SUCCEEDED");
const FAILED = ended("FAILED");

/** Everything that a source may say, by a name. */
const SAYS: Readonly<Record<string, (source: string) => Heard>> = {
  succeeded: (source) => ({ source, answer: SUCCEEDED, accountSequence: 100n }),
  failed: (source) => ({ source, answer: FAILED, accountSequence: 100n }),
  "another ledger": (source) => ({ source, answer: ended("SUCCEEDED", { ledger: 51 }), accountSequence: 100n }),
  "another receiver": (source) => ({
    source,
    answer: ended("SUCCEEDED", { transfers: [{ from: "GA", to: "GC", stroops: 5n }] }),
    accountSequence: 100n,
  }),
  "not there": (source) => absent(source, window(60), 100n),
  "not there, number unused": (source) => absent(source, window(60), 99n),
  "not there yet": (source) => absent(source, window(LEDGER - 1), 99n),
  "far behind": (source) => absent(source, window(LEDGER - 13), 99n),
  "forgotten, number used": (source) => absent(source, window(60, LEDGER + 1), 100n),
  "forgotten, number unused": (source) => absent(source, window(60, LEDGER + 1), 99n),
  silent: (source) => ({ source, failure: new StepFailure("CHAIN_UNREACHABLE", "nobody answered") }),
};
const absent = (source: string, latest: ReturnType<typeof window>, accountSequence: bigint): Heard => ({
  source,
  answer: { status: "NOT_FOUND", latest },
  accountSequence,
});

const verdict = async (told: Found, others: readonly string[]) => {
  const heard = [SAYS[told.status.toLowerCase()]?.("a"), ...others.map((name, index) => SAYS[name]?.(`b${index}`))];
  const judge = async () => agreedEnd(attempt, told, heard as Heard[]);
  const problem = await problemOf(judge());
  return problem === "none" ? ((await judge())?.status ?? "not yet") : problem;
};

describe("a success that one source tells", () => {
  test.each([
    ["succeeded", "SUCCEEDED"],
    ["failed", "CHAIN_UNREACHABLE"],
    ["another ledger", "CHAIN_UNREACHABLE"],
    ["another receiver", "CHAIN_UNREACHABLE"],
    ["not there", "SUCCEEDED"],
    ["not there, number unused", "CHAIN_UNREACHABLE"],
    ["not there yet", "not yet"],
    ["far behind", "SUCCEEDED"],
    ["forgotten, number used", "SUCCEEDED"],
    ["forgotten, number unused", "CHAIN_UNREACHABLE"],
    ["silent", "SUCCEEDED"],
  ])("while the other says %s: %s", async (other, expected) => {
    expect(await verdict(SUCCEEDED, [other])).toBe(expected);
    expect(await verdict(SUCCEEDED, ["succeeded", other])).toBe(expected);
  });
});

describe("a failure that one source tells", () => {
  test.each([
    ["failed", "FAILED"],
    ["succeeded", "CHAIN_UNREACHABLE"],
    ["not there", "HISTORY_LOST"],
    ["not there, number unused", "CHAIN_UNREACHABLE"],
    ["not there yet", "not yet"],
    ["far behind", "HISTORY_LOST"],
    ["forgotten, number used", "HISTORY_LOST"],
    ["forgotten, number unused", "CHAIN_UNREACHABLE"],
    ["silent", "CHAIN_UNREACHABLE"],
  ])("while the other says %s: %s", async (other, expected) => {
    expect(await verdict(FAILED, [other])).toBe(expected);
  });

  test("is believed of two, though a third is silent, and of the only source that there is", async () => {
    expect(await verdict(FAILED, ["failed", "silent"])).toBe("FAILED");
    expect(await verdict(FAILED, [])).toBe("FAILED");
  });
});
