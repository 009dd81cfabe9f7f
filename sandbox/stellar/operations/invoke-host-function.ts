import { Address, xdr } from "@stellar/stellar-sdk";
import { ContractTrap } from "../../escrow/host.ts";
import { agreementsOf } from "../contracts/agreements.ts";
import { callContract } from "../contracts/call-contract.ts";
import { enforceAuth } from "../contracts/enforce-auth.ts";
import { toContractEvent } from "../contracts/events.ts";
import { sha256 } from "../network.ts";
import type { RecordedEvent } from "../transactions/record.ts";
import { type OperationContext, OperationFailed } from "./context.ts";

const Result = xdr.InvokeHostFunctionResult;
const inner = (result: xdr.InvokeHostFunctionResult): xdr.OperationResultTr =>
  xdr.OperationResultTr.invokeHostFunction(result);

/** A contract's refusal, carried up so that the transaction can tell whose it was. */
export class ContractCallFailed extends OperationFailed {
  readonly trap: ContractTrap;
  constructor(trap: ContractTrap) {
    super(xdr.OperationResult.opInner(inner(Result.invokeHostFunctionTrapped())));
    this.trap = trap;
  }
}

export function invokeHostFunctionRefusal(op: xdr.InvokeHostFunctionOp): xdr.OperationResultTr | null {
  const supported = op.hostFunction.type === "hostFunctionTypeInvokeContract";
  return supported ? null : inner(Result.invokeHostFunctionMalformed());
}

export function invokeHostFunction(op: xdr.InvokeHostFunctionOp, context: OperationContext): xdr.OperationResultTr {
  if (op.hostFunction.type !== "hostFunctionTypeInvokeContract") {
    throw new OperationFailed(xdr.OperationResult.opInner(inner(Result.invokeHostFunctionMalformed())));
  }
  const { contractAddress, functionName, args } = op.hostFunction.invokeContract;
  const frame = {
    contractId: Address.fromScAddress(contractAddress).toString(),
    functionName: functionName.toString(),
    args,
  };
  const events: RecordedEvent[] = [];
  const { state, ledger, runtime } = context;
  const value = orFail(() => {
    const authorizer = enforceAuth(agreementsOf(op.auth, context.source.address, context));
    return callContract({ state, ledger, runtime, authorizer, emit: (event) => events.push(event) }, frame);
  });
  for (const event of events) context.emit(event);
  context.returned(value);
  return inner(Result.invokeHostFunctionSuccess(sha256(successPreimage(value, events))));
}

function orFail(call: () => xdr.ScVal): xdr.ScVal {
  try {
    return call();
  } catch (error) {
    if (error instanceof ContractTrap) throw new ContractCallFailed(error);
    throw error;
  }
}

const successPreimage = (returnValue: xdr.ScVal, events: readonly RecordedEvent[]): Uint8Array =>
  new xdr.InvokeHostFunctionSuccessPreImage({ returnValue, events: events.map(toContractEvent) }).toXdr();
