import type { State } from "../state/state.ts";
import type { RecordedEvent } from "../transactions/record.ts";
import type { Authorizer } from "./frames.ts";
import type { ContractRuntime } from "./runtime.ts";

/** One contract call and all it calls in turn, over one draft of the state. */
export interface Session {
  readonly state: State;
  readonly ledger: { readonly sequence: number; readonly closeTimeSeconds: number };
  readonly runtime: ContractRuntime;
  readonly authorizer: Authorizer;
  emit(event: RecordedEvent): void;
}
