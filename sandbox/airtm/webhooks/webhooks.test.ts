import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { AirtmAid } from "../testing/airtm-aid.ts";
import { isGenuine, WebhookReceiver } from "../testing/webhook-receiver.ts";

const DAY_SECONDS = 86_400;

let aid: AirtmAid;
let receiver: WebhookReceiver;
beforeAll(async () => {
  receiver = await WebhookReceiver.start();
  aid = await AirtmAid.start({ webhookUrl: receiver.url });
});
afterAll(async () => {
  await aid.close();
  receiver.close();
});
beforeEach(async () => {
  await aid.control("POST", "/reset");
  receiver.forget();
});

const pay = (id: string) => aid.control("POST", `/airtm/payins/${id}/pay`, { email: "buyer@example.com" });
const order = (fault: object) => aid.control("POST", "/faults", { party: "webhooks", ...fault });
const webhooks = async (query = "") => (await aid.control("GET", `/airtm/webhooks${query}`)).body.webhooks;
const ids = () => receiver.received.map(({ headers }) => headers["svix-id"]);

/** Until the log says so of the only webhook. */
async function settled(state: string) {
  for (;;) {
    const [webhook] = await webhooks();
    if (webhook?.state === state) return webhook;
    await wait(5);
  }
}

describe("each change", () => {
  test("of a payin is told in order, with the payin as it was then, signed as Svix does", async () => {
    const payin = await aid.payin();
    await pay(payin.id);
    await receiver.waitFor(2);
    expect(receiver.received.map(({ body }) => body)).toEqual([
      { type: "payin.created", data: payin },
      { type: "payin.confirmed", data: (await aid.request("GET", `/payins/${payin.id}`)).body },
    ]);
    for (const webhook of receiver.received) {
      expect(isGenuine(webhook)).toBe(true);
      expect(isGenuine(webhook, "whsec_b3RoZXI=")).toBe(false);
      const ageSeconds = Date.now() / 1000 - Number(webhook.headers["svix-timestamp"]);
      expect(Math.abs(ageSeconds)).toBeLessThan(5);
    }
    expect(new Set(ids()).size).toBe(2);
  });

  test.each([
    ["payins", "FAILED", "payin.failed"],
    ["payins", "BRIDGE_FAILED", "payin.failed"],
    ["payins", "CANCELED", "payin.canceled"],
    ["payins", "BRIDGE_CANCELED", "payin.canceled"],
    ["payouts", "COMPLETED", "payout.completed"],
    ["payouts", "FAILED", "payout.failed"],
    ["payouts", "ERROR", "payout.failed"],
    ["payouts", "CANCELED", "payout.canceled"],
  ])("of %s to %s is told as %s", async (kind, status, type) => {
    const { id } = kind === "payins" ? await aid.payin() : await aid.payout();
    await aid.control("POST", `/airtm/${kind}/${id}`, { status });
    await receiver.waitFor(2);
    expect(receiver.types.at(1)).toBe(type);
  });

  test("to other statuses is not told, nor the same status again", async () => {
    const payin = await aid.payin();
    const payout = await aid.payout();
    await aid.control("POST", `/airtm/payins/${payin.id}`, { status: "PROCESSING" });
    await aid.control("POST", `/airtm/payouts/${payout.id}`, { status: "PENDING_USER_ACTION" });
    await aid.control("POST", `/airtm/payouts/${payout.id}`, { status: "COMPLETED" });
    await aid.control("POST", `/airtm/payouts/${payout.id}`, { status: "COMPLETED" });
    expect((await webhooks()).map(({ type }: { type: string }) => type)).toEqual([
      "payin.created",
      "payout.created",
      "payout.completed",
    ]);
  });

  test("that time brings is told when the clock is moved", async () => {
    await aid.payin();
    await aid.payout({ airtmUserEmail: "later@example.com", commit: true });
    await receiver.waitFor(2);
    await aid.advance(90 * DAY_SECONDS);
    await receiver.waitFor(4);
    expect(receiver.types.slice(2).sort()).toEqual(["payin.canceled", "payout.canceled"]);
  });
});

describe("an endpoint that refuses", () => {
  test("is asked again by the schedule, with the same id, until it takes it", async () => {
    receiver.statuses = [500, 302];
    await aid.payin();
    const webhook = await settled("delivered");
    expect(new Set(ids()).size).toBe(1);
    expect(webhook.attempts.map(({ status }: { status: number }) => status)).toEqual([500, 302, 200]);
    expect(receiver.received.every((one) => isGenuine(one))).toBe(true);
  });

  test("for ever is given up", async () => {
    receiver.statuses = [500, 500, 500, 500];
    await aid.payin();
    expect((await settled("failed")).attempts).toHaveLength(4);
    await wait(30);
    expect(receiver.received).toHaveLength(4);
  });

  test("for ever gets it once more when somebody asks for it", async () => {
    receiver.statuses = [500, 500, 500, 500];
    await aid.payin();
    const { id } = await settled("failed");
    await aid.control("POST", `/airtm/webhooks/${id}/resend`);
    await settled("delivered");
    expect(new Set(ids())).toEqual(new Set([id]));
  });

  test("by not being there is asked again too", async () => {
    await aid.control("POST", "/airtm/settings", {
      webhookUrl: "http://127.0.0.1:1/",
      webhookRetryMs: [20, 20, 200, 200],
    });
    await aid.payin();
    while ((await webhooks())[0].attempts.length === 0) await wait(5);
    await aid.control("POST", "/airtm/settings", { webhookUrl: receiver.url });
    const { attempts } = await settled("delivered");
    expect([attempts.at(0), attempts.at(-1)]).toMatchObject([{ status: null }, { status: 200 }]);
  });
});

