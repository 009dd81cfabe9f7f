import { xdr } from "@stellar/stellar-sdk";
import { accountOf, codeText } from "../addresses.ts";
import { setAuthorizedEvent } from "../contracts/events.ts";
import { AUTHORIZED } from "../state/balances.ts";
import { failed, type OperationContext } from "./context.ts";

const AUTH_REVOCABLE = 2;
const Result = xdr.AllowTrustResult;
const inner = (result: xdr.AllowTrustResult): xdr.OperationResultTr => xdr.OperationResultTr.allowTrust(result);

export function allowTrustRefusal(op: xdr.AllowTrustOp, source: string): xdr.OperationResultTr | null {
  const malformed = op.authorize > 2 || accountOf(op.trustor) === source;
  return malformed ? inner(Result.allowTrustMalformed()) : null;
}

export function allowTrust(op: xdr.AllowTrustOp, context: OperationContext): xdr.OperationResultTr {
  const { state, source } = context;
  const code = op.asset.type === "assetTypeCreditAlphanum4" ? op.asset.assetCode4 : op.asset.assetCode12;
  const asset = `${codeText(code.value)}:${source.address}`;
  const line = state.trustline(accountOf(op.trustor), asset);
  if (line === null) throw failed(inner(Result.allowTrustNoTrustLine()));
  const revocable = ((state.account(source.address)?.flags ?? 0) & AUTH_REVOCABLE) !== 0;
  const revokes = (line.flags & AUTHORIZED) !== 0 && op.authorize !== AUTHORIZED;
  if (revokes && !revocable) throw failed(inner(Result.allowTrustCantRevoke()));
  state.put({ ...line, flags: (line.flags & ~3) | op.authorize });
  context.emit(setAuthorizedEvent(asset, line.address, op.authorize === AUTHORIZED));
  return inner(Result.allowTrustSuccess());
}
