import { StepFailure } from "../../failures.ts";
import { isOfNode } from "../reaching.ts";
import type { RpcNode } from "./rpc-node.ts";
import type { RpcNodes } from "./rpc-nodes.ts";

/**
 * The passphrase of the network that the nodes are on; those that do not answer now are not waited for.
 * @throws Error when they are on different networks
 */
export async function onePassphrase({ all }: RpcNodes): Promise<string> {
  const told = await Promise.all(all.map(passphraseOf));
  const answers = told.filter((one) => typeof one === "string");
  const different = answers.find((one) => one !== answers[0]);
  if (different) throw new Error(`the Stellar nodes are on "${answers[0]}" and on "${different}"`);
  if (answers[0]) return answers[0];
  throw (
    told.find((one) => one instanceof StepFailure) ?? new StepFailure("CHAIN_UNREACHABLE", "no node tells its network")
  );
}

async function passphraseOf(node: RpcNode): Promise<string | StepFailure> {
  try {
    return await node.passphrase();
  } catch (error) {
    if (!isOfNode(error)) throw error;
    return error;
  }
}
