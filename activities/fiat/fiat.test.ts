import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { AppError } from "../../domain/errors.ts";
import { mintId, type UserId } from "../../domain/ids.ts";
import { ledgerAccounts } from "../../domain/ledger/accounts.ts";
import { formatAmount } from "../../domain/money.ts";
import { balanceOf, post } from "../../prisma/testing/ledger.ts";
import { StepFailure } from "../failures.ts";
import { claimPaymentProvider } from "../storage/payment-mode.ts";
import { storageRecordFact } from "../storage/record-fact.ts";
import { insertUser } from "../testing/chain-scene.ts";
import { type FiatScene, fiatScene } from "../testing/fiat-scene.ts";
import { problemOf } from "../testing/problem-of.ts";
import { fiatCancelPayout } from "./cancel-payout.ts";
import { fiatCommitPayout } from "./commit-payout.ts";
import { fiatCompareBalance } from "./compare-balance.ts";
import { fiatCreatePayin } from "./create-payin.ts";
import { fiatCreatePayout } from "./create-payout.ts";
import { fiatOf } from "./fiat.ts";
import type { FiatRail } from "./fiat-rail.ts";
import { fiatFindPayout } from "./find-payout.ts";
import { fiatLinkUser } from "./link-user.ts";
import { fiatReadPayin } from "./read-payin.ts";
import { fiatReadPayout } from "./read-payout.ts";
import { fiatRequireReady } from "./require-ready.ts";

let scene: FiatScene;
beforeAll(async () => {
  scene = await fiatScene();
});
afterAll(() => scene.close());

const caller = { keyId: "key_test", correlationId: "cor_test" };
const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "none",
    (error: AppError) => error.code,
  );

async function link(userId: UserId, email: string) {
  const emailRef = randomUUID();
  await scene.db.sql.query("INSERT INTO private_value (id, value) VALUES ($1, $2)", [emailRef, email]);
  return fiatLinkUser(scene.deps)({ caller, userId, emailRef });
}

/** Ids of accounts at the provider by user. */
const accounts = new Map<UserId, string>();

async function linkedUser(email = `${randomUUID()}@example.com`): Promise<UserId> {
  const userId = await insertUser(scene.db);
  const { rail } = fiatOf(scene.deps);
  if (!(await rail.findUser(email))) await scene.control("PUT", `/airtm/users/${email}`, { isVerified: true });
  const account = (await rail.findUser(email))?.id ?? "";
  accounts.set(userId, account);
  const unlink = "UPDATE users SET airtm_user_id = NULL, airtm_email = NULL, airtm_linked_at = NULL";
  await scene.db.sql.query(`${unlink} WHERE airtm_user_id = $1`, [account]);
  await relink(userId, account, email);
  return userId;
}

const relink = (userId: UserId, account: string, email: string) =>
  scene.db.sql.query("UPDATE users SET airtm_user_id = $1, airtm_email = $2, airtm_linked_at = now() WHERE id = $3", [
    account,
    email,
    userId,
  ]);

const payoutOf = (userId: UserId, amount = "20.00") =>
  ({
    withdrawalId: mintId("withdrawal", randomBytes(24)),
    userId,
    amount,
    currency: "USD",
    destinationType: "airtm_balance",
    destination: accounts.get(userId) ?? "",
    memo: null,
  }) as const;

