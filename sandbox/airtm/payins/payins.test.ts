import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { AirtmAid } from "../testing/airtm-aid.ts";

const DAY_SECONDS = 86_400;

let aid: AirtmAid;
beforeAll(async () => {
  aid = await AirtmAid.start();
});
afterAll(() => aid.close());
beforeEach(() => aid.control("POST", "/reset"));

const read = async (id: string) => (await aid.request("GET", `/payins/${id}`)).body;
const force = (id: string, body: object) => aid.control("POST", `/airtm/payins/${id}`, body);
const pay = (id: string, email = "buyer@example.com") => aid.control("POST", `/airtm/payins/${id}/pay`, { email });

describe("a new payin", () => {
  test("is what was asked for, and is found by id and by code", async () => {
    const payin = await aid.payin({ code: "topup/1 ä" });
    expect(payin).toEqual({
      id: expect.any(String),
      code: "topup/1 ä",
      hash: expect.any(String),
      status: "CREATED",
      amount: 25.5,
      netAmount: 25.5,
      airtmFee: 0,
      description: "Two logos",
      items: [
        { id: expect.any(String), payinId: payin.id, description: "Logo", amount: 12.5, quantity: 2 },
        { id: expect.any(String), payinId: payin.id, description: "Tip", amount: 0.5, quantity: 1 },
      ],
      airtmUserId: null,
      airtmUserEmail: null,
      failureReason: null,
      createdAt: expect.stringMatching(/^\d{4}-.*Z$/),
      updatedAt: payin.createdAt,
      confirmationUri: "https://shop.example.com/back?order=1",
      cancelUri: "https://shop.example.com/canceled",
    });
    expect(await read(payin.id)).toEqual(payin);
    expect((await aid.request("GET", `/payins/by-code/${encodeURIComponent("topup/1 ä")}`)).body).toEqual(payin);
  });

  test("needs a code that was never used, not even by one that was canceled", async () => {
    const { id, code } = await aid.payin();
    const again = () => aid.request("POST", "/payins", aid.payinBody({ code }));
    expect(await again()).toMatchObject({ status: 400, body: { code: "415029" } });
    await aid.request("DELETE", `/payins/${id}`);
    expect(await again()).toMatchObject({ status: 400, body: { code: "415029" } });
  });

  const item = { description: "Logo", amount: 25.5, quantity: 1 };
  test.each([
    ["no code", { code: undefined }],
    ["no description", { description: undefined }],
    ["a description of 251", { description: "x".repeat(251) }],
    ["no items", { items: [] }],
    ["an item of nothing", { items: [{ ...item, quantity: 0 }] }],
    ["an item for free", { items: [item, { ...item, amount: 0 }] }],
    ["an extra key", { currency: "USD" }],
    ["an extra key in an item", { items: [{ ...item, sku: "1" }] }],
    ["another amount than its items", { amount: 25.51 }],
    ["three decimals", { amount: 25.505, items: [{ ...item, amount: 25.505 }] }],
    ["a text as amount", { amount: "25.5" }],
    ["a negative amount", { amount: -25.5, items: [{ ...item, amount: -25.5 }] }],
    ["no return address", { confirmationUri: undefined }],
    ["a script as return address", { cancelUri: "javascript:alert(1)" }],
  ])("is refused with %s", async (_what, more) => {
    const answer = await aid.request("POST", "/payins", aid.payinBody(more));
    expect(answer).toMatchObject({ status: 400, body: { code: "415400", message: expect.any(String) } });
    expect((await aid.request("GET", "/payins")).body.items).toEqual([]);
  });

  test("may have a description of 250", async () => {
    expect(await aid.payin({ description: "x".repeat(250) })).toMatchObject({ status: "CREATED" });
  });

  test("is refused when the body is no JSON object", async () => {
    expect(await aid.request("POST", "/payins", [])).toMatchObject({ status: 400, body: { code: "415400" } });
    expect(await aid.request("POST", "/payins")).toMatchObject({ status: 400, body: { code: "415400" } });
  });
});

