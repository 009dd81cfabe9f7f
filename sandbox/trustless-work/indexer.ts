import { xdr } from "@stellar/stellar-sdk";
import { generationOfDeploy } from "../escrow/factory.ts";
import { asAddress } from "../escrow/values.ts";
import { escrowFactoryId, trustlessWorkFeeWallet } from "../stellar/identities.ts";
import type { AppliedTransaction } from "../stellar/ledger-port.ts";
import { contractCallOf, parseEnvelope, type SentCall } from "./contract-call.ts";
import type { EscrowCopy, EscrowRecord } from "./database.ts";
import type { TrustlessWorkWorld } from "./world.ts";

export interface Indexed {
  readonly record: EscrowRecord;
  readonly call: SentCall;
}

/** Copies from the chain what a transaction touched; null when it did not touch an escrow. */
export function indexTransaction(
  world: TrustlessWorkWorld,
  applied: AppliedTransaction,
  visibleAtMs: number,
): Indexed | null {
  const transaction = parseEnvelope(applied.envelopeXdr, world.ledger.networkPassphrase);
  const call = transaction && contractCallOf(transaction);
  if (!call) return null;
  const contractId = isDeploy(call) ? deployedContract(applied) : call.contractId;
  const copy = contractId && copyFromChain(world, contractId, visibleAtMs);
  if (!contractId || !copy) return null;
  const known = world.trustlessWork.find(contractId);
  const record = afterCall(known ?? newRecord(contractId, call.source, copy.takenAtMs), call, copy);
  world.trustlessWork.put(record);
  return { record, call };
}

export const isDeploy = (call: SentCall): boolean =>
  call.contractId === escrowFactoryId && generationOfDeploy(call.functionName) !== null;

/** The escrow and its balance as they are now; null when there is no escrow. */
export function copyFromChain(world: TrustlessWorkWorld, contractId: string, visibleAtMs: number): EscrowCopy | null {
  const read = world.ledger.simulateCall({
    source: trustlessWorkFeeWallet.publicKey(),
    contractId,
    functionName: "get_escrow",
    argsXdr: [],
  });
  if (!read.ok) return null;
  return {
    takenAtMs: world.clock.nowMs(),
    visibleAtMs,
    escrowXdr: read.returnValueXdr,
    balanceStroops: (world.ledger.usdcBalance(contractId) ?? 0n).toString(),
  };
}

/** The older factory answers a pair, the newer one the address alone. */
function deployedContract(applied: AppliedTransaction): string | null {
  if (applied.returnValueXdr === undefined) return null;
  const value = xdr.ScVal.fromXdr(applied.returnValueXdr, "base64");
  return asAddress(value.type === "scvVec" ? (value.vec ?? [])[0] : value);
}

const newRecord = (contractId: string, signer: string, createdAtMs: number): EscrowRecord => ({
  contractId,
  signer,
  createdAtMs,
  copies: [],
  fundedBy: [],
  disputeStartedBy: null,
});

const DISPUTES = ["dispute_escrow", "dispute_milestone"];

function afterCall(record: EscrowRecord, call: SentCall, copy: EscrowCopy): EscrowRecord {
  const fundedBy =
    call.functionName === "fund_escrow" ? [...new Set([...record.fundedBy, call.source])] : record.fundedBy;
  const disputeStartedBy = DISPUTES.includes(call.functionName) ? call.source : record.disputeStartedBy;
  return { ...record, fundedBy, disputeStartedBy, copies: [...record.copies, copy] };
}
