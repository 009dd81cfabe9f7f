import { startReceiver } from "../activities/testing/receiver.ts";
import { writeEvents } from "../gateway/testing/event-writer.ts";
import { runDeliveryRelay } from "../gateway/webhooks/relay-deliveries.ts";
import { until } from "../tests/support/until.ts";
import { servedGateway } from "./http-load/gateway.ts";
import type { Benchmark, Sides } from "./measure/benchmark.ts";

/** A round of ours: enough to fill the queue several times over. */
const EVENTS = 150;
/** As many calls at a time as the queue of notifications has. */
const AT_A_TIME = 50;
const ROUND_SECONDS = 120;

export const webhooksOverFetch: Benchmark = {
  name: "webhooks-over-fetch",
  ratio: "webhook deliveries per second ÷ calls per second of a raw fetch loop to the same sink",
  method:
    `${EVENTS} events are written at once; timed until the last one has arrived. The loop sends as many of the same bodies, ` +
    `${AT_A_TIME} at a time, which is how many the worker makes at a time. Ours plans each delivery in Postgres, runs it as ` +
    "a workflow of its own on a real Temporal server, signs it and writes down the attempt.",
  target: { good: 0.3, stretch: 0.6 },
  prepare: deliveries,
};

async function deliveries(): Promise<Sides> {
  const gateway = await servedGateway("bench-webhooks");
  const { bench } = gateway;
  const receiver = await startReceiver();
  const stopping = new AbortController();
  const relay = runDeliveryRelay(bench.deps, stopping.signal);
  await bench.request("POST", "/webhook-endpoints", { body: { url: receiver.url, eventTypes: ["dispute.*"] } });
  const event = { type: "dispute.opened", aggregateType: "Dispute" };
  const written: string[] = [];
  const arrived: string[] = [];
  const deliver = async () => {
    receiver.received.length = 0;
    const startedAt = performance.now();
    const ids = await writeEvents(bench.db, ...Array.from({ length: EVENTS }, () => event));
    await until("every event arrives", async () => receiver.received.length >= ids.length, ROUND_SECONDS);
    const perSecond = (EVENTS * 1000) / (performance.now() - startedAt);
    written.push(...ids);
    arrived.push(...receiver.received.map(({ headers }) => headers["webhook-id"] ?? ""));
    return perSecond;
  };
  await deliver();
  const [{ headers, body } = { headers: {}, body: "" }] = receiver.received;
  return {
    ours: deliver,
    theirs: () => fetchAll(receiver.url, body, headers),
    broken: async () => [
      ...(await gateway.broken()),
      ...(arrived.toSorted().join() === written.toSorted().join() ? [] : ["not every event arrived exactly once"]),
    ],
    async close() {
      stopping.abort();
      bench.deps.feed.close();
      await relay;
      await gateway.close();
      receiver.close();
    },
  };
}

async function fetchAll(url: string, body: string, headers: Readonly<Record<string, string>>): Promise<number> {
  const { host: _host, connection: _connection, "content-length": _length, ...own } = headers;
  const startedAt = performance.now();
  let left = EVENTS;
  const loop = async () => {
    for (; left > 0; ) {
      left -= 1;
      const answer = await fetch(url, { method: "POST", headers: own, body });
      await answer.arrayBuffer();
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, loop));
  return (EVENTS * 1000) / (performance.now() - startedAt);
}
