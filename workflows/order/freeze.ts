import type { DisputeParty } from "../../domain/dispute/dispute-facts.ts";
import type { Caller } from "../contracts/operating.ts";
import { chainStep } from "../steps/chain-step.ts";
import type { OrderRun } from "./order-run.ts";

/**
 * Marks the contract as disputed, with a party's key: from then on only the resolver can make it pay. A contract is frozen
 * once, whatever for, so the step has one name. @throws StepRefused with nothing frozen and nothing in flight
 */
export async function freeze(
  run: OrderRun,
  { by, caller }: { readonly by: DisputeParty; readonly caller: Caller },
): Promise<void> {
  const order = run.terms();
  await chainStep(run.payment, {
    name: "freeze",
    intent: { kind: "freezeEscrow", order, contractId: run.requireContract(), by },
    fact: { kind: "escrowFrozen", order },
    caller,
    onRefusal: "park",
  });
}
