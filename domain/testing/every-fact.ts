import fc from "fast-check";
import type { ChainReceipt, OrderTerms, PayoutTerms } from "../chain/intent.ts";
import { DISPUTE_PARTIES, DISPUTE_REASONS, type DisputeTerms } from "../dispute/dispute-facts.ts";
import type { Ruling } from "../dispute/ruling.ts";
import { DISPUTE_STATUSES } from "../dispute/states.ts";
import type { Fact } from "../facts.ts";
import { mintId, type Noun } from "../ids.ts";
import { ledgerAccounts } from "../ledger/accounts.ts";
import { formatAmount, STROOPS_PER_CENT } from "../money.ts";
import { FIAT_FACTS } from "./fiat-facts.ts";

const id = <N extends Noun>(noun: N) =>
  fc.uint8Array({ minLength: 24, maxLength: 24 }).map((bytes) => mintId(noun, bytes));
const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const amount = fc.bigInt({ min: 1n, max: 10n ** 11n }).map((cents) => formatAmount(cents * STROOPS_PER_CENT));
const currency = fc.constantFrom("USD" as const, "USDC" as const);
const time = fc
  .date({ min: new Date(0), max: new Date("2100-01-01"), noInvalidDate: true })
  .map((at) => at.toISOString());
const contractId = fc.constant("CCONTRACT");

const milestone = fc.record({ milestoneId: id("milestone"), ref: text, title: text, amount });

export const anyOrder: fc.Arbitrary<OrderTerms> = fc.record({
  orderId: id("order"),
  escrowId: id("escrow"),
  buyerId: id("user"),
  sellerId: id("user"),
  amount,
  currency,
  platformFeeBps: fc.integer({ min: 0, max: 9_900 }),
  title: text,
  milestones: fc.array(milestone, { maxLength: 3 }),
});

const payout: fc.Arbitrary<PayoutTerms> = fc.record({
  withdrawalId: id("withdrawal"),
  userId: id("user"),
  amount,
  currency,
  destination: fc.constant("GDESTINATION"),
  memo: maybe(text),
});

const details = fc.record({
  clientOrderRef: maybe(text),
  escrowType: fc.constant("single-release" as const),
  description: maybe(text),
  metadata: maybe(fc.constant({ basket: ["a", 1, null] })),
});

/** What the chain says; the seller and a stranger of ours got money by it. */
export const anyReceipt: fc.Arbitrary<ChainReceipt> = fc
  .record({ ledger: fc.nat(), closedAt: time, seller: id("user"), booked: amount })
  .map(({ ledger, closedAt, seller, booked }) => ({
    txHash: "ab".repeat(32),
    ledger,
    closedAt,
    contractId: "CCONTRACT",
    booked: { [ledgerAccounts.available(seller)]: booked },
  }));

/** A multi-release order has at least one milestone. */
const anyMultiOrder: fc.Arbitrary<OrderTerms> = fc
  .tuple(anyOrder, milestone)
  .map(([order, first]) => ({ ...order, escrowType: "multi-release", milestones: [first, ...order.milestones] }));

const refill = fc.record({
  refillId: id("refill"),
  addresses: fc.constant(["GWALLET"]),
  xlm: fc.constant("3.0000000"),
});

const platformPayout = fc.record({
  platformPayoutId: id("platformPayout"),
  source: fc.oneof(fc.constantFrom("platform/fee-receiver" as const, "platform/sponsor" as const), id("user")),
  asset: fc.constant("USDC" as const),
  amount,
  destination: fc.constant("GDESTINATION"),
  memo: maybe(text),
  reason: text,
});

const settling = {
  order: anyMultiOrder,
  milestoneIndex: fc.constant(0),
  from: fc.constant("COMPLETED" as const),
  to: fc.constantFrom("RELEASE_REQUESTED" as const, "REFUND_REQUESTED" as const),
  requestedBy: text,
  reason: maybe(text),
};

const wholeDispute = fc.record({
  disputeId: id("dispute"),
  order: anyOrder,
  contractId,
  openedBy: fc.constantFrom(...DISPUTE_PARTIES),
  reason: fc.constantFrom(...DISPUTE_REASONS),
});

