import { createServer, type Server } from "node:net";
import { afterEach, expect, test } from "@jest/globals";
import { freePort, isFree, nextFreePort } from "./ports.ts";

const servers: Server[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => new Promise((done) => server.close(done)))));

const occupy = (port: number) =>
  new Promise<void>((done) => {
    const server = createServer();
    servers.push(server);
    server.listen(port, "127.0.0.1", done);
  });

test("a port that somebody listens on is not free", async () => {
  const port = await freePort();
  expect(await isFree(port)).toBe(true);
  await occupy(port);
  expect(await isFree(port)).toBe(false);
});

test("the next free port is past those in use and those promised to others", async () => {
  const first = await freePort();
  await occupy(first);
  const next = await nextFreePort(first, new Set([first + 1]));
  expect(next).toBeGreaterThan(first + 1);
});
