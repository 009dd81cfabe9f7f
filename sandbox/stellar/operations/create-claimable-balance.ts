import { Address, xdr } from "@stellar/stellar-sdk";
import { assetName, toPublicKey } from "../addresses.ts";
import { movementEvent } from "../contracts/events.ts";
import { sha256 } from "../network.ts";
import { type DebitRefusal, debit } from "../state/balances.ts";
import { sponsorMore } from "../state/reserves.ts";
import { toAbsolute } from "./claim-predicates.ts";
import { failed, type OperationContext } from "./context.ts";

const MOST_CLAIMANTS = 10;
const Result = xdr.CreateClaimableBalanceResult;
const inner = (result: xdr.CreateClaimableBalanceResult): xdr.OperationResultTr =>
  xdr.OperationResultTr.createClaimableBalance(result);

const REFUSALS: Readonly<Record<DebitRefusal, () => xdr.CreateClaimableBalanceResult>> = {
  srcNoTrust: () => Result.createClaimableBalanceNoTrust(),
  srcNotAuthorized: () => Result.createClaimableBalanceNotAuthorized(),
  underfunded: () => Result.createClaimableBalanceUnderfunded(),
};

export function createClaimableBalanceRefusal(op: xdr.CreateClaimableBalanceOp): xdr.OperationResultTr | null {
  const malformed = op.amount <= 0n || op.claimants.length === 0 || op.claimants.length > MOST_CLAIMANTS;
  return malformed ? inner(Result.createClaimableBalanceMalformed()) : null;
}

/** Its reserve, one per claimant, is locked by whoever makes it, or by their sponsor. */
export function createClaimableBalance(
  op: xdr.CreateClaimableBalanceOp,
  context: OperationContext,
): xdr.OperationResultTr {
  const { state, source, ledger } = context;
  const asset = assetName(op.asset);
  const sponsor = context.sponsorships.get(source.address) ?? source.address;
  if (!sponsorMore(state, sponsor, op.claimants.length)) throw failed(inner(Result.createClaimableBalanceLowReserve()));
  const refusal = debit(state, source.address, asset, op.amount);
  if (refusal !== null) throw failed(inner(REFUSALS[refusal]()));
  const balanceId = balanceIdOf(context);
  state.put({
    kind: "claimable",
    id: balanceId.toXdr("hex"),
    asset,
    amount: op.amount,
    claimantsXdr: op.claimants.map((claimant) => toAbsolute(claimant, ledger.closeTimeSeconds).toXdr("base64")),
    creator: source.address,
    sponsor,
  });
  context.emit(movementEvent({ asset, from: source.address, to: balanceAddress(balanceId), amount: op.amount }));
  return inner(Result.createClaimableBalanceSuccess(balanceId));
}

/** B… address, as events name a claimable balance. */
export const balanceAddress = (id: xdr.ClaimableBalanceId): string =>
  Address.fromScAddress(xdr.ScAddress.scAddressTypeClaimableBalance(id)).toString();

function balanceIdOf({ transaction, index }: OperationContext): xdr.ClaimableBalanceId {
  const preimage = xdr.HashIdPreimage.envelopeTypeOpId(
    new xdr.HashIdPreimageOperationId({
      sourceAccount: toPublicKey(transaction.source.address),
      seqNum: transaction.tx.seqNum,
      opNum: index,
    }),
  );
  return xdr.ClaimableBalanceId.claimableBalanceIdTypeV0(sha256(preimage.toXdr()));
}
