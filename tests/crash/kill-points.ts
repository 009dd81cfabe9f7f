/** Where a worker can die inside one step on the chain, in the order in which a step passes them. */
export const EDGES = [
  "before prepare",
  "after signing, before the commit",
  "after prepare",
  "before submit",
  "after submit",
  "before confirm",
  "after the chain's answer, before the record",
  "after the record",
  "after confirm",
] as const;
export type Edge = (typeof EDGES)[number];

/** The steps of an order, a withdrawal and a platform payout, by the names of their keys. Each is signed by a wallet of its own payment. */
export const STEPS = ["deploy", "fund", "complete/0", "approve/0", "release", "freeze", "send", "pay-out"] as const;
/** The steps that the platform's one resolver signs: between commit and record, one of them at a time. */
export const RESOLVER_STEPS = ["refund", "resolve"] as const;
/** The step that the platform's one sponsor signs; one of them is open at a time. */
export const SPONSOR_STEPS = ["refill"] as const;
export type StepName = (typeof STEPS)[number] | (typeof RESOLVER_STEPS)[number] | (typeof SPONSOR_STEPS)[number];

/** Around a call to the fiat provider, or around the record of a fact. */
export const FIAT_EDGES = ["before", "after"] as const;
export type FiatEdge = (typeof FIAT_EDGES)[number];

/**
 * At which edge each step halts: step keys (`<workflow id>#<step>`) to edges. The step of a fiat payment is the name of its
 * activity, or `record <fact>`.
 */
export type KillPlan = Readonly<Record<string, Edge | FiatEdge>>;
