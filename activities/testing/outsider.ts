import { Keypair, Operation, type Transaction, type TransactionBuilder, type xdr } from "@stellar/stellar-sdk";
import { buildTransaction } from "../stellar/build-transaction.ts";
import { usdcAsset } from "../stellar/settings.ts";
import type { ChainScene } from "./chain-scene.ts";

/** Somebody whose key is not ours, with an account and a trustline. */
export interface Outsider {
  readonly address: string;
  /** Sends the operations as one transaction and returns its hash; the ledger closes at once. */
  send(operations: readonly xdr.Operation[], memo?: string): Promise<string>;
  /** Signs and sends a transaction that was built elsewhere. */
  sign(transaction: Transaction): Promise<string>;
}

export async function anOutsider(scene: ChainScene, usdc?: string): Promise<Outsider> {
  const key = Keypair.random();
  const address = key.publicKey();
  const sign = async (transaction: Transaction) => {
    transaction.sign(key);
    const answer = await scene.stellar.send(transaction.toXDR());
    if (answer.kind !== "accepted") throw new Error(`the outsider's transaction was not accepted: ${answer.kind}`);
    const hash = Buffer.from(transaction.hash()).toString("hex");
    const found = await scene.stellar.transaction(hash);
    if (found.status !== "SUCCEEDED") throw new Error(`the outsider's transaction ended as ${JSON.stringify(found)}`);
    return hash;
  };
  const outsider: Outsider = {
    address,
    sign,
    send: async (operations, memo) =>
      sign(await buildTransaction(scene, { source: address, operations, ...(memo && { memo }) })),
  };
  await scene.stellar.friendbot(address);
  await outsider.send([Operation.changeTrust({ asset: usdcAsset(scene.settings) })]);
  if (usdc) await scene.control("POST", "/stellar/mint", { address, amount: usdc });
  return outsider;
}

/** A fee bump is another transaction around ours; nothing of ours makes one. */
export const unwrapped = (transaction: ReturnType<typeof TransactionBuilder.fromXdr>): Transaction => {
  if ("innerTransaction" in transaction) throw new Error("not a plain transaction");
  return transaction;
};
