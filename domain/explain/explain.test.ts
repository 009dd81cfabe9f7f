import { describe, expect, test } from "@jest/globals";
import { STEP_PROBLEMS, type StepProblem } from "../chain/problems.ts";
import { DISPUTE_STATUSES } from "../dispute/states.ts";
import { ORDER_STATUSES } from "../order/states.ts";
import { WITHDRAWAL_STATUSES } from "../withdrawal/states.ts";
import { explain } from "./explain.ts";
import { orderRule } from "./order-rules.ts";
import { DISPUTE_RULES, WALLET_RULES, WITHDRAWAL_RULES } from "./other-rules.ts";
import type { Execution, Part, Situation, StateRule, Whereabouts } from "./situation.ts";

const SINCE = "2026-11-25T10:00:00.000Z";
const LATER = "2026-11-25T10:05:00.000Z";
const HASH = "ab".repeat(32);
const PROBLEMS = Object.keys(STEP_PROBLEMS) as StepProblem[];

const IDLE: Whereabouts = {
  step: null,
  generation: 0,
  txHash: null,
  waitingFor: "command",
  since: SINCE,
  parkedReason: null,
  lastError: null,
  nextAttemptAt: null,
  ignoredDecision: null,
};
const RUNNING: Execution = { status: "RUNNING", taskAttempt: 0, tries: [] };
const part = (where: Partial<Whereabouts> = {}, more: Partial<Part> = {}): Part => ({
  workflowId: "order/ord_1",
  where: { ...IDLE, ...where },
  source: "live",
  execution: RUNNING,
  ...more,
});
const situation = (own: Part, more: Partial<Situation> = {}): Situation => ({
  rule: orderRule("IN_PROGRESS", null),
  isFinished: false,
  parts: [own],
  commands: [],
  stepsInFlight: [],
  stepsSigned: [],
  ...more,
});
const parked = (parkedReason: StepProblem, more: Partial<Whereabouts> = {}) =>
  part({ step: "release", waitingFor: "operator", parkedReason, lastError: "raw words", ...more });
const actionsOf = (asked: Situation) => explain(asked).safeActions.map(({ action }) => action);

const STATES: readonly (readonly [string, StateRule])[] = [
  ...ORDER_STATUSES.map((status) => [`order ${status}`, orderRule(status, null)] as const),
  ...WITHDRAWAL_STATUSES.map((status) => [`withdrawal ${status}`, WITHDRAWAL_RULES[status]] as const),
  ...DISPUTE_STATUSES.map((status) => [`dispute ${status}`, DISPUTE_RULES[status]] as const),
  ...Object.entries(WALLET_RULES).map(([state, rule]) => [`wallet ${state}`, rule] as const),
];

describe.each(STATES)("%s", (_name, rule) => {
  test("says in a whole sentence what it waits for, and who must act", () => {
    const found = explain(situation(part(), { rule }));
    expect(found).toMatchObject({ waitingFor: rule.waitingFor, whoMustAct: rule.whoMustAct, since: SINCE });
    expect(found.why).toMatch(/^[A-Z].*\.$/);
  });

  test.each(PROBLEMS)("parked with %s, says so instead, and offers what is safe", (problem) => {
    const found = explain(situation(parked(problem), { rule }));
    expect(found).toMatchObject({ waitingFor: "operator", whoMustAct: "operator", parkedReason: problem });
    expect(found.why).toContain(STEP_PROBLEMS[problem].why);
    expect(found.why).toMatch(/\.$/);
    expect(found.lastError).toMatchObject({ raw: "raw words", code: problem });
    expect(found.safeActions.map(({ action }) => action)).toEqual(["retry", "abandon"]);
  });
});

const WANTING_A_PERSON = ["TREASURY_LOW", "FIAT_BALANCE_LOW", "NETWORK_NEWER", "HISTORY_LOST"] as const;

test.each(WANTING_A_PERSON)(
  "%s asks the operator for what time does not bring, whenever it is tried again",
  (problem) => {
    const found = explain(situation(parked(problem, { nextAttemptAt: LATER })));
    expect(found).toMatchObject({ waitingFor: "operator", whoMustAct: "operator", nextAttemptAt: LATER });
    expect(found.why).toContain(`It is tried again at ${LATER}`);
  },
);

const HEALED_BY_TIME = PROBLEMS.filter((problem) => !WANTING_A_PERSON.some((wanting) => wanting === problem));

test.each(HEALED_BY_TIME)("%s with a next attempt needs nobody: it names when it is tried again", (problem) => {
  const found = explain(situation(parked(problem, { nextAttemptAt: LATER })));
  expect(found).toMatchObject({ waitingFor: "time", whoMustAct: "nobody", nextAttemptAt: LATER });
  expect(found.why).toContain(`Nobody must act: it is tried again at ${LATER}`);
  expect(found.safeActions.map(({ action }) => action)).toContain("retry");
});

