import { expect, test } from "@jest/globals";
import type { StepProblem } from "../chain/problems.ts";
import { explain } from "./explain.ts";
import { orderRule } from "./order-rules.ts";
import type { Execution, Part, Whereabouts } from "./situation.ts";
import { meaningOf } from "./transaction-meaning.ts";

// What goes wrong with a payment, by the names of the fault catalogue, as the system then sees it: each has the right cause.

const SINCE = "2026-11-25T10:00:00.000Z";
const LATER = "2026-11-25T10:01:00.000Z";
const RUNNING: Execution = { status: "RUNNING", taskAttempt: 0, tries: [] };
const WORKING: Whereabouts = {
  step: "fund",
  generation: 1,
  txHash: null,
  waitingFor: "provider",
  since: SINCE,
  parkedReason: null,
  lastError: null,
  nextAttemptAt: null,
  ignoredDecision: null,
};
const IN_FLIGHT: Partial<Whereabouts> = { txHash: "ab".repeat(32), waitingFor: "chain" };
const forTime = (parkedReason: StepProblem, more: Partial<Whereabouts> = {}) => ({
  parkedReason,
  nextAttemptAt: LATER,
  ...more,
});
const forAPerson = (parkedReason: StepProblem, more: Partial<Whereabouts> = {}) => ({ parkedReason, ...more });
const trying = (type: StepProblem): Execution => ({
  ...RUNNING,
  tries: [
    {
      activity: "stellarPrepareTx",
      attempt: 3,
      isTaken: true,
      lastFailure: { type, message: type },
      nextAttemptAt: LATER,
    },
  ],
});

type Row = readonly [
  fault: string,
  where: Partial<Whereabouts>,
  more: Partial<Part>,
  who: string,
  says: RegExp,
  decisions: readonly string[],
];
const FAULTS: readonly Row[] = [
  ["F1 sent, the answer is lost", IN_FLIGHT, {}, "nobody", /waits for the chain/, []],
  [
    "F2 sent, never included",
    forTime("CHAIN_UNREACHABLE", IN_FLIGHT),
    {},
    "nobody",
    /no Stellar node/,
    ["retry", "markSettled"],
  ],
  [
    "F4 the network is full, five times",
    forAPerson("GENERATIONS_EXHAUSTED"),
    {},
    "operator",
    /expired/,
    ["retry", "abandon"],
  ],
  [
    "F5 another transaction holds the account",
    forTime("LANE_BUSY"),
    {},
    "nobody",
    /same account/,
    ["retry", "abandon"],
  ],
  ["F7 our node is behind", {}, { execution: trying("CHAIN_UNREACHABLE") }, "nobody", /2 tries/, []],
  [
    "F9 the wallet is frozen",
    forAPerson("STATE_UNEXPECTED", { step: "send" }),
    {},
    "operator",
    /state/,
    ["retry", "abandon"],
  ],
  [
    "F9 the destination lacks a trustline",
    forAPerson("DESTINATION_INVALID"),
    {},
    "operator",
    /destination/,
    ["retry", "abandon"],
  ],
  [
    "F11 dust arrived",
    forAPerson("CONTRACT_REFUSED", { step: "resolve" }),
    {},
    "operator",
    /refused/,
    ["retry", "abandon"],
  ],
  [
    "F15 somebody approved on the contract",
    forAPerson("STATE_UNEXPECTED", { step: "approve/0" }),
    {},
    "operator",
    /state/,
    ["retry", "abandon", "markSettled"],
  ],
  ["F16 the provider answers 500", {}, { execution: trying("PROVIDER_UNAVAILABLE") }, "nobody", /server error/, []],
  [
    "F16 the provider is out of budget",
    forTime("PROVIDER_BUDGET_EXHAUSTED"),
    {},
    "nobody",
    /budget/,
    ["retry", "abandon"],
  ],
  [
    "F16 a wrong transaction was built",
    forAPerson("TRANSACTION_NOT_AS_INTENDED"),
    {},
    "operator",
    /not signed/,
    ["retry", "abandon"],
  ],
  [
    "F17 the provider's index is behind",
    forTime("PROVIDER_INDEX_STALE"),
    {},
    "nobody",
    /not seen/,
    ["retry", "abandon"],
  ],
  [
    "F23 the credential was revoked",
    forAPerson("PROVIDER_CREDENTIAL_REFUSED"),
    {},
    "operator",
    /credential/,
    ["retry", "abandon"],
  ],
  ["F25 the worker died", {}, { source: "status" }, "operator", /No worker answers/, []],
  [
    "F26 it happened and cannot be booked",
    forAPerson("BOOKING_REFUSED", IN_FLIGHT),
    {},
    "operator",
    /booked/,
    ["retry", "markSettled"],
  ],
  ["F27 Temporal is down", {}, { source: "recorded", execution: null }, "operator", /Temporal does not answer/, []],
  [
    "F27 a deployment that does not fit",
    {},
    { source: "status", execution: { ...RUNNING, taskAttempt: 9 } },
    "operator",
    /code fails/,
    [],
  ],
  ["F28 the database is away", forTime("STORAGE_UNAVAILABLE"), {}, "nobody", /database/, ["retry", "abandon"]],
  [
    "F34 an error nobody has sorted",
    forAPerson("UNKNOWN_ERROR"),
    {},
    "operator",
    /nobody has sorted/,
    ["retry", "abandon"],
  ],
];

test.each(FAULTS)("%s", (_fault, where, more, who, says, decisions) => {
  const own: Part = {
    workflowId: "order/ord_1",
    where: { ...WORKING, ...where },
    source: "live",
    execution: RUNNING,
    ...more,
  };
  const rule = orderRule("ESCROW_FUNDING", null);
  const found = explain({ rule, isFinished: false, parts: [own], commands: [], stepsInFlight: [], stepsSigned: [] });
  expect(found.whoMustAct).toBe(who);
  expect(found.why).toMatch(says);
  expect(found.safeActions.map(({ action }) => action)).toEqual(decisions);
});

test.each([
  [
    "F3 its number was used by another",
    "EXPIRED",
    null,
    { reason: "SEQUENCE_CONSUMED", latestLedger: 9 },
    /used by another/,
  ],
  ["F10 the wallet holds less", "FAILED", "op_underfunded", null, /less than our ledger says/],
  ["F13 the contract was archived", "FAILED", "invoke_host_function_entry_archived", null, /archived/],
] as const)("%s shows with its transaction", (_fault, outcome, resultCode, death, says) => {
  expect(meaningOf({ outcome, resultCode, ledger: null, validUntil: SINCE, death })).toMatch(says);
});