test("an unknown id or code is a 404 with a code", async () => {
  for (const path of ["/payins/x", "/payins/by-code/x"]) {
    expect(await aid.request("GET", path)).toMatchObject({ status: 404, body: { code: "415404" } });
  }
});

describe("paid", () => {
  test("it is confirmed, and the balance has the amount without Airtm's fee", async () => {
    await aid.control("POST", "/airtm/settings", { feePercent: 2.5 });
    const { id } = await aid.payin();
    expect(await pay(id)).toMatchObject({ status: 200, body: { status: "CONFIRMED" } });
    expect(await read(id)).toMatchObject({
      status: "CONFIRMED",
      amount: 25.5,
      airtmFee: 0.63,
      netAmount: 24.87,
      airtmUserEmail: "buyer@example.com",
      airtmUserId: expect.any(String),
    });
    expect(await aid.balance()).toEqual({ available: 100_024.87, pending: 0 });
  });

  test("it is PROCESSING as long as the delay says, by the sandbox's clock", async () => {
    await aid.control("POST", "/airtm/settings", { payinDelayMs: 60_000 });
    const { id } = await aid.payin();
    await pay(id);
    expect(await read(id)).toMatchObject({ status: "PROCESSING" });
    expect(await aid.balance()).toEqual({ available: 100_000, pending: 0 });
    await aid.advance(60);
    expect(await read(id)).toMatchObject({ status: "CONFIRMED" });
  });

  test("it never expires once the payer has confirmed", async () => {
    await aid.control("POST", "/airtm/settings", { payinDelayMs: "manual" });
    const { id } = await aid.payin();
    await aid.advance(15 * DAY_SECONDS - 3600);
    await pay(id);
    await aid.advance(20 * DAY_SECONDS);
    expect(await read(id)).toMatchObject({ status: "PROCESSING" });
    await force(id, { status: "CONFIRMED" });
    expect(await aid.balance()).toEqual({ available: 100_025.5, pending: 0 });
  });

  test.each([
    ["us@example.com", "415053"],
    ["inactive@example.com", "415059"],
    ["banned@example.com", "415010"],
    ["nobody@example.com", "415404"],
  ])("not by %s, and nothing changes", async (email, code) => {
    const { id } = await aid.payin();
    expect(await pay(id, email)).toMatchObject({ status: 409, body: { code } });
    expect(await read(id)).toMatchObject({ status: "CREATED", airtmUserEmail: null });
    expect(await aid.balance()).toEqual({ available: 100_000, pending: 0 });
  });

  test("only once", async () => {
    const { id, code } = await aid.payin();
    await pay(id);
    expect(await pay(id)).toMatchObject({ status: 409, body: { code: "415030" } });
    expect(await aid.balance()).toEqual({ available: 100_025.5, pending: 0 });
    expect((await aid.control("GET", `/airtm/effects?code=${code}`)).body.effects).toEqual([
      { code, payins: 1, confirmations: 1, payouts: 0, commits: 0, completions: 0 },
    ]);
  });
});

describe("canceled", () => {
  test("while it is CREATED", async () => {
    const { id } = await aid.payin();
    expect(await aid.request("DELETE", `/payins/${id}`)).toMatchObject({ status: 200, body: { status: "CANCELED" } });
    expect(await read(id)).toMatchObject({ status: "CANCELED", failureReason: null });
  });

  test.each([
    ["PROCESSING", "415030"],
    ["CONFIRMED", "415030"],
    ["CANCELED", "415032"],
    ["FAILED", "415032"],
    ["BRIDGE_FAILED", "415032"],
    ["BRIDGE_CANCELED", "415032"],
  ])("not while it is %s", async (status, code) => {
    const { id } = await aid.payin();
    await force(id, { status });
    expect(await aid.request("DELETE", `/payins/${id}`)).toMatchObject({ status: 400, body: { code } });
    expect(await read(id)).toMatchObject({ status });
  });
});

