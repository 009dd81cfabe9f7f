import { rpc } from "@stellar/stellar-sdk";
import { isOfNode, reaching, readAnswer } from "../reaching.ts";
import { NetworkAnswer } from "../wire.ts";
import { withDeadline } from "./deadline.ts";
import { networkOf } from "./network-of.ts";

export interface RpcNode {
  /** Its host: what operators know it by, and no key that may stand in its URL. */
  readonly source: string;
  /** One exchange with it; it is asked which network it is on before. @throws StepFailure of the node */
  ask<T>(what: string, exchange: (server: rpc.Server) => Promise<T>): Promise<T>;
  /** The passphrase of the network that it is on, whichever that is. */
  passphrase(): Promise<string>;
}

export function createRpcNode(url: string, passphrase: string, timeoutMs: number): RpcNode {
  const server = withDeadline(new rpc.Server(url, { allowHttp: true }), timeoutMs);
  const source = new URL(url).hostname;
  const told = async () => readAnswer(NetworkAnswer, await server.getNetwork()).passphrase;
  const network = networkOf(source, passphrase, told);
  return {
    source,
    passphrase: () => reaching(`network (${source})`, told),
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
