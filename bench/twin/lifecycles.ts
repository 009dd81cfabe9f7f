import type { Client } from "@temporalio/client";
import { costOf } from "../../tests/replay/cost-of.ts";
import { type History, historyShape } from "../../tests/support/workflows/history-shape.ts";
import { workflowBundle } from "../../worker/build-bundle.ts";
import { closedLoop } from "../measure/closed-loop.ts";
import { instantWorld } from "./instant-world.ts";
import { liveAnOrder } from "./orders.ts";
import { planOf } from "./plan.ts";
import { liveATwin, liveEmptily } from "./twins.ts";
import { quietRuntime, runTwinWorkers, runWorkers } from "./workers.ts";

export interface Lifecycles {
  /** Each runs so many at a time for so long, and resolves with lives per second. */
  orders(inFlight: number, seconds: number): Promise<number>;
  twins(inFlight: number, seconds: number): Promise<number>;
  empty(inFlight: number, seconds: number): Promise<number>;
  readonly notes: readonly string[];
  broken(): readonly string[];
  close(): Promise<void>;
}

/** Our orders, their shape twins and workflows that do nothing, side by side on one Temporal server. */
export async function openLifecycles(): Promise<Lifecycles> {
  quietRuntime();
  const world = instantWorld();
  const ours = await runWorkers("bench-orders", await workflowBundle(), world.activities);
  const twins = await runTwinWorkers("bench-twins");
  const live = async () => world.remember(await liveAnOrder(ours.client, world.current()));
  const order = await liveAnOrder(ours.client, world.current());
  world.remember(order);
  const orderHistory = await historyOf(ours.client, order.workflowId);
  const plan = planOf(orderHistory);
  const twinHistory = await historyOf(twins.client, await liveATwin(twins.client, plan));
  return {
    async orders(inFlight, seconds) {
      world.renew();
      return closedLoop(inFlight, seconds, live);
    },
    twins: (inFlight, seconds) => closedLoop(inFlight, seconds, async () => void (await liveATwin(twins.client, plan))),
    empty: (inFlight, seconds) => closedLoop(inFlight, seconds, () => liveEmptily(twins.client)),
    notes: [`one order: ${costText(orderHistory)}; its twin: ${costText(twinHistory)}`],
    broken() {
      world.renew();
      const isAlike = typesOf(orderHistory) === typesOf(twinHistory);
      return [...world.broken(), ...(isAlike ? [] : ["the twin's events are not those of the order"])];
    },
    async close() {
      await Promise.all([ours.stop(), twins.stop()]);
    },
  };
}

const historyOf = (client: Client, workflowId: string): Promise<History> =>
  client.workflow.getHandle(workflowId).fetchHistory();

function costText(history: History): string {
  const { actions, events, bytes } = costOf(history);
  return `${events} events, ${actions} Actions, ${Math.round(bytes / 1000)} kB of history`;
}

/** The events in order, whatever the activities are called. */
const typesOf = (history: History): string => historyShape(history).replaceAll(/(?<=^\d+) .*$/gm, "");