describe("linking an account", () => {
  test("ties it to its user, once, and forgets the address that it was asked by", async () => {
    const userId = await insertUser(scene.db);
    const linked = await link(userId, "buyer@example.com");
    expect(await link(userId, "buyer@example.com")).toEqual(linked);
    const { rows } = await scene.db.sql.query(
      "SELECT airtm_user_id AS id, airtm_email AS email FROM users WHERE id = $1",
      [userId],
    );
    expect(rows[0]).toEqual({ id: linked.providerUserId, email: "buyer@example.com" });
    const events = await scene.db.sql.query("SELECT type, payload FROM event WHERE user_id = $1", [userId]);
    expect(events.rows).toHaveLength(1);
    expect(JSON.stringify(events.rows)).not.toContain("@");
    expect((await scene.db.sql.query("SELECT * FROM private_value")).rows).toEqual([]);
    expect(await codeOf(link(userId, "seller@example.com"))).toBe("AIRTM_USER_ALREADY_LINKED");
    expect(await codeOf(link(await insertUser(scene.db), "buyer@example.com"))).toBe("AIRTM_USER_ALREADY_LINKED");
  });

  test.each([
    ["nobody@example.com", "USER_NOT_FOUND"],
    ["inactive@example.com", "USER_INACTIVE"],
    ["unverified@example.com", "USER_NOT_VERIFIED"],
  ])("of %s is refused as %s", async (email, code) => {
    expect(await codeOf(link(await insertUser(scene.db), email))).toBe(code);
  });

  test("two at once for one account leave it with one of them", async () => {
    await scene.control("PUT", "/airtm/users/wanted@example.com", { isVerified: true, country: "ESP" });
    const users = [await insertUser(scene.db), await insertUser(scene.db)];
    const codes = await Promise.all(users.map((userId) => codeOf(link(userId, "wanted@example.com"))));
    expect(codes.sort()).toEqual(["AIRTM_USER_ALREADY_LINKED", "none"]);
  });
});

describe("before a payment,", () => {
  const ready = (userId: UserId, direction: "in" | "out", amount = "20.00", deps = scene.deps) =>
    codeOf(fiatRequireReady(deps)({ userId, direction, amount }));

  test("the user must be linked, and let by the provider, as it says now", async () => {
    expect(await ready(await insertUser(scene.db), "in")).toBe("AIRTM_USER_NOT_LINKED");
    expect(await ready(mintId("user", randomBytes(24)), "in")).toBe("USER_NOT_FOUND");
    const user = await linkedUser("us@example.com");
    expect([await ready(user, "out"), await ready(user, "in")]).toEqual(["none", "AIRTM_USER_INVALID"]);
  });

  test("the address must still be that of the account that was linked", async () => {
    const user = await linkedUser();
    await relink(user, randomUUID(), "seller@example.com");
    expect([await ready(user, "out"), await ready(user, "in")]).toEqual(["AIRTM_USER_INVALID", "AIRTM_USER_INVALID"]);
  });

  test("what would go beyond the day's limit is refused with the next window", async () => {
    const deps = scene.depsWith({ dailyPayoutMax: "30.00" });
    const userId = await linkedUser();
    await post(scene.db.sql, `opening/${userId}`, {
      "world/manual": -1_000_000_000,
      [ledgerAccounts.available(userId)]: 1_000_000_000,
    });
    const payout = payoutOf(userId);
    const fact = { kind: "withdrawalCreated", payout, description: null } as const;
    await storageRecordFact(scene.deps)({ key: `withdrawal/${payout.withdrawalId}#created`, caller, fact });
    expect(await ready(userId, "out", "10.00", deps)).toBe("none");
    const refused = fiatRequireReady(deps)({ userId, direction: "out", amount: "10.01" });
    await expect(refused).rejects.toMatchObject({
      code: "PROVIDER_RATE_LIMITED",
      details: { nextWindowAt: expect.stringMatching(/T00:00:00\.000Z$/) },
    });
    expect(await ready(userId, "in", "10.01", deps)).toBe("none");
  });
});

describe("outgoing money that is frozen", () => {
  test("is neither created nor committed at the provider; what comes in goes on", async () => {
    const userId = await linkedUser();
    const payout = payoutOf(userId);
    const { id } = await fiatCreatePayout(scene.deps)(payout);
    await scene.db.sql.query(
      "UPDATE signing_freeze SET frozen = true, reason = 'theft', frozen_by = 'key_1', frozen_at = now()",
    );
    expect(await problemOf(fiatCommitPayout(scene.deps)({ payoutId: id, userId }))).toBe("SIGNING_FROZEN");
    expect(await problemOf(fiatCreatePayout(scene.deps)(payoutOf(userId)))).toBe("SIGNING_FROZEN");
    const topUpId = mintId("topup", randomBytes(24));
    expect((await fiatCreatePayin(scene.deps)({ topUpId, userId, amount: "5.00", currency: "USD" })).state).toBe(
      "open",
    );
    await scene.db.sql.query(
      "UPDATE signing_freeze SET frozen = false, reason = NULL, frozen_by = NULL, frozen_at = NULL",
    );
    await fiatCommitPayout(scene.deps)({ payoutId: id, userId });
    const effects = (await scene.control("GET", `/airtm/effects?code=${payout.withdrawalId}`)).effects;
    expect(effects).toMatchObject([{ commits: 1 }]);
  });
});

