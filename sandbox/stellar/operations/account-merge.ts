import { xdr } from "@stellar/stellar-sdk";
import { NATIVE, partyOf } from "../addresses.ts";
import { movementEvent } from "../contracts/events.ts";
import { MAX_INT64 } from "../network.ts";
import { type AccountEntry, keyOf } from "../state/entries.ts";
import { sponsorLess } from "../state/reserves.ts";
import { failed, type OperationContext } from "./context.ts";

const AUTH_IMMUTABLE = 4;
const Result = xdr.AccountMergeResult;
const inner = (result: xdr.AccountMergeResult): xdr.OperationResultTr => xdr.OperationResultTr.accountMerge(result);

export function accountMergeRefusal(destination: xdr.MuxedAccount, source: string): xdr.OperationResultTr | null {
  return partyOf(destination).address === source ? inner(Result.accountMergeMalformed()) : null;
}

/** Ends an account and gives all its lumens to another. */
export function accountMerge(destination: xdr.MuxedAccount, context: OperationContext): xdr.OperationResultTr {
  const { state, source, ledger } = context;
  const heir = state.account(partyOf(destination).address);
  const account = state.account(source.address);
  if (heir === null || account === null) throw failed(inner(Result.accountMergeNoAccount()));
  const obstacle = obstacleTo(account, ledger.sequence);
  if (obstacle !== null) throw failed(inner(obstacle));
  if (heir.balance + account.balance > MAX_INT64) throw failed(inner(Result.accountMergeDestFull()));
  state.put({ ...heir, balance: heir.balance + account.balance });
  for (const { sponsor } of account.signers) if (sponsor !== null) sponsorLess(state, sponsor, 1);
  if (account.sponsor !== null) sponsorLess(state, account.sponsor, 2);
  state.remove(keyOf.account(account.address));
  const { address: from, balance: amount } = account;
  context.emit(movementEvent({ asset: NATIVE, from, to: heir.address, amount }));
  return inner(Result.accountMergeSuccess(amount));
}

function obstacleTo(account: AccountEntry, ledger: number): xdr.AccountMergeResult | null {
  if ((account.flags & AUTH_IMMUTABLE) !== 0) return Result.accountMergeImmutableSet();
  if (account.subentries !== account.signers.length) return Result.accountMergeHasSubEntries();
  if (account.sponsoring > 0) return Result.accountMergeIsSponsor();
  return account.sequence >= BigInt(ledger) << 32n ? Result.accountMergeSeqnumTooFar() : null;
}
