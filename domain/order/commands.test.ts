import { describe, expect, test } from "@jest/globals";
import { sourcesOf } from "../state-machine.ts";
import { allowedStates, isAchieved, mayStart, type OrderCommandName, type OrderSituation } from "./commands.ts";
import { ORDER_OUTCOMES, ORDER_STATUSES, ORDER_TRANSITIONS, type OrderStatus } from "./states.ts";

/** The first move that each command makes. */
const FIRST_MOVE: Record<OrderCommandName, OrderStatus> = {
  reserve: "FUNDS_RESERVED",
  cancel: "CLOSED",
  createEscrow: "ESCROW_CREATING",
  fundEscrow: "ESCROW_FUNDED",
  release: "RELEASE_REQUESTED",
};
const COMMANDS = Object.keys(FIRST_MOVE) as OrderCommandName[];

/** Moves into these states that no command of a caller makes: a step back after a refusal, a ruling, and an order's own end. */
const MADE_BY_NO_COMMAND: Partial<Record<OrderCommandName, readonly OrderStatus[]>> = {
  reserve: ["ESCROW_CREATING", "ESCROW_FUNDING"],
  cancel: ["RELEASED", "REFUNDED"],
  release: ["DISPUTED"],
};

const situations: readonly OrderSituation[] = ORDER_STATUSES.flatMap((status) =>
  (status === "CLOSED" ? ORDER_OUTCOMES : [null]).flatMap((outcome) =>
    [true, false].map((hasContract) => ({ status, outcome, hasContract })),
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
  const reserved = { status: "FUNDS_RESERVED", outcome: null } as const;

  test("after a refused one uses the contract that is there, and needs one", () => {
    expect(mayStart("fundEscrow", { ...reserved, hasContract: true })).toBe(true);
    expect(mayStart("fundEscrow", { ...reserved, hasContract: false })).toBe(false);
  });

  test("is not achieved by an order that was canceled", () => {
    const closed = { status: "CLOSED", hasContract: true } as const;
    expect(isAchieved("fundEscrow", { ...closed, outcome: "CANCELED" })).toBe(false);
    expect(isAchieved("fundEscrow", { ...closed, outcome: "RELEASED" })).toBe(true);
  });
});

test("a release is achieved by an order that was released, and by no other end", () => {
  const achieved = situations.filter((order) => isAchieved("release", order));
  expect(new Set(achieved.map(({ outcome }) => outcome))).toEqual(new Set(["RELEASED"]));
});
