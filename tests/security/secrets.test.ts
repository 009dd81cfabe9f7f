import { randomUUID } from "node:crypto";
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type Said, saidInDatabase, saidInHistories, saidInLogs } from "../support/everything-said.ts";
import { gatewayClient, type Reply } from "../support/gateway-client.ts";
import type { Person } from "../support/marketplace.ts";
import { type Operator, openOperator } from "../support/operator.ts";
import { leaks, type Secret, secretSettings, walletSecrets } from "../support/secrets-in-use.ts";
import { until } from "../support/until.ts";
import { type TestWorld, testWorld } from "../support/world.ts";

// A whole run, its failures included, with logs at their most talkative; then every place is searched for every secret.

let world: TestWorld;
let operator: Operator;
let secrets: readonly Secret[];
const replies: Said[] = [];

const record = (reply: Reply) => void replies.push({ where: "an answer", text: reply.text });

beforeAll(async () => {
  world = await testWorld({ settings: { LOG_LEVEL: "debug" }, onReply: record });
  operator = await openOperator(world.stack);
  const apiKey = await anApiKey();
  await wholeRun();
  await failures(apiKey);
  const ofWallets = await walletSecrets(world.stack, world.db);
  secrets = [...secretSettings(world.stack), { name: "an API key", text: apiKey }, ...ofWallets];
}, 150_000);

afterAll(async () => {
  await operator?.close();
  await world?.stop();
}, 30_000);

/** Told once, to who made it: the only answer that may hold it. */
async function anApiKey(): Promise<string> {
  const unrecorded = gatewayClient(world.stack.urls.gateway, world.stack.masterKey);
  const body = { name: "a marketplace", scopes: ["read", "write"] };
  const reply = await unrecorded.post("/auth/api-keys", body, { "Idempotency-Key": randomUUID() });
  const { key } = (JSON.parse(reply.text) as { data: { key?: string } }).data;
  if (!key) throw new Error(`no API key in ${reply.text}`);
  return key;
}

async function aNewUser(): Promise<Person> {
  const { api } = world.market;
  const { data } = await api.post("/users", { externalUserId: randomUUID(), email: "somebody@example.com" });
  await until("the wallet is active", async () => (await api.get(`/users/${data.id}/wallet`)).data.isActive);
  return { userId: data.id, address: (await api.get(`/users/${data.id}/wallet/deposit`)).data.address };
}

/** From users to a withdrawal, with a transaction that was not as intended and an operator who decided. */
async function wholeRun(): Promise<void> {
  const { market } = world;
  const [buyer, seller] = await Promise.all([aNewUser(), aNewUser()]);
  await market.deposit([buyer], "50.00");
  const trade = await market.order(buyer, seller, "20.00", "escrow");
  const lie = { party: "trustless-work", match: { path: "/deployer" }, kind: "wrong-xdr" } as const;
  await market.sandbox.fault({ ...lie, variant: "source" });
  const { orderId } = trade;
  await market.insist(`/orders/${orderId}/escrow`, {}, { Prefer: "respond-async" });
  const progress = `/orders/${orderId}/progress`;
  await until("the order is parked", async () => (await market.api.get(progress)).data.parkedReason);
  await operator.decide(`order/${orderId}`, "retry");
  await market.finish(trade, "escrow");
  const destinationRef = await market.outsideAddress();
  const terms = { userId: seller.userId, amount: "5.00", destinationType: "crypto", destinationRef };
  await market.insist("/withdrawals", terms);
}

/** Requests that fail with the key in hand, and each list that the key may read. */
async function failures(apiKey: string): Promise<void> {
  const { gateway } = world.stack.urls;
  const key = gatewayClient(gateway, apiKey, record);
  const reads = ["/users", "/orders", "/withdrawals", "/auth/me", "/me", "/config", "/health/detailed", "/nothing"];
  await Promise.all(reads.map(key.get));
  await key.post("/orders", { buyerId: "usr_nobody", amount: "-1" });
  await key.post("/users", { externalUserId: randomUUID() }, { "Idempotency-Key": "k".repeat(300) });
  await gatewayClient(gateway, `${apiKey}x`, record).get("/orders");
  await world.market.api.get("/auth/api-keys");
}

const places: readonly (readonly [string, () => Said[] | Promise<Said[]>, (secret: string) => Promise<unknown>])[] = [
  [
    "the logs of all processes",
    () => saidInLogs(world.stack),
    async (secret) => appendFileSync(join(world.stack.dataDir, "logs", "worker.log"), `{"msg":"${secret}"}\n`),
  ],
  [
    "the answers of the gateway",
    () => replies,
    async (secret) => void replies.push({ where: "an answer", text: `{"data":"${secret}"}` }),
  ],
  [
    "the rows of the database",
    () => saidInDatabase(world.db),
    (secret) => world.db.sql.query("UPDATE users SET metadata = jsonb_build_object('note', $1::text)", [secret]),
  ],
  [
    "the histories of the workflows",
    () => saidInHistories(world.stack),
    (secret) => operator.decide(`deposits/${world.stack.environment.STELLAR_NETWORK}`, secret as "retry"),
  ],
];

describe.each(places)("%s", (_place, search, plant) => {
  test("hold none of the secrets in use", async () => {
    const said = await search();
    expect(said.map(({ text }) => text.length).reduce((sum, length) => sum + length, 0)).toBeGreaterThan(1_000);
    expect(leaks(said, secrets)).toEqual([]);
  });

  test("would be found to hold one", async () => {
    const [secret] = secrets.filter(({ name }) => name.startsWith("secret key of usr_"));
    if (!secret) throw new Error("no wallet of a user was opened");
    await plant(secret.text);
    expect(leaks(await search(), secrets)).toContainEqual(expect.stringContaining(secret.name));
  });
});
