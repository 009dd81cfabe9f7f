import type { OrderOutcome, OrderStatus } from "../order/states.ts";
import type { StateRule } from "./situation.ts";

const command = (why: string): StateRule => ({ waitingFor: "command", whoMustAct: "marketplace", why });
/** The system does the next thing by itself; whoever finds it here looks at a moment between two steps. */
const system = (why: string): StateRule => ({ waitingFor: "system", whoMustAct: "nobody", why });

/** What each state of an order waits for while no step is under way. */
export const ORDER_RULES = {
  ORDER_CREATED: command("The order is open and nothing is held yet: the buyer's money can be reserved."),
  FUNDS_RESERVED: command("The buyer's money is held: the escrow contract can be deployed."),
  ESCROW_CREATING: system("The escrow contract is being deployed."),
  ESCROW_FUNDING: command("The escrow contract is on the chain and empty: it can be funded, or canceled at no cost."),
  ESCROW_FUNDED: system("The escrow holds the money; the order goes on to IN_PROGRESS by itself."),
  IN_PROGRESS: command("The escrow holds the money and the seller works: the marketplace decides what comes next."),
  RELEASE_REQUESTED: system("The seller is being paid."),
  REFUND_REQUESTED: command(
    "The contract is frozen and the refund was stopped by an operator: it goes on with the next refund.",
  ),
  DISPUTED: {
    waitingFor: "support",
    whoMustAct: "support",
    why: "A party disagrees and the contract is frozen: support decides the dispute.",
  },
  RELEASED: system("The seller is paid; the order closes by itself."),
  REFUNDED: system("The buyer is paid back; the order closes by itself."),
  CLOSED: { waitingFor: "nothing", whoMustAct: "nobody", why: "The order is closed; nothing is left to do." },
} as const satisfies Record<OrderStatus, StateRule>;

/** How a closed order ended, as a sentence. */
export const ORDER_ENDS = {
  RELEASED: "The order is closed: the seller was paid from escrow.",
  REFUNDED: "The order is closed: the buyer was paid back from escrow.",
  SPLIT: "The order is closed: the escrow was split as support decided.",
  CANCELED: "The order is closed: it was canceled, and what was held is back with the buyer.",
} as const satisfies Record<OrderOutcome, string>;

/** @param outcome null while the order is not closed */
export function orderRule(status: OrderStatus, outcome: OrderOutcome | null): StateRule {
  const rule = ORDER_RULES[status];
  return status === "CLOSED" && outcome ? { ...rule, why: ORDER_ENDS[outcome] } : rule;
}
