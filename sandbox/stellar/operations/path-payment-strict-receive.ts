import { xdr } from "@stellar/stellar-sdk";
import { assetName, partyOf, toPublicKey } from "../addresses.ts";
import { failed, type OperationContext } from "./context.ts";
import { type MoveRefusal, moveAsset } from "./move-asset.ts";

const Result = xdr.PathPaymentStrictReceiveResult;
const inner = (result: xdr.PathPaymentStrictReceiveResult): xdr.OperationResultTr =>
  xdr.OperationResultTr.pathPaymentStrictReceive(result);

const REFUSALS: Readonly<Record<MoveRefusal, () => xdr.PathPaymentStrictReceiveResult>> = {
  noDestination: () => Result.pathPaymentStrictReceiveNoDestination(),
  noTrust: () => Result.pathPaymentStrictReceiveNoTrust(),
  notAuthorized: () => Result.pathPaymentStrictReceiveNotAuthorized(),
  lineFull: () => Result.pathPaymentStrictReceiveLineFull(),
  srcNoTrust: () => Result.pathPaymentStrictReceiveSrcNoTrust(),
  srcNotAuthorized: () => Result.pathPaymentStrictReceiveSrcNotAuthorized(),
  underfunded: () => Result.pathPaymentStrictReceiveUnderfunded(),
};

export function pathPaymentStrictReceiveRefusal(op: xdr.PathPaymentStrictReceiveOp): xdr.OperationResultTr | null {
  const malformed = op.destAmount <= 0n || op.sendMax <= 0n;
  return malformed ? inner(Result.pathPaymentStrictReceiveMalformed()) : null;
}

/** There are no offers here, so only an asset paid as itself finds a path. */
export function pathPaymentStrictReceive(
  op: xdr.PathPaymentStrictReceiveOp,
  context: OperationContext,
): xdr.OperationResultTr {
  const asset = assetName(op.destAsset);
  if (assetName(op.sendAsset) !== asset || op.path.length > 0) {
    throw failed(inner(Result.pathPaymentStrictReceiveTooFewOffers()));
  }
  if (op.destAmount > op.sendMax) throw failed(inner(Result.pathPaymentStrictReceiveOverSendmax()));
  const destination = partyOf(op.destination);
  const refusal = moveAsset(context, destination, asset, op.destAmount);
  if (refusal !== null) throw failed(inner(REFUSALS[refusal]()));
  const last = new xdr.SimplePaymentResult({
    destination: toPublicKey(destination.address),
    asset: op.destAsset,
    amount: op.destAmount,
  });
  const success = new xdr.PathPaymentStrictReceiveResultSuccess({ offers: [], last });
  return inner(Result.pathPaymentStrictReceiveSuccess(success));
}
