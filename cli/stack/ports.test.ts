import { createServer } from "node:net";
import { describe, expect, test } from "@jest/globals";
import { freePort } from "../process/ports.ts";
import { choosePorts, PORTS } from "./ports.ts";

const occupied = async (work: (port: number) => Promise<void>) => {
  const server = createServer();
  const port = await freePort();
  await new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
  await work(port).finally(() => new Promise((done) => server.close(done)));
};

const nobody = () => {};

test("a busy usual port is replaced, and it is said by which", async () => {
  const said: string[] = [];
  const server = createServer();
  const mine = await new Promise<boolean>((done) => {
    server.once("error", () => done(false)); // another stack on this machine has it already
    server.listen(PORTS.gateway.usual, "127.0.0.1", () => done(true));
  });
  const { gateway } = await choosePorts({}, false, (line) => said.push(line));
  if (mine) await new Promise((done) => server.close(done));
  expect(gateway).not.toBe(PORTS.gateway.usual);
  expect(said).toContain(`port 4000 is busy: gateway takes ${gateway} (set PORT to choose another)`);
});

test("a free port that the user set is used", async () => {
  const port = await freePort();
  expect((await choosePorts({ PORT: String(port) }, false, nobody)).gateway).toBe(port);
});

test("no two parts of the stack get the same port", async () => {
  const chosen = Object.values(await choosePorts({}, true, nobody));
  expect(new Set(chosen).size).toBe(Object.keys(PORTS).length);
});

describe("refuses, naming the variable,", () => {
  test("a port in use that the user set", () =>
    occupied(async (port) => {
      await expect(choosePorts({ SANDBOX_PORT: String(port) }, false, nobody)).rejects.toThrow(
        `port ${port} (SANDBOX_PORT, for sandbox) is in use`,
      );
    }));

  test("one port set for two parts", async () => {
    const port = String(await freePort());
    await expect(choosePorts({ PORT: port, SANDBOX_PORT: port }, false, nobody)).rejects.toThrow(
      `port ${port} (SANDBOX_PORT`,
    );
  });

  test.each(["0", "65536", "-1", "4e3", "web", " 80"])("%p, which is no port", async (text) => {
    await expect(choosePorts({ PORT: text }, false, nobody)).rejects.toThrow(`PORT=${text} is not a port`);
  });
});