describe("unpaid", () => {
  test("it is CANCELED as expired after 15 days, not a second before, and cannot be paid by the payer", async () => {
    const { id, createdAt } = await aid.payin();
    await aid.advance(15 * DAY_SECONDS - 5);
    expect(await read(id)).toMatchObject({ status: "CREATED" });
    await aid.advance(5);
    const expired = await read(id);
    expect(expired).toMatchObject({ status: "CANCELED", failureReason: "expired" });
    expect(Date.parse(expired.updatedAt)).toBe(Date.parse(createdAt) + 15 * DAY_SECONDS * 1000);
    expect(await pay(id)).toMatchObject({ status: 409, body: { code: "415032" } });
  });

  test("it can still be confirmed by force after that: a late payment", async () => {
    const { id } = await aid.payin();
    await aid.advance(16 * DAY_SECONDS);
    await force(id, { status: "CONFIRMED", email: "buyer@example.com" });
    expect(await read(id)).toMatchObject({
      status: "CONFIRMED",
      failureReason: null,
      airtmUserEmail: "buyer@example.com",
    });
    expect(await aid.balance()).toEqual({ available: 100_025.5, pending: 0 });
  });
});

describe("forced", () => {
  test("a payment in part shows what arrived, and its items what was asked for", async () => {
    await aid.control("POST", "/airtm/settings", { feePercent: 10 });
    const { id } = await aid.payin();
    await force(id, { status: "CONFIRMED", amount: "10.00" });
    expect(await read(id)).toMatchObject({ amount: 10, airtmFee: 1, netAmount: 9, items: [{ amount: 12.5 }, {}] });
    expect(await aid.balance()).toEqual({ available: 100_009, pending: 0 });
  });

  test.each([
    [{ netAmount: "25.00" }, { amount: 25.5, airtmFee: 0.5, netAmount: 25 }],
    [{ airtmFee: "0.25" }, { amount: 25.5, airtmFee: 0.25, netAmount: 25.25 }],
    [
      { amount: "30", netAmount: "29" },
      { amount: 30, airtmFee: 1, netAmount: 29 },
    ],
  ])("%j adds up", async (amounts, expected) => {
    const { id } = await aid.payin();
    await force(id, { status: "CONFIRMED", ...amounts });
    expect(await read(id)).toMatchObject(expected);
  });

  test("a confirmed one that is taken back takes the money back", async () => {
    const { code, id } = await aid.payin();
    await pay(id);
    await force(code, { status: "FAILED", failureReason: "charged back" });
    expect(await read(id)).toMatchObject({ status: "FAILED", failureReason: "charged back" });
    expect(await aid.balance()).toEqual({ available: 100_000, pending: 0 });
  });
});

describe("the list", () => {
  test("is newest first, in pages that neither repeat nor leave out, in both directions", async () => {
    const codes: string[] = [];
    for (let count = 0; count < 25; count += 1) codes.push((await aid.payin()).code);
    const list = async (query: string) => (await aid.request("GET", `/payins?perPage=10${query}`)).body;
    const codesOf = (page: { items: { code: string }[] }) => page.items.map(({ code }) => code);
    const first = await list("");
    const second = await list(`&after=${first.endCursor}`);
    await aid.payin({ code: "meanwhile" });
    const third = await list(`&after=${second.endCursor}`);
    expect([first, second, third].flatMap(codesOf)).toEqual(codes.toReversed());
    expect(codesOf(await list(`&before=${third.startCursor}`))).toEqual(codesOf(second));
    expect(codesOf(await list(`&before=${first.startCursor}`))).toEqual(["meanwhile"]);
    expect(await list(`&after=${third.endCursor}`)).toEqual({ items: [], startCursor: null, endCursor: null });
  });

  test("can be of one status", async () => {
    const { id } = await aid.payin();
    await aid.payin();
    await pay(id);
    const { body } = await aid.request("GET", "/payins?status=CONFIRMED");
    expect(body.items.map((payin: { id: string }) => payin.id)).toEqual([id]);
  });

  test.each(["perPage=9", "perPage=1001", "status=PAID", "after=nonsense", "before=-1"])(
    "refuses %s",
    async (query) => {
      expect(await aid.request("GET", `/payins?${query}`)).toMatchObject({ status: 400, body: { code: "415400" } });
    },
  );
});
