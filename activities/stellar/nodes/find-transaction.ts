import { isOfNode, reaching } from "../reaching.ts";
import { type TransactionOnChain, toTransactionOnChain } from "../read-transaction.ts";
import type { ChainSettings } from "../settings.ts";
import type { RpcNode, RpcNodes } from "./rpc-nodes.ts";

/** The newest node's answer; where it does not know the transaction, that of any other that does: one may have forgotten it. */
export async function findTransaction(
  nodes: RpcNodes,
  settings: ChainSettings,
  hash: string,
): Promise<TransactionOnChain> {
  const first = await nodes.newest("transaction", async (server) =>
    toTransactionOnChain(await server.getTransaction(hash), settings),
  );
  if (first.status !== "NOT_FOUND" || nodes.all.length === 1) return first;
  const others = await Promise.all((await nodes.ranked()).map((node) => orNull(node, settings, hash)));
  return others.find((answer) => answer !== null && answer.status !== "NOT_FOUND") ?? first;
}

async function orNull({ server, source }: RpcNode, settings: ChainSettings, hash: string) {
  try {
    return await reaching(`transaction (${source})`, async () =>
      toTransactionOnChain(await server.getTransaction(hash), settings),
    );
  } catch (error) {
    if (!isOfNode(error)) throw error;
    return null;
  }
}
