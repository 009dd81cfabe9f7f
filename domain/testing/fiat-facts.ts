import fc from "fast-check";
import type { PayoutTerms } from "../chain/intent.ts";
import { mintId, type Noun } from "../ids.ts";
import { formatAmount, STROOPS_PER_CENT } from "../money.ts";
import type { TopUpTerms } from "../topup/topup-facts.ts";

const id = <N extends Noun>(noun: N) =>
  fc.uint8Array({ minLength: 24, maxLength: 24 }).map((bytes) => mintId(noun, bytes));
const is = <Kind extends string>(kind: Kind) => fc.constant(kind);
const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const cents = (least: bigint, most: bigint) =>
  fc.bigInt({ min: least, max: most }).map((count) => formatAmount(count * STROOPS_PER_CENT));
const amount = cents(100n, 10n ** 11n);
const currency = fc.constantFrom("USD" as const, "USDC" as const);
const time = fc.constant("2026-11-25T10:00:00.000Z");
const providerId = fc.uuid();

const topUp: fc.Arbitrary<TopUpTerms> = fc.record({ topUpId: id("topup"), userId: id("user"), amount, currency });
const openTopUp = fc.constantFrom("TOPUP_AWAITING_USER_CONFIRMATION" as const, "TOPUP_PROCESSING" as const);
const endedTopUp = fc.constantFrom("TOPUP_CANCELED" as const, "TOPUP_FAILED" as const);

const payout: fc.Arbitrary<PayoutTerms> = fc.record({
  withdrawalId: id("withdrawal"),
  userId: id("user"),
  amount,
  currency,
  destinationType: fc.constantFrom("airtm_balance" as const, "bank" as const),
  destination: fc.constant("airtm-user-1"),
  memo: fc.constant(null),
});
const pending = fc.constantFrom("WITHDRAWAL_PENDING" as const, "WITHDRAWAL_PENDING_USER_ACTION" as const);

/** Every kind of fact of fiat in and out, as workflows make them. */
export const FIAT_FACTS = {
  topUpCreated: fc.record({
    kind: is("topUpCreated"),
    topUp,
    details: fc.record({
      description: maybe(text),
      metadata: maybe(fc.constant({ campaign: 1 })),
      returnUrl: maybe(fc.webUrl()),
      cancelUrl: maybe(fc.webUrl()),
    }),
  }),
  topUpAwaiting: fc.record({
    kind: is("topUpAwaiting"),
    topUp,
    payinId: providerId,
    confirmationUri: fc.webUrl(),
    expiresAt: time,
  }),
  topUpProcessing: fc.record({ kind: is("topUpProcessing"), topUp, payinId: providerId }),
  topUpSucceeded: fc.record({
    kind: is("topUpSucceeded"),
    topUp,
    from: fc.oneof(openTopUp, endedTopUp),
    payinId: providerId,
    paidAmount: amount,
    feeAmount: cents(0n, 99n),
  }),
  topUpFailed: fc.record({
    kind: is("topUpFailed"),
    topUp,
    from: fc.oneof(openTopUp, fc.constant("TOPUP_CREATED" as const)),
    payinId: maybe(providerId),
    reason: text,
    errorCode: maybe(text),
  }),
  topUpCanceled: fc.record({
    kind: is("topUpCanceled"),
    topUp,
    from: openTopUp,
    canceledBy: fc.constantFrom("user" as const, "system" as const, "admin" as const),
    reason: maybe(text),
  }),
  payoutCommitted: fc.record({ kind: is("payoutCommitted"), payout }),
  payoutPending: fc.record({ kind: is("payoutPending"), payout, payoutId: providerId }),
  payoutNeedsUser: fc.record({ kind: is("payoutNeedsUser"), payout, payoutId: providerId, action: text }),
  payoutResumed: fc.record({ kind: is("payoutResumed"), payout, payoutId: providerId }),
  payoutCompleted: fc.record({
    kind: is("payoutCompleted"),
    payout,
    from: pending,
    payoutId: providerId,
    feeAmount: cents(0n, 99n),
    completedAt: time,
  }),
  payoutReturned: fc.record({
    kind: is("payoutReturned"),
    payout,
    from: fc.oneof(pending, fc.constant("WITHDRAWAL_COMMITTED" as const)),
    to: fc.constantFrom("WITHDRAWAL_FAILED" as const, "WITHDRAWAL_CANCELED" as const),
    payoutId: maybe(providerId),
    reason: text,
    errorCode: maybe(text),
  }),
  payoutPaidAfterReturn: fc.record({
    kind: is("payoutPaidAfterReturn"),
    payout,
    from: fc.constantFrom("WITHDRAWAL_FAILED" as const, "WITHDRAWAL_CANCELED" as const),
    payoutId: providerId,
    feeAmount: cents(0n, 99n),
    completedAt: time,
    isCovered: fc.boolean(),
  }),
};
