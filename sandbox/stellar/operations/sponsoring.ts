import { xdr } from "@stellar/stellar-sdk";
import { accountOf } from "../addresses.ts";
import { failed, type OperationContext } from "./context.ts";

const Begin = xdr.BeginSponsoringFutureReservesResult;
const End = xdr.EndSponsoringFutureReservesResult;
const begun = (result: xdr.BeginSponsoringFutureReservesResult): xdr.OperationResultTr =>
  xdr.OperationResultTr.beginSponsoringFutureReserves(result);
const ended = (result: xdr.EndSponsoringFutureReservesResult): xdr.OperationResultTr =>
  xdr.OperationResultTr.endSponsoringFutureReserves(result);

export function beginSponsoringRefusal(
  op: xdr.BeginSponsoringFutureReservesOp,
  source: string,
): xdr.OperationResultTr | null {
  return accountOf(op.sponsoredId) === source ? begun(Begin.beginSponsoringFutureReservesMalformed()) : null;
}

export function beginSponsoring(
  op: xdr.BeginSponsoringFutureReservesOp,
  { sponsorships, source }: OperationContext,
): xdr.OperationResultTr {
  const sponsored = accountOf(op.sponsoredId);
  if (sponsorships.has(sponsored)) throw failed(begun(Begin.beginSponsoringFutureReservesAlreadySponsored()));
  const recursive = sponsorships.has(source.address) || [...sponsorships.values()].includes(sponsored);
  if (recursive) throw failed(begun(Begin.beginSponsoringFutureReservesRecursive()));
  sponsorships.set(sponsored, source.address);
  return begun(Begin.beginSponsoringFutureReservesSuccess());
}

export function endSponsoring({ sponsorships, source }: OperationContext): xdr.OperationResultTr {
  if (!sponsorships.delete(source.address)) throw failed(ended(End.endSponsoringFutureReservesNotSponsored()));
  return ended(End.endSponsoringFutureReservesSuccess());
}
