import { setTimeout as delay } from "node:timers/promises";
import { openDatabase } from "../prisma/client.ts";
import { balancedEntries, trueBalances } from "../tests/support/invariants/ledger.ts";
import { openMarketplace } from "../tests/support/marketplace.ts";
import { testStack } from "../tests/support/stack.ts";
import type { Benchmark, Sides } from "./measure/benchmark.ts";

/** Into the release, whose last transaction waits for a ledger. */
const KILLED_AFTER_MS = 300;
const SETTINGS = { RECONCILIATION_ENABLED: "false", LOG_LEVEL: "warn", SANDBOX_TW_PER_MINUTE: "0" };

export const recoveryOverStartUp: Benchmark = {
  name: "recovery-over-start-up",
  ratio: "time from the kill of a worker until the release under way is done ÷ time of a worker's start",
  method:
    "The whole system as processes, a sandbox that closes a ledger every 100 ms. Ours: a release is asked for, the worker is " +
    `killed (SIGKILL) ${KILLED_AFTER_MS} ms later and started again at once; timed from the kill until the order is closed. ` +
    "Theirs: the same kill and start with nothing under way, until the worker answers that it is ready.",
  target: { good: 3, stretch: 2, isCeiling: true },
  prepare: kills,
};

async function kills(): Promise<Sides> {
  const stack = await testStack({ ledgerMs: 100, settings: SETTINGS });
  const market = openMarketplace(stack);
  const restartInSeconds = async (untilDone: () => Promise<void>) => {
    const startedAt = performance.now();
    await stack.kill("worker");
    await stack.restart("worker");
    await untilDone();
    return (performance.now() - startedAt) / 1000;
  };
  return {
    async ours() {
      const [buyer, seller] = await market.people(2, "200.00");
      if (!buyer || !seller) throw new Error("two people were asked for");
      const { orderId } = await market.order(buyer, seller, "120.00", "resolution/release");
      const released = market.command(orderId, "resolution/release").catch(() => null); // its worker dies: the order tells
      await delay(KILLED_AFTER_MS);
      const seconds = await restartInSeconds(() => market.untilOrder(orderId, "CLOSED", 60));
      await released;
      return seconds;
    },
    theirs: () => restartInSeconds(async () => {}),
    async broken() {
      const db = openDatabase(stack.urls.database);
      const broken = [...(await balancedEntries({ db })), ...(await trueBalances({ db }))];
      await db.close();
      return broken;
    },
    close: () => stack.stop(),
  };
}
