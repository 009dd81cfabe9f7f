import { serve } from "@hono/node-server";

export interface Listening {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves an app as the gateway's process does, on any port. */
export async function listen(fetch: (request: Request) => Response | Promise<Response>): Promise<Listening> {
  const serving = Promise.withResolvers<number>();
  const server = serve({ fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) => serving.resolve(port));
  server.once("error", serving.reject);
  return {
    url: `http://127.0.0.1:${await serving.promise}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
