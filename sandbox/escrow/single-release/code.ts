import { changeMilestoneStatus } from "../change-milestone-status.ts";
import { escrowCode, type Method } from "../contract-code.ts";
import { extendContractTtl } from "../extend-contract-ttl.ts";
import { fundEscrow } from "../fund-escrow.ts";
import type { Generation } from "../generation.ts";
import type { ContractCode } from "../host.ts";
import { getEscrow, getEscrowOfSameCode, getMultipleEscrowBalances } from "../reads.ts";
import { SINGLE_RELEASE_WASM_HASH } from "../wasm-hashes.ts";
import { approveMilestone } from "./approve-milestone.ts";
import { singleRelease } from "./call.ts";
import { disputeEscrow } from "./dispute-escrow.ts";
import type { EscrowErrorName } from "./errors.ts";
import type { Escrow } from "./escrow.ts";
import { initializeEscrow } from "./initialize-escrow.ts";
import { releaseFunds } from "./release-funds.ts";
import { resolveDispute } from "./resolve-dispute.ts";
import { updateEscrow } from "./update-escrow.ts";
import { withdrawRemainingFunds } from "./withdraw-remaining-funds.ts";

type Methods = Readonly<Record<string, Method<EscrowErrorName, Escrow>>>;

const METHODS: Methods = {
  approve_milestone: { arity: 2, run: approveMilestone },
  change_milestone_status: { arity: 4, run: changeMilestoneStatus },
  dispute_escrow: { arity: 1, run: disputeEscrow },
  extend_contract_ttl: { arity: 2, run: extendContractTtl },
  fund_escrow: { arity: 3, run: fundEscrow },
  get_escrow: { arity: 0, run: getEscrow },
  get_escrow_by_contract_id: { arity: 1, run: getEscrowOfSameCode },
  get_multiple_escrow_balances: { arity: 1, run: getMultipleEscrowBalances },
  initialize_escrow: { arity: 1, run: initializeEscrow },
  release_funds: { arity: 2, run: releaseFunds },
  resolve_dispute: { arity: 3, run: resolveDispute },
  update_escrow: { arity: 2, run: updateEscrow },
};

const METHODS_OF: Readonly<Record<Generation, Methods>> = {
  G0: METHODS,
  G1: { ...METHODS, withdraw_remaining_funds: { arity: 3, run: withdrawRemainingFunds } },
};

/** The single-release escrow contract of one generation. */
export const singleReleaseCode = (generation: Generation): ContractCode =>
  escrowCode({
    wasmHash: SINGLE_RELEASE_WASM_HASH[generation],
    generation,
    type: singleRelease,
    methods: METHODS_OF[generation],
  });
