import { randomInt } from "node:crypto";
import { createServer } from "node:net";

const HOST = "127.0.0.1";

export const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, HOST, () => server.close(() => resolve(true)));
  });

/** Below the range out of which systems take the ports of outgoing connections: none of those can get in between. */
const FIRST = 15_000;
const LAST = 32_000;

/** A free port, at random, so that two processes that ask at once hardly ever get the same. */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const port = randomInt(FIRST, LAST);
    if (await isFree(port)) return port;
  }
  throw new Error(`no free port on ${HOST} between ${FIRST} and ${LAST}`);
}

/** The first free port from this one upwards that nobody here has taken. */
export async function nextFreePort(from: number, taken: ReadonlySet<number>): Promise<number> {
  for (let port = from; port < from + 200; port += 1) {
    if (!taken.has(port) && (await isFree(port))) return port;
  }
  throw new Error(`no free port between ${from} and ${from + 200}`);
}
