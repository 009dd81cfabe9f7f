import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { type Health, serveHealth } from "./health.ts";

let health: Health;
let metrics: () => Promise<string>;
let server: Awaited<ReturnType<typeof serveHealth>>;
beforeEach(async () => {
  server = await serveHealth(
    { host: "127.0.0.1", port: 0 },
    () => health,
    () => metrics(),
  );
});
afterEach(() => new Promise<void>((closed) => server.close(() => closed())));

const get = (path: string) => fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);

describe("a supervisor is told", () => {
  test("503 with the reason while payments cannot move, and 200 once they can", async () => {
    health = { ready: false, detail: "waiting for a Stellar node" };
    const waiting = await get("/ready");
    expect([waiting.status, await waiting.json()]).toEqual([503, health]);
    health = { ready: true, detail: "polling" };
    expect((await get("/ready")).status).toBe(200);
  });

  test("404 elsewhere, also when all is well", async () => {
    health = { ready: true, detail: "polling" };
    expect((await get("/secrets")).status).toBe(404);
  });
});

test("Prometheus is told the metrics, and 500 when they cannot be told", async () => {
  metrics = async () => "orchestrator_x 1\n";
  const told = await get("/metrics");
  expect([told.status, await told.text()]).toEqual([200, "orchestrator_x 1\n"]);
  expect(told.headers.get("content-type")).toContain("text/plain");
  metrics = () => Promise.reject(new Error("no"));
  expect((await get("/metrics")).status).toBe(500);
});

test("a port that is taken is an error, not a worker that nobody can ask", async () => {
  const { port } = server.address() as AddressInfo;
  await expect(serveHealth({ host: "127.0.0.1", port }, () => health)).rejects.toMatchObject({ code: "EADDRINUSE" });
});
