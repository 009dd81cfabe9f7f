import { randomBytes, randomUUID } from "node:crypto";
import type { Hono } from "hono";
import { parseKeyRing } from "../../activities/stellar/key-ring.ts";
import { WEBHOOK_SECRET_PURPOSE, type WebhookSettings } from "../../activities/webhooks/settings.ts";
import type { UserId } from "../../domain/ids.ts";
import { ledgerAccounts } from "../../domain/ledger/accounts.ts";
import { parseStroops } from "../../domain/money.ts";
import { type Database, openDatabase } from "../../prisma/client.ts";
import { testDatabase } from "../../tests/support/postgres.ts";
import { testTemporal } from "../../tests/support/temporal.ts";
import { createApp } from "../app.ts";
import { parseConfig } from "../config.ts";
import { makeApiKey } from "../credentials.ts";
import type { GatewayDeps } from "../deps.ts";
import type { AppEnv } from "../endpoint.ts";
import { createEventFeed } from "../events/event-feed.ts";
import { createStreamSlots } from "../events/stream-slots.ts";
import { createHorizon } from "../horizon.ts";
import { createLog } from "../log.ts";
import { createRateLimits } from "../rate-limits.ts";
import { createTemporal } from "../temporal.ts";
import { insertApiKey } from "../writes/api-keys.ts";
import { createUser } from "../writes/create-user.ts";
import { fakeAirtm, type HeldFiat } from "./fake-airtm.ts";
import { type HeldChain, startTestWorkers } from "./test-workers.ts";

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: the tests look into replies of every shape
  readonly body: any;
}

