import { optionsOrExit } from "../cli/terminal/read-options.ts";
import { countCostOfAnOrder } from "./cost-of-an-order.ts";
import { getOrder } from "./get-order.ts";
import { getOrderP99 } from "./get-order-p99.ts";
import { idempotentWriteOverInsert } from "./idempotent-write-over-insert.ts";
import { ledgerHotAccountCoalesced } from "./ledger-hot-account-coalesced.ts";
import { ledgerOneHotAccount } from "./ledger-one-hot-account.ts";
import { ledgerUniform } from "./ledger-uniform.ts";
import { type Benchmark, type Effort, FULL, QUICK } from "./measure/benchmark.ts";
import { lineOfCount, lineOfRatio, TABLE_HEAD } from "./measure/lines.ts";
import { runBenchmark } from "./measure/run-benchmark.ts";
import { orderOverEmptyWorkflow } from "./order-over-empty-workflow.ts";
import { orderOverTwinAt1 } from "./order-over-twin-at-1.ts";
import { orderOverTwinAt8 } from "./order-over-twin-at-8.ts";
import { orderOverTwinAt32 } from "./order-over-twin-at-32.ts";
import { ordersAt8OverOrdersAt1 } from "./orders-at-8-over-orders-at-1.ts";
import { ordersAt32OverOrdersAt1 } from "./orders-at-32-over-orders-at-1.ts";
import { recoveryOverStartUp } from "./recovery-over-start-up.ts";
import { replayOverFirstWrite } from "./replay-over-first-write.ts";
import { startServers } from "./servers.ts";
import { webhooksOverFetch } from "./webhooks-over-fetch.ts";

const USAGE = `
npm run bench                       every ratio, in full (about 25 minutes)
npm run bench -- --quick            few short rounds: the order of magnitude (about ten minutes)
npm run bench -- --only get-order   the ones whose name holds that

Prints a table and writes bench/results/. Fails only when money did not add up afterwards, never because of a number.
`.trim();

const BENCHMARKS: readonly Benchmark[] = [
  ledgerUniform,
  ledgerOneHotAccount,
  ledgerHotAccountCoalesced,
  getOrder,
  getOrderP99,
  idempotentWriteOverInsert,
  replayOverFirstWrite,
  webhooksOverFetch,
  recoveryOverStartUp,
  orderOverTwinAt1,
  orderOverTwinAt8,
  orderOverTwinAt32,
  orderOverEmptyWorkflow,
  ordersAt8OverOrdersAt1,
  ordersAt32OverOrdersAt1,
];
const COUNTS = "cost-of-an-order";

const { quick, only } = optionsOrExit(USAGE, {
  quick: { type: "boolean", default: false },
  only: { type: "string", default: "" },
});
const broken: string[] = [];
const servers = await startServers();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, stopEarly);
try {
  await measureAll(quick ? QUICK : FULL);
} finally {
  await servers.stop();
}
for (const sentence of broken) console.error(sentence);
process.exit(broken.length === 0 ? 0 : 1);

/** No server may outlive us. */
async function stopEarly(): Promise<never> {
  await servers.stop();
  process.exit(1);
}

async function measureAll(effort: Effort): Promise<void> {
  console.log(TABLE_HEAD);
  for (const benchmark of BENCHMARKS.filter(({ name }) => name.includes(only))) {
    const result = await runBenchmark(benchmark, effort);
    console.log(lineOfRatio(result));
    broken.push(...result.broken);
  }
  if (!COUNTS.includes(only)) return;
  const counted = await countCostOfAnOrder(COUNTS, effort);
  for (const count of counted.counts) console.log(lineOfCount(count));
  broken.push(...counted.broken);
}
