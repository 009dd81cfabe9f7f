import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { AirtmAid } from "../testing/airtm-aid.ts";
import { PAYOUT_STATUSES } from "./payout.ts";

const DAY_SECONDS = 86_400;

let aid: AirtmAid;
beforeAll(async () => {
  aid = await AirtmAid.start();
});
afterAll(() => aid.close());
beforeEach(() => aid.control("POST", "/reset"));

const read = async (id: string) => (await aid.request("GET", `/payouts/${id}`)).body;
const commit = (id: string) => aid.request("POST", `/payouts/${id}/commit`);
const force = (id: string, body: object) => aid.control("POST", `/airtm/payouts/${id}`, body);
const settings = (changes: object) => aid.control("POST", "/airtm/settings", changes);
const statusesOf = async (id: string) =>
  (await aid.request("GET", `/payouts/${id}/events`)).body.map((event: { status: string }) => event.status);

describe("a new payout", () => {
  test("is what was ordered, takes no money yet, and is found by id and by code", async () => {
    const payout = await aid.payout({ code: "wd/1", enterpriseFee: 1.5, internalNote: "for us", amount: 40.25 });
    expect(payout).toEqual({
      id: expect.any(String),
      bulkPayoutId: null,
      hash: expect.any(String),
      code: "wd/1",
      airtmUserId: expect.any(String),
      airtmUserEmail: "seller@example.com",
      requireIdVerified: false,
      notes: "Your pay",
      internalNote: "for us",
      status: "CREATED",
      grossAmount: 40.25,
      amount: 40.25,
      netAmount: 38.75,
      airtmFee: 0,
      enterpriseFee: 1.5,
      reasonCode: null,
      reasonDescription: null,
      kycInformation: null,
      createdAt: expect.stringMatching(/Z$/),
      updatedAt: payout.createdAt,
    });
    expect(await read(payout.id)).toEqual(payout);
    expect((await aid.request("GET", "/payouts/by-code/wd%2F1")).body).toEqual(payout);
    expect(await aid.balance()).toEqual({ available: 100_000, pending: 0 });
  });

  test("needs a code that was never used, or none", async () => {
    const { id, code } = await aid.payout();
    const again = () => aid.request("POST", "/payouts", aid.payoutBody({ code }));
    expect(await again()).toMatchObject({ status: 400, body: { code: "415056" } });
    await aid.request("DELETE", `/payouts/${id}`);
    expect(await again()).toMatchObject({ status: 400, body: { code: "415056" } });
    expect([await aid.payout({ code: undefined }), await aid.payout({ code: undefined })]).toMatchObject([
      { code: null },
      { code: null },
    ]);
  });

  test.each([
    ["no notes", { notes: undefined }],
    ["no recipient", { airtmUserEmail: undefined }],
    ["no amount", { amount: undefined }],
    ["nothing to pay", { amount: 0 }],
    ["three decimals", { amount: 1.005 }],
    ["a fee above the amount", { enterpriseFee: 40.01 }],
    ["an extra key", { currency: "USD" }],
    ["no e-mail address", { airtmUserEmail: "seller" }],
  ])("is refused with %s", async (_what, more) => {
    const answer = await aid.request("POST", "/payouts", aid.payoutBody({ commit: true, ...more }));
    expect(answer).toMatchObject({ status: 400, body: { code: "415400" } });
    expect((await aid.request("GET", "/payouts")).body.items).toEqual([]);
  });

  test.each([
    ["banned@example.com", {}, "415010"],
    ["inactive@example.com", {}, "415059"],
    ["unverified@example.com", { requireIdVerified: true }, "415060"],
    ["us@example.com", { amount: 0.99 }, "415402"],
  ])("is refused for %s with %j", async (airtmUserEmail, more, code) => {
    const answer = await aid.request("POST", "/payouts", aid.payoutBody({ airtmUserEmail, ...more }));
    expect(answer).toMatchObject({ status: 400, body: { code } });
  });

  test("is welcome to the unverified when nobody asks for it, and from USD 1 in the US", async () => {
    await aid.payout({ airtmUserEmail: "unverified@example.com", amount: 0.01, commit: true });
    await aid.payout({ airtmUserEmail: "us@example.com", amount: 1, commit: true });
    expect(await aid.balance()).toEqual({ available: 99_998.99, pending: 0 });
  });
});

