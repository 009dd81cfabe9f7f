import { Horizon } from "@stellar/stellar-sdk";
import { withDeadline } from "./deadline.ts";
import { type Source, sourceOf } from "./source.ts";

export type HorizonSource = Source<Horizon.Server>;

/** null where the nodes alone are the sources. */
export function createHorizonSource(url: string | null, passphrase: string, timeoutMs: number): HorizonSource | null {
  if (url === null) return null;
  const server = withDeadline(new Horizon.Server(url, { allowHttp: true }), timeoutMs);
  const source = `${new URL(url).hostname} (Horizon)`;
  return sourceOf({
    source,
    server,
    passphrase,
    tellPassphrase: async () => (await server.root()).network_passphrase,
  });
}