describe("the money of a suspended user", () => {
  const setStatus = (userId: UserId, status: string) =>
    scene.db.sql.query("UPDATE users SET status = $2 WHERE id = $1", [userId, status]);
  const effectsOf = async (code: string) => (await scene.control("GET", `/airtm/effects?code=${code}`)).effects;

  test("is not committed at the provider before they are reinstated", async () => {
    const userId = await linkedUser();
    const payout = payoutOf(userId);
    const { id: payoutId } = await fiatCreatePayout(scene.deps)(payout);
    await setStatus(userId, "SUSPENDED");
    expect(await problemOf(fiatCommitPayout(scene.deps)({ payoutId, userId }))).toBe("USER_SUSPENDED");
    expect(await effectsOf(payout.withdrawalId)).toMatchObject([{ commits: 0 }]);
    await setStatus(userId, "ACTIVE");
    await fiatCommitPayout(scene.deps)({ payoutId, userId });
    expect(await effectsOf(payout.withdrawalId)).toMatchObject([{ commits: 1 }]);
  });

  test("that is being committed is waited for: after the suspension nothing more is asked of the provider", async () => {
    const userId = await linkedUser();
    const order: string[] = [];
    let answer = () => {};
    const isAsked = new Promise<void>((asked) => {
      const commitPayout = async () => {
        asked();
        await new Promise<void>((resolve) => {
          answer = resolve;
        });
        order.push("committed");
      };
      const fiat = fiatOf(scene.deps);
      const deps = { ...scene.deps, fiat: { ...fiat, rail: { ...fiat.rail, commitPayout } } };
      order.push("begun");
      void fiatCommitPayout(deps)({ payoutId: "po_1", userId });
    });
    await isAsked;
    const suspension = setStatus(userId, "SUSPENDED").then(() => order.push("suspended"));
    await untilSomebodyWaits();
    answer();
    await suspension;
    expect(order).toEqual(["begun", "committed", "suspended"]);
  });

  async function untilSomebodyWaits(): Promise<void> {
    const waiting = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    while ((await scene.db.sql.query(waiting)).rows.length === 0);
  }
});

test.each([
  ["0.00", "0.00"],
  ["0.30", "0.30"],
])("a payin of %s of which %s was kept waits for a person: there is nothing to credit", async (amount, airtmFee) => {
  const topUpId = mintId("topup", randomBytes(24));
  const userId = await linkedUser();
  const { id: payinId } = await fiatCreatePayin(scene.deps)({ topUpId, userId, amount: "5.00", currency: "USD" });
  const { rail } = fiatOf(scene.deps);
  const payin = async (id: string) =>
    ({ ...(await rail.payin(id)), state: "paid", paidAmount: amount, feeAmount: airtmFee }) as const;
  const deps = { ...scene.deps, fiat: { ...fiatOf(scene.deps), rail: { ...rail, payin } } };
  expect(await problemOf(fiatReadPayin(deps)({ payinId }))).toBe("STATE_UNEXPECTED");
});

