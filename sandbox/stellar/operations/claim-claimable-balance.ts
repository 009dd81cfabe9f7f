import { xdr } from "@stellar/stellar-sdk";
import { accountOf } from "../addresses.ts";
import { movementEvent } from "../contracts/events.ts";
import { type CreditRefusal, credit } from "../state/balances.ts";
import { keyOf } from "../state/entries.ts";
import { sponsorLess } from "../state/reserves.ts";
import { allows } from "./claim-predicates.ts";
import { failed, type OperationContext } from "./context.ts";
import { balanceAddress } from "./create-claimable-balance.ts";

const Result = xdr.ClaimClaimableBalanceResult;
const inner = (result: xdr.ClaimClaimableBalanceResult): xdr.OperationResultTr =>
  xdr.OperationResultTr.claimClaimableBalance(result);

const REFUSALS: Readonly<Record<CreditRefusal, () => xdr.ClaimClaimableBalanceResult>> = {
  noDestination: () => Result.claimClaimableBalanceCannotClaim(),
  noTrust: () => Result.claimClaimableBalanceNoTrust(),
  notAuthorized: () => Result.claimClaimableBalanceNotAuthorized(),
  lineFull: () => Result.claimClaimableBalanceLineFull(),
};

export function claimClaimableBalance(
  op: xdr.ClaimClaimableBalanceOp,
  context: OperationContext,
): xdr.OperationResultTr {
  const { state, source, ledger } = context;
  const entry = state.claimable(op.balanceId.toXdr("hex"));
  if (entry === null) throw failed(inner(Result.claimClaimableBalanceDoesNotExist()));
  const claimants = entry.claimantsXdr.map((claimantXdr) => xdr.Claimant.fromXdr(claimantXdr, "base64"));
  const mine = claimants.find(({ v0 }) => accountOf(v0.destination) === source.address);
  if (mine === undefined || !allows(mine.v0.predicate, ledger.closeTimeSeconds)) {
    throw failed(inner(Result.claimClaimableBalanceCannotClaim()));
  }
  const refusal = credit(state, source.address, entry.asset, entry.amount);
  if (refusal !== null) throw failed(inner(REFUSALS[refusal]()));
  state.remove(keyOf.claimable(entry.id));
  if (entry.sponsor !== null) sponsorLess(state, entry.sponsor, claimants.length);
  const { asset, amount } = entry;
  context.emit(movementEvent({ asset, from: balanceAddress(op.balanceId), to: source.address, amount }));
  return inner(Result.claimClaimableBalanceSuccess());
}
