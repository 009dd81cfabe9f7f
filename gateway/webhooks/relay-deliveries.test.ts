import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Receiver, startReceiver } from "../../activities/testing/receiver.ts";
import { until } from "../../tests/support/until.ts";
import { createTemporal } from "../temporal.ts";
import { writeEvents } from "../testing/event-writer.ts";
import { type GatewayBench, gatewayBench } from "../testing/gateway-bench.ts";
import { runDeliveryRelay } from "./relay-deliveries.ts";

let bench: GatewayBench;
let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
  bench = await gatewayBench("relay");
}, 60_000);
afterAll(async () => {
  await bench.close();
  receiver.close();
});

const endpoint = () =>
  bench.request("POST", "/webhook-endpoints", { body: { url: receiver.url, eventTypes: ["dispute.*"] } });
const arrived = (count: number) => until(`${count} events arrive`, async () => receiver.received.length >= count, 20);
const dispute = { type: "dispute.opened", aggregateType: "Dispute" };

test("several relays bring every event of many writers once, from the first endpoint on, and end when told", async () => {
  const stopping = new AbortController();
  const relays = [1, 2, 3].map(() => runDeliveryRelay(bench.deps, stopping.signal));
  await endpoint();
  const written = await Promise.all(Array.from({ length: 20 }, () => writeEvents(bench.db, dispute, dispute)));
  await arrived(40);
  const ids = receiver.received.map(({ headers }) => headers["webhook-id"]);
  expect(ids.sort()).toEqual(written.flat().sort());
  stopping.abort();
  bench.deps.feed.close(); // as a gateway that stops
  await Promise.all(relays);
});

test("what was planned while Temporal was away is started when it is back", async () => {
  const away = createTemporal({ ...bench.deps.config.temporal, connectionOptions: { address: "127.0.0.1:1" } });
  receiver.received.length = 0;
  const inVain = new AbortController();
  const first = runDeliveryRelay({ ...bench.deps, temporal: away }, inVain.signal);
  const [eventId] = await writeEvents(bench.db, dispute);
  const planned = () => bench.db.prisma.webhookDelivery.findFirst({ where: { event: { id: eventId ?? "" } } });
  await until("it is planned", planned, 20);
  inVain.abort();
  bench.deps.feed.close();
  await first;
  expect([receiver.received.length, (await planned())?.startedAt]).toEqual([0, null]);
  const stopping = new AbortController();
  const second = runDeliveryRelay(bench.deps, stopping.signal);
  await arrived(1);
  stopping.abort();
  bench.deps.feed.close();
  await second;
  expect(receiver.received.map(({ headers }) => headers["webhook-id"])).toEqual([eventId]);
  await away.close();
}, 60_000);
