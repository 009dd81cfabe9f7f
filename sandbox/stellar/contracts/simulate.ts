import { randomBytes } from "node:crypto";
import { Address, xdr } from "@stellar/stellar-sdk";
import { ContractTrap } from "../../escrow/host.ts";
import type { ContractCall, ContractFailure, SimulatedCall } from "../ledger-port.ts";
import type { Entry } from "../state/entries.ts";
import type { State } from "../state/state.ts";
import type { Moment } from "../transactions/check.ts";
import type { RecordedEvent } from "../transactions/record.ts";
import { callContract } from "./call-contract.ts";
import type { Frame } from "./frames.ts";
import { recordAuth } from "./record-auth.ts";
import type { ContractRuntime } from "./runtime.ts";

export type Simulation =
  | {
      readonly ok: true;
      readonly value: xdr.ScVal;
      readonly auth: readonly xdr.SorobanAuthorizationEntry[];
      readonly events: readonly RecordedEvent[];
      /** Keys of the entries that were looked at and changed. */
      readonly reads: readonly string[];
      readonly writes: readonly string[];
      /** The changed entries as they would be, by key. */
      readonly entries: ReadonlyMap<string, Entry | null>;
    }
  | { readonly ok: false; readonly failure: ContractFailure };

/** Runs a call on a draft that is thrown away. Nobody has to have signed: what would be needed is recorded. */
export function simulate(
  frame: Frame,
  source: string,
  state: State,
  ledger: Moment,
  runtime: ContractRuntime,
): Simulation {
  const draft = state.draft();
  const authorizer = recordAuth();
  const events: RecordedEvent[] = [];
  try {
    const emit = (event: RecordedEvent): void => void events.push(event);
    const value = callContract({ state: draft, ledger, runtime, authorizer, emit }, frame);
    const changes = draft.changes();
    const writes = changes.map(({ key }) => key);
    const reads = draft.reads().filter((key) => !writes.includes(key));
    const auth = authorizer.recorded().map(({ address, root }) => toEntry(address, root, source));
    const entries = new Map(changes.map(({ key, after }) => [key, after]));
    return { ok: true, value, auth, events, reads, writes, entries };
  } catch (error) {
    if (!(error instanceof ContractTrap)) throw error;
    return { ok: false, failure: { contractId: error.contractId, code: error.code, name: error.errorName } };
  }
}

export function simulateContractCall(
  call: ContractCall,
  state: State,
  ledger: Moment,
  runtime: ContractRuntime,
): SimulatedCall {
  const args = call.argsXdr.map((argXdr) => xdr.ScVal.fromXdr(argXdr, "base64"));
  const frame = { contractId: call.contractId, functionName: call.functionName, args };
  const simulated = simulate(frame, call.source, state, ledger, runtime);
  if (!simulated.ok) return simulated;
  return {
    ok: true,
    returnValueXdr: simulated.value.toXdr("base64"),
    authXdr: simulated.auth.map((entry) => entry.toXdr("base64")),
  };
}

/** The transaction's source agrees by signing the transaction; anybody else has to sign an entry. */
function toEntry(
  address: string,
  rootInvocation: xdr.SorobanAuthorizedInvocation,
  source: string,
): xdr.SorobanAuthorizationEntry {
  const credentials =
    address === source
      ? xdr.SorobanCredentials.sorobanCredentialsSourceAccount()
      : xdr.SorobanCredentials.sorobanCredentialsAddress(unsigned(address));
  return new xdr.SorobanAuthorizationEntry({ credentials, rootInvocation });
}

function unsigned(address: string): xdr.SorobanAddressCredentials {
  return new xdr.SorobanAddressCredentials({
    address: new Address(address).toScAddress(),
    nonce: randomBytes(8).readBigInt64BE(),
    signatureExpirationLedger: 0,
    signature: xdr.ScVal.scvVoid(),
  });
}
