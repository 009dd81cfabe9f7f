import { xdr } from "@stellar/stellar-sdk";
import { assetName, issuerOf, NATIVE } from "../addresses.ts";
import { AUTHORIZED } from "../state/balances.ts";
import { keyOf } from "../state/entries.ts";
import { releaseSubentry, reserveSubentry } from "../state/reserves.ts";
import { failed, type OperationContext, OperationFailed } from "./context.ts";

const AUTH_REQUIRED = 1;
const Result = xdr.ChangeTrustResult;
const inner = (result: xdr.ChangeTrustResult): xdr.OperationResultTr => xdr.OperationResultTr.changeTrust(result);

export function changeTrustRefusal(op: xdr.ChangeTrustOp, source: string): xdr.OperationResultTr | null {
  if (op.limit < 0n || op.line.type === "assetTypePoolShare") return inner(Result.changeTrustMalformed());
  const asset = assetName(op.line);
  return asset === NATIVE || issuerOf(asset) === source ? inner(Result.changeTrustMalformed()) : null;
}

export function changeTrust(op: xdr.ChangeTrustOp, context: OperationContext): xdr.OperationResultTr {
  const asset = assetName(op.line);
  const line = context.state.trustline(context.source.address, asset);
  if (line === null) openLine(op, asset, context);
  else if (op.limit < line.balance) throw failed(inner(Result.changeTrustInvalidLimit()));
  else if (op.limit > 0n) context.state.put({ ...line, limit: op.limit });
  else {
    context.state.remove(keyOf.trustline(line.address, asset));
    releaseSubentry(context.state, line.address, line.sponsor);
  }
  return inner(Result.changeTrustSuccess());
}

function openLine(op: xdr.ChangeTrustOp, asset: string, context: OperationContext): void {
  const { state, source } = context;
  if (op.limit === 0n) throw failed(inner(Result.changeTrustInvalidLimit()));
  const issuer = state.account(issuerOf(asset) ?? "");
  if (issuer === null) throw failed(inner(Result.changeTrustNoIssuer()));
  const reserved = reserveSubentry(state, source.address, context.sponsorships);
  if ("refused" in reserved) {
    if (reserved.refused === "lowReserve") throw failed(inner(Result.changeTrustLowReserve()));
    throw new OperationFailed(xdr.OperationResult.opTooManySubentries());
  }
  state.put({
    kind: "trustline",
    address: source.address,
    asset,
    balance: 0n,
    limit: op.limit,
    flags: (issuer.flags & AUTH_REQUIRED) === 0 ? AUTHORIZED : 0,
    sponsor: reserved.sponsor,
  });
}
