import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { signToken } from "../../credentials.ts";
import { type GatewayBench, gatewayBench, MASTER_KEY } from "../../testing/gateway-bench.ts";

let bench: GatewayBench;
beforeAll(async () => {
  bench = await gatewayBench("auth", { workers: false });
}, 60_000);
afterAll(() => bench.close());

const me = (headers: Record<string, string>) => bench.request("GET", "/auth/me", { key: null, headers });
const codeOf = async (headers: Record<string, string>) => {
  const { status, body } = await me(headers);
  return [status, body.error?.code ?? body.data.apiKeyName];
};
const token = (sub: string, scopes: string[], secondsToLive = 60, secret = bench.deps.config.tokenSecret) => {
  const iat = Math.floor(Date.now() / 1000);
  return signToken({ sub, scopes, type: "short-lived", iat, exp: iat + secondsToLive }, secret);
};
const idOf = (key: string) => /key_[0-9A-Za-z]{32}/.exec(key)?.[0] ?? "";

describe("a credential", () => {
  test("is taken as Bearer and as x-api-key, in both if they agree", async () => {
    expect(await codeOf({ authorization: `Bearer ${MASTER_KEY}` })).toEqual([200, "master"]);
    expect(await codeOf({ authorization: `bearer ${MASTER_KEY}` })).toEqual([200, "master"]);
    expect(await codeOf({ "x-api-key": MASTER_KEY })).toEqual([200, "master"]);
    expect(await codeOf({ authorization: `Bearer ${MASTER_KEY}`, "x-api-key": MASTER_KEY })).toEqual([200, "master"]);
  });

  test.each<[string, Record<string, string>]>([
    ["none", {}],
    ["an empty one", { "x-api-key": "" }],
    ["another scheme", { authorization: `Basic ${MASTER_KEY}` }],
    ["two that differ", { authorization: `Bearer ${MASTER_KEY}`, "x-api-key": "other" }],
    ["an unknown one", { authorization: "Bearer nobody" }],
    ["an unknown key", { authorization: `Bearer ohk_test_key_${"0".repeat(32)}_${"0".repeat(48)}` }],
    ["a token of nonsense", { authorization: "Bearer ohk_tok_a.b.c" }],
  ])("that is %s is refused", async (_what, headers) => {
    expect(await codeOf(headers)).toEqual([401, "UNAUTHORIZED"]);
  });

  test("with the right id and another secret is refused", async () => {
    const key = await bench.keyWith(["read"]);
    expect(await codeOf({ authorization: `Bearer ${key.slice(0, -1)}${key.endsWith("0") ? "1" : "0"}` })).toEqual([
      401,
      "UNAUTHORIZED",
    ]);
  });

  test("that has expired is told from one that never was", async () => {
    const key = await bench.keyWith(["read"], null, new Date(Date.now() - 1000));
    expect(await codeOf({ authorization: `Bearer ${key}` })).toEqual([401, "INVALID_API_KEY"]);
  });
});

describe("a token", () => {
  test("stands for its key, with its own scopes, until it expires", async () => {
    const key = await bench.keyWith(["read", "write"]);
    const reply = await me({ authorization: `Bearer ${token(idOf(key), ["read"])}` });
    expect(reply.body.data).toMatchObject({ apiKeyId: idOf(key), scopes: ["read"] });
    expect(await codeOf({ authorization: `Bearer ${token(idOf(key), ["read"], -1)}` })).toEqual([401, "UNAUTHORIZED"]);
  });

  test("signed by somebody else, or changed, is refused", async () => {
    const forged = token("master", ["*"], 60, "guessed");
    expect(await codeOf({ authorization: `Bearer ${forged}` })).toEqual([401, "UNAUTHORIZED"]);
    const [header, , signature] = token("master", ["read"]).slice("ohk_tok_".length).split(".");
    const claims = Buffer.from(JSON.stringify({ sub: "master", scopes: ["*"], type: "short-lived", iat: 0, exp: 9e9 }));
    const changed = `ohk_tok_${header}.${claims.toString("base64url")}.${signature}`;
    expect(await codeOf({ authorization: `Bearer ${changed}` })).toEqual([401, "UNAUTHORIZED"]);
  });

  test("dies with its key", async () => {
    const key = await bench.keyWith(["read"]);
    await bench.request("DELETE", `/auth/api-keys/${idOf(key)}`);
    expect(await codeOf({ authorization: `Bearer ${token(idOf(key), ["read"])}` })).toEqual([401, "INVALID_API_KEY"]);
  });
});

