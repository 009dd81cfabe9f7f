/** The groups of the contract, in the order in which a reader needs them. */
export const TAGS = {
  Service: "Whether this installation serves, and what is in force in it.",
  Auth: "API keys and short-lived tokens.",
  Users: "The buyers and sellers of the marketplace.",
  Wallets: "Where a user's deposits go, and what came.",
  Balances: "What a user has: available, reserved, being withdrawn.",
  Orders: "From an agreement over its escrow to the seller's money.",
  Disputes: "Disagreements on funded orders, decided by support.",
  "Top-ups": "Money into a balance out of its user's Airtm account. Only where the installation has Airtm.",
  Withdrawals: "Money out of a balance.",
  Events: "What happened, as pages or as a stream.",
  "Webhook endpoints": "Where this installation tells its events, and what became of each delivery.",
  Webhooks: "What providers tell this installation.",
  Explain: "Why something is where it is, and what happens next.",
  Operations: "Parked payments, and what is decided about them.",
  Audit: "Who changed what, and when.",
  "Platform payouts": "Money that the operator takes out: fees, and what is stranded. Two people agree on each.",
  Admin: "Freeze, maintenance, fence, rotation of keys, reconciliation.",
} as const;

export type Tag = keyof typeof TAGS;
