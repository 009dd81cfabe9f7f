import { xdr } from "@stellar/stellar-sdk";
import { assetName, partyOf } from "../addresses.ts";
import { failed, type OperationContext } from "./context.ts";
import { type MoveRefusal, moveAsset } from "./move-asset.ts";

const Result = xdr.PaymentResult;
const inner = (result: xdr.PaymentResult): xdr.OperationResultTr => xdr.OperationResultTr.payment(result);

const REFUSALS: Readonly<Record<MoveRefusal, () => xdr.PaymentResult>> = {
  noDestination: () => Result.paymentNoDestination(),
  noTrust: () => Result.paymentNoTrust(),
  notAuthorized: () => Result.paymentNotAuthorized(),
  lineFull: () => Result.paymentLineFull(),
  srcNoTrust: () => Result.paymentSrcNoTrust(),
  srcNotAuthorized: () => Result.paymentSrcNotAuthorized(),
  underfunded: () => Result.paymentUnderfunded(),
};

export function paymentRefusal(op: xdr.PaymentOp): xdr.OperationResultTr | null {
  return op.amount <= 0n ? inner(Result.paymentMalformed()) : null;
}

export function payment(op: xdr.PaymentOp, context: OperationContext): xdr.OperationResultTr {
  const refusal = moveAsset(context, partyOf(op.destination), assetName(op.asset), op.amount);
  if (refusal !== null) throw failed(inner(REFUSALS[refusal]()));
  return inner(Result.paymentSuccess());
}
