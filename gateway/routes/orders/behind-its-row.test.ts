import { expect, test } from "@jest/globals";
import type { OrderRow } from "../../reads/orders.ts";
import { CommandRefused } from "../../temporal.ts";
import { onceItHasCaughtUp } from "./behind-its-row.ts";

const rowIn = (status: string, milestones: object[] = []) =>
  ({ status, outcome: null, escrow: { contractId: "C" }, milestones }) as unknown as OrderRow;

/** A workflow that refuses so many times before it answers. */
function workflowThatRefuses(times: number, details: Record<string, unknown>) {
  let asked = 0;
  return {
    asked: () => asked,
    ask: async () => {
      asked += 1;
      if (asked <= times) throw new CommandRefused("INVALID_STATE", details);
      return "done";
    },
  };
}

test("a refusal that the row contradicts is asked about again, until the workflow has caught up", async () => {
  const { ask, asked } = workflowThatRefuses(2, { currentState: "ESCROW_CREATING" });
  expect(await onceItHasCaughtUp("fundEscrow", async () => rowIn("ESCROW_FUNDING"), ask)).toBe("done");
  expect(asked()).toBe(3);
});

test("a refusal that the row agrees with is told at once", async () => {
  const { ask, asked } = workflowThatRefuses(1, { currentState: "ORDER_CREATED" });
  const answer = onceItHasCaughtUp("fundEscrow", async () => rowIn("ORDER_CREATED"), ask);
  await expect(answer).rejects.toThrow(CommandRefused);
  expect(asked()).toBe(1);
});

test("of a milestone its own row decides", async () => {
  const milestones = [{ ref: "draft", status: "COMPLETED" }];
  const behind = workflowThatRefuses(1, { currentState: "OPEN", milestoneRef: "draft" });
  expect(await onceItHasCaughtUp("release", async () => rowIn("IN_PROGRESS", milestones), behind.ask)).toBe("done");
  const agreed = workflowThatRefuses(1, { currentState: "COMPLETED", milestoneRef: "draft" });
  const answer = onceItHasCaughtUp("completeMilestone", async () => rowIn("IN_PROGRESS", milestones), agreed.ask);
  await expect(answer).rejects.toThrow(CommandRefused);
  expect(agreed.asked()).toBe(1);
});

test("any other refusal is told at once, whatever the row says", async () => {
  const ask = async () => {
    throw new CommandRefused("INSUFFICIENT_FUNDS");
  };
  await expect(onceItHasCaughtUp("reserve", async () => rowIn("ORDER_CREATED"), ask)).rejects.toThrow(CommandRefused);
});
