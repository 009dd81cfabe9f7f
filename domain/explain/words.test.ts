import { describe, expect, test } from "@jest/globals";
import { ORDER_STATUSES, type OrderStatus } from "../order/states.ts";
import { TOPUP_STATUSES } from "../topup/states.ts";
import { disputeCommands, orderCommands, topUpCommands, withdrawalCommands } from "./commands.ts";
import { operatorDecisions } from "./decisions.ts";
import { FIAT_WITHDRAWAL_RULES, TOPUP_RULES, topUpRule } from "./other-rules.ts";
import { plainError } from "./plain-error.ts";
import { wordsOfStep } from "./step-words.ts";
import { meaningOf, type TransactionEnd } from "./transaction-meaning.ts";

describe("the commands that are offered", () => {
  const offered = (status: OrderStatus, more: object = {}) =>
    orderCommands("ord_1", { status, outcome: null, hasContract: false, hasOpenMilestone: false, ...more }).map(
      ({ action }) => action,
    );

  test("of an order are those its state machine takes", () => {
    expect(offered("ORDER_CREATED")).toEqual(["reserve", "cancel"]);
    expect(offered("FUNDS_RESERVED")).toEqual(["cancel", "createEscrow"]);
    expect(offered("FUNDS_RESERVED", { hasContract: true })).toContain("fundEscrow");
    expect(offered("ESCROW_FUNDING", { hasContract: true })).toEqual(["cancel", "fundEscrow"]);
    expect(offered("IN_PROGRESS", { hasOpenMilestone: true })).not.toContain("release");
    expect(offered("REFUND_REQUESTED")).toEqual(["refund"]);
    expect(offered("CLOSED")).toEqual([]);
  });

  test("name their route, their scope and their effect", () => {
    for (const status of ORDER_STATUSES) {
      for (const { how, needs, whatItWouldDo } of orderCommands("ord_1", {
        status,
        outcome: null,
        hasContract: true,
        hasOpenMilestone: false,
      })) {
        expect(how.rest).toMatch(/^POST \/orders\/ord_1\//);
        expect(needs).toMatch(/^scope (write|support)$/);
        expect(whatItWouldDo).toMatch(/\.$/);
      }
    }
  });

  test("of a dispute let nobody decide before somebody took it", () => {
    const names = (status: "OPEN" | "UNDER_REVIEW" | "RESOLVED") =>
      disputeCommands("dsp_1", status).map(({ action }) => action);
    expect(names("OPEN")).not.toContain("resolve");
    expect(names("UNDER_REVIEW")).toContain("resolve");
    expect(names("RESOLVED")).toEqual([]);
  });

  test("of a withdrawal end when it is committed", () => {
    expect(withdrawalCommands("wd_1", "WITHDRAWAL_CREATED").map(({ action }) => action)).toEqual(["commit", "cancel"]);
    expect(withdrawalCommands("wd_1", "WITHDRAWAL_PENDING")).toEqual([]);
  });
});

describe("what is said of money at Airtm", () => {
  const names = (actions: readonly { readonly action: string }[]) => actions.map(({ action }) => action);

  test("offers a payout's cancellation while Airtm may still take it back, and no second commit", () => {
    expect(names(withdrawalCommands("wd_1", "WITHDRAWAL_CREATED", true))).toEqual(["commit", "cancel"]);
    expect(names(withdrawalCommands("wd_1", "WITHDRAWAL_PENDING", true))).toEqual(["cancel", "refresh"]);
    expect(names(withdrawalCommands("wd_1", "WITHDRAWAL_COMPLETED", true))).toEqual([]);
  });

  test("offers of a top-up what its state takes", () => {
    const offered = TOPUP_STATUSES.map((status) => names(topUpCommands("topup_1", status)).join(" "));
    expect(offered).toEqual(["", "cancel refresh", "refresh", "", "", ""]);
  });

  test("tells in whole sentences who must act, in every state", () => {
    for (const { why, whoMustAct } of [...Object.values(TOPUP_RULES), ...Object.values(FIAT_WITHDRAWAL_RULES)]) {
      expect(why).toMatch(/^[A-Z].*\.$/);
      expect(["nobody", "user", "marketplace"]).toContain(whoMustAct);
    }
    expect(topUpRule("TOPUP_AWAITING_USER_CONFIRMATION", "2026-12-10").why).toContain("until 2026-12-10");
    expect(topUpRule("TOPUP_PROCESSING", "2026-12-10").why).not.toContain("2026-12-10");
  });

  test("lets an operator give up only what is proven not to happen", () => {
    const offers = (step: string) => {
      const where = {
        step,
        generation: 0,
        txHash: null,
        waitingFor: "operator",
        since: "2026",
        parkedReason: null,
      } as const;
      const more = { lastError: null, nextAttemptAt: null, ignoredDecision: null };
      return operatorDecisions(
        { stepsInFlight: [], stepsSigned: [] },
        { workflowId: "topup/x", where: { ...where, ...more } },
      );
    };
    const steps = ["create payin", "cancel payin", "create payout", "commit payout", "cancel payout"];
    for (const step of steps) expect(names(offers(step))).toEqual(["retry", "abandon"]);
    for (const step of ["read payin", "read payout"]) expect(names(offers(step))).toEqual(["retry"]);
    expect(offers("commit payout")[0]?.whatItWouldDo).toContain("Airtm");
  });
});

describe("the meaning of a transaction", () => {
  const end = (more: Partial<TransactionEnd>): string =>
    meaningOf({ outcome: null, resultCode: null, ledger: null, validUntil: "2026-01-01", death: null, ...more });

  test("without an outcome never says that it failed", () => {
    expect(end({})).toMatch(/may still apply until 2026-01-01/);
  });

  test("that was refused says why, in words", () => {
    expect(end({ outcome: "FAILED", resultCode: "op_no_trust" })).toContain("the destination has no trustline");
    expect(end({ outcome: "FAILED", resultCode: "tx_nobody_knows" })).toContain("a code nobody has sorted yet");
  });

  test("that is dead names the proof", () => {
    const death = { reason: "SEQUENCE_CONSUMED", latestLedger: 77 };
    expect(end({ outcome: "EXPIRED", death })).toMatch(/Proven dead.*77.*sequence number is used by another/);
    expect(end({ outcome: "EXPIRED", death: { ...death, reason: "EXPIRED" } })).toMatch(/its time is over/);
  });

  test("that was applied names its ledger", () =>
    expect(end({ outcome: "SUCCEEDED", ledger: 9 })).toContain("ledger 9"));
});

test("an error is told in plain words and as it came, sorted or not", () => {
  expect(plainError("LANE_BUSY", "x")).toMatchObject({ raw: "x", code: "LANE_BUSY" });
  expect(plainError("ORDER_NOT_FOUND", "x").plain).toBe("No such order.");
  for (const code of [null, "TypeError", "__proto__"]) {
    expect(plainError(code, "boom")).toEqual({ plain: "An error nobody has sorted yet.", raw: "boom", code: null });
  }
});

test("every step that a workflow takes has words", () => {
  const steps = [
    "activate",
    "deploy",
    "fund",
    "complete/3",
    "approve/0",
    "release",
    "freeze",
    "refund",
    "resolve",
    "send",
  ];
  for (const step of steps) expect(wordsOfStep(step)?.doing).toMatch(/ing /);
  expect(wordsOfStep("constructor")).toBeNull();
});

test("a dispute that has no workflow may be dropped before its contract is frozen, and never after", () => {
  const offers = (step: string) => {
    const where = {
      step,
      generation: 0,
      txHash: null,
      waitingFor: "operator",
      since: "2026-12-01T00:00:00.000Z",
      parkedReason: "DISPUTE_NOT_BEGUN",
      lastError: null,
      nextAttemptAt: null,
      ignoredDecision: null,
    } as const;
    return operatorDecisions({ stepsInFlight: [], stepsSigned: [] }, { workflowId: "order/ord_1", where }).map(
      ({ action }) => action,
    );
  };
  expect([offers("begin-dispute"), offers("begin-again")]).toEqual([["retry", "abandon"], ["retry"]]);
});
