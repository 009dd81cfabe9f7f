import { createServer, type Server, type ServerResponse } from "node:http";

export interface Health {
  readonly ready: boolean;
  readonly detail: string;
}

/** Answers GET /ready with 200 or 503, so that a supervisor knows when payments move, and GET /metrics for Prometheus. */
export function serveHealth(
  address: { readonly host: string; readonly port: number },
  health: () => Health,
  metrics: () => Promise<string> = async () => "",
): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.url === "/metrics") return void tellMetrics(response, metrics);
    const isKnown = request.url === "/ready" || request.url === "/health";
    const { ready, detail } = health();
    const status = isKnown ? (ready ? 200 : 503) : 404;
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify({ ready, detail }));
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(address.port, address.host, () => resolve(server));
  });
}

async function tellMetrics(response: ServerResponse, metrics: () => Promise<string>): Promise<void> {
  const text = await metrics().catch(() => null);
  response.writeHead(text === null ? 500 : 200, { "content-type": "text/plain; version=0.0.4; charset=utf-8" });
  response.end(text ?? "");
}
