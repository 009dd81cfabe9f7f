import { xdr } from "@stellar/stellar-sdk";
import { accountOf, assetName, issuerOf } from "../addresses.ts";
import { setAuthorizedEvent } from "../contracts/events.ts";
import { AUTHORIZED } from "../state/balances.ts";
import { failed, type OperationContext } from "./context.ts";

const AUTH_REVOCABLE = 2;
const KNOWN_FLAGS = 7;
const Result = xdr.SetTrustLineFlagsResult;
const inner = (result: xdr.SetTrustLineFlagsResult): xdr.OperationResultTr =>
  xdr.OperationResultTr.setTrustLineFlags(result);

export function setTrustLineFlagsRefusal(op: xdr.SetTrustLineFlagsOp, source: string): xdr.OperationResultTr | null {
  const overlap = (op.setFlags & op.clearFlags) !== 0;
  const unknown = ((op.setFlags | op.clearFlags) & ~KNOWN_FLAGS) !== 0;
  const foreign = issuerOf(assetName(op.asset)) !== source || accountOf(op.trustor) === source;
  return overlap || unknown || foreign ? inner(Result.setTrustLineFlagsMalformed()) : null;
}

export function setTrustLineFlags(op: xdr.SetTrustLineFlagsOp, context: OperationContext): xdr.OperationResultTr {
  const { state, source } = context;
  const asset = assetName(op.asset);
  const line = state.trustline(accountOf(op.trustor), asset);
  if (line === null) throw failed(inner(Result.setTrustLineFlagsNoTrustLine()));
  const flags = (line.flags & ~op.clearFlags) | op.setFlags;
  const revokes = (line.flags & AUTHORIZED) !== 0 && (flags & AUTHORIZED) === 0;
  const revocable = ((state.account(source.address)?.flags ?? 0) & AUTH_REVOCABLE) !== 0;
  if (revokes && !revocable) throw failed(inner(Result.setTrustLineFlagsCantRevoke()));
  state.put({ ...line, flags });
  if (((line.flags ^ flags) & AUTHORIZED) !== 0) {
    context.emit(setAuthorizedEvent(asset, line.address, (flags & AUTHORIZED) !== 0));
  }
  return inner(Result.setTrustLineFlagsSuccess());
}
