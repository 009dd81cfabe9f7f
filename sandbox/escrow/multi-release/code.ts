import { changeMilestoneStatus } from "../change-milestone-status.ts";
import { escrowCode, type Method } from "../contract-code.ts";
import { extendContractTtl } from "../extend-contract-ttl.ts";
import { fundEscrow } from "../fund-escrow.ts";
import type { Generation } from "../generation.ts";
import type { ContractCode } from "../host.ts";
import { getEscrow, getEscrowByContractId, getEscrowOfSameCode, getMultipleEscrowBalances } from "../reads.ts";
import { MULTI_RELEASE_WASM_HASH } from "../wasm-hashes.ts";
import { approveMilestone } from "./approve-milestone.ts";
import { multiRelease } from "./call.ts";
import { disputeMilestone } from "./dispute-milestone.ts";
import type { MultiReleaseErrorName } from "./errors.ts";
import type { MultiReleaseEscrow } from "./escrow.ts";
import { initializeEscrow } from "./initialize-escrow.ts";
import { releaseMilestoneFunds } from "./release-milestone-funds.ts";
import { resolveMilestoneDispute } from "./resolve-milestone-dispute.ts";
import { updateEscrow } from "./update-escrow.ts";
import { withdrawRemainingFunds } from "./withdraw-remaining-funds.ts";

type Methods = Readonly<Record<string, Method<MultiReleaseErrorName, MultiReleaseEscrow>>>;

const METHODS: Methods = {
  approve_milestone: { arity: 2, run: approveMilestone },
  change_milestone_status: { arity: 4, run: changeMilestoneStatus },
  dispute_milestone: { arity: 2, run: disputeMilestone },
  extend_contract_ttl: { arity: 2, run: extendContractTtl },
  fund_escrow: { arity: 3, run: fundEscrow },
  get_escrow: { arity: 0, run: getEscrow },
  get_escrow_by_contract_id: { arity: 1, run: getEscrowOfSameCode },
  get_multiple_escrow_balances: { arity: 1, run: getMultipleEscrowBalances },
  initialize_escrow: { arity: 1, run: initializeEscrow },
  release_milestone_funds: { arity: 3, run: releaseMilestoneFunds },
  resolve_milestone_dispute: { arity: 4, run: resolveMilestoneDispute },
  update_escrow: { arity: 2, run: updateEscrow },
  withdraw_remaining_funds: { arity: 3, run: withdrawRemainingFunds },
};

const METHODS_OF: Readonly<Record<Generation, Methods>> = {
  G0: METHODS,
  G1: { ...METHODS, get_escrow_by_contract_id: { arity: 1, run: getEscrowByContractId } },
};

/** The multi-release escrow contract of one generation. */
export const multiReleaseCode = (generation: Generation): ContractCode =>
  escrowCode({
    wasmHash: MULTI_RELEASE_WASM_HASH[generation],
    generation,
    type: multiRelease,
    methods: METHODS_OF[generation],
  });