describe("committed", () => {
  test("it answers 204 without a body, takes the money and completes by itself", async () => {
    const { id } = await aid.payout();
    expect(await commit(id)).toEqual({ status: 204, body: null });
    expect(await read(id)).toMatchObject({ status: "COMPLETED" });
    expect(await statusesOf(id)).toEqual(["CREATED", "COMMITTED", "COMPLETED"]);
    expect(await aid.balance()).toEqual({ available: 99_960, pending: 0 });
  });

  test("in one step it does the same", async () => {
    const { id } = await aid.payout({ commit: true });
    expect(await statusesOf(id)).toEqual(["CREATED", "COMMITTED", "COMPLETED"]);
    expect(await aid.balance()).toEqual({ available: 99_960, pending: 0 });
  });

  test("a second time it is refused, and no more is taken", async () => {
    await settings({ payoutDelayMs: "manual" });
    const { id, code } = await aid.payout();
    await commit(id);
    expect(await commit(id)).toMatchObject({ status: 400, body: { code: "415027", data: { status: "COMMITTED" } } });
    expect(await aid.balance()).toEqual({ available: 99_960, pending: 40 });
    expect((await aid.control("GET", `/airtm/effects?code=${code}`)).body.effects).toEqual([
      { code, payins: 0, confirmations: 0, payouts: 1, commits: 1, completions: 0 },
    ]);
  });

  test("it is refused after a cancellation", async () => {
    const { id } = await aid.payout();
    await aid.request("DELETE", `/payouts/${id}`);
    expect(await commit(id)).toMatchObject({ status: 400, body: { code: "415027" } });
    expect(await aid.balance()).toEqual({ available: 100_000, pending: 0 });
  });

  test("it is COMMITTED as long as the delay says, and the money is pending", async () => {
    await settings({ payoutDelayMs: 60_000 });
    const { id } = await aid.payout({ commit: true });
    expect(await read(id)).toMatchObject({ status: "COMMITTED" });
    expect(await aid.balance()).toEqual({ available: 99_960, pending: 40 });
    await aid.advance(60);
    expect(await read(id)).toMatchObject({ status: "COMPLETED" });
    expect(await aid.balance()).toEqual({ available: 99_960, pending: 0 });
  });

  test("it completes in real time too", async () => {
    await settings({ payoutDelayMs: 20 });
    const { id } = await aid.payout({ commit: true });
    while ((await read(id)).status !== "COMPLETED") await wait(5);
  });

  test.each([
    ["the balance is short", { available: "39.99" }, {}, "415016"],
    ["the day's limit is reached", {}, { payoutDailyLimit: "39.99" }, "415403"],
  ])("it is refused when %s, in both ways, and nothing happens", async (_when, balance, changes, code) => {
    const { id } = await aid.payout();
    if ("available" in balance) await aid.control("POST", "/airtm/balance", balance);
    await settings(changes);
    const before = await aid.balance();
    expect(await commit(id)).toMatchObject({ status: 400, body: { code } });
    expect(await read(id)).toMatchObject({ status: "CREATED" });
    const oneStep = aid.payoutBody({ commit: true });
    expect(await aid.request("POST", "/payouts", oneStep)).toMatchObject({ status: 400, body: { code } });
    expect(await aid.request("GET", `/payouts/by-code/${oneStep.code}`)).toMatchObject({ status: 404 });
    expect(await aid.balance()).toEqual(before);
  });

  test("to the last cent of the balance it is taken", async () => {
    await aid.control("POST", "/airtm/balance", { available: "40.00" });
    await aid.payout({ commit: true });
    expect(await aid.balance()).toEqual({ available: 0, pending: 0 });
  });

  test("more than a day allows has to wait for the next day", async () => {
    await settings({ payoutDailyLimit: "100.00" });
    await aid.payout({ amount: 60, commit: true });
    await aid.payout({ amount: 40, commit: true });
    const { id } = await aid.payout({ amount: 0.01 });
    expect(await commit(id)).toMatchObject({ status: 400, body: { code: "415403" } });
    await aid.advance(DAY_SECONDS);
    expect(await commit(id)).toMatchObject({ status: 204 });
  });

  test("it is refused for a recipient who was banned meanwhile, or cannot receive", async () => {
    const { id } = await aid.payout({ airtmUserEmail: "buyer@example.com" });
    await aid.control("PUT", "/airtm/users/buyer@example.com", { canReceive: false });
    expect(await commit(id)).toMatchObject({ status: 400, body: { code: "415061" } });
    await aid.control("PUT", "/airtm/users/buyer@example.com", { canReceive: true, banned: true });
    expect(await commit(id)).toMatchObject({ status: 400, body: { code: "415010" } });
  });
});

