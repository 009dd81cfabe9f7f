import { Horizon } from "@stellar/stellar-sdk";
import { isOfNode, reaching } from "../reaching.ts";
import { withDeadline } from "./deadline.ts";
import { networkOf } from "./network-of.ts";

export interface HorizonSource {
  readonly source: string;
  /** One exchange with it; it is asked which network it is on before. @throws StepFailure of the source */
  ask<T>(what: string, exchange: (server: Horizon.Server) => Promise<T>): Promise<T>;
}

/** null where the nodes alone are the sources. */
export function createHorizonSource(url: string | null, passphrase: string, timeoutMs: number): HorizonSource | null {
  if (url === null) return null;
  const server = withDeadline(new Horizon.Server(url, { allowHttp: true }), timeoutMs);
  const source = `${new URL(url).hostname} (Horizon)`;
  const network = networkOf(source, passphrase, async () => (await server.root()).network_passphrase);
  return {
    source,
    async ask(what, exchange) {
      try {
        return await reaching(what, async () => {
          await network.requireOurs();
          return exchange(server);
        });
      } catch (error) {
        if (isOfNode(error)) network.forget();
        throw error;
      }
    },
  };
}
