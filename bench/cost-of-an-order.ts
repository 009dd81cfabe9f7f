import { Client, Connection } from "@temporalio/client";
import type { OrderId } from "../domain/ids.ts";
import { openDatabase } from "../prisma/client.ts";
import { costOf } from "../tests/replay/cost-of.ts";
import { EFFECTS_OF_AN_ORDER, effectsOf } from "../tests/support/chain-effects.ts";
import { oneEffectPerStep, settledAsTheChainSays } from "../tests/support/invariants/chain-effects.ts";
import { eventsWithoutGap } from "../tests/support/invariants/events.ts";
import { balancedEntries, trueBalances } from "../tests/support/invariants/ledger.ts";
import { type Marketplace, openMarketplace, type Person, type Trade } from "../tests/support/marketplace.ts";
import { readSandbox } from "../tests/support/sandbox-control.ts";
import { type TestStack, testStack } from "../tests/support/stack.ts";
import { listenToStatements } from "../tests/support/statement-listener.ts";
import type { History } from "../tests/support/workflows/history-shape.ts";
import { orderWorkflowId } from "../workflows/contracts/order.ts";
import type { Effort } from "./measure/benchmark.ts";
import type { Count } from "./measure/lines.ts";
import { circumstances, writeResult } from "./measure/results.ts";
import { monitorRedis } from "./redis-monitor.ts";

const ACTIONS_MAX = 30;
const EVENTS_MAX = 150;
const STATEMENTS_MAX = 40;
/** The contract's own: deploy, fund, complete, approve, release. */
const TRANSACTIONS_MAX = 5;

const METHOD =
  "The whole system as processes, a sandbox that closes a ledger every 100 ms, one order from creation to release over " +
  "HTTP with nothing else going on. Counted: what the worker and the gateway send to Postgres (without BEGIN, COMMIT and " +
  "the follower of deposits) and to Redis (by MONITOR), and the order's history in Temporal.";

const SETTINGS = { RECONCILIATION_ENABLED: "false", LOG_LEVEL: "warn", SANDBOX_TW_PER_MINUTE: "0" };

/** Counts what one order asks of everything that it touches. These are numbers to be compared over months. */
export async function countCostOfAnOrder(name: string, { isQuick }: Effort) {
  const stack = await testStack({ ledgerMs: 100, settings: SETTINGS });
  try {
    const { counts, broken } = await countOn(stack);
    const invariants = broken.length === 0 ? "held" : broken;
    writeResult(name, { method: METHOD, counts, invariants, ...circumstances(isQuick) });
    return { counts, broken };
  } finally {
    await stack.stop();
  }
}

async function countOn(stack: TestStack) {
  const listeners = await listenTo(stack);
  const market = openMarketplace(stack);
  await liveAnOrder(market); // whatever is done only once, is done now
  const [buyer, seller] = await twoPeople(market);
  listeners.take();
  const trade = await market.order(buyer, seller, "120.00");
  await market.finish(trade);
  const { worker, gateway, redis } = listeners.take();
  const { actions, events } = costOf(await historyOf(stack, trade));
  const effects = await effectsOf(market.sandbox, trade);
  await listeners.close();
  return {
    counts: [
      { what: "Temporal Actions", count: actions, most: ACTIONS_MAX },
      { what: "history events", count: events, most: EVENTS_MAX },
      { what: "SQL statements of the worker", count: worker.filter(isForPayments).length, most: STATEMENTS_MAX },
      { what: "SQL statements of the gateway", count: gateway.filter(isForPayments).length, most: null },
      { what: "calls to Redis", count: redis.length, most: null },
      { what: "chain transactions", count: effects.length, most: TRANSACTIONS_MAX },
      { what: "chain transactions ÷ the contract's", count: effects.length / TRANSACTIONS_MAX, most: 1 },
    ] satisfies Count[],
    broken: [...(await brokenBooks(stack)), ...otherEffects(effects)],
  };
}

/** Whoever trades once may be counted by what happened to their wallets. */
async function twoPeople(market: Marketplace): Promise<readonly [Person, Person]> {
  const [buyer, seller] = await market.people(2, "500.00");
  if (!buyer || !seller) throw new Error("two people were asked for");
  return [buyer, seller];
}

async function liveAnOrder(market: Marketplace): Promise<void> {
  const trade = await market.order(...(await twoPeople(market)), "120.00");
  await market.finish(trade);
}

/** Puts a listener between each process and what it asks. */
async function listenTo({ urls, restart }: TestStack) {
  const worker = await listenToStatements(urls.database);
  const gateway = await listenToStatements(urls.database);
  await restart("worker", { DATABASE_URL: worker.databaseUrl });
  await restart("gateway", { DATABASE_URL: gateway.databaseUrl });
  const redis = await monitorRedis(urls.redis);
  return {
    take: () => ({ worker: worker.take(), gateway: gateway.take(), redis: redis.take() }),
    async close() {
      redis.close();
      await Promise.all([worker.close(), gateway.close()]);
    },
  };
}

/** The follower of deposits and the relays ask all the time, whether there is an order or not. */
const isForPayments = (statement: string) => !/^(BEGIN|COMMIT)|stream_cursor|= ANY\(\$1\)/.test(statement);

async function historyOf({ urls }: TestStack, { orderId }: Trade): Promise<History> {
  const connection = await Connection.connect({ address: urls.temporalAddress });
  const { workflow } = new Client({ connection, namespace: urls.temporalNamespace });
  const history = workflow.getHandle(orderWorkflowId(orderId as OrderId)).fetchHistory();
  return history.finally(() => connection.close());
}

async function brokenBooks({ urls }: TestStack): Promise<readonly string[]> {
  const db = openDatabase(urls.database);
  const scene = { db, sandbox: readSandbox(urls.sandbox) };
  const checks = [balancedEntries, trueBalances, oneEffectPerStep, settledAsTheChainSays, eventsWithoutGap];
  const found = await Promise.all(checks.map((check) => check(scene))).finally(() => db.close());
  return found.flat();
}

const otherEffects = (effects: readonly string[]): readonly string[] =>
  effects.join() === EFFECTS_OF_AN_ORDER.join()
    ? []
    : [`the chain saw other steps than an order has: ${effects.join()}`];
