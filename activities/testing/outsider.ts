import { Address, Keypair, Operation, rpc, type Transaction, xdr } from "@stellar/stellar-sdk";
import { buildTransaction } from "../stellar/build-transaction.ts";
import { usdcAsset, usdcContractId } from "../stellar/settings.ts";
import { address as addressValue, i128 } from "../stellar/soroban-values.ts";
import type { ChainScene } from "./chain-scene.ts";

/** Somebody whose key is not ours, with an account and a trustline. */
export interface Outsider {
  readonly address: string;
  /** Sends the operations as one transaction and returns its hash; the ledger closes at once. */
  send(operations: readonly xdr.Operation[], memo?: string): Promise<string>;
  /** Signs and sends a transaction that was built elsewhere. */
  sign(transaction: Transaction): Promise<string>;
  /** Calls a contract, with everything that the simulation adds. */
  call(invocation: xdr.InvokeContractArgs): Promise<string>;
  /** Sends USDC to a contract, which takes it unasked. */
  give(contractId: string, stroops: bigint): Promise<string>;
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
    if (found.status !== "SUCCEEDED")
      throw new Error(
        `the outsider's transaction ended as ${found.status === "FAILED" ? found.resultCode : found.status}`,
      );
    return hash;
  };
  const outsider: Outsider = {
    address,
    sign,
    send: async (operations, memo) =>
      sign(await buildTransaction(scene, { source: address, operations, ...(memo && { memo }) })),
    async call(invocation) {
      const func = xdr.HostFunction.hostFunctionTypeInvokeContract(invocation);
      const plain = await buildTransaction(scene, {
        source: address,
        operations: [Operation.invokeHostFunction({ func, auth: [] })],
      });
      return sign(await new rpc.Server(scene.settings.rpcUrl, { allowHttp: true }).prepareTransaction(plain));
    },
    give: (contractId, stroops) =>
      outsider.call(
        new xdr.InvokeContractArgs({
          contractAddress: new Address(usdcContractId(scene.settings)).toScAddress(),
          functionName: "transfer",
          args: [addressValue(address), addressValue(contractId), i128(stroops)],
        }),
      ),
  };
  await scene.stellar.friendbot(address);
  await outsider.send([Operation.changeTrust({ asset: usdcAsset(scene.settings) })]);
  if (usdc) await scene.control("POST", "/stellar/mint", { address, amount: usdc });
  return outsider;
}
