import { createServer, type Server } from "node:http";

export interface Health {
  readonly ready: boolean;
  readonly detail: string;
}

/** Answers GET /ready with 200 or 503, so that a supervisor knows when payments move. */
export function serveHealth(
  address: { readonly host: string; readonly port: number },
  health: () => Health,
): Promise<Server> {
  const server = createServer((request, response) => {
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
