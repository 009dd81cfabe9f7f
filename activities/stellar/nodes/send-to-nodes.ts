import { isOfNode } from "../reaching.ts";
import { type SendAnswer, sendTransaction } from "../send-transaction.ts";
import type { ChainSettings } from "../settings.ts";
import type { RpcNode } from "./rpc-node.ts";
import type { RpcNodes } from "./rpc-nodes.ts";

/**
 * Sends the bytes to one node after the other until one takes them; a node that is behind refuses what another takes. A
 * refusal is told only when all of them have answered.
 */
export async function sendToNodes(nodes: RpcNodes, settings: ChainSettings, signedXdr: string): Promise<SendAnswer> {
  const ranked = await nodes.ranked();
  const toAsk = ranked.length > 0 ? ranked : nodes.all;
  const refusals: SendAnswer[] = [];
  const failures: unknown[] = [];
  for (const node of toAsk) {
    const said = await send(node, settings, signedXdr);
    if ("failure" in said) failures.push(said.failure);
    else if (said.kind === "accepted" || said.kind === "duplicate") return said;
    else refusals.push(said);
  }
  const [refusal] = refusals;
  if (!refusal || failures.length > 0) throw failures[0];
  return refusals.find(({ kind }) => kind === "try-later") ?? refusal;
}

async function send(node: RpcNode, settings: ChainSettings, signedXdr: string) {
  try {
    return await node.ask(`send (${node.source})`, (server) => sendTransaction(server, settings, signedXdr));
  } catch (failure) {
    if (!isOfNode(failure)) throw failure;
    return { failure };
  }
}
