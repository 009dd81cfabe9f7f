import { Address, Operation, type Transaction, TransactionBuilder, xdr } from "@stellar/stellar-sdk";
import { StepFailure } from "../failures.ts";
import { buildTransaction } from "./build-transaction.ts";
import type { ChainDeps } from "./chain-deps.ts";
import { usdcContractId } from "./settings.ts";
import { address, i128 } from "./soroban-values.ts";

export interface ContractPayment {
  readonly from: string;
  /** C… address. */
  readonly to: string;
  readonly stroops: bigint;
}

/**
 * A payment to a contract, which no classic operation reaches: the token's own contract moves it. The call and what the payer's
 * signature authorises are ours; only what it touches and costs is the node's word.
 * @throws StepFailure DESTINATION_INVALID when the token would refuse it
 */
export async function contractPayment(deps: ChainDeps, payment: ContractPayment): Promise<Transaction> {
  const operation = transferOperation(usdcContractId(deps.settings), payment);
  const transaction = await buildTransaction(deps, { source: payment.from, operations: [operation] });
  const simulation = await deps.stellar.simulate(transaction);
  if (simulation.kind === "refused") {
    throw new StepFailure("DESTINATION_INVALID", `${payment.to}: the token refuses it: ${simulation.message}`);
  }
  return TransactionBuilder.cloneFrom(transaction, { sorobanData: simulation.sorobanData }).build();
}

function transferOperation(token: string, { from, to, stroops }: ContractPayment): xdr.Operation {
  const call = new xdr.InvokeContractArgs({
    contractAddress: new Address(token).toScAddress(),
    functionName: "transfer",
    args: [address(from), address(to), i128(stroops)],
  });
  const rootInvocation = new xdr.SorobanAuthorizedInvocation({
    function: xdr.SorobanAuthorizedFunction.sorobanAuthorizedFunctionTypeContractFn(call),
    subInvocations: [],
  });
  const credentials = xdr.SorobanCredentials.sorobanCredentialsSourceAccount();
  return Operation.invokeHostFunction({
    func: xdr.HostFunction.hostFunctionTypeInvokeContract(call),
    auth: [new xdr.SorobanAuthorizationEntry({ credentials, rootInvocation })],
  });
}
