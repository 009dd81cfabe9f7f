import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

type Json = Record<string, unknown>;

/** Stands between the product and one source of the chain, under a host of its own, and lies as a test wants. */
export interface NodeProxy {
  readonly url: string;
  /** Changes the answer to an RPC method, or to Horizon's path; `undefined` ends the connection. */
  readonly lies: Map<string, (answer: Json, params: Json) => Json | undefined>;
  /** What an RPC method is answered without being passed on. */
  readonly instead: Map<string, Json>;
  /** How often each RPC method, or path, was asked for. */
  readonly asked: Map<string, number>;
  isDown: boolean;
  close(): Promise<void>;
}

/** @param host one of the machine's own names, such as 127.0.0.2 */
export async function nodeProxy(target: string, host: string): Promise<NodeProxy> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (proxy.isDown) return request.destroy();
    const body = Buffer.concat(chunks).toString();
    const { method, headers } = request;
    const contentType = headers["content-type"] ?? "application/json";
    const options = { method: method ?? "GET", headers: { "content-type": contentType }, ...(body && { body }) };
    const made = proxy.instead.get(nameOf(body, request.url));
    if (made) {
      const { id = 1 } = JSON.parse(body) as Json;
      return response.end(JSON.stringify({ jsonrpc: "2.0", id, result: made }));
    }
    const forwarded = await fetch(`${target}${request.url === "/" ? "" : request.url}`, options);
    const call = body.startsWith("{") ? (JSON.parse(body) as Json) : {};
    const name = nameOf(body, request.url);
    proxy.asked.set(name, (proxy.asked.get(name) ?? 0) + 1);
    const lie = proxy.lies.get(name) ?? proxy.lies.get(name.split("?", 1)[0] ?? name);
    const answer = (await forwarded.json()) as Json;
    const told = lie ? lie(answer, (call.params ?? {}) as Json) : answer;
    if (told === undefined) return request.destroy();
    const status = typeof told.status === "number" ? told.status : forwarded.status;
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(told));
  });
  await new Promise<void>((listening) => server.listen(0, host, listening));
  const proxy: NodeProxy = {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    lies: new Map(),
    instead: new Map(),
    asked: new Map(),
    isDown: false,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
  return proxy;
}

/** The RPC method that is called, else Horizon's path. */
function nameOf(body: string, path = "/"): string {
  const { method } = (body.startsWith("{") ? JSON.parse(body) : {}) as Json;
  return typeof method === "string" ? method : path;
}

/** A node whose history begins now: what was before, it has forgotten. */
export function forgets({ lies }: NodeProxy): void {
  lies.set("getTransaction", (answer) => {
    const { latestLedger, latestLedgerCloseTime, txHash } = answer.result as Json;
    const window = {
      latestLedger,
      latestLedgerCloseTime,
      oldestLedger: latestLedger,
      oldestLedgerCloseTime: latestLedgerCloseTime,
    };
    return { ...answer, result: { status: "NOT_FOUND", txHash, ...window } };
  });
}

export function remembers({ lies, instead }: NodeProxy): void {
  lies.clear();
  instead.clear();
}
