import type { ContractCode } from "../../escrow/host.ts";

/** The programs this ledger can run, by wasm hash (hex). */
export interface ContractRuntime {
  readonly codes: ReadonlyMap<string, ContractCode>;
}

export const createRuntime = (codes: readonly ContractCode[]): ContractRuntime => ({
  codes: new Map(codes.map((code) => [code.wasmHash, code])),
});
