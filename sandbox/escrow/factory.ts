import type { xdr } from "@stellar/stellar-sdk";
import type { EscrowTypeName } from "./any-escrow.ts";
import { GENERATIONS, type Generation } from "./generation.ts";
import { type ContractCode, type ContractHost, ContractTrap } from "./host.ts";
import { address, asAddress, asBytes, asSymbol, asVec, nothing, UnexpectedValue, vec } from "./values.ts";
import { FACTORY_WASM_HASH } from "./wasm-hashes.ts";

/** How a factory's entry points are called in each generation. Which code they deploy is the caller's choice. */
export const DEPLOY_FUNCTION: Readonly<Record<EscrowTypeName, Readonly<Record<Generation, string>>>> = {
  "single-release": { G0: "deploy", G1: "tw_new_single_release_escrow" },
  "multi-release": { G0: "deploy", G1: "tw_new_multi_release_escrow" },
};

/** The generation whose deploy is called so; null when nothing is. */
export const generationOfDeploy = (functionName: string): Generation | null =>
  GENERATIONS.find((each) => Object.values(DEPLOY_FUNCTION).some((names) => names[each] === functionName)) ?? null;

const ARITY = 6;

/** Creates an escrow contract and initialises it in the same transaction, so nobody can come in between. */
export const factoryCode: ContractCode = {
  wasmHash: FACTORY_WASM_HASH,
  invoke(host, functionName, args) {
    const generation = generationOfDeploy(functionName);
    if (!generation) throw new ContractTrap(host.contractId, null, "Error(WasmVm, MissingValue)");
    if (args.length !== ARITY) throw new ContractTrap(host.contractId, null, "Error(WasmVm, UnexpectedSize)");
    const created = address(create(host, args));
    return generation === "G0" ? vec([created, nothing()]) : created;
  },
};

function create(host: ContractHost, args: readonly xdr.ScVal[]): string {
  try {
    const deployer = asAddress(args[0]);
    const [wasmHash, salt] = [asBytes(args[1]), asBytes(args[2])];
    const [initialise, initialArgs] = [asSymbol(args[3]), asVec(args[4])];
    if (deployer !== host.contractId) host.requireAuth(deployer);
    const contractId = host.createContract(wasmHash, salt);
    host.call(contractId, initialise, initialArgs);
    return contractId;
  } catch (error) {
    if (!(error instanceof UnexpectedValue)) throw error;
    throw new ContractTrap(host.contractId, null, "Error(Value, UnexpectedType)");
  }
}
