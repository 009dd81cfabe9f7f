import type { Party } from "../addresses.ts";
import { movementEvent, muxedIdValue } from "../contracts/events.ts";
import { type CreditRefusal, credit, type DebitRefusal, debit } from "../state/balances.ts";
import type { OperationContext } from "./context.ts";

export type MoveRefusal = CreditRefusal | DebitRefusal;

/** Moves an asset from the operation's source, checking the destination first as the network does. */
export function moveAsset(
  context: OperationContext,
  destination: Party,
  asset: string,
  amount: bigint,
): MoveRefusal | null {
  const { state, source, transaction } = context;
  if (state.account(destination.address) === null) return "noDestination";
  const refusal = credit(state, destination.address, asset, amount) ?? debit(state, source.address, asset, amount);
  if (refusal !== null) return refusal;
  const toMuxedId = muxedIdValue(destination.muxedId, transaction.tx.memo);
  context.emit(movementEvent({ asset, from: source.address, to: destination.address, amount, toMuxedId }));
  return null;
}
