import type { Transition } from "../state-machine.ts";

export const REFILL_STATUSES = ["REFILL_OPEN", "REFILL_DONE", "REFILL_GIVEN_UP"] as const;
export type RefillStatus = (typeof REFILL_STATUSES)[number];

/** Every legal move of a refill: XLM that the sponsor sends to wallets, so that they can pay the network's fees. */
export const REFILL_TRANSITIONS = [
  { from: "REFILL_OPEN", to: "REFILL_DONE", because: "the chain has applied its transaction" },
  { from: "REFILL_OPEN", to: "REFILL_GIVEN_UP", because: "refused with nothing done; what is low is found again" },
] as const satisfies readonly Transition<RefillStatus>[];
