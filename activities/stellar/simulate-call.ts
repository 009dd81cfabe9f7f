import { rpc, type Transaction, type xdr } from "@stellar/stellar-sdk";

export type Simulation =
  | { readonly kind: "possible"; readonly sorobanData: xdr.SorobanTransactionData }
  | { readonly kind: "refused"; readonly message: string };

/** Asks a node what a call would touch and cost now. What it would authorise is not taken from the answer. */
export async function simulateCall(server: rpc.Server, transaction: Transaction): Promise<Simulation> {
  const answer = await server.simulateTransaction(transaction);
  if (rpc.Api.isSimulationError(answer)) return { kind: "refused", message: answer.error.split("\n", 1)[0] ?? "" };
  const sorobanData = answer.transactionData.setResourceFee(answer.minResourceFee).build();
  return { kind: "possible", sorobanData };
}