describe("a payout", () => {
  test("goes to the account that it was asked for, and waits when another is linked since", async () => {
    const userId = await linkedUser();
    const payout = payoutOf(userId);
    await relink(userId, randomUUID(), "seller@example.com");
    expect(await problemOf(fiatCreatePayout(scene.deps)(payout))).toBe("RECIPIENT_NOT_ELIGIBLE");
    expect(await fiatFindPayout(scene.deps)(payout)).toBeNull();
  });

  test("of another amount under our code is told to nobody as ours", async () => {
    const payout = payoutOf(await linkedUser());
    const { id: payoutId } = await fiatCreatePayout(scene.deps)(payout);
    await fiatCommitPayout(scene.deps)({ payoutId, userId: payout.userId });
    expect(await fiatFindPayout(scene.deps)(payout)).toMatchObject({ state: "paid" });
    expect(await problemOf(fiatFindPayout(scene.deps)({ ...payout, amount: "20.01" }))).toBe("STATE_UNEXPECTED");
  });
});

describe("a commit that is refused", () => {
  /** The provider as it is, but for one call. */
  const but = (change: Partial<FiatRail>) => {
    const fiat = fiatOf(scene.deps);
    return { ...scene.deps, fiat: { ...fiat, rail: { ...fiat.rail, ...change } } };
  };
  const commitPayout = () => Promise.reject(new StepFailure("PROVIDER_REFUSED", "Airtm answered 409"));
  const stateOf = async (payoutId: string) => (await fiatReadPayout(scene.deps)({ payoutId })).state;
  const aPayout = async () => {
    const userId = await linkedUser();
    return { userId, payoutId: (await fiatCreatePayout(scene.deps)(payoutOf(userId))).id };
  };

  test("counts as heard when an earlier attempt was, whose answer was lost", async () => {
    const { payoutId, userId } = await aPayout();
    await scene.control("POST", "/faults", { party: "airtm", kind: "lost", match: { path: "/commit" } });
    expect(await problemOf(fiatCommitPayout(scene.deps)({ payoutId, userId }))).toBe("PROVIDER_UNAVAILABLE");
    expect(await problemOf(fiatCommitPayout(but({ commitPayout }))({ payoutId, userId }))).toBe("none");
    expect(await stateOf(payoutId)).toBe("paid");
  });

  test("gives the money back only once the payout can never be paid", async () => {
    const { payoutId, userId } = await aPayout();
    const stuck = but({ commitPayout, cancelPayout: async () => false });
    expect(await problemOf(fiatCommitPayout(stuck)({ payoutId, userId }))).toBe("STATE_UNEXPECTED");
    expect(await stateOf(payoutId)).toBe("created");
    expect(await problemOf(fiatCommitPayout(but({ commitPayout }))({ payoutId, userId }))).toBe("PROVIDER_REFUSED");
    expect(await stateOf(payoutId)).toBe("canceled");
  });

  test("and a question that is refused is no reason to give anything up", async () => {
    const payoutId = "there-is-none";
    expect(await problemOf(fiatReadPayout(scene.deps)({ payoutId }))).toBe("PROVIDER_UNAVAILABLE");
    expect(await fiatCancelPayout(scene.deps)({ payoutId })).toBe(false);
  });
});