describe("to somebody who has not signed up", () => {
  const toNobody = (more: object = {}) => aid.payout({ airtmUserEmail: "Later@example.com", commit: true, ...more });

  test("it is PENDING, the money is out of reach, and all comes back after 90 days", async () => {
    const { id } = await toNobody();
    expect(await read(id)).toMatchObject({ status: "PENDING", airtmUserId: null });
    await aid.advance(90 * DAY_SECONDS - 5);
    expect(await read(id)).toMatchObject({ status: "PENDING" });
    expect(await aid.balance()).toEqual({ available: 99_960, pending: 40 });
    await aid.advance(5);
    expect(await read(id)).toMatchObject({ status: "CANCELED", reasonDescription: expect.any(String) });
    expect(await aid.balance()).toEqual({ available: 100_000, pending: 0 });
    expect(await statusesOf(id)).toEqual(["CREATED", "COMMITTED", "PENDING", "CANCELED"]);
  });

  test("it waits as long as the setting says", async () => {
    await settings({ unclaimedDays: 7 });
    const { id } = await toNobody();
    await aid.advance(7 * DAY_SECONDS);
    expect(await read(id)).toMatchObject({ status: "CANCELED" });
  });

  test("it completes once the person signs up, and never returns", async () => {
    const { id } = await toNobody();
    await aid.control("PUT", "/airtm/users/later@example.com", {});
    expect(await read(id)).toMatchObject({ status: "COMPLETED", airtmUserId: expect.any(String) });
    await aid.advance(100 * DAY_SECONDS);
    expect(await aid.balance()).toEqual({ available: 99_960, pending: 0 });
  });

  test("it goes on waiting for a person who is not verified, when it has to be", async () => {
    const { id } = await toNobody({ requireIdVerified: true });
    await aid.control("PUT", "/airtm/users/later@example.com", { isVerified: false });
    expect(await read(id)).toMatchObject({ status: "PENDING" });
    await aid.control("PUT", "/airtm/users/later@example.com", { isVerified: true });
    expect(await read(id)).toMatchObject({ status: "COMPLETED" });
  });

  test("it can be canceled, and the money is back at once", async () => {
    const { id } = await toNobody();
    expect(await aid.request("DELETE", `/payouts/${id}`)).toMatchObject({ status: 200, body: { status: "CANCELED" } });
    expect(await aid.balance()).toEqual({ available: 100_000, pending: 0 });
  });
});

describe("canceled by the enterprise", () => {
  test("while CREATED it never moves money", async () => {
    const { id } = await aid.payout();
    expect(await aid.request("DELETE", `/payouts/${id}`)).toMatchObject({ status: 200, body: { status: "CANCELED" } });
    expect(await aid.balance()).toEqual({ available: 100_000, pending: 0 });
  });

  test.each(PAYOUT_STATUSES.filter((status) => status !== "CREATED" && status !== "PENDING"))(
    "it is refused while %s",
    async (status) => {
      const { id } = await aid.payout();
      await force(id, { status });
      expect(await aid.request("DELETE", `/payouts/${id}`)).toMatchObject({ status: 400, body: { code: "415055" } });
      expect(await read(id)).toMatchObject({ status });
    },
  );
});

describe("forced", () => {
  test("to FAILED it gives the money back and says why", async () => {
    await settings({ payoutDelayMs: "manual" });
    const { id, code } = await aid.payout({ commit: true });
    await force(code, { status: "FAILED", reasonCode: 415_061, reasonDescription: "account closed" });
    expect(await read(id)).toMatchObject({
      status: "FAILED",
      reasonCode: 415_061,
      reasonDescription: "account closed",
    });
    expect(await aid.balance()).toEqual({ available: 100_000, pending: 0 });
  });

  test("to COMPLETED after FAILED it takes the money again, also below zero", async () => {
    await settings({ payoutDelayMs: "manual" });
    const { id, code } = await aid.payout({ commit: true });
    await force(id, { status: "FAILED" });
    await aid.control("POST", "/airtm/balance", { available: "10.00" });
    await force(id, { status: "COMPLETED" });
    expect(await read(id)).toMatchObject({ status: "COMPLETED", reasonCode: null });
    expect(await aid.balance()).toEqual({ available: -30, pending: 0 });
    expect((await aid.control("GET", `/airtm/effects?code=${code}`)).body.effects).toMatchObject([
      { commits: 1, completions: 1 },
    ]);
  });

  test("another amount moves the difference", async () => {
    const { id } = await aid.payout({ commit: true });
    await force(id, { status: "COMPLETED", amount: "15.00", airtmFee: "1.00" });
    expect(await read(id)).toMatchObject({ amount: 15, airtmFee: 1, netAmount: 14 });
    expect(await aid.balance()).toEqual({ available: 99_985, pending: 0 });
  });

  test.each(PAYOUT_STATUSES)("%s can be shown, listed and left again", async (status) => {
    const { id } = await aid.payout();
    await force(id, { status });
    expect(await read(id)).toMatchObject({ status });
    expect((await aid.request("GET", `/payouts?status=${status}`)).body.items).toMatchObject([{ id }]);
    await force(id, { status: "COMPLETED" });
    expect(await aid.balance()).toEqual({ available: 99_960, pending: 0 });
  });
});

test("an unknown payout is a 404 with a code, whatever is asked of it", async () => {
  const asked = [
    aid.request("GET", "/payouts/x"),
    aid.request("GET", "/payouts/by-code/x"),
    aid.request("GET", "/payouts/x/events"),
    aid.request("DELETE", "/payouts/x"),
    commit("x"),
  ];
  for (const answer of await Promise.all(asked))
    expect(answer).toMatchObject({ status: 404, body: { code: "415404" } });
});

test("no payout belongs to a bulk", async () => {
  await aid.payout();
  expect((await aid.request("GET", "/payouts?bulkPayoutId=b")).body.items).toEqual([]);
});
