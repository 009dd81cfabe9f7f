import { xdr } from "@stellar/stellar-sdk";
import { keyOf } from "../state/entries.ts";
import { releaseSubentry, reserveSubentry } from "../state/reserves.ts";
import { failed, type OperationContext, OperationFailed } from "./context.ts";

const Result = xdr.ManageDataResult;
const inner = (result: xdr.ManageDataResult): xdr.OperationResultTr => xdr.OperationResultTr.manageData(result);

export function manageDataRefusal(op: xdr.ManageDataOp): xdr.OperationResultTr | null {
  return op.dataName.length === 0 ? inner(Result.manageDataInvalidName()) : null;
}

export function manageData(op: xdr.ManageDataOp, context: OperationContext): xdr.OperationResultTr {
  const { state, source } = context;
  const name = op.dataName.toString();
  const existing = state.data(source.address, name);
  if (op.dataValue === null) {
    if (existing === null) throw failed(inner(Result.manageDataNameNotFound()));
    state.remove(keyOf.data(source.address, name));
    releaseSubentry(state, source.address, existing.sponsor);
    return inner(Result.manageDataSuccess());
  }
  const sponsor = existing === null ? reserve(context) : existing.sponsor;
  const valueBase64 = Buffer.from(op.dataValue.value).toString("base64");
  state.put({ kind: "data", address: source.address, name, valueBase64, sponsor });
  return inner(Result.manageDataSuccess());
}

function reserve({ state, source, sponsorships }: OperationContext): string | null {
  const reserved = reserveSubentry(state, source.address, sponsorships);
  if (!("refused" in reserved)) return reserved.sponsor;
  if (reserved.refused === "lowReserve") throw failed(inner(Result.manageDataLowReserve()));
  throw new OperationFailed(xdr.OperationResult.opTooManySubentries());
}
