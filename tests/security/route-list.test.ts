import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Endpoint } from "../../gateway/endpoint.ts";
import { ENDPOINTS } from "../../gateway/routes/index.ts";
import { type GatewayBench, gatewayBench } from "../../gateway/testing/gateway-bench.ts";
import { wellFormedBody } from "./well-formed-bodies.ts";

// What holds for every endpoint there is, and for every one that will be: the suite walks the list of routes.

let bench: GatewayBench;
beforeAll(async () => {
  bench = await gatewayBench("routes", { workers: false });
}, 60_000);
afterAll(() => bench.close());

type Declaration = Endpoint["declaration"];
const PREFIXES = ["", "/api/v1"];
const NOBODY = "xxx_00000000000000000000000000000000";

const all = ENDPOINTS.flatMap(({ declaration }) =>
  [declaration.path, ...(declaration.equalPaths ?? [])].map((path) => ({ ...declaration, path })),
);
const guarded = all.filter(({ access }) => access !== "public");
const scoped = guarded.filter(({ access }) => access !== "any");
const posts = all.filter(({ method }) => method === "post");
const named = (list: readonly Declaration[]) =>
  list.map((one) => [`${one.method.toUpperCase()} ${one.path}`, one] as const);
const urlOf = ({ path }: Declaration, value = NOBODY) => path.replaceAll(/\{\w+\}/g, encodeURIComponent(value));
const wellFormed = ({ method, operationId }: Declaration) =>
  method === "post" ? { body: wellFormedBody(operationId) } : {};
const send = (one: Declaration, sending: Parameters<GatewayBench["request"]>[2] = {}, url = urlOf(one)) =>
  bench.request(one.method.toUpperCase(), url, sending);

const everyRow = async () => {
  const { rows } = await bench.db.sql.query<{ count: string }>(
    `SELECT (SELECT count(*) FROM orders) + (SELECT count(*) FROM withdrawal) + (SELECT count(*) FROM users)
          + (SELECT count(*) FROM ledger_entry) + (SELECT count(*) FROM event) AS count`,
  );
  return rows[0]?.count;
};

test("the list is sorted by path and names every operation once", () => {
  const paths = ENDPOINTS.map(({ declaration }) => declaration.path);
  expect(paths).toEqual([...paths].sort());
  const names = ENDPOINTS.map(({ declaration }) => declaration.operationId);
  expect(new Set(names).size).toBe(names.length);
});

describe.each(named(guarded))("%s", (_name, one) => {
  test("is 401 without a credential, before anything else of the request is looked at", async () => {
    for (const prefix of PREFIXES) {
      const text = one.method === "post" ? "{not json" : undefined;
      const reply = await send(one, { key: null, ...(text && { text }) }, `${prefix}${urlOf(one)}?nonsense=1`);
      expect([reply.status, reply.body.error.code]).toEqual([401, "UNAUTHORIZED"]);
    }
  });
});

describe.each(named(scoped))("%s", (_name, one) => {
  test("is 403 with every scope but its own, before the body is looked at", async () => {
    const scopes = ["read", "write", "support", "users", "orders"].filter((scope) => scope !== one.access);
    const key = await bench.keyWith(scopes);
    const reply = await send(one, { key, ...(one.method === "post" && { text: "{" }) });
    expect([reply.status, reply.body.error.code]).toEqual([403, "INSUFFICIENT_SCOPE"]);
    expect(reply.body.error.details.requiredScope).toBe(one.access);
  });
});

describe.each(named(posts))("%s", (_name, one) => {
  test.each([
    ["malformed JSON", "{"],
    ["an array", "[]"],
    ["a number", "7"],
    ["null", "null"],
    ["an unknown field", '{"surprise":1}'],
    ["a prototype's name", '{"__proto__":{"scopes":["*"]}}'],
    ["NUL in a text", '{"title":"a\\u0000b"}'],
    ["half a character", '{"title":"\\ud800"}'],
    ["nesting without end", `{"metadata":${"[".repeat(5000)}${"]".repeat(5000)}}`],
  ])("refuses %s and changes nothing", async (_what, text) => {
    const before = await everyRow();
    const reply = await send(one, { text });
    expect([reply.status, reply.body.error.code]).toEqual([400, "VALIDATION_ERROR"]);
    expect(reply.body.error.details.fields.length).toBeGreaterThan(0);
    expect(await everyRow()).toBe(before);
  });

  test("refuses a body above 100 kB, also one that does not tell its length", async () => {
    const text = JSON.stringify({ title: "x".repeat(110_000) });
    expect((await send(one, { text })).status).toBe(413);
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(new TextEncoder().encode(" ".repeat(50_000)));
      },
    });
    const headers = { "x-api-key": bench.deps.config.masterKey };
    const init: RequestInit & { duplex: "half" } = { method: "POST", headers, body: stream, duplex: "half" };
    const response = await bench.app.request(urlOf(one), init);
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ error: { code: "PAYLOAD_TOO_LARGE" } });
  });
});

describe.each(named(all.filter(({ path, access }) => path.includes("{") && access !== "public")))(
  "%s",
  (_name, one) => {
    test.each(["nobody", "../../etc/passwd", "' OR 1=1 --", "a".repeat(255), "💥", "%"])(
      "is not found, or empty, for the id %j",
      async (id) => {
        const reply = await send(one, wellFormed(one), urlOf(one, id));
        expect([200, 404]).toContain(reply.status);
        if (reply.status === 200) expect(reply.body.data).toMatchObject({ available: "0.00" });
      },
    );

    test.each(["\u0000", "x".repeat(256)])("refuses the id %j", async (id) => {
      const reply = await send(one, wellFormed(one), urlOf(one, id));
      expect([reply.status, reply.body.error.code]).toEqual([400, "VALIDATION_ERROR"]);
    });
  },
);

describe.each(named(all.filter(({ access }) => access !== "public")))("%s", (_name, one) => {
  test("refuses an unknown query parameter", async () => {
    const reply = await send(one, wellFormed(one), `${urlOf(one)}?surprise=1`);
    expect([reply.status, reply.body.error.code]).toEqual([400, "VALIDATION_ERROR"]);
  });

  test.each(["PUT", "PATCH", "REPORT"])("is not there for %s", async (method) => {
    const reply = await bench.request(method, urlOf(one));
    expect([reply.status, reply.body.error.code]).toEqual([404, "NOT_FOUND"]);
  });
});
