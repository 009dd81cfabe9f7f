import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { OfferHubSDK } from "../../sdk/index.ts";
import { until } from "../../tests/support/until.ts";
import { createApp } from "../app.ts";
import { writeEvents } from "../testing/event-writer.ts";
import { type GatewayBench, gatewayBench, MASTER_KEY } from "../testing/gateway-bench.ts";
import { createStreamSlots } from "./stream-slots.ts";

// The SDK's stream against the gateway, over a real connection.

let bench: GatewayBench;
let server: ReturnType<typeof serve>;
let sdk: OfferHubSDK;
const slots = createStreamSlots(1);
beforeAll(async () => {
  bench = await gatewayBench("http", { workers: false });
  const { fetch } = createApp({ ...bench.deps, streamSlots: slots });
  const port = await new Promise<number>((resolve) => {
    server = serve({ fetch, hostname: "127.0.0.1", port: 0 }, (address: AddressInfo) => resolve(address.port));
  });
  sdk = new OfferHubSDK({ apiUrl: `http://127.0.0.1:${port}`, apiKey: MASTER_KEY });
}, 60_000);
afterAll(async () => {
  if ("closeAllConnections" in server) server.closeAllConnections();
  server.close();
  await bench.close();
});

const isFree = () => {
  try {
    slots.take("master")();
    return true;
  } catch {
    return false;
  }
};

test("every event comes through as it happens, across a line that the server cuts, and a reader who leaves frees its place", async () => {
  const stream = sdk.events({ types: ["order.*"] });
  const first = stream.next();
  await until("the stream is open", async () => !isFree());
  const [one = ""] = await writeEvents(bench.db, {});
  expect((await first).value).toMatchObject({ eventId: one, eventType: "order.created" });
  if ("closeAllConnections" in server) server.closeAllConnections();
  const written = await writeEvents(
    bench.db,
    {},
    { type: "user.created", aggregateType: "User" },
    { type: "order.closed" },
  );
  const seen = [(await stream.next()).value, (await stream.next()).value];
  expect(seen.map((event) => event?.eventId)).toEqual([written[0], written[2]]);
  expect(isFree()).toBe(false);
  await stream.return();
  await until("the place is free", async () => isFree());
});
