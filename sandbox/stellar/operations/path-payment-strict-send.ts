import { xdr } from "@stellar/stellar-sdk";
import { assetName, partyOf, toPublicKey } from "../addresses.ts";
import { failed, type OperationContext } from "./context.ts";
import { type MoveRefusal, moveAsset } from "./move-asset.ts";

const Result = xdr.PathPaymentStrictSendResult;
const inner = (result: xdr.PathPaymentStrictSendResult): xdr.OperationResultTr =>
  xdr.OperationResultTr.pathPaymentStrictSend(result);

const REFUSALS: Readonly<Record<MoveRefusal, () => xdr.PathPaymentStrictSendResult>> = {
  noDestination: () => Result.pathPaymentStrictSendNoDestination(),
  noTrust: () => Result.pathPaymentStrictSendNoTrust(),
  notAuthorized: () => Result.pathPaymentStrictSendNotAuthorized(),
  lineFull: () => Result.pathPaymentStrictSendLineFull(),
  srcNoTrust: () => Result.pathPaymentStrictSendSrcNoTrust(),
  srcNotAuthorized: () => Result.pathPaymentStrictSendSrcNotAuthorized(),
  underfunded: () => Result.pathPaymentStrictSendUnderfunded(),
};

export function pathPaymentStrictSendRefusal(op: xdr.PathPaymentStrictSendOp): xdr.OperationResultTr | null {
  const malformed = op.sendAmount <= 0n || op.destMin <= 0n;
  return malformed ? inner(Result.pathPaymentStrictSendMalformed()) : null;
}

/** There are no offers here, so only an asset paid as itself finds a path. */
export function pathPaymentStrictSend(
  op: xdr.PathPaymentStrictSendOp,
  context: OperationContext,
): xdr.OperationResultTr {
  const asset = assetName(op.destAsset);
  if (assetName(op.sendAsset) !== asset || op.path.length > 0) {
    throw failed(inner(Result.pathPaymentStrictSendTooFewOffers()));
  }
  if (op.sendAmount < op.destMin) throw failed(inner(Result.pathPaymentStrictSendUnderDestmin()));
  const destination = partyOf(op.destination);
  const refusal = moveAsset(context, destination, asset, op.sendAmount);
  if (refusal !== null) throw failed(inner(REFUSALS[refusal]()));
  const last = new xdr.SimplePaymentResult({
    destination: toPublicKey(destination.address),
    asset: op.destAsset,
    amount: op.sendAmount,
  });
  const success = new xdr.PathPaymentStrictSendResultSuccess({ offers: [], last });
  return inner(Result.pathPaymentStrictSendSuccess(success));
}
