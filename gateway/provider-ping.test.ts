import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test } from "@jest/globals";
import { createProviderPing } from "./provider-ping.ts";

const servers: { close(): void }[] = [];
afterAll(() => {
  for (const server of servers) server.close();
});

async function provider(status: number) {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(JSON.stringify(request.headers));
    response.writeHead(status).end();
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { seen, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

test("a provider that answers at all is there, and is asked once for many", async () => {
  const { seen, url } = await provider(404);
  const { ping } = createProviderPing(url);
  await Promise.all([ping(), ping(), ping()]);
  expect(seen).toHaveLength(1);
  expect(seen[0]).not.toMatch(/key|authorization/i);
});

test("one that fails or is not there is away, and no address is told", async () => {
  await expect(createProviderPing((await provider(503)).url).ping()).rejects.toThrow("answered 503");
  await expect(createProviderPing("http://127.0.0.1:1").ping()).rejects.toThrow(/^no answer$/);
});
