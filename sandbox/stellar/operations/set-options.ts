import { xdr } from "@stellar/stellar-sdk";
import type { AccountEntry, SignerEntry } from "../state/entries.ts";
import { releaseSubentry, reserveSubentry } from "../state/reserves.ts";
import { failed, type OperationContext, OperationFailed } from "./context.ts";
import { signerName } from "./signer-name.ts";

const MAX_SIGNERS = 20;
const KNOWN_FLAGS = 15;
const AUTH_IMMUTABLE = 4;
const Result = xdr.SetOptionsResult;
const inner = (result: xdr.SetOptionsResult): xdr.OperationResultTr => xdr.OperationResultTr.setOptions(result);

export function setOptionsRefusal(op: xdr.SetOptionsOp, source: string): xdr.OperationResultTr | null {
  const set = op.setFlags ?? 0;
  const clear = op.clearFlags ?? 0;
  if (((set | clear) & ~KNOWN_FLAGS) !== 0) return inner(Result.setOptionsUnknownFlag());
  if ((set & clear) !== 0) return inner(Result.setOptionsBadFlags());
  const weights = [op.masterWeight, op.lowThreshold, op.medThreshold, op.highThreshold];
  if (weights.some((weight) => weight !== null && weight > 255)) return inner(Result.setOptionsThresholdOutOfRange());
  if (op.signer !== null && signerName(op.signer.key) === source) return inner(Result.setOptionsBadSigner());
  return null;
}

/** Changes to signers and thresholds need the high threshold. */
export function setOptionsThreshold(op: xdr.SetOptionsOp): "medium" | "high" {
  const guarded = [op.masterWeight, op.lowThreshold, op.medThreshold, op.highThreshold, op.signer];
  return guarded.some((field) => field !== null) ? "high" : "medium";
}

export function setOptions(op: xdr.SetOptionsOp, context: OperationContext): xdr.OperationResultTr {
  const account = sourceAccount(context);
  const changesFlags = (op.setFlags ?? 0) !== 0 || (op.clearFlags ?? 0) !== 0;
  if (changesFlags && (account.flags & AUTH_IMMUTABLE) !== 0) throw failed(inner(Result.setOptionsCantChange()));
  const [master, low, medium, high] = account.thresholds;
  context.state.put({
    ...account,
    flags: (account.flags & ~(op.clearFlags ?? 0)) | (op.setFlags ?? 0),
    homeDomain: op.homeDomain?.toString() ?? account.homeDomain,
    thresholds: [
      op.masterWeight ?? master,
      op.lowThreshold ?? low,
      op.medThreshold ?? medium,
      op.highThreshold ?? high,
    ],
  });
  if (op.signer !== null) changeSigner(op.signer, context);
  return inner(Result.setOptionsSuccess());
}

function changeSigner(signer: xdr.Signer, context: OperationContext): void {
  const key = signerName(signer.key);
  const existing = sourceAccount(context).signers.find((known) => known.key === key);
  if (signer.weight === 0) {
    if (existing === undefined) return;
    replaceSigner(context, key, null);
    releaseSubentry(context.state, context.source.address, existing.sponsor);
    return;
  }
  const sponsor = existing === undefined ? reserveSigner(context) : existing.sponsor;
  replaceSigner(context, key, { key, weight: signer.weight, sponsor });
}

function reserveSigner(context: OperationContext): string | null {
  if (sourceAccount(context).signers.length >= MAX_SIGNERS) throw failed(inner(Result.setOptionsTooManySigners()));
  const reserved = reserveSubentry(context.state, context.source.address, context.sponsorships);
  if (!("refused" in reserved)) return reserved.sponsor;
  throw failed(inner(Result.setOptionsLowReserve()));
}

function replaceSigner(context: OperationContext, key: string, signer: SignerEntry | null): void {
  const account = sourceAccount(context);
  const others = account.signers.filter((known) => known.key !== key);
  const signers = signer === null ? others : [...others, signer].sort((left, right) => (left.key < right.key ? -1 : 1));
  context.state.put({ ...account, signers });
}

function sourceAccount({ state, source }: OperationContext): AccountEntry {
  const account = state.account(source.address);
  if (account === null) throw new OperationFailed(xdr.OperationResult.opNoAccount());
  return account;
}
