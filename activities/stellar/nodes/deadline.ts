import type { Horizon, rpc } from "@stellar/stellar-sdk";

const ANSWER_BYTES_MAX = 32 * 1024 * 1024;

/** Only with a bound on the body does the SDK keep its deadline until the body has been read. */
export function withDeadline<Server extends rpc.Server | Horizon.Server>(server: Server, timeoutMs: number): Server {
  Object.assign(server.httpClient.defaults, { timeout: timeoutMs, maxContentLength: ANSWER_BYTES_MAX });
  return server;
}
