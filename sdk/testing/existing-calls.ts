import {
  AuthenticationError,
  AuthorizationError,
  IdempotencyError,
  InsufficientFundsError,
  InvalidTransitionError,
  NetworkError,
  NotFoundError,
  OfferHubError,
  OfferHubSDK,
  OrderStatus,
  ProviderError,
  RateLimitError,
  TopUpStatus,
  ValidationError,
  WithdrawalStatus,
} from "../index.ts";

// What clients of the predecessor write: it must compile and run as it is, for ever.

export const connect = (apiUrl: string): OfferHubSDK =>
  new OfferHubSDK({ apiUrl, apiKey: "ohk_live_x", timeout: 30000, retryAttempts: 0, headers: { "X-Shop": "1" } });

/** Every method, each called once. */
export async function makeEveryCall(first: OfferHubSDK): Promise<void> {
  const sdk = first.withIdempotencyKey("order-1").withHeaders({ "X-Trace": "t" });
  const user = await sdk.users.create({ externalUserId: "buyer-1", email: "b@example.com", type: "BUYER" });
  await sdk.users.linkAirtm(user.id, { email: "b@example.com" });
  await makeBalanceCalls(sdk);
  await makeOrderCalls(sdk);
  const topup = await sdk.topups.create({ amount: "10.00", currency: "USD", description: "in" });
  for (const call of [sdk.topups.get, sdk.topups.refresh, sdk.topups.cancel]) await call(topup.id);
  const topups = await sdk.topups.list({ limit: 5, cursor: "topup_1" });
  if (topups.data[0]?.status === TopUpStatus.TOPUP_SUCCEEDED && topups.hasMore)
    throw new Error(String(topups.nextCursor));
  const out = { amount: "5.00", userId: "usr_1", destinationType: "crypto", destinationRef: "G1" } as const;
  const withdrawal = await sdk.withdrawals.create({ ...out, currency: "USD", description: "out", commit: false });
  for (const call of [sdk.withdrawals.get, sdk.withdrawals.commit, sdk.withdrawals.refresh]) await call(withdrawal.id);
  await sdk.withdrawals.list({ limit: 5 });
  await sdk.wallet.getInfo("usr_1");
  await sdk.wallet.getDepositAddress("usr_1");
  await sdk.wallet.getTransactions("usr_1", 3);
}

async function makeBalanceCalls({ balance }: OfferHubSDK): Promise<string> {
  const { available, reserved, currency, userId, updatedAt } = await balance.get("usr_1");
  await balance.verify("usr_1");
  await balance.sync("usr_1");
  await balance.credit("usr_1", { amount: "1.00", description: "gift", reference: "r1" });
  await balance.debit("usr_1", { amount: "1.00", description: "fee" });
  const hold = { amount: "1.00", reference: "order-1" };
  await balance.reserve("usr_1", hold);
  await balance.cancelReservation("usr_1", hold);
  await balance.deductReserved("usr_1", hold);
  await balance.release("usr_1", { ...hold, recipientId: "usr_2" });
  return [available, reserved, currency, userId, updatedAt].join();
}

async function makeOrderCalls({ orders, disputes }: OfferHubSDK): Promise<void> {
  const order = await orders.create({
    buyer_id: "usr_1",
    seller_id: "usr_2",
    amount: "120.00",
    title: "A logo",
    currency: "USD",
    description: "in blue",
    client_order_ref: "o-1",
    metadata: { shop: 1 },
    milestones: [{ ref: "m1", description: "Draft", amount: "120.00" }],
  });
  const page = await orders.list({
    buyer_id: "usr_1",
    seller_id: "usr_2",
    status: "IN_PROGRESS",
    limit: 5,
    cursor: "c",
  });
  if (page.data.some(({ status }) => status === OrderStatus.CLOSED)) throw new Error("closed");
  await orders.get(order.id);
  await orders.reserve(order.id);
  await orders.createEscrow(order.id);
  await orders.fundEscrow(order.id);
  await orders.getMilestones(order.id);
  await orders.completeMilestone(order.id, "m1");
  await orders.cancel(order.id, { reason: "no" });
  await orders.release(order.id, "done");
  await orders.release(order.id);
  await orders.refund(order.id, "broken");
  const dispute = await disputes.open(order.id, { openedBy: "BUYER", reason: "OTHER", evidence: ["e"] });
  await disputes.list({ status: "OPEN", orderId: order.id });
  await disputes.get(dispute.id);
  await disputes.assign(dispute.id, { agentId: "mia" });
  await disputes.resolve(dispute.id, { resolution: "SPLIT", sellerAmount: "80.00", buyerAmount: "40.00", notes: "n" });
}

/** Every class and field that callers look at. */
export function tellOf(error: unknown): string {
  if (error instanceof InsufficientFundsError) return `${error.userId} ${error.required} ${error.available}`;
  if (error instanceof InvalidTransitionError) return `${error.resource} ${error.currentState} ${error.targetState}`;
  if (error instanceof ValidationError) return error.fields.map(({ field, message }) => `${field} ${message}`).join();
  if (error instanceof ProviderError) return String(error.provider);
  if (error instanceof RateLimitError) return String(error.retryAfter);
  const kinds = [AuthenticationError, AuthorizationError, NotFoundError, IdempotencyError, NetworkError];
  const kind = kinds.find((one) => error instanceof one);
  if (kind && error instanceof OfferHubError) return `${kind.name} ${error.message} ${error.code} ${error.statusCode}`;
  return String(error);
}

/** States that no installation sends any more. */
export const OLDER_STATES: readonly (OrderStatus | WithdrawalStatus | TopUpStatus)[] = [
  OrderStatus.ESCROW_CREATED,
  OrderStatus.COMPLETED,
  OrderStatus.CANCELLED,
  WithdrawalStatus.WITHDRAWAL_PROCESSING,
  WithdrawalStatus.WITHDRAWAL_SUCCEEDED,
  TopUpStatus.TOPUP_CANCELLED,
];
