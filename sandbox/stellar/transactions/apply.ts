import { xdr } from "@stellar/stellar-sdk";
import { partyOf } from "../addresses.ts";
import { contractErrorEvent } from "../contracts/diagnostics.ts";
import { feeEvent } from "../contracts/events.ts";
import type { ContractRuntime } from "../contracts/runtime.ts";
import type { ContractFailure } from "../ledger-port.ts";
import { OperationFailed } from "../operations/context.ts";
import { applyOperation } from "../operations/index.ts";
import { ContractCallFailed } from "../operations/invoke-host-function.ts";
import type { State } from "../state/state.ts";
import type { Moment } from "./check.ts";
import type { ParsedTransaction } from "./envelope.ts";
import { feeCharged, feePayer } from "./fees.ts";
import {
  type RecordedChange,
  type RecordedEvent,
  type RecordedOperation,
  type TransactionRecord,
  toRecordedChange,
} from "./record.ts";
import { type Outcome, resultCodes, toResultXdr } from "./results.ts";

export interface Place extends Moment {
  /** Its place in the ledger, from 1. */
  readonly order: number;
  readonly runtime: ContractRuntime;
}

/** Applies a transaction a ledger has taken. Fee and sequence number are gone whatever becomes of the operations. */
export function applyTransaction(parsed: ParsedTransaction, state: State, place: Place): TransactionRecord {
  const fee = feeCharged(parsed);
  const feeChanges = takeFeeAndSequence(parsed, state, place, fee);
  const work = performOperations(parsed, state, place);
  const resultXdr = toResultXdr(work.outcome, fee, parsed.feeBump?.innerHash ?? null);
  const codes = resultCodes(resultXdr);
  return {
    hash: parsed.hash,
    innerHash: parsed.feeBump?.innerHash ?? null,
    ledger: place.sequence,
    closeTimeSeconds: place.closeTimeSeconds,
    order: place.order,
    source: parsed.source.address,
    feePayer: feePayer(parsed),
    feeCharged: fee.toString(),
    successful: work.outcome.code === "txSuccess",
    resultCode: codes.innerTransaction ?? codes.transaction,
    operationCodes: codes.operations,
    envelopeXdr: parsed.envelopeXdr,
    resultXdr,
    feeChanges,
    feeEvent: feeEvent(feePayer(parsed), fee),
    operations: work.operations,
    diagnosticEventsXdr: work.failure === null ? [] : [contractErrorEvent(work.failure).toXdr("base64")],
    returnValueXdr: work.returnValue?.toXdr("base64") ?? null,
    contractError: work.failure,
  };
}

function takeFeeAndSequence(parsed: ParsedTransaction, state: State, place: Place, fee: bigint): RecordedChange[] {
  const draft = state.draft();
  const payer = draft.account(feePayer(parsed));
  if (payer !== null) draft.put({ ...payer, balance: payer.balance - fee });
  const source = draft.account(parsed.source.address);
  if (source !== null) {
    draft.put({
      ...source,
      sequence: parsed.tx.seqNum,
      sequenceLedger: place.sequence,
      sequenceTime: place.closeTimeSeconds,
    });
  }
  return mergeAndRecord(draft);
}

interface Work {
  readonly outcome: Outcome;
  readonly operations: readonly RecordedOperation[];
  readonly returnValue: xdr.ScVal | null;
  readonly failure: ContractFailure | null;
}

function performOperations(parsed: ParsedTransaction, state: State, place: Place): Work {
  const draft = state.draft();
  const sponsorships = new Map<string, string>();
  const attempts = parsed.tx.operations.map((operation, index) =>
    attempt(operation, { parsed, draft, place, sponsorships, index }),
  );
  const results = attempts.map(({ result }) => result);
  const failure = attempts.find((tried) => tried.failure !== null)?.failure ?? null;
  if (attempts.some(({ recorded }) => recorded === null)) {
    return { outcome: { code: "txFailed", operations: results }, operations: [], returnValue: null, failure };
  }
  if (sponsorships.size > 0) {
    return { outcome: { code: "txBadSponsorship" }, operations: [], returnValue: null, failure: null };
  }
  draft.merge();
  return {
    outcome: { code: "txSuccess", operations: results },
    operations: attempts.flatMap(({ recorded }) => recorded ?? []),
    returnValue: attempts.find(({ returnValue }) => returnValue !== null)?.returnValue ?? null,
    failure: null,
  };
}

interface Attempt {
  readonly result: xdr.OperationResult;
  /** Null when it failed. */
  readonly recorded: RecordedOperation | null;
  readonly returnValue: xdr.ScVal | null;
  readonly failure: ContractFailure | null;
}

interface AttemptInput {
  readonly parsed: ParsedTransaction;
  readonly draft: State;
  readonly place: Place;
  readonly sponsorships: Map<string, string>;
  readonly index: number;
}

function attempt(operation: xdr.Operation, { parsed, draft, place, sponsorships, index }: AttemptInput): Attempt {
  const state = draft.draft();
  const events: RecordedEvent[] = [];
  let returnValue: xdr.ScVal | null = null;
  const source = operation.sourceAccount === null ? parsed.source : partyOf(operation.sourceAccount);
  try {
    if (state.account(source.address) === null) throw new OperationFailed(xdr.OperationResult.opNoAccount());
    const result = applyOperation(operation.body, {
      state,
      source,
      index,
      transaction: parsed,
      ledger: place,
      sponsorships,
      runtime: place.runtime,
      emit: (event) => events.push(event),
      returned: (value) => {
        returnValue = value;
      },
    });
    const recorded = { changes: mergeAndRecord(state), events };
    return { result, recorded, returnValue, failure: null };
  } catch (error) {
    if (!(error instanceof OperationFailed)) throw error;
    const failure = error instanceof ContractCallFailed ? failureOf(error) : null;
    return { result: error.result, recorded: null, returnValue: null, failure };
  }
}

const failureOf = ({ trap }: ContractCallFailed): ContractFailure => ({
  contractId: trap.contractId,
  code: trap.code,
  name: trap.errorName,
});

function mergeAndRecord(draft: State): RecordedChange[] {
  const changes = draft.changes().map(toRecordedChange);
  draft.merge();
  return changes;
}
