import { Address, SorobanDataBuilder, xdr } from "@stellar/stellar-sdk";
import { z } from "zod";
import { partyOf } from "../addresses.ts";
import { hostErrorText } from "../contracts/diagnostics.ts";
import { toContractEvent } from "../contracts/events.ts";
import { type Simulation, simulate } from "../contracts/simulate.ts";
import { toLedgerKey } from "../state/ledger-keys.ts";
import type { State } from "../state/state.ts";
import { InvalidEnvelope, parseEnvelope } from "../transactions/envelope.ts";
import type { RecordedEvent } from "../transactions/record.ts";
import { INVALID_PARAMS, RpcError } from "./error.ts";
import type { NodeView } from "./node-view.ts";

const RESOURCE_FEE_STROOPS = 50_000n;
const Params = z.object({ transaction: z.string() });

/** What a contract call would do now, and the authorisations, footprint and fee it would need. */
export function simulateTransaction(params: unknown, { world, state, latest }: NodeView) {
  const { frame, source } = callIn(Params.parse(params).transaction);
  const simulated = simulate(frame, source, state, world.ledger.next(), world.ledger.runtime);
  if (!simulated.ok) {
    return { error: hostErrorText(simulated.failure), events: [], latestLedger: latest.sequence };
  }
  return {
    transactionData: transactionData(simulated, state).toXdr("base64"),
    minResourceFee: RESOURCE_FEE_STROOPS.toString(),
    events: simulated.events.map(toDiagnostic),
    results: [{ auth: simulated.auth.map((entry) => entry.toXdr("base64")), xdr: simulated.value.toXdr("base64") }],
    latestLedger: latest.sequence,
  };
}

function callIn(transactionXdr: string) {
  const { tx, source } = parse(transactionXdr);
  const operation = tx.operations.length === 1 ? tx.operations[0] : undefined;
  const hostFunction =
    operation?.body.type === "invokeHostFunction" ? operation.body.invokeHostFunctionOp.hostFunction : undefined;
  if (hostFunction?.type !== "hostFunctionTypeInvokeContract") {
    throw new RpcError(INVALID_PARAMS, "Transaction contains unsupported operation type");
  }
  const { contractAddress, functionName, args } = hostFunction.invokeContract;
  const caller = operation?.sourceAccount ? partyOf(operation.sourceAccount) : source;
  const contractId = Address.fromScAddress(contractAddress).toString();
  return { frame: { contractId, functionName: functionName.toString(), args }, source: caller.address };
}

function parse(transactionXdr: string) {
  try {
    return parseEnvelope(transactionXdr);
  } catch (error) {
    if (error instanceof InvalidEnvelope) throw new RpcError(INVALID_PARAMS, "Could not unmarshal transaction");
    throw error;
  }
}

function transactionData(simulated: Extract<Simulation, { ok: true }>, state: State): xdr.SorobanTransactionData {
  const keys = (names: readonly string[]): xdr.LedgerKey[] =>
    names.flatMap((name) => {
      const entry = simulated.entries.get(name) ?? state.get(name);
      return entry === null ? [] : [toLedgerKey(entry)];
    });
  return new SorobanDataBuilder()
    .setFootprint(keys(simulated.reads), keys(simulated.writes))
    .setResources(2_000_000, 2_000, 2_000)
    .setResourceFee(RESOURCE_FEE_STROOPS)
    .build();
}

const toDiagnostic = (event: RecordedEvent): string =>
  new xdr.DiagnosticEvent({ inSuccessfulContractCall: true, event: toContractEvent(event) }).toXdr("base64");
