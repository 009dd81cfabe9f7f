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
  webhook_endpoint: "WebhookEndpoint",
  operations: "Operations",
  reconciliation: "Reconciliation",
} as const;

export const AGGREGATE_TYPES: readonly string[] = Object.values(EVENT_NOUNS);

/** `*`, `order.*`, or a whole type of a noun that there is: any other pattern could never match. */
export function isEventPattern(text: string): boolean {
  if (text === "*") return true;
  const [noun = "", verb = "", ...rest] = text.split(".");
  return Object.hasOwn(EVENT_NOUNS, noun) && rest.length === 0 && /^(\*|[a-z]+(_[a-z]+)*)$/.test(verb);
}
