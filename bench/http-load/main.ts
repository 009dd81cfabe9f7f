import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import { closedLoop } from "../measure/closed-loop.ts";
import { openLoop } from "../measure/open-loop.ts";
import type { HttpFigure, HttpLoad } from "./load.ts";

// The client's own process, so that it does not take its time from the server it measures.

process.on("message", async (load: HttpLoad) => {
  const { connections, seconds } = load;
  const maxSockets = typeof connections === "number" ? connections : Number.POSITIVE_INFINITY;
  const agent = new Agent({ keepAlive: true, maxSockets });
  let sent = 0;
  const sendNext = () => send(load, agent, sent++);
  try {
    const figure =
      typeof connections === "number"
        ? await closedLoop(connections, seconds, sendNext)
        : percentile99(await openLoop(connections.perSecond, seconds, sendNext));
    process.send?.({ figure } satisfies HttpFigure);
  } catch (error) {
    process.send?.({ error: error instanceof Error ? error.message : String(error) });
  } finally {
    agent.destroy();
  }
});

function percentile99(latencies: readonly number[]): number {
  const sorted = latencies.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.99) - 1] ?? 0;
}

function send(load: HttpLoad, agent: Agent, index: number): Promise<void> {
  const { url, method, body, status } = load;
  const headers = { ...load.headers, ...keyHeader(load, index), ...(body !== null && lengthOf(body)) };
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { agent, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        if (response.statusCode === status) resolve();
        else reject(new Error(`${method} ${url} answered ${response.statusCode}: ${Buffer.concat(chunks)}`));
      });
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

function keyHeader({ idempotencyKeys: keys }: HttpLoad, index: number): Record<string, string> {
  if (keys === null) return {};
  const key = keys === "fresh" ? randomUUID() : keys[index % keys.length];
  return { "idempotency-key": key ?? randomUUID() };
}

const lengthOf = (body: string) => ({ "content-length": String(Buffer.byteLength(body)) });
