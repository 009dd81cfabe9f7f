import { randomUUID } from "node:crypto";
import { StepFailure } from "../../activities/failures.ts";
import type { Fiat } from "../../activities/fiat/fiat.ts";
import type { FiatRail, FiatUser, Payin, Payout } from "../../activities/fiat/fiat-rail.ts";
import type { StepProblem } from "../../domain/chain/problems.ts";

/** What a test does at the fiat provider, in place of its users. */
export interface HeldFiat {
  /** The account of that address; made when there is none. */
  account(email: string, change?: Partial<FiatUser>): FiatUser;
  payin(code: string): Payin | null;
  /** Puts a payin, by our code, into a state. */
  setPayin(code: string, change: Partial<Payin>): void;
  payout(code: string): Payout | null;
  setPayout(code: string, change: Partial<Payout>): void;
  /** The address that a payout went to, by our code. */
  recipient(code: string): string | null;
  /** From now on every call fails with this, or with nothing any more. */
  failWith(problem: StepProblem | null): void;
  /** What a payout becomes when it is committed. */
  afterCommit: Payout["state"];
  /** Of our account there. */
  balanceAmount: string;
}

/** Airtm in memory: the rail that the real activities speak to. */
export function fakeAirtm(): { readonly fiat: Fiat; readonly held: HeldFiat } {
  const users = new Map<string, FiatUser>();
  const payins = new Map<string, Payin>();
  const payouts = new Map<string, Payout>();
  const recipients = new Map<string, string>();
  let failing: StepProblem | null = null;
  const held: HeldFiat = {
    account(email, change = {}) {
      const known = users.get(email) ?? newUser(email);
      users.set(email, { ...known, ...change });
      return { ...known, ...change };
    },
    payin: (code) => payins.get(code) ?? null,
    setPayin: (code, change) => payins.set(code, { ...required(payins.get(code)), ...change }),
    payout: (code) => payouts.get(code) ?? null,
    setPayout: (code, change) => payouts.set(code, { ...required(payouts.get(code)), ...change }),
    recipient: (code) => recipients.get(code) ?? null,
    failWith: (problem) => {
      failing = problem;
    },
    afterCommit: "pending",
    balanceAmount: "0.00",
  };
  const answer = async <Result>(effect: () => Result): Promise<Result> => {
    if (failing) throw new StepFailure(failing, `a test said ${failing}`);
    return effect();
  };
  const change = <Item extends { readonly id: string; readonly state: string }>(
    items: Map<string, Item>,
    id: string,
    next: (item: Item) => Item,
  ): boolean => {
    const [code, item] = required([...items].find(([, one]) => one.id === id));
    const changed = next(item);
    items.set(code, changed);
    return changed !== item;
  };
  const rail: FiatRail = {
    name: "airtm",
    findUser: (email) => answer(() => users.get(email) ?? null),
    createPayin: ({ code, amount }) =>
      answer(() => {
        payins.set(code, payins.get(code) ?? newPayin(amount));
        return required(payins.get(code));
      }),
    payin: (id) => answer(() => required([...payins.values()].find((one) => one.id === id))),
    cancelPayin: (id) =>
      answer(() => change(payins, id, (one) => (one.state === "open" ? { ...one, state: "canceled" as const } : one))),
    createPayout: ({ code, amount, email }) =>
      answer(() => {
        recipients.set(code, email);
        payouts.set(code, payouts.get(code) ?? newPayout(amount));
        return required(payouts.get(code));
      }),
    payout: (id) => answer(() => required([...payouts.values()].find((one) => one.id === id))),
    payoutByCode: (code) => answer(() => payouts.get(code) ?? null),
    commitPayout: (id) =>
      answer(() => {
        change(payouts, id, (one) => (one.state === "created" ? { ...one, state: held.afterCommit } : one));
      }),
    cancelPayout: (id) =>
      answer(() =>
        change(payouts, id, (one) =>
          ["created", "pending"].includes(one.state) ? { ...one, state: "canceled" as const } : one,
        ),
      ),
    balance: () => answer(() => ({ availableAmount: held.balanceAmount, pendingAmount: "0.00" })),
  };
  return {
    fiat: {
      rail,
      objectionTo,
      dailyPayoutMax: null,
      treasuryLowStroops: 0n,
      callbackBaseUrl: "https://payments.example",
    },
    held,
  };
}

function objectionTo({ isActive, isVerified, country }: FiatUser, { direction }: { readonly direction: string }) {
  if (!isActive) return "USER_INACTIVE";
  if (!isVerified) return "USER_NOT_VERIFIED";
  return country === "USA" && direction === "in" ? "COUNTRY_NOT_SERVED" : null;
}

const newUser = (email: string): FiatUser => ({
  id: randomUUID(),
  email,
  isActive: true,
  isVerified: true,
  country: "MEX",
});

const newPayin = (amount: string): Payin => {
  const id = randomUUID();
  const paymentUrl = `https://app.airtm.example/payin/${id}`;
  const expiresAt = new Date(Date.now() + 15 * 86_400_000).toISOString();
  return { id, state: "open", paidAmount: amount, feeAmount: "0.00", paymentUrl, expiresAt, reason: null };
};

const newPayout = (amount: string): Payout => ({
  id: randomUUID(),
  state: "created",
  amount,
  feeAmount: "0.00",
  reason: null,
  reasonCode: null,
  updatedAt: new Date().toISOString(),
});

function required<Found>(found: Found | undefined): Found {
  if (found === undefined) throw new StepFailure("STATE_UNEXPECTED", "the provider knows no such payment");
  return found;
}
