import { isOfNode } from "../reaching.ts";
import { readTransaction, type TransactionOnChain } from "../read-transaction.ts";
import type { ChainSettings } from "../settings.ts";
import type { RpcNode } from "./rpc-node.ts";
import type { RpcNodes } from "./rpc-nodes.ts";

/** The newest node's answer; where it does not know the transaction, that of any other that does: one may have forgotten it. */
export async function findTransaction(
  nodes: RpcNodes,
  settings: ChainSettings,
  hash: string,
): Promise<TransactionOnChain> {
  const first = await nodes.newest("transaction", (server) => readTransaction(server, settings, hash));
  if (first.status !== "NOT_FOUND" || nodes.all.length === 1) return first;
  const others = await Promise.all((await nodes.ranked()).map((node) => orNull(node, settings, hash)));
  return others.find((answer) => answer !== null && answer.status !== "NOT_FOUND") ?? first;
}

async function orNull(node: RpcNode, settings: ChainSettings, hash: string) {
  try {
    return await node.ask(`transaction (${node.source})`, (server) => readTransaction(server, settings, hash));
  } catch (error) {
    if (!isOfNode(error)) throw error;
    return null;
  }
}
