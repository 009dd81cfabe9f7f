import type { DisputeParty } from "../../domain/dispute/dispute-facts.ts";
import type { Caller } from "../contracts/operating.ts";
import { chainStep } from "../steps/chain-step.ts";
import type { OrderRun } from "./order-run.ts";

export interface Freeze {
  readonly by: DisputeParty;
  readonly caller: Caller;
  /** Of a multi-release order. */
  readonly milestoneIndex?: number;
}

/**
 * Marks the contract as disputed, with a party's key: from then on only the resolver can make it pay. A contract is frozen
 * once, whatever for, so the step has one name; so is each milestone of a multi-release contract. @throws StepRefused with nothing frozen and nothing in flight
 */
export async function freeze(run: OrderRun, { by, caller, milestoneIndex }: Freeze): Promise<void> {
  const order = run.terms();
  await chainStep(run.payment, {
    name: milestoneIndex === undefined ? "freeze" : `freeze/${milestoneIndex}`,
    intent: {
      kind: "freezeEscrow",
      order,
      contractId: run.requireContract(),
      by,
      ...(milestoneIndex !== undefined && { milestoneIndex }),
    },
    fact: { kind: "escrowFrozen", order },
    caller,
    onRefusal: "park",
  });
}
