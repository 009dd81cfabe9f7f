import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { AirtmAid } from "./testing/airtm-aid.ts";
import { WebhookReceiver } from "./testing/webhook-receiver.ts";

let aid: AirtmAid;
beforeAll(async () => {
  aid = await AirtmAid.start();
});
afterAll(() => aid.close());
beforeEach(() => aid.control("POST", "/reset"));

const order = (fault: object) => aid.control("POST", "/faults", { party: "airtm", ...fault });
const effectsOf = async (code: string) => (await aid.control("GET", `/airtm/effects?code=${code}`)).body.effects[0];
const seen = (asked: Promise<{ status: number }>) =>
  asked.then(
    ({ status }) => status,
    () => "connection lost",
  );

describe("a payout that is created while the provider fails", () => {
  test.each([
    ["refuse", {}, "connection lost", 0],
    ["status", { status: 429 }, 429, 0],
    ["status-after", {}, 504, 1],
    ["lost", {}, "connection lost", 1],
    ["delay", { delayMs: 20 }, 200, 1],
    ["duplicate", {}, 400, 1],
  ])("%s", async (kind, more, expected, payouts) => {
    await order({ kind, ...more, match: { method: "POST", path: "*/payouts" } });
    const body = aid.payoutBody();
    expect(await seen(aid.request("POST", "/payouts", body))).toBe(expected);
    expect(await effectsOf(body.code)).toMatchObject({ payouts });
    const found = await aid.request("GET", `/payouts/by-code/${body.code}`);
    expect(found.status).toBe(payouts === 1 ? 200 : 404);
  });
});

describe("a commit whose answer is lost", () => {
  test.each(["lost", "status-after", "duplicate"])("%s takes the money once", async (kind) => {
    const { id, code } = await aid.payout();
    await order({ kind, match: { path: "*/commit" } });
    await seen(aid.request("POST", `/payouts/${id}/commit`));
    expect(await aid.request("POST", `/payouts/${id}/commit`)).toMatchObject({ body: { code: "415027" } });
    expect(await effectsOf(code)).toMatchObject({ payouts: 1, commits: 1 });
    expect(await aid.balance()).toEqual({ available: 99_960, pending: 0 });
  });
});

test("an answer can come after the webhook about it", async () => {
  const receiver = await WebhookReceiver.start();
  await aid.control("POST", "/airtm/settings", { webhookUrl: receiver.url });
  await order({ kind: "delay", variant: "answer", delayMs: 300 });
  let isAnswered = false;
  const asked = aid.payout({ commit: true }).finally(() => {
    isAnswered = true;
  });
  await receiver.waitFor(2);
  expect(isAnswered).toBe(false);
  expect(await asked).toMatchObject({ status: "COMPLETED" });
  receiver.close();
});

test("an ordered status speaks as Airtm does, with the code that was asked for", async () => {
  await order({ kind: "status", status: 500, variant: "415003", times: 1 });
  expect(await aid.request("GET", "/me")).toEqual({
    status: 500,
    body: { code: "415003", message: expect.any(String) },
  });
  await order({ kind: "status" });
  expect(await aid.request("GET", "/me")).toMatchObject({ status: 500, body: { code: "415998" } });
});

test("stale: a read answers as before the last change, or knows nothing yet", async () => {
  const { id, code } = await aid.payin();
  await order({ kind: "stale", times: 2 });
  expect(await aid.request("GET", `/payins/${id}`)).toMatchObject({ status: 404 });
  expect(await aid.request("GET", `/payins/by-code/${code}`)).toMatchObject({ status: 404 });
  await aid.request("DELETE", `/payins/${id}`);
  await order({ kind: "stale" });
  expect(await aid.request("GET", `/payins/${id}`)).toMatchObject({ status: 200, body: { status: "CREATED" } });
  expect(await aid.request("GET", `/payins/${id}`)).toMatchObject({ status: 200, body: { status: "CANCELED" } });
});

test("what was asked can be read, with its fault", async () => {
  await order({ kind: "lost", match: { path: "/balance" } });
  await seen(aid.request("GET", "/me/balance"));
  expect((await aid.control("GET", "/requests?party=airtm")).body.requests).toMatchObject([
    { method: "GET", path: "/airtm/v2/me/balance", fault: "lost" },
  ]);
});
