import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createApp } from "../../app.ts";
import { type GatewayBench, gatewayBench, MASTER_KEY } from "../../testing/gateway-bench.ts";

let bench: GatewayBench;
beforeAll(async () => {
  bench = await gatewayBench("tokens", { workers: false });
}, 60_000);
afterAll(() => bench.close());

const idOf = (key: string) => /key_[0-9A-Za-z]{32}/.exec(key)?.[0] ?? "";
const tokenFor = (id: string, key: string, body: object = {}, headers = {}) =>
  bench.request("POST", `/auth/api-keys/${id}/token`, { key, body, headers });
const ownToken = async (key: string, body = {}) => (await tokenFor(idOf(key), key, body)).body.data;
const me = (key: string) => bench.request("GET", "/auth/me", { key });
const secondsTo = (time: string) => (Date.parse(time) - Date.now()) / 1000;
const codeOf = ({ status, body }: Awaited<ReturnType<typeof me>>) => [status, body.error?.code];

async function marketplaceId(): Promise<string> {
  return (await bench.request("GET", "/me")).body.data.marketplaceId;
}

describe("a token of a key", () => {
  test("stands for the key with its scopes, for an hour or as long as asked", async () => {
    const key = await bench.keyWith(["read", "write"]);
    const { token, expiresAt } = await ownToken(key);
    expect(token).toMatch(/^ohk_tok_[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(Math.abs(secondsTo(expiresAt) - 3600)).toBeLessThan(60);
    expect((await me(token)).body.data).toMatchObject({ apiKeyId: idOf(key), scopes: ["read", "write"] });
    expect(Math.abs(secondsTo((await ownToken(key, { ttl: 60 })).expiresAt) - 60)).toBeLessThan(30);
    for (const ttl of [59, 86_401, 1.5, "60"]) expect((await tokenFor(idOf(key), key, { ttl })).status).toBe(400);
  });

  test("is a JWT of HS256 over its key, scopes and times", async () => {
    const key = await bench.keyWith(["write"]);
    const [header = "", claims = ""] = (await ownToken(key)).token.slice("ohk_tok_".length).split(".");
    const read = (part: string) => JSON.parse(Buffer.from(part, "base64url").toString());
    expect(read(header)).toEqual({ alg: "HS256", typ: "JWT" });
    expect(read(claims)).toMatchObject({ sub: idOf(key), scopes: ["write"], type: "short-lived" });
    expect(read(claims).exp - read(claims).iat).toBe(3600);
  });

  test("needs the scope write, and a key that is there", async () => {
    const reader = await bench.keyWith(["read"]);
    expect(codeOf(await tokenFor(idOf(reader), reader))).toEqual([403, "INSUFFICIENT_SCOPE"]);
    expect(codeOf(await tokenFor("key_nobody", MASTER_KEY))).toEqual([401, "UNAUTHORIZED"]);
    const expired = idOf(await bench.keyWith(["read"], null, new Date(Date.now() - 1000)));
    expect(codeOf(await tokenFor(expired, MASTER_KEY))).toEqual([401, "INVALID_API_KEY"]);
  });

  test("for another key needs support and everything that key holds", async () => {
    const strong = idOf(await bench.keyWith(["read", "write", "support"]));
    expect(codeOf(await tokenFor(strong, await bench.keyWith(["write", "read"])))).toEqual([403, "INSUFFICIENT_SCOPE"]);
    expect(codeOf(await tokenFor(strong, await bench.keyWith(["write", "support"])))).toEqual([
      403,
      "INSUFFICIENT_SCOPE",
    ]);
    const equal = await tokenFor(strong, await bench.keyWith(["write", "support", "read"]));
    expect((await me(equal.body.data.token)).body.data).toMatchObject({ apiKeyId: strong });
  });

  test("for a key of another user is like one for nobody's", async () => {
    const foreign = idOf(await bench.keyWith(["read"], await bench.user()));
    const bound = await bench.keyWith(["read", "write", "support"], await bench.user());
    expect(codeOf(await tokenFor(foreign, bound))).toEqual([401, "UNAUTHORIZED"]);
    const { token } = await ownToken(bound);
    const made = await bench.request("POST", "/auth/api-keys", {
      key: token,
      body: { scopes: ["read"], expiresAt: new Date(Date.now() + 60_000) },
    });
    expect(made.body.data.userId).toBe(
      (await bench.db.prisma.apiKey.findUnique({ where: { id: idOf(bound) } }))?.userId,
    );
  });

  test("never outlives what it was made of, however often it is renewed", async () => {
    const soon = new Date(Date.now() + 120_000);
    const key = await bench.keyWith(["write"], null, soon);
    const first = await ownToken(key);
    expect(Date.parse(first.expiresAt)).toBeLessThanOrEqual(soon.getTime());
    const short = (await ownToken(await bench.keyWith(["write", "read"]), { ttl: 60 })) as {
      token: string;
      expiresAt: string;
    };
    const claims = JSON.parse(Buffer.from(short.token.split(".")[1] ?? "", "base64url").toString());
    const renewed = await tokenFor(claims.sub, short.token, { ttl: 86_400 });
    expect(renewed.body.data.expiresAt).toBe(short.expiresAt);
  });

  test("dies with its key, at once", async () => {
    const key = await bench.keyWith(["read", "write"]);
    const { token } = await ownToken(key);
    await bench.request("DELETE", `/auth/api-keys/${idOf(key)}`);
    expect(codeOf(await me(token))).toEqual([401, "INVALID_API_KEY"]);
    expect(codeOf(await tokenFor(idOf(key), key))).toEqual([401, "INVALID_API_KEY"]);
  });

  test("is made once per idempotency key, audited once, and stored nowhere", async () => {
    const key = await bench.keyWith(["write"]);
    const headers = { "Idempotency-Key": "one token" };
    const replies = [await tokenFor(idOf(key), key, {}, headers), await tokenFor(idOf(key), key, {}, headers)];
    const [first, again] = replies.map(({ body }) => body.data.token);
    expect(again).toBe(first);
    const audits = await bench.db.prisma.auditRecord.findMany({
      where: { resourceId: idOf(key), eventType: "api_key.token_issued" },
    });
    expect(audits).toHaveLength(1);
    const kept = await bench.db.prisma.idempotencyRequest.findMany();
    expect(
      JSON.stringify([kept, audits], (_name, value) => (typeof value === "bigint" ? `${value}` : value)),
    ).not.toContain(first.slice(-20));
  });
});

describe("a token of the master key", () => {
  const create = async (key: string, body: object) =>
    bench.request("POST", "/auth/token", {
      key,
      body: { marketplaceId: await marketplaceId(), scopes: ["read"], ...body },
    });

  test("is for the master key alone, and for this installation", async () => {
    const reply = await create(MASTER_KEY, {});
    expect(reply.status).toBe(201);
    expect(Math.abs(secondsTo(reply.body.data.expiresAt) - 900)).toBeLessThan(60);
    expect((await me(reply.body.data.token)).body.data).toMatchObject({ apiKeyId: "master", scopes: ["read"] });
    expect(codeOf(await create(await bench.keyWith(["*"]), {}))).toEqual([403, "INSUFFICIENT_SCOPE"]);
    expect(codeOf(await create(MASTER_KEY, { marketplaceId: "mkt_other" }))).toEqual([400, "VALIDATION_ERROR"]);
    const all = (await create(MASTER_KEY, { scopes: ["*"] })).body.data.token;
    expect(codeOf(await create(all, {}))).toEqual([403, "INSUFFICIENT_SCOPE"]);
  });

  test("dies with the master key that made it", async () => {
    const { token } = (await create(MASTER_KEY, {})).body.data;
    const config = { ...bench.deps.config, masterKey: "the next one" };
    const headers = { authorization: `Bearer ${token}` };
    const response = await createApp({ ...bench.deps, config }).request("/auth/me", { headers });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ error: { code: "INVALID_API_KEY" } });
  });
});
