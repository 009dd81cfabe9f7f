import { xdr } from "@stellar/stellar-sdk";
import type { OperationContext } from "./context.ts";

const Result = xdr.BumpSequenceResult;
const inner = (result: xdr.BumpSequenceResult): xdr.OperationResultTr => xdr.OperationResultTr.bumpSequence(result);

export function bumpSequenceRefusal(op: xdr.BumpSequenceOp): xdr.OperationResultTr | null {
  return op.bumpTo < 0n ? inner(Result.bumpSequenceBadSeq()) : null;
}

/** Never lowers it: an earlier number succeeds and changes nothing. */
export function bumpSequence(op: xdr.BumpSequenceOp, { state, source }: OperationContext): xdr.OperationResultTr {
  const account = state.account(source.address);
  if (account !== null && op.bumpTo > account.sequence) state.put({ ...account, sequence: op.bumpTo });
  return inner(Result.bumpSequenceSuccess());
}
