import { Redis } from "ioredis";
import { createApp } from "../../gateway/app.ts";
import { createRateLimits } from "../../gateway/rate-limits.ts";
import { fundedOrders } from "../../gateway/testing/funded-orders.ts";
import { type GatewayBench, gatewayBench } from "../../gateway/testing/gateway-bench.ts";
import { balancedEntries, trueBalances } from "../../tests/support/invariants/ledger.ts";
import { testRedis } from "../../tests/support/redis.ts";
import { listen } from "./listen.ts";

/** A gateway on a port, whole: real Postgres, real Temporal with real workflows, limits counted in Redis. */
export async function servedGateway(label: string) {
  const bench = await gatewayBench(label);
  const redis = new Redis((await testRedis()).url);
  const rateLimits = createRateLimits(redis, bench.deps.config.rateLimits);
  const gateway = await listen(createApp({ ...bench.deps, rateLimits }).fetch);
  return {
    bench,
    url: `${gateway.url}/api/v1`,
    orders: fundedOrders(bench),
    broken: () => brokenBooks(bench),
    async close() {
      await gateway.close();
      redis.disconnect();
      await bench.close();
    },
  };
}

const brokenBooks = async ({ db }: GatewayBench) => [
  ...(await balancedEntries({ db })),
  ...(await trueBalances({ db })),
];
