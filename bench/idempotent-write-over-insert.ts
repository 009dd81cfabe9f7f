import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import type { Database } from "../prisma/client.ts";
import { sameHeaders } from "./http-load/bare-route.ts";
import { servedGateway } from "./http-load/gateway.ts";
import { listen } from "./http-load/listen.ts";
import type { HttpLoad } from "./http-load/load.ts";
import { startLoadProcess } from "./http-load/load-process.ts";
import type { Benchmark, Effort, Sides } from "./measure/benchmark.ts";

export const idempotentWriteOverInsert: Benchmark = {
  name: "idempotent-write-over-insert",
  ratio: "POST /auth/api-keys with new idempotency keys per second ÷ bare Hono and one INSERT … ON CONFLICT",
  method:
    "Both behind the same HTTP server on one durable Postgres, 8 kept connections from a process of its own, a new key with " +
    "every request. The bare route inserts that key and answers the same bytes. Ours is the cheapest write that asks nobody " +
    "but Postgres: the request's row, the new key, its audit record and the sealed answer.",
  target: { good: 0.5, stretch: 0.7 },
  prepare: writes,
};

async function writes({ seconds }: Effort): Promise<Sides> {
  const gateway = await servedGateway("bench-write");
  const { db, keyWith } = gateway.bench;
  const headers = {
    authorization: `Bearer ${await keyWith(["*"])}`,
    "content-type": "application/json",
  };
  const body = JSON.stringify({ name: "of a benchmark", scopes: ["read"] });
  const path = "/auth/api-keys";
  const key = randomUUID();
  const sending = { method: "POST", headers: { ...headers, "idempotency-key": key }, body };
  const answer = await fetch(gateway.url + path, sending);
  const bare = await listen((await bareInsert(db, path, await answer.text(), answer)).fetch);
  const client = startLoadProcess();
  const load: Omit<HttpLoad, "url"> = {
    method: "POST",
    headers,
    body,
    idempotencyKeys: "fresh",
    connections: 8,
    seconds,
    status: 201,
  };
  return {
    ours: () => client.run({ ...load, url: gateway.url + path }),
    theirs: () => client.run({ ...load, url: bare.url + path }),
    broken: async () => [...(await gateway.broken()), ...(await keptWithoutEffect(db))],
    async close() {
      client.close();
      await bare.close();
      await gateway.close();
    },
  };
}

async function bareInsert({ sql }: Database, path: string, bytes: string, { headers }: Response): Promise<Hono> {
  await sql.query("CREATE TABLE bench_request (key TEXT PRIMARY KEY, body JSONB NOT NULL)");
  const same = sameHeaders(headers);
  return new Hono().post(path, async (c) => {
    const row = [c.req.header("idempotency-key"), JSON.stringify(await c.req.json())];
    await sql.query("INSERT INTO bench_request (key, body) VALUES ($1, $2) ON CONFLICT (key) DO NOTHING", row);
    return c.body(bytes, 201, same);
  });
}

/** Effect and kept answer are one transaction: as many of the one as of the other. */
async function keptWithoutEffect({ sql }: Database): Promise<readonly string[]> {
  const { rows } = await sql.query<{ keys: string; answers: string }>(`
    SELECT (SELECT count(*) FROM api_key WHERE name = 'of a benchmark') AS keys,
      (SELECT count(*) FROM idempotency_request WHERE status = 201) AS answers`);
  const { keys, answers } = rows[0] ?? { keys: "0", answers: "0" };
  return keys === answers ? [] : [`${keys} API keys were made, and ${answers} answers kept`];
}