export interface Sending {
  /** The whole credential; the master key without it, none at all with null. */
  readonly key?: string | null;
  readonly body?: unknown;
  /** Sent as it is instead of a JSON body. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The gateway in process, on a database and a Temporal namespace of its own, with the real workflows behind it. */
export interface GatewayBench {
  readonly app: Hono<AppEnv>;
  readonly deps: GatewayDeps;
  readonly db: Database;
  readonly chain: HeldChain;
  /** What the fiat provider holds, by our ids. */
  readonly fiat: HeldFiat;
  request(method: string, path: string, sending?: Sending): Promise<Reply>;
  /** A new API key. */
  keyWith(scopes: readonly string[], userId?: string | null, expiresAt?: Date | null): Promise<string>;
  /** A user with that much to spend who is linked to an account at Airtm. */
  linkedUser(balance?: string): Promise<LinkedUser>;
  /** A user with that much to spend. */
  user(balance?: string, type?: "BUYER" | "SELLER" | "BOTH"): Promise<UserId>;
  stopWorkers(): Promise<void>;
  close(): Promise<void>;
}

export interface LinkedUser {
  readonly userId: UserId;
  readonly airtmUserId: string;
  readonly email: string;
}

export interface BenchOptions {
  /** How the workers bring events to endpoints. */
  readonly webhooks?: Partial<WebhookSettings>;
  /** Without them no command is accepted. */
  readonly workers?: boolean;
  /** Instead of the test run's server. */
  readonly temporalAddress?: string;
  readonly databaseUrl?: string;
  readonly horizonUrl?: string;
  /** By what money moves; crypto without it. */
  readonly paymentProvider?: "crypto" | "airtm";
}

export const TRUSTLESS_WEBHOOK_SECRET = "shared with Trustless Work in the tests";
export const AIRTM_WEBHOOK_SECRET = `whsec_${Buffer.from("shared with Airtm in the tests").toString("base64")}`;
export const PUBLIC_BASE_URL = "https://payments.example";
export const WEBHOOK_SECRET_KEY = `v1:${"5e".repeat(32)}`;
export const MASTER_KEY = "ohk_master_of_the_tests";

export async function gatewayBench(label: string, options: BenchOptions = {}): Promise<GatewayBench> {
  const { workers = true } = options;
  const database = options.databaseUrl ? null : await testDatabase();
  const databaseUrl = options.databaseUrl ?? database?.url ?? "";
  const temporal = options.temporalAddress ? null : await testTemporal();
  const namespace = temporal ? await temporal.namespace(label) : "default";
  const address = options.temporalAddress ?? temporal?.address ?? "";
  const config = parseConfig({
    DATABASE_URL: databaseUrl,
    OFFERHUB_MASTER_KEY: MASTER_KEY,
    OFFERHUB_JWT_SECRET: "signs the tokens of the tests",
    TEMPORAL_ADDRESS: address,
    TEMPORAL_NAMESPACE: namespace,
    PLATFORM_FEE_BPS: "100",
    STELLAR_HORIZON_URL: options.horizonUrl ?? "http://127.0.0.1:1",
    TRUSTLESS_WEBHOOK_SECRET,
    ...(options.paymentProvider === "airtm" && { PAYMENT_PROVIDER: "airtm", AIRTM_WEBHOOK_SECRET, PUBLIC_BASE_URL }),
    LOG_LEVEL: "silent",
    RATE_LIMIT_REQUESTS: "1000000",
    RATE_LIMIT_ADDRESS_REQUESTS: "1000000",
    RATE_LIMIT_WITHDRAWALS: "1000000",
    RATE_LIMIT_TOPUPS: "1000000",
  });
  const db = openDatabase(databaseUrl);
  const deps: GatewayDeps = {
    config,
    db,
    temporal: createTemporal(config.temporal),
    horizon: createHorizon(config.stellar.horizonUrl ?? "", config.stellar.usdc),
    trustlessWork: null,
    airtm: null,
    rateLimits: createRateLimits(null, config.rateLimits),
    redis: { ping: async () => "PONG", get: async () => null },
    feed: createEventFeed({ db, listenUrl: databaseUrl, log: createLog("silent") }),
    streamSlots: createStreamSlots(config.events.streamsPerKeyMax),
    webhookKeys: parseKeyRing(WEBHOOK_SECRET_KEY),
    log: createLog("silent"),
    now: () => new Date(),
  };
  const airtm = fakeAirtm();
  const running = await startTestWorkers({
    db,
    fiat: airtm.fiat,
    address,
    namespace,
    enabled: workers && temporal !== null,
    webhooks: { ...webhookSettings, ...options.webhooks },
  });
  const app = createApp(deps);
  return {
    app,
    deps,
    db,
    chain: running.chain,
    fiat: airtm.held,
    request: (method, path, sending) => request(app, method, path, sending),
    keyWith: (scopes, userId = null, expiresAt = null) => keyWith(db, scopes, userId, expiresAt),
    user: (balance, type) => user(db, balance, type),
    linkedUser: (balance) => linkedUser(db, airtm.held, balance),
    stopWorkers: running.stop,
    async close() {
      running.chain.release();
      deps.feed.close();
      await running.stop();
      await deps.temporal.close();
      await db.close();
      await database?.drop();
    },
  };
}

const webhookSettings: WebhookSettings = {
  allowPrivateAddresses: true,
  timeoutMs: 1_000,
  openSecret: (sealed, owner) =>
    parseKeyRing(WEBHOOK_SECRET_KEY).open(sealed, { owner, purpose: WEBHOOK_SECRET_PURPOSE }),
};

async function request(app: Hono<AppEnv>, method: string, path: string, sending: Sending = {}): Promise<Reply> {
  const { key = MASTER_KEY, headers = {}, body } = sending;
  const text = sending.text ?? (body === undefined ? undefined : JSON.stringify(body));
  const response = await app.request(path, {
    method,
    headers: {
      ...(key !== null && { authorization: `Bearer ${key}` }),
      ...(text !== undefined && { "content-type": "application/json" }),
      ...headers,
    },
    ...(text !== undefined && { body: text }),
  });
  const answer = await response.text();
  return { status: response.status, headers: response.headers, text: answer, body: asJson(answer) };
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function keyWith(
  db: Database,
  scopes: readonly string[],
  userId: string | null,
  expiresAt: Date | null,
): Promise<string> {
  const key = makeApiKey("test");
  const actor = { actorId: "test", correlationId: "test" };
  await db.prisma.$transaction((tx) =>
    insertApiKey(tx, key, { name: null, scopes, userId, expiresAt, createdBy: "master" }, actor),
  );
  return key.fullKey;
}

async function user(db: Database, balance = "0.00", type = "BOTH"): Promise<UserId> {
  const { id } = await createUser(db, {
    externalUserId: randomUUID(),
    email: null,
    type,
    metadata: null,
    actorId: "test",
    correlationId: "test",
  });
  const userId = id as UserId;
  const stroops = parseStroops(balance);
  if (stroops > 0n) {
    const postings = [
      { account: ledgerAccounts.stellar, stroops: (-stroops).toString() },
      { account: ledgerAccounts.available(userId), stroops: stroops.toString() },
    ];
    const key = `test deposit ${randomBytes(8).toString("hex")}`;
    await db.sql.query("SELECT post_entry($1, 'deposit', $2)", [key, JSON.stringify(postings)]);
  }
  return userId;
}

async function linkedUser(db: Database, fiat: HeldFiat, balance?: string): Promise<LinkedUser> {
  const userId = await user(db, balance);
  const email = `${userId}@airtm.example`;
  const { id: airtmUserId } = fiat.account(email);
  await db.prisma.user.update({
    where: { id: userId },
    data: { airtmUserId, airtmEmail: email, airtmLinkedAt: new Date() },
  });
  return { userId, airtmUserId, email };
}