describe("the comparison with the provider's balance", () => {
  const compare = async (deps = scene.deps) => {
    await fiatCompareBalance(deps)({ runId: randomUUID() });
    const { rows } = await scene.db.sql.query<{ kind: string; surplus: string }>(
      `SELECT kind, (found_stroops - expected_stroops)::text AS surplus FROM reconciliation_difference WHERE resolved_at IS NULL`,
    );
    return rows.map(({ kind, surplus }) => `${kind} ${formatAmount(BigInt(surplus))}`);
  };

  test("begins with what was there before the first payment, which is the operator's own, and finds a single cent", async () => {
    expect(formatAmount(await balanceOf(scene.db.sql, ledgerAccounts.backingAirtm))).toBe("100000.00"); // compared by nobody yet
    await scene.control("POST", "/airtm/balance", { available: "100000.00" });
    expect(await compare()).toEqual([]);
    await scene.control("POST", "/airtm/balance", { available: "99999.99" });
    expect(await compare()).toEqual(["fiat_balance -0.01"]);
    await scene.control("POST", "/airtm/balance", { available: "100000.01" });
    expect(await compare()).toEqual(["fiat_balance 0.01"]);
    await scene.control("POST", "/airtm/balance", { available: "100000.00" });
    expect(await compare()).toEqual([]);
  });

  test("waits for a payment that ended there and that nobody has told us of", async () => {
    const userId = await linkedUser("buyer@example.com");
    const topUp = { topUpId: mintId("topup", randomBytes(24)), userId, amount: "25.00", currency: "USD" } as const;
    const record = (kind: string, fact: Parameters<ReturnType<typeof storageRecordFact>>[0]["fact"]) =>
      storageRecordFact(scene.deps)({ key: `topup/${topUp.topUpId}#${kind}`, caller, fact });
    const details = { description: null, metadata: null, returnUrl: null, cancelUrl: null };
    await record("created", { kind: "topUpCreated", topUp, details });
    const { id: payinId, paymentUrl: confirmationUri, expiresAt } = await fiatCreatePayin(scene.deps)(topUp);
    await record("awaiting", { kind: "topUpAwaiting", topUp, payinId, confirmationUri, expiresAt });
    await scene.control("POST", `/airtm/payins/${topUp.topUpId}/pay`, { email: "buyer@example.com" });
    expect(await fiatCompareBalance(scene.deps)({ runId: "run" })).toMatchObject({ inMotion: 1, differing: 0 });
    const from = "TOPUP_AWAITING_USER_CONFIRMATION";
    await record("succeeded", { kind: "topUpSucceeded", topUp, from, payinId, paidAmount: "25.00", feeAmount: "0.00" });
    expect(await compare()).toEqual([]);
  });

  test("tells of a payment that came after its end, because nobody looks at it any more", async () => {
    const userId = await linkedUser();
    const topUp = { topUpId: mintId("topup", randomBytes(24)), userId, amount: "25.00", currency: "USD" } as const;
    const record = (kind: string, fact: Parameters<ReturnType<typeof storageRecordFact>>[0]["fact"]) =>
      storageRecordFact(scene.deps)({ key: `topup/${topUp.topUpId}#${kind}`, caller, fact });
    const details = { description: null, metadata: null, returnUrl: null, cancelUrl: null };
    await record("created", { kind: "topUpCreated", topUp, details });
    const { id: payinId, paymentUrl: confirmationUri, expiresAt } = await fiatCreatePayin(scene.deps)(topUp);
    await record("awaiting", { kind: "topUpAwaiting", topUp, payinId, confirmationUri, expiresAt });
    const from = "TOPUP_AWAITING_USER_CONFIRMATION";
    await record("canceled", { kind: "topUpCanceled", topUp, from, canceledBy: "system", reason: null });
    await scene.control("POST", `/airtm/payins/${payinId}`, { status: "CONFIRMED" }); // and its webhook never comes
    expect(await compare()).toEqual(["fiat_balance 25.00"]);
    const { rows } = await scene.db.sql.query(
      "SELECT details FROM reconciliation_difference WHERE resolved_at IS NULL",
    );
    expect(rows).toEqual([{ details: expect.objectContaining({ paidAfterTheirEnd: [topUp.topUpId] }) }]);
    await record("succeeded", {
      ...{ kind: "topUpSucceeded", topUp, from: "TOPUP_CANCELED", payinId },
      ...{ paidAmount: "25.00", feeAmount: "0.00" },
    });
    expect(await compare()).toEqual([]);
  });

  test("tells that the treasury is low before a payment has to wait", async () => {
    const cautious = scene.depsWith({ treasuryLowUsdc: "50" });
    expect(await compare(cautious)).toEqual(["treasury_low -50.00"]);
    await post(scene.db.sql, randomUUID(), { "world/stellar": -500_000_000, "backing/stellar": 500_000_000 });
    expect(await compare(cautious)).toEqual([]);
  });
});

test("an installation changes how it moves money only while nothing is open, and says what is", async () => {
  await claimPaymentProvider(scene.db, "airtm").catch((error: Error) => {
    expect(error.message).toMatch(
      /PAYMENT_PROVIDER=airtm is refused[\s\S]*user\/usr_\w+\/withdrawing holds 20\.00[\s\S]*is WITHDRAWAL_CREATED/,
    );
  });
  expect.assertions(1);
});
