import { xdr } from "@stellar/stellar-sdk";
import type { Party } from "../addresses.ts";
import type { ContractRuntime } from "../contracts/runtime.ts";
import type { State } from "../state/state.ts";
import type { ParsedTransaction } from "../transactions/envelope.ts";
import type { RecordedEvent } from "../transactions/record.ts";

/** What an operation may see and change while it is applied. */
export interface OperationContext {
  /** A draft: forgotten when the operation fails. */
  readonly state: State;
  readonly source: Party;
  readonly index: number;
  readonly transaction: ParsedTransaction;
  readonly ledger: { readonly sequence: number; readonly closeTimeSeconds: number };
  /** sponsored address → sponsor, between begin and end. */
  readonly sponsorships: Map<string, string>;
  readonly runtime: ContractRuntime;
  emit(event: RecordedEvent): void;
  /** Remembers what a contract call answered. */
  returned(value: xdr.ScVal): void;
}

/** An operation that did not succeed; the whole transaction is undone. */
export class OperationFailed extends Error {
  readonly result: xdr.OperationResult;
  constructor(result: xdr.OperationResult) {
    super(result.type);
    this.result = result;
  }
}

export const failed = (tr: xdr.OperationResultTr): OperationFailed =>
  new OperationFailed(xdr.OperationResult.opInner(tr));
