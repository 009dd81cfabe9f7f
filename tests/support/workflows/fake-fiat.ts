import { randomUUID } from "node:crypto";
import type { Payin, PayinState, Payout, PayoutState } from "../../../activities/fiat/fiat-rail.ts";
import type { Activities } from "../../../activities/index.ts";
import { AppError } from "../../../domain/errors.ts";
import type { Faults } from "./faults.ts";

type FiatActivities = Pick<Activities, Extract<keyof Activities, `fiat${string}`>>;

/** The fiat provider in memory: its payments by our codes, what was done about each, and who may be part of them. */
export interface FakeFiat {
  readonly activities: FiatActivities;
  /** Puts a payment into a state, as the provider or its user would. */
  setPayin(code: string, state: PayinState, change?: Partial<Payin>): void;
  setPayout(code: string, state: PayoutState, change?: Partial<Payout>): void;
  payout(code: string): Payout | null;
  /** How often the payout was really committed: more than once is a double payment. */
  commits(code: string): number;
  /** Why this user may not pay or be paid; null lets them again. */
  object(userId: string, reason: string | null): void;
  /** From now on a commit leaves the payout in this state; "paid" by default. */
  afterCommit: PayoutState;
}

const CREATED_AT = "2026-11-25T10:00:00.000Z";
const EXPIRES_AT = "2026-12-10T10:00:00.000Z";
const NEVER_CANCELED: readonly string[] = ["paid", "failed", "canceled"];

export function fakeFiat(faults: Faults): FakeFiat {
  const payins = new Map<string, Payin>();
  const payouts = new Map<string, Payout>();
  const commits = new Map<string, number>();
  const objections = new Map<string, string>();
  const requirePayin = (payinId: string) => required([...payins.entries()].find(([, { id }]) => id === payinId));
  const requirePayout = (payoutId: string) => required([...payouts.entries()].find(([, { id }]) => id === payoutId));
  const fiat: FakeFiat = {
    afterCommit: "paid",
    setPayin: (code, state, change) => payins.set(code, { ...required(payins.get(code)), ...change, state }),
    setPayout: (code, state, change) => payouts.set(code, { ...required(payouts.get(code)), ...change, state }),
    payout: (code) => payouts.get(code) ?? null,
    commits: (code) => commits.get(code) ?? 0,
    object: (userId, reason) => (reason === null ? objections.delete(userId) : objections.set(userId, reason)),
    activities: {
      fiatCompareBalance: () =>
        faults.run("compare fiat", async () => ({ checked: 1, differing: 0, inMotion: 0, credited: 0 })),
      fiatLinkUser: ({ userId, caller }) =>
        faults.run("link", async () => ({ userId, providerUserId: `at-${userId}`, ...caller })),
      fiatRequireReady: ({ userId }) =>
        faults.run("require ready", async () => {
          const reason = objections.get(userId);
          if (reason) throw new AppError("AIRTM_USER_INVALID", { userId, reason });
        }),
      fiatCreatePayin: ({ topUpId, amount }) =>
        faults.run("create payin", async () => {
          const payin = payins.get(topUpId) ?? newPayin(amount);
          payins.set(topUpId, payin);
          return payin;
        }),
      fiatReadPayin: ({ payinId }) => faults.run("read payin", async () => requirePayin(payinId)[1]),
      fiatCancelPayin: ({ payinId }) =>
        faults.run("cancel payin", async () => {
          const [code, payin] = requirePayin(payinId);
          if (payin.state !== "open") return false;
          payins.set(code, { ...payin, state: "canceled" });
          return true;
        }),
      fiatCreatePayout: ({ withdrawalId, amount }) =>
        faults.run("create payout", async () => {
          const payout = payouts.get(withdrawalId) ?? newPayout(amount);
          payouts.set(withdrawalId, payout);
          return payout;
        }),
      fiatCommitPayout: ({ payoutId }) =>
        faults.run("commit payout", async () => {
          const [code, payout] = requirePayout(payoutId);
          if (payout.state !== "created") return; // committed already: the provider does it once
          commits.set(code, (commits.get(code) ?? 0) + 1);
          payouts.set(code, { ...payout, state: fiat.afterCommit });
        }),
      fiatReadPayout: ({ payoutId }) => faults.run("read payout", async () => requirePayout(payoutId)[1]),
      fiatFindPayout: ({ withdrawalId }) => faults.run("find payout", async () => payouts.get(withdrawalId) ?? null),
      fiatCancelPayout: ({ payoutId }) =>
        faults.run("cancel payout", async () => {
          const [code, payout] = requirePayout(payoutId);
          if (NEVER_CANCELED.includes(payout.state)) return false;
          payouts.set(code, { ...payout, state: "canceled" });
          return true;
        }),
    },
  };
  return fiat;
}

const newPayin = (amount: string): Payin => ({
  id: randomUUID(),
  state: "open",
  paidAmount: amount,
  feeAmount: "0.00",
  paymentUrl: "https://pay.example/1",
  expiresAt: EXPIRES_AT,
  reason: null,
});

const newPayout = (amount: string): Payout => ({
  id: randomUUID(),
  state: "created",
  amount,
  feeAmount: "0.00",
  reason: null,
  reasonCode: null,
  updatedAt: CREATED_AT,
});

function required<Found>(found: Found | undefined): Found {
  if (found === undefined) throw new RangeError("the provider knows no such payment");
  return found;
}
