import { describe, expect, test } from "@jest/globals";
import { DISPUTE_STATUSES, DISPUTE_TRANSITIONS } from "./dispute/states.ts";
import { ESCROW_STATUSES, ESCROW_TRANSITIONS } from "./escrow/states.ts";
import { MILESTONE_STATUSES, MILESTONE_TRANSITIONS } from "./milestone/states.ts";
import { ORDER_STATUSES, ORDER_TRANSITIONS } from "./order/states.ts";
import { canMove, isFinal, sourcesOf, type Transition, toMermaid } from "./state-machine.ts";
import { TOPUP_STATUSES, TOPUP_TRANSITIONS } from "./topup/states.ts";
import { WITHDRAWAL_STATUSES, WITHDRAWAL_TRANSITIONS } from "./withdrawal/states.ts";

interface Machine {
  readonly noun: string;
  readonly statuses: readonly string[];
  readonly transitions: readonly Transition<string>[];
  readonly begin: string;
  readonly ends: readonly string[];
}

const MACHINES: readonly Machine[] = [
  {
    noun: "order",
    statuses: ORDER_STATUSES,
    transitions: ORDER_TRANSITIONS,
    begin: "ORDER_CREATED",
    ends: ["CLOSED"],
  },
  {
    noun: "escrow",
    statuses: ESCROW_STATUSES,
    transitions: ESCROW_TRANSITIONS,
    begin: "CREATING",
    ends: ["RELEASED", "REFUNDED"],
  },
  {
    noun: "milestone",
    statuses: MILESTONE_STATUSES,
    transitions: MILESTONE_TRANSITIONS,
    begin: "OPEN",
    ends: ["RELEASED", "REFUNDED", "SPLIT"],
  },
  {
    noun: "dispute",
    statuses: DISPUTE_STATUSES,
    transitions: DISPUTE_TRANSITIONS,
    begin: "OPEN",
    ends: ["RESOLVED"],
  },
  {
    noun: "topup",
    statuses: TOPUP_STATUSES,
    transitions: TOPUP_TRANSITIONS,
    begin: "TOPUP_CREATED",
    ends: ["TOPUP_SUCCEEDED", "TOPUP_FAILED", "TOPUP_CANCELED"],
  },
  {
    noun: "withdrawal",
    statuses: WITHDRAWAL_STATUSES,
    transitions: WITHDRAWAL_TRANSITIONS,
    begin: "WITHDRAWAL_CREATED",
    ends: ["WITHDRAWAL_COMPLETED", "WITHDRAWAL_FAILED", "WITHDRAWAL_CANCELED"],
  },
];

/** Every status that a walk along the moves, or against them, meets. */
function reach(start: readonly string[], neighbours: (status: string) => readonly string[]): Set<string> {
  const seen = new Set(start);
  for (const status of seen) for (const next of neighbours(status)) seen.add(next);
  return seen;
}

describe.each(MACHINES)("the states of $noun", ({ statuses, transitions, begin, ends }) => {
  test("are all reached from where it begins", () => {
    const after = (from: string) => transitions.filter((move) => move.from === from).map(({ to }) => to);
    expect([...reach([begin], after)].sort()).toEqual([...statuses].sort());
  });

  test("all lead to an end: nothing can be stuck by the rules themselves", () => {
    expect([...reach(ends, (to) => sourcesOf(transitions, to))].sort()).toEqual([...statuses].sort());
  });

  test("end exactly where they should", () => {
    expect(statuses.filter((status) => isFinal(transitions, status)).sort()).toEqual([...ends].sort());
  });

  test("move by one rule each, with a reason, and never to themselves", () => {
    const pairs = transitions.map(({ from, to }) => `${from} → ${to}`);
    expect(new Set(pairs).size).toBe(pairs.length);
    expect(transitions.filter(({ from, to, because }) => from === to || because.trim() === "")).toEqual([]);
  });

  test("allow a move exactly when the list has it", () => {
    for (const from of statuses) {
      for (const to of statuses) {
        const isListed = transitions.some((move) => move.from === from && move.to === to);
        expect(canMove(transitions, from, to)).toBe(isListed);
        expect(sourcesOf(transitions, to).includes(from)).toBe(isListed);
      }
    }
  });

  test("are drawn with every move once", () => {
    const [head, ...lines] = toMermaid(transitions).trimEnd().split("\n");
    expect(head).toBe("stateDiagram-v2");
    expect(lines).toEqual(transitions.map(({ from, to, because }) => `  ${from} --> ${to}: ${because}`));
  });
});
