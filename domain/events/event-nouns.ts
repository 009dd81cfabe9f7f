/** What events speak of: the first word of their type, and the aggregate type that goes with it. */
export const EVENT_NOUNS = {
  user: "User",
  wallet: "Wallet",
  balance: "Balance",
  topup: "TopUp",
  order: "Order",
  escrow: "Escrow",
  dispute: "Dispute",
  withdrawal: "Withdrawal",
  platform_payout: "PlatformPayout",
  webhook_endpoint: "WebhookEndpoint",
  operations: "Operations",
  reconciliation: "Reconciliation",
  network: "Network",
} as const;

export const AGGREGATE_TYPES: readonly string[] = Object.values(EVENT_NOUNS);

/** `*`, `order.*`, or a whole type of a noun that there is: any other pattern could never match. */
export const EVENT_PATTERN = new RegExp(`^(\\*|(${Object.keys(EVENT_NOUNS).join("|")})\\.(\\*|[a-z]+(_[a-z]+)*))$`);

export const isEventPattern = (text: string): boolean => EVENT_PATTERN.test(text);
