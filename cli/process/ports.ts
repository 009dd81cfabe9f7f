import { createServer } from "node:net";

const HOST = "127.0.0.1";

const tryPort = (port: number): Promise<number | null> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(null));
    server.listen(port, HOST, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : null));
    });
  });

export const isFree = async (port: number): Promise<boolean> => (await tryPort(port)) !== null;

export async function freePort(): Promise<number> {
  const port = await tryPort(0);
  if (port === null) throw new Error(`no free port on ${HOST}`);
  return port;
}

/** The first free port from this one upwards that nobody here has taken. */
export async function nextFreePort(from: number, taken: ReadonlySet<number>): Promise<number> {
  for (let port = from; port < from + 200; port += 1) {
    if (!taken.has(port) && (await isFree(port))) return port;
  }
  throw new Error(`no free port between ${from} and ${from + 200}`);
}
