import { bareRoute } from "./http-load/bare-route.ts";
import { servedGateway } from "./http-load/gateway.ts";
import { listen } from "./http-load/listen.ts";
import type { HttpLoad } from "./http-load/load.ts";
import { startLoadProcess } from "./http-load/load-process.ts";
import type { Benchmark, Effort, Sides } from "./measure/benchmark.ts";

const CONNECTIONS = 8;

export const getOrder: Benchmark = {
  name: "get-order",
  ratio: "GET /orders/{id} per second ÷ a bare Hono route that answers the same bytes",
  method:
    "Both behind the same HTTP server, 8 kept connections from a process of its own. Ours knows an API key, counts its " +
    "limit in Redis and reads the order from Postgres every time; nothing is cached.",
  target: { good: 0.5, stretch: 0.7 },
  prepare: getOrderOverBareRoute,
};

async function getOrderOverBareRoute({ seconds }: Effort): Promise<Sides> {
  const gateway = await servedGateway("bench-get");
  const { id } = await gateway.orders.funded();
  const key = await gateway.bench.keyWith(["read"]);
  const headers = { authorization: `Bearer ${key}` };
  const answer = await fetch(`${gateway.url}/orders/${id}`, { headers });
  const bytes = await answer.text();
  const bare = await listen(bareRoute("/orders/:id", bytes, answer.headers).fetch);
  const client = startLoadProcess();
  const get = (url: string) => client.run({ ...GET, url, headers, seconds });
  return {
    ours: () => get(`${gateway.url}/orders/${id}`),
    theirs: () => get(`${bare.url}/orders/${id}`),
    broken: async () => [...(await gateway.broken()), ...(answer.ok ? [] : [`GET answered ${answer.status}`])],
    async close() {
      client.close();
      await bare.close();
      await gateway.close();
    },
  };
}

const GET = {
  method: "GET",
  body: null,
  idempotencyKeys: null,
  connections: CONNECTIONS,
  status: 200,
} as const satisfies Partial<HttpLoad>;