test("without an address nothing is sent, and the log says so", async () => {
  await aid.control("POST", "/airtm/settings", { webhookUrl: null });
  await aid.payin();
  expect(await webhooks()).toMatchObject([{ type: "payin.created", state: "no-url", attempts: [] }]);
});

test("with another secret they are signed with that", async () => {
  await aid.control("POST", "/airtm/settings", { webhookSecret: "whsec_cm90YXRlZA==" });
  await aid.payin();
  const [webhook] = await receiver.waitFor(1);
  expect(webhook && isGenuine(webhook, "whsec_cm90YXRlZA==")).toBe(true);
});

describe("a fault of webhooks", () => {
  test("lost: it never comes", async () => {
    await order({ kind: "lost" });
    await aid.payin();
    expect(await settled("lost")).toMatchObject({ attempts: [{ fault: "lost", status: null }] });
    await wait(30);
    expect(receiver.received).toEqual([]);
  });

  test.each(["refuse", "status"])("%s: it comes with the next attempt", async (kind) => {
    await order({ kind });
    await aid.payin();
    expect((await settled("delivered")).attempts).toMatchObject([{ fault: kind }, { status: 200 }]);
    expect(receiver.received).toHaveLength(1);
  });

  test.each(["status-after", "duplicate"])("%s: it comes twice with the same id", async (kind) => {
    await order({ kind });
    await aid.payin();
    await receiver.waitFor(2);
    expect(new Set(ids()).size).toBe(1);
  });

  test("delay: others overtake it", async () => {
    await order({ kind: "delay", delayMs: 250, match: { path: "payin.created" } });
    await pay((await aid.payin()).id);
    await receiver.waitFor(2);
    expect(receiver.types).toEqual(["payin.confirmed", "payin.created"]);
  });

  test("reorder: it comes after the one that follows", async () => {
    await order({ kind: "reorder" });
    const { id } = await aid.payin();
    await wait(20);
    expect(receiver.received).toEqual([]);
    await pay(id);
    await receiver.waitFor(2);
    expect(receiver.types).toEqual(["payin.confirmed", "payin.created"]);
  });

  test("forge: the signature is not Airtm's, the next attempt is", async () => {
    await order({ kind: "forge" });
    receiver.statuses = [401];
    await aid.payin();
    await receiver.waitFor(2);
    expect(receiver.received.map((webhook) => isGenuine(webhook))).toEqual([false, true]);
  });

  test("old-timestamp: it is truly signed, as of ten minutes ago", async () => {
    await order({ kind: "old-timestamp" });
    await aid.payin();
    const [webhook] = await receiver.waitFor(1);
    expect(webhook && isGenuine(webhook)).toBe(true);
    expect(Date.now() / 1000 - Number(webhook?.headers["svix-timestamp"])).toBeGreaterThan(590);
  });

  test("strikes by type and by code", async () => {
    await order({ kind: "lost", match: { path: "/payin.created/b" } });
    await aid.payin({ code: "a" });
    await aid.payin({ code: "b" });
    await receiver.waitFor(1);
    expect(await webhooks("?code=b")).toMatchObject([{ code: "b", state: "lost" }]);
    expect((await aid.control("GET", "/requests?party=webhooks")).body.requests).toMatchObject([
      { path: "/payin.created/a" },
      { path: "/payin.created/b", fault: "lost" },
    ]);
  });

  test("is not for other parties", async () => {
    const answer = await aid.control("POST", "/faults", { party: "rpc", kind: "forge" });
    expect(answer).toMatchObject({ status: 400 });
  });
});

test("something that never happened can be sent, forged or old", async () => {
  const invented = { type: "payin.confirmed", data: { id: "never" } };
  const send = (more: object) => aid.control("POST", "/airtm/webhooks", { ...invented, ...more });
  expect(await send({ forged: true })).toMatchObject({ status: 200, body: { status: 200 } });
  await send({ ageSeconds: 3600, id: "msg_mine" });
  expect(receiver.received.map((webhook) => isGenuine(webhook))).toEqual([false, true]);
  expect(receiver.received[1]).toMatchObject({ headers: { "svix-id": "msg_mine" }, body: invented });
  expect(await webhooks()).toEqual([]);
});

test("closing ends what is still under way", async () => {
  receiver.statuses = [500, 500];
  const other = await AirtmAid.start({ webhookUrl: receiver.url, webhookRetryMs: [50] });
  await other.payin();
  while ((await other.control("GET", "/airtm/webhooks")).body.webhooks[0].attempts.length === 0);
  await other.close();
  await wait(80);
  expect(receiver.received).toHaveLength(1);
});
