import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { AirtmAid } from "./testing/airtm-aid.ts";
import { isGenuine, WebhookReceiver } from "./testing/webhook-receiver.ts";

const DAY_SECONDS = 86_400;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sandbox-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A process of its own, so that it can be killed; made with the settings of its environment. */
async function spawnSandbox() {
  const env = {
    ...process.env,
    NODE_OPTIONS: "",
    SANDBOX_PORT: "0",
    SANDBOX_DATA: join(folder, "sandbox.jsonl"),
    SANDBOX_AIRTM_BALANCE: "50.00",
  };
  const child = spawn(process.execPath, [join(import.meta.dirname, "../main.ts")], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  return { child, url: String(JSON.parse(line).url) };
}

test("killed right after a commit was answered, the money is out once", async () => {
  const { child, url } = await spawnSandbox();
  const ask = async (path: string, json: object) => {
    const basic = Buffer.from("sandbox-airtm-key:sandbox-airtm-secret").toString("base64");
    const headers = { authorization: `Basic ${basic}`, "content-type": "application/json" };
    return fetch(`${url}/airtm/v2${path}`, { method: "POST", headers, body: JSON.stringify(json) });
  };
  const created = await ask("/payouts", {
    airtmUserEmail: "seller@example.com",
    amount: 12.34,
    notes: "Pay",
    code: "wd",
  });
  const { id } = JSON.parse(await created.text());
  const committed = await ask(`/payouts/${id}/commit`, {});
  expect(committed.status).toBe(204);
  child.kill("SIGKILL");
  await once(child, "exit");

  const after = await start({ openingBalance: "50.00" });
  expect(await after.request("POST", `/payouts/${id}/commit`)).toMatchObject({ body: { code: "415027" } });
  expect(await after.balance()).toEqual({ available: 37.66, pending: 0 });
  await after.close();
});

const start = (settings = {}) => AirtmAid.start(settings, { dataPath: join(folder, "sandbox.jsonl") });

const everything = async (aid: AirtmAid) => ({
  payins: (await aid.control("GET", "/airtm/payins")).body,
  payouts: (await aid.control("GET", "/airtm/payouts")).body,
  users: (await aid.control("GET", "/airtm/users")).body,
  balance: (await aid.control("GET", "/airtm/balance")).body,
  settings: (await aid.control("GET", "/airtm/settings")).body,
  effects: (await aid.control("GET", "/airtm/effects")).body,
});

test("a restarted sandbox knows everything that it had answered for, and time goes on", async () => {
  const before = await start();
  await before.control("POST", "/airtm/balance", { available: "500.00" });
  await before.control("POST", "/airtm/settings", { feePercent: 1, payoutDelayMs: "manual" });
  await before.control("PUT", "/airtm/users/new@example.com", { country: "CHL" });
  const paid = await before.payin();
  await before.control("POST", `/airtm/payins/${paid.id}/pay`, { email: "new@example.com" });
  await before.payin({ code: "open" });
  await before.payout({ commit: true });
  await before.payout({ airtmUserEmail: "later@example.com", commit: true, code: "unclaimed" });
  const known = await everything(before);
  await before.close();

  const after = await start();
  expect(await everything(after)).toEqual(known);
  expect(await after.request("POST", "/payins", after.payinBody({ code: "open" }))).toMatchObject({
    body: { code: "415029" },
  });
  await after.advance(90 * DAY_SECONDS);
  expect((await after.request("GET", "/payins/by-code/open")).body.status).toBe("CANCELED");
  expect((await after.request("GET", "/payouts/by-code/unclaimed")).body.status).toBe("CANCELED");
  await after.close();
});

test("a webhook that was not delivered is sent by the next sandbox, with the same id, and one that was is not", async () => {
  const receiver = await WebhookReceiver.start();
  const before = await start({ webhookUrl: receiver.url });
  await before.payin({ code: "told" });
  await receiver.waitFor(1);
  while ((await before.control("GET", "/airtm/webhooks")).body.webhooks[0].state !== "delivered");
  await before.control("POST", "/faults", { party: "webhooks", kind: "delay", delayMs: 60_000 });
  await before.payin({ code: "untold" });
  const { webhooks } = (await before.control("GET", "/airtm/webhooks?code=untold")).body;
  await before.close();

  const after = await start({ webhookUrl: receiver.url });
  const [, second] = await receiver.waitFor(2);
  expect(second).toMatchObject({ headers: { "svix-id": webhooks[0].id }, body: { data: { code: "untold" } } });
  expect(second && isGenuine(second)).toBe(true);
  await after.close();
  expect(receiver.received).toHaveLength(2);
  receiver.close();
});

test("reset goes back to genesis, also for the next start, and the clock keeps its time", async () => {
  const before = await start();
  const genesis = await everything(before);
  await before.payin();
  await before.payout({ commit: true });
  await before.control("POST", "/airtm/settings", { feePercent: 5, apiKey: "other" });
  await before.control("PUT", "/airtm/users/buyer@example.com", { banned: true });
  await before.control("POST", "/reset");
  expect(await everything(before)).toEqual(genesis);
  await before.close();
  const after = await start();
  expect(await everything(after)).toEqual(genesis);
  await after.close();
});