const milestoneDispute = fc
  .tuple(wholeDispute, anyMultiOrder, fc.constantFrom("OPEN" as const, "COMPLETED" as const))
  .map(([dispute, order, from]) => ({ ...dispute, order, milestone: { index: 0, from } }));

const dispute: fc.Arbitrary<DisputeTerms> = fc.oneof(wholeDispute, milestoneDispute);

const evidence = fc.array(text, { maxLength: 3 });

export const anyRuling: fc.Arbitrary<Ruling> = fc.oneof(
  fc.constantFrom({ decision: "FULL_RELEASE" as const }, { decision: "FULL_REFUND" as const }),
  fc.record({ decision: fc.constant("SPLIT" as const), sellerAmount: amount, buyerAmount: amount }),
);
const ruling = anyRuling;

type FactOf<Kind extends Fact["kind"]> = Extract<Fact, { kind: Kind }>;
const is = <Kind extends Fact["kind"]>(kind: Kind) => fc.constant(kind);
const milestoneIndex = fc.nat({ max: 3 });

/** Every kind of fact, as workflows make them; the compiler misses none. */
export const EVERY_FACT = {
  orderCreated: fc.record({ kind: is("orderCreated"), order: anyOrder, details }),
  fundsReserved: fc.record({ kind: is("fundsReserved"), order: anyOrder }),
  orderCanceled: fc.record({
    kind: is("orderCanceled"),
    order: anyOrder,
    from: fc.constantFrom("ORDER_CREATED" as const, "FUNDS_RESERVED" as const, "ESCROW_FUNDING" as const),
    canceledBy: text,
    canceledAt: time,
    reason: maybe(text),
  }),
  escrowStarted: fc.record({ kind: is("escrowStarted"), order: anyOrder, isFirst: fc.boolean() }),
  escrowDeployed: fc.record({ kind: is("escrowDeployed"), order: anyOrder }),
  escrowReused: fc.record({ kind: is("escrowReused"), order: anyOrder, contractId }),
  deploymentRefused: fc.record({ kind: is("deploymentRefused"), order: anyOrder }),
  fundingStarted: fc.record({ kind: is("fundingStarted"), order: anyOrder, contractId }),
  escrowFunded: fc.record({ kind: is("escrowFunded"), order: anyOrder, contractId }),
  fundingRefused: fc.record({ kind: is("fundingRefused"), order: anyOrder }),
  releaseRequested: fc.record({
    kind: is("releaseRequested"),
    order: anyOrder,
    requestedBy: text,
    reason: maybe(text),
    requestedAt: time,
  }),
  milestoneCompleted: fc.record({ kind: is("milestoneCompleted"), order: anyOrder, milestoneIndex }),
  milestoneApproved: fc.record({ kind: is("milestoneApproved"), order: anyOrder, milestoneIndex }),
  orderReleased: fc.record({ kind: is("orderReleased"), order: anyOrder }),
  releaseAbandoned: fc.record({ kind: is("releaseAbandoned"), order: anyOrder }),
  refundRequested: fc.record({
    kind: is("refundRequested"),
    order: anyOrder,
    requestedBy: text,
    reason: text,
    requestedAt: time,
  }),
  escrowFrozen: fc.record({ kind: is("escrowFrozen"), order: anyOrder }),
  orderRefunded: fc.record({ kind: is("orderRefunded"), order: anyOrder }),
  refundAbandoned: fc.record({ kind: is("refundAbandoned"), order: anyOrder }),
  milestoneSettling: fc.record({ kind: is("milestoneSettling"), ...settling }),
  milestoneSettlingAbandoned: fc.record({ kind: is("milestoneSettlingAbandoned"), ...settling }),
  milestoneReleased: fc.record({ kind: is("milestoneReleased"), order: anyMultiOrder, milestoneIndex: fc.constant(0) }),
  milestoneRefunded: fc.record({ kind: is("milestoneRefunded"), order: anyMultiOrder, milestoneIndex: fc.constant(0) }),
  restWithdrawn: fc.record({ kind: is("restWithdrawn"), order: anyMultiOrder }),
  milestonesSettled: fc.record({
    kind: is("milestonesSettled"),
    order: anyMultiOrder,
    outcome: fc.constantFrom("RELEASED" as const, "REFUNDED" as const, "SPLIT" as const),
    settledAt: time,
  }),
  orderReminded: fc.record({
    kind: is("orderReminded"),
    order: anyOrder,
    action: fc.constantFrom("cancel" as const, "release" as const),
    at: time,
  }),
  deadlineRenewed: fc.record({
    kind: is("deadlineRenewed"),
    order: anyOrder,
    action: fc.constant("release" as const),
    at: time,
    previousAt: time,
  }),
  disputeOpened: fc.record({ kind: is("disputeOpened"), dispute, evidence, openedAt: time }),
  disputeDropped: fc.record({ kind: is("disputeDropped"), dispute, reason: text, at: time }),
  disputeAssigned: fc.record({
    kind: is("disputeAssigned"),
    dispute,
    assignedTo: text,
    notes: maybe(text),
    assignedAt: time,
  }),
  disputeCommented: fc.record({
    kind: is("disputeCommented"),
    dispute,
    commentId: id("disputeComment"),
    comment: text,
    author: text,
    commentedAt: time,
  }),
  evidenceAdded: fc.record({ kind: is("evidenceAdded"), dispute, added: evidence, evidence }),
  rulingStarted: fc.record({
    kind: is("rulingStarted"),
    dispute,
    ruling,
    note: maybe(text),
    decidedBy: text,
    decidedAt: time,
  }),
  rulingAbandoned: fc.record({
    kind: is("rulingAbandoned"),
    dispute,
    ruling,
    givenUpCount: fc.integer({ min: 1, max: 9 }),
  }),
  disputeResolved: fc.record({ kind: is("disputeResolved"), dispute, ruling, note: maybe(text), decidedBy: text }),
  decisionIgnored: fc.record({
    kind: is("decisionIgnored"),
    dispute,
    status: fc.constantFrom(...DISPUTE_STATUSES),
    objection: text,
  }),
  withdrawalCreated: fc.record({ kind: is("withdrawalCreated"), payout, description: maybe(text) }),
  withdrawalCommitted: fc.record({ kind: is("withdrawalCommitted"), payout }),
  withdrawalCompleted: fc.record({ kind: is("withdrawalCompleted"), payout }),
  withdrawalFailed: fc.record({ kind: is("withdrawalFailed"), payout, reason: text, errorCode: text }),
  withdrawalCanceled: fc.record({ kind: is("withdrawalCanceled"), payout, canceledBy: text, reason: maybe(text) }),
  ...FIAT_FACTS,
  refillOpened: fc.record({ kind: fc.constant("refillOpened" as const), refill }),
  refillDone: fc.record({ kind: fc.constant("refillDone" as const), refill }),
  refillGivenUp: fc.record({ kind: fc.constant("refillGivenUp" as const), refill, reason: text }),
  platformPayoutRequested: fc.record({ kind: is("platformPayoutRequested"), platformPayout, by: text }),
  platformPayoutApproved: fc.record({ kind: is("platformPayoutApproved"), platformPayout, by: text }),
  platformPayoutCanceled: fc.record({
    kind: is("platformPayoutCanceled"),
    platformPayout,
    by: text,
    reason: maybe(text),
  }),
  platformPayoutCompleted: fc.record({ kind: is("platformPayoutCompleted"), platformPayout }),
  platformPayoutFailed: fc.record({ kind: is("platformPayoutFailed"), platformPayout, reason: text, errorCode: text }),
  walletActivated: fc.record({
    kind: fc.constant("walletActivated" as const),
    walletId: id("wallet"),
    userId: maybe(id("user")),
    publicKey: fc.constant("GWALLET"),
  }),
} satisfies { [Kind in Fact["kind"]]: fc.Arbitrary<FactOf<Kind>> };

export const FACT_KINDS = Object.keys(EVERY_FACT) as (keyof typeof EVERY_FACT)[];
