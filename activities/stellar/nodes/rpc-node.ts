import { rpc } from "@stellar/stellar-sdk";
import { reaching, readAnswer } from "../reaching.ts";
import { NetworkAnswer } from "../wire.ts";
import { withDeadline } from "./deadline.ts";
import { type Source, sourceOf } from "./source.ts";

/** A node, known by its host. */
export interface RpcNode extends Source<rpc.Server> {
  /** The passphrase of the network that it is on, whichever that is. */
  passphrase(): Promise<string>;
}

export function createRpcNode(url: string, passphrase: string, timeoutMs: number): RpcNode {
  const server = withDeadline(new rpc.Server(url, { allowHttp: true }), timeoutMs);
  const source = new URL(url).hostname;
  const tellPassphrase = async () => readAnswer(NetworkAnswer, await server.getNetwork()).passphrase;
  return {
    ...sourceOf({ source, server, passphrase, tellPassphrase }),
    passphrase: () => reaching(`network (${source})`, tellPassphrase),
  };
}