describe("a decision is offered only where it is safe", () => {
  test("nothing that may still apply is abandoned: not what the workflow knows of, nor what only the database does", () => {
    expect(actionsOf(situation(parked("BOOKING_REFUSED", { txHash: HASH })))).not.toContain("abandon");
    const stepsInFlight = ["order/ord_1#release"];
    expect(actionsOf(situation(parked("STORAGE_UNAVAILABLE"), { stepsInFlight }))).not.toContain("abandon");
    expect(actionsOf(situation(parked("STORAGE_UNAVAILABLE"), { stepsInFlight: ["order/ord_1#fund"] }))).toContain(
      "abandon",
    );
  });

  test("a step counts as settled only where the chain shows its effect, or a transaction of ours may have made it", () => {
    expect(actionsOf(situation(parked("STATE_UNEXPECTED", { step: "approve/0" })))).toContain("markSettled");
    expect(actionsOf(situation(parked("STATE_UNEXPECTED", { step: "send" })))).not.toContain("markSettled");
    const stepsSigned = ["order/ord_1#release"];
    expect(actionsOf(situation(parked("BOOKING_REFUSED"), { stepsSigned }))).toContain("markSettled");
  });

  test("and says how, with the workflow that is parked", () => {
    const [retry] = explain(situation(parked("SIGNER_UNAVAILABLE"))).safeActions;
    expect(retry?.how.rest).toContain("POST /operations/order/ord_1/decision");
    expect(retry?.how.signal).toContain("--workflow-id order/ord_1 --name operatorDecision");
  });
});

describe("a step under way", () => {
  const tries = (more: Partial<Execution["tries"][number]>): Execution => ({
    ...RUNNING,
    tries: [
      { activity: "stellarPrepareTx", attempt: 1, isTaken: true, lastFailure: null, nextAttemptAt: null, ...more },
    ],
  });
  const working = (execution: Execution | null) => part({ step: "fund", waitingFor: "provider" }, { execution });

  test("needs nobody, and says what is being done", () => {
    const found = explain(situation(working(tries({}))));
    expect(found).toMatchObject({ waitingFor: "provider", whoMustAct: "nobody", lastError: null, safeActions: [] });
    expect(found.why).toContain("funding the escrow");
  });

  test("shows the failure of its quick retries, which the workflow has not heard of yet", () => {
    const lastFailure = { type: "PROVIDER_UNAVAILABLE", message: "Trustless Work answered 500" };
    const found = explain(situation(working(tries({ attempt: 4, lastFailure, nextAttemptAt: LATER }))));
    expect(found).toMatchObject({ whoMustAct: "nobody", nextAttemptAt: LATER });
    expect(found.lastError).toMatchObject({ raw: "Trustless Work answered 500", code: "PROVIDER_UNAVAILABLE" });
    expect(found.why).toContain("3 tries did not go through");
  });

  test("waits for the chain once its transaction is out", () => {
    expect(explain(situation(part({ step: "fund", txHash: HASH, waitingFor: "chain" }))).waitingFor).toBe("chain");
  });

  test("says when no worker has taken it", () => {
    expect(explain(situation(working(tries({ isTaken: false })))).why).toContain(
      "No worker has taken stellarPrepareTx",
    );
  });
});

describe("when nobody carries it on", () => {
  const silent = (execution: Execution | null) =>
    part({ parkedReason: "LANE_BUSY" }, { source: "recorded", execution });
  test.each([
    ["Temporal is away", null, /Temporal does not answer/],
    ["no worker runs", RUNNING, /No worker answers/],
    ["the workflow's code fails", { ...RUNNING, taskAttempt: 7 }, /code fails.*try 7/],
    ["somebody ended the workflow", { ...RUNNING, status: "TERMINATED" }, /is TERMINATED, so nobody carries it on/],
    ["Temporal never heard of it", { ...RUNNING, status: "NOT_FOUND" }, /is NOT_FOUND/],
  ] as const)("because %s, an operator must act, and the last word is shown", (_why, execution, says) => {
    const found = explain(situation(silent(execution)));
    expect(found).toMatchObject({ waitingFor: "operator", whoMustAct: "operator", safeActions: [] });
    expect(found.why).toMatch(says);
    expect(found.why).toContain(STEP_PROBLEMS.LANE_BUSY.why);
  });
});

describe("an order with a dispute", () => {
  const dispute = (where: Partial<Whereabouts>) => part(where, { workflowId: "dispute/dsp_1" });
  const rule = orderRule("DISPUTED", null);

  test("waits for support while nothing is parked", () => {
    const parts = [part({ waitingFor: "support" }), dispute({ waitingFor: "support" })] as const;
    expect(explain(situation(parts[0], { rule, parts }))).toMatchObject({
      whoMustAct: "support",
      workflowId: "order/ord_1",
    });
  });

  test("is held up by whichever workflow is parked, and the decision goes there", () => {
    const stuck = dispute({ step: "resolve", parkedReason: "ESCROW_NOT_AS_AGREED", waitingFor: "operator" });
    const found = explain(situation(part(), { rule, parts: [part({ waitingFor: "support" }), stuck] }));
    expect(found).toMatchObject({ whoMustAct: "operator", workflowId: "dispute/dsp_1", step: "resolve" });
    expect(found.safeActions[0]?.how.rest).toContain("/operations/dispute/dsp_1/decision");
  });

  test("names what waits for a person before what waits for time", () => {
    const forTime = part({ step: "freeze", parkedReason: "LANE_BUSY", nextAttemptAt: LATER });
    const forAPerson = dispute({ step: "resolve", parkedReason: "SIGNER_UNAVAILABLE" });
    expect(explain(situation(forTime, { rule, parts: [forTime, forAPerson] })).workflowId).toBe("dispute/dsp_1");
  });
});

test("what is finished waits for nothing, whatever was written down before", () => {
  const rule = orderRule("CLOSED", "SPLIT");
  const found = explain(situation(parked("SIGNER_UNAVAILABLE"), { rule, isFinished: true }));
  expect(found).toMatchObject({ waitingFor: "nothing", whoMustAct: "nobody", parkedReason: null, safeActions: [] });
  expect(found.why).toContain("split as support decided");
});