describe("a scope", () => {
  const scopesThatOpen: [string, string, string][] = [
    ["GET", "/users", "read"],
    ["POST", "/users", "write"],
    ["GET", "/auth/api-keys", "support"],
  ];

  test.each(scopesThatOpen)("%s %s needs %s, which * grants too", async (method, path, scope) => {
    const opens = async (scopes: string[]) => {
      const key = await bench.keyWith(scopes);
      return (await bench.request(method, path, { key, body: method === "POST" ? {} : undefined })).status !== 403;
    };
    const others = ["read", "write", "support", "users", "events.read"].filter((other) => other !== scope);
    expect([await opens([scope]), await opens(["*"]), await opens(others)]).toEqual([true, true, false]);
  });

  test("that is missing is named", async () => {
    const { body } = await bench.request("GET", "/users", { key: await bench.keyWith(["write"]) });
    expect(body.error).toMatchObject({
      code: "INSUFFICIENT_SCOPE",
      details: { requiredScope: "read", currentScopes: ["write"] },
    });
  });

  test("can only be handed out by who holds it", async () => {
    const key = await bench.keyWith(["support", "read"]);
    const grant = async (scopes: string[], by = key) =>
      (await bench.request("POST", "/auth/api-keys", { key: by, body: { scopes } })).status;
    expect(await grant(["read", "support", "events.read", "orders"])).toBe(201);
    expect([await grant(["write"]), await grant(["*"])]).toEqual([403, 403]);
    expect([await grant(["*"], MASTER_KEY), await grant(["*"], await bench.keyWith(["*"]))]).toEqual([201, 201]);
  });
});

describe("an API key", () => {
  test("is shown once, stored as a salted hash, listed masked, and works until it is revoked", async () => {
    const made = await bench.request("POST", "/auth/api-keys", { body: { scopes: ["read"], name: "shop" } });
    expect(made.status).toBe(201);
    const { key, id } = made.body.data;
    expect(key).toMatch(/^ohk_test_key_[0-9A-Za-z]{32}_[0-9a-f]{48}$/);
    expect(await codeOf({ authorization: `Bearer ${key}` })).toEqual([200, "shop"]);
    const listed = await bench.request("GET", "/auth/api-keys?limit=100");
    expect(listed.body.data.map((one: { id: string }) => one.id)).toContain(id);
    expect(listed.text).not.toContain(key);
    expect(JSON.stringify(await bench.db.prisma.apiKey.findUnique({ where: { id } }))).not.toContain(key.slice(-48));
    const revoked = await bench.request("DELETE", `/auth/api-keys/${id}`);
    expect(revoked.body.data).toMatchObject({ id, status: "revoked" });
    expect(await codeOf({ authorization: `Bearer ${key}` })).toEqual([401, "INVALID_API_KEY"]);
    const again = await bench.request("DELETE", `/auth/api-keys/${id}`);
    expect(again.body.data).toEqual(revoked.body.data);
  });

  test("of a user makes and sees keys of that user only", async () => {
    const own = await bench.user();
    const key = await bench.keyWith(["support"], own);
    const create = (body: object) => bench.request("POST", "/auth/api-keys", { key, body: { scopes: ["x"], ...body } });
    expect((await create({})).body.data.userId).toBe(own);
    expect((await create({ userId: await bench.user() })).status).toBe(403);
    const listed = await bench.request("GET", "/auth/api-keys", { key });
    expect(new Set(listed.body.data.map((one: { userId: string }) => one.userId))).toEqual(new Set([own]));
    const foreign = idOf(await bench.keyWith(["read"]));
    expect((await bench.request("DELETE", `/auth/api-keys/${foreign}`, { key })).body.error.code).toBe("NOT_FOUND");
  });

  test("made by a credential that ends must be told an end, and none that is later", async () => {
    const key = await bench.keyWith(["support", "read"]);
    const brief = token(idOf(key), ["support", "read"], 600);
    const make = (by: string, expiresAt?: Date) =>
      bench.request("POST", "/auth/api-keys", { key: by, body: { scopes: ["read"], expiresAt } });
    const [inTime, late] = [new Date(Date.now() + 500_000), new Date(Date.now() + 700_000)];
    expect((await make(brief, inTime)).body.data.expiresAt).toBe(inTime.toISOString());
    for (const refused of [await make(brief), await make(brief, late)]) {
      expect([refused.status, refused.body.error.details.fields[0].field]).toEqual([400, "expiresAt"]);
    }
    const ending = await bench.keyWith(["support", "read"], null, inTime);
    expect([(await make(ending)).status, (await make(ending, late)).status, (await make(key)).status]).toEqual([
      400, 400, 201,
    ]);
  });

  test("comes back to the same caller for the same idempotency key, and is never stored in clear", async () => {
    const headers = { "Idempotency-Key": "one key, please" };
    const create = () => bench.request("POST", "/auth/api-keys", { body: { scopes: ["read"] }, headers });
    const replies = await Promise.all(Array.from({ length: 5 }, create));
    expect(new Set(replies.map(({ status }) => status)).size).toBeLessThanOrEqual(2);
    for (const { status, body } of replies.filter((reply) => reply.status !== 201)) {
      expect([status, body.error.code]).toEqual([409, "IDEMPOTENCY_KEY_IN_PROGRESS"]);
    }
    const replay = await create();
    const keys = [...replies.filter(({ status }) => status === 201), replay].map(({ body }) => body.data.key);
    expect(new Set(keys).size).toBe(1);
    expect(replay.headers.get("Idempotent-Replayed")).toBe("true");
    const rows = await bench.db.prisma.idempotencyRequest.findMany();
    expect(JSON.stringify(rows)).not.toContain(keys[0]?.slice(-48));
  });
});

test("GET /me tells the installation, the same for ever", async () => {
  const first = (await bench.request("GET", "/me")).body.data;
  expect(first).toMatchObject({
    marketplaceId: expect.stringMatching(/^mkt_[0-9A-Za-z]{32}$/),
    apiKey: { id: "master" },
  });
  expect((await bench.request("GET", "/api/v1/me")).body.data).toEqual(first);
});
