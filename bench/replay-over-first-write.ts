import { randomUUID } from "node:crypto";
import { servedGateway } from "./http-load/gateway.ts";
import { startLoadProcess } from "./http-load/load-process.ts";
import type { Benchmark, Effort, Sides } from "./measure/benchmark.ts";

const CONNECTIONS = 8;
const STORED_ANSWERS = 20;

export const replayOverFirstWrite: Benchmark = {
  name: "replay-over-first-write",
  ratio: "stored answers of POST /orders given again per second ÷ first POST /orders per second",
  method:
    "The same request; the keys of one side are new, those of the other have their answer in Postgres. 8 kept connections " +
    "from a process of its own. A first write starts a workflow and waits for it.",
  target: { good: 2, stretch: 4 },
  prepare: replayOverFirst,
};

async function replayOverFirst({ seconds }: Effort): Promise<Sides> {
  const gateway = await servedGateway("bench-replay");
  const { db, keyWith, user } = gateway.bench;
  const buyerId = await user("0.00", "BUYER");
  const sellerId = await user("0.00", "SELLER");
  const request = {
    url: `${gateway.url}/orders`,
    method: "POST",
    headers: { authorization: `Bearer ${await keyWith(["read", "write"])}`, "content-type": "application/json" },
    body: JSON.stringify({ buyerId, sellerId, amount: "120.00", title: "A logo" }),
    connections: CONNECTIONS,
    status: 201,
  } as const;
  const stored = Array.from({ length: STORED_ANSWERS }, () => randomUUID());
  const { url, method, headers, body } = request;
  for (const key of stored) {
    const answer = await fetch(url, { method, headers: { ...headers, "idempotency-key": key }, body });
    if (answer.status !== request.status) throw new Error(`POST /orders answered ${answer.status}`);
  }
  const client = startLoadProcess();
  const countOrders = () => db.prisma.order.count();
  let madeByReplays = 0;
  return {
    async ours() {
      const before = await countOrders();
      const rate = await client.run({ ...request, seconds, idempotencyKeys: stored });
      madeByReplays += (await countOrders()) - before;
      return rate;
    },
    theirs: () => client.run({ ...request, seconds, idempotencyKeys: "fresh" }),
    broken: async () => [
      ...(await gateway.broken()),
      ...(madeByReplays === 0 ? [] : [`${madeByReplays} orders were made by requests that had their answer`]),
    ],
    async close() {
      client.close();
      await gateway.close();
    },
  };
}
