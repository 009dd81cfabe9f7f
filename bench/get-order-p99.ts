import { bareRoute } from "./http-load/bare-route.ts";
import { servedGateway } from "./http-load/gateway.ts";
import { listen } from "./http-load/listen.ts";
import type { HttpLoad } from "./http-load/load.ts";
import { startLoadProcess } from "./http-load/load-process.ts";
import type { Benchmark, Effort, Sides } from "./measure/benchmark.ts";

const PER_SECOND = 100;

export const getOrderP99: Benchmark = {
  name: "get-order-p99",
  ratio: "99th percentile of GET /orders/{id} at 100 a second − that of a bare Hono route, in milliseconds",
  method:
    "Open loop from a process of its own: a request every 10 ms, whatever became of those before, and each is timed from when " +
    "it was due. Ours and the bare route are those of get-order.",
  compare: "difference",
  target: { good: 5, stretch: 3, isCeiling: true },
  prepare: latencies,
};

async function latencies({ seconds }: Effort): Promise<Sides> {
  const gateway = await servedGateway("bench-p99");
  const { id } = await gateway.orders.funded();
  const headers = { authorization: `Bearer ${await gateway.bench.keyWith(["read"])}` };
  const answer = await fetch(`${gateway.url}/orders/${id}`, { headers });
  const bare = await listen(bareRoute("/orders/:id", await answer.text(), answer.headers).fetch);
  const client = startLoadProcess();
  const load: Omit<HttpLoad, "url"> = {
    method: "GET",
    headers,
    body: null,
    idempotencyKeys: null,
    connections: { perSecond: PER_SECOND },
    seconds,
    status: 200,
  };
  return {
    ours: () => client.run({ ...load, url: `${gateway.url}/orders/${id}` }),
    theirs: () => client.run({ ...load, url: `${bare.url}/orders/${id}` }),
    broken: gateway.broken,
    async close() {
      client.close();
      await bare.close();
      await gateway.close();
    },
  };
}
