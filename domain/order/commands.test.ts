import { describe, expect, test } from "@jest/globals";
import { sourcesOf } from "../state-machine.ts";
import { allowedStates, isAchieved, mayStart, type OrderCommandName, type OrderSituation } from "./commands.ts";
import { ORDER_OUTCOMES, ORDER_STATUSES, ORDER_TRANSITIONS, type OrderStatus } from "./states.ts";

/** The first move that each command makes. */
const FIRST_MOVE = {
  reserve: "FUNDS_RESERVED",
  cancel: "CLOSED",
  createEscrow: "ESCROW_CREATING",
  fundEscrow: "ESCROW_FUNDED",
  release: "RELEASE_REQUESTED",
  refund: "REFUND_REQUESTED",
  openDispute: "DISPUTED",
} as const satisfies Partial<Record<OrderCommandName, OrderStatus>>;
const COMMANDS = Object.keys(FIRST_MOVE) as (keyof typeof FIRST_MOVE)[];

/** Moves into these states that no command of a caller makes: a step back after a refusal, a ruling, a deadline, the last milestone, and an order's own end. */
const MADE_BY_NO_COMMAND: Partial<Record<OrderCommandName, readonly OrderStatus[]>> = {
  reserve: ["ESCROW_CREATING", "ESCROW_FUNDING"],
  cancel: ["RELEASED", "REFUNDED", "IN_PROGRESS"],
  release: ["DISPUTED"],
  refund: ["DISPUTED"],
  openDispute: ["RELEASE_REQUESTED", "REFUND_REQUESTED"],
};

const situations: readonly OrderSituation[] = ORDER_STATUSES.flatMap((status) =>
  (status === "CLOSED" ? ORDER_OUTCOMES : [null]).flatMap((outcome) =>
    [true, false].flatMap((hasContract) =>
      [true, false].map((hasOpenMilestone) => ({ status, outcome, hasContract, hasOpenMilestone })),
    ),
  ),
);

describe.each(COMMANDS)("the command %s", (command) => {
  test("begins exactly where the list of moves lets it", () => {
    const sources = sourcesOf(ORDER_TRANSITIONS, FIRST_MOVE[command]);
    const made = sources.filter((status) => !MADE_BY_NO_COMMAND[command]?.includes(status));
    expect([...allowedStates(command)].sort()).toEqual(made.sort());
  });

  test("never may begin where it has already had its effect", () => {
    expect(situations.filter((order) => mayStart(command, order) && isAchieved(command, order))).toEqual([]);
  });

  test("may not begin once the order is closed", () => {
    expect(situations.filter((order) => order.status === "CLOSED" && mayStart(command, order))).toEqual([]);
  });
});

test("a second reserve is always refused: existing clients rely on it", () => {
  expect(situations.some((order) => isAchieved("reserve", order))).toBe(false);
});

describe("a funding", () => {
  const reserved = { status: "FUNDS_RESERVED", outcome: null, hasOpenMilestone: false } as const;

  test("after a refused one uses the contract that is there, and needs one", () => {
    expect(mayStart("fundEscrow", { ...reserved, hasContract: true })).toBe(true);
    expect(mayStart("fundEscrow", { ...reserved, hasContract: false })).toBe(false);
  });

  test("is not achieved by an order that was canceled", () => {
    const closed = { status: "CLOSED", hasContract: true, hasOpenMilestone: false } as const;
    expect(isAchieved("fundEscrow", { ...closed, outcome: "CANCELED" })).toBe(false);
    expect(isAchieved("fundEscrow", { ...closed, outcome: "RELEASED" })).toBe(true);
  });
});

test("a release waits for every milestone", () => {
  const order = { status: "IN_PROGRESS", outcome: null, hasContract: true } as const;
  expect(mayStart("release", { ...order, hasOpenMilestone: true })).toBe(false);
  expect(mayStart("release", { ...order, hasOpenMilestone: false })).toBe(true);
});

test("a refund that was stopped after the freeze goes on, and nothing else may begin there", () => {
  const stopped = { status: "REFUND_REQUESTED", outcome: null, hasContract: true, hasOpenMilestone: false } as const;
  expect(COMMANDS.filter((command) => mayStart(command, stopped))).toEqual(["refund"]);
});

test("a release is achieved by an order that was released, and by no other end", () => {
  const achieved = situations.filter((order) => isAchieved("release", order));
  expect(new Set(achieved.map(({ outcome }) => outcome))).toEqual(new Set(["RELEASED"]));
});
