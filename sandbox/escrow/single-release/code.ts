import type { xdr } from "@stellar/stellar-sdk";
import type { Generation } from "../generation.ts";
import { type ContractCode, ContractTrap } from "../host.ts";
import { UnexpectedValue } from "../values.ts";
import { SINGLE_RELEASE_WASM_HASH } from "../wasm-hashes.ts";
import { approveMilestone } from "./approve-milestone.ts";
import type { EscrowCall, EscrowMethod } from "./call.ts";
import { changeMilestoneStatus } from "./change-milestone-status.ts";
import { disputeEscrow } from "./dispute-escrow.ts";
import { extendContractTtl } from "./extend-contract-ttl.ts";
import { fundEscrow } from "./fund-escrow.ts";
import { initializeEscrow } from "./initialize-escrow.ts";
import { getEscrow, getEscrowByContractId, getMultipleEscrowBalances } from "./reads.ts";
import { releaseFunds } from "./release-funds.ts";
import { resolveDispute } from "./resolve-dispute.ts";
import { updateEscrow } from "./update-escrow.ts";
import { withdrawRemainingFunds } from "./withdraw-remaining-funds.ts";

interface Method {
  readonly arity: number;
  readonly run: EscrowMethod;
}

const METHODS: Readonly<Record<string, Method>> = {
  approve_milestone: { arity: 2, run: approveMilestone },
  change_milestone_status: { arity: 4, run: changeMilestoneStatus },
  dispute_escrow: { arity: 1, run: disputeEscrow },
  extend_contract_ttl: { arity: 2, run: extendContractTtl },
  fund_escrow: { arity: 3, run: fundEscrow },
  get_escrow: { arity: 0, run: getEscrow },
  get_escrow_by_contract_id: { arity: 1, run: getEscrowByContractId },
  get_multiple_escrow_balances: { arity: 1, run: getMultipleEscrowBalances },
  initialize_escrow: { arity: 1, run: initializeEscrow },
  release_funds: { arity: 2, run: releaseFunds },
  resolve_dispute: { arity: 3, run: resolveDispute },
  update_escrow: { arity: 2, run: updateEscrow },
};

const METHODS_OF: Readonly<Record<Generation, Readonly<Record<string, Method>>>> = {
  G0: METHODS,
  G1: { ...METHODS, withdraw_remaining_funds: { arity: 3, run: withdrawRemainingFunds } },
};

/** The single-release escrow contract of one generation. */
export const singleReleaseCode = (generation: Generation): ContractCode => ({
  wasmHash: SINGLE_RELEASE_WASM_HASH[generation],
  invoke(host, functionName, args) {
    const method = METHODS_OF[generation][functionName];
    if (!method) throw new ContractTrap(host.contractId, null, "Error(WasmVm, MissingValue)");
    if (method.arity !== args.length) throw new ContractTrap(host.contractId, null, "Error(WasmVm, UnexpectedSize)");
    return runTyped(method.run, { host, generation, args });
  },
});

function runTyped(run: EscrowMethod, call: EscrowCall): xdr.ScVal {
  try {
    return run(call);
  } catch (error) {
    if (!(error instanceof UnexpectedValue)) throw error;
    throw new ContractTrap(call.host.contractId, null, "Error(Value, UnexpectedType)");
  }
}
