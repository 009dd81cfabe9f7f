import type { xdr } from "@stellar/stellar-sdk";
import type { Call, EscrowType } from "./call.ts";
import type { Generation } from "./generation.ts";
import { type ContractCode, ContractTrap } from "./host.ts";
import { UnexpectedValue } from "./values.ts";

export interface Method<ErrorName extends string, Stored> {
  readonly arity: number;
  readonly run: (call: Call<ErrorName, Stored>) => xdr.ScVal;
}

interface EscrowCode<ErrorName extends string, Stored> {
  readonly wasmHash: string;
  readonly generation: Generation;
  readonly type: EscrowType<ErrorName, Stored>;
  readonly methods: Readonly<Record<string, Method<ErrorName, Stored>>>;
}

/** One type of escrow contract, in one generation, as the ledger runs it. */
export const escrowCode = <ErrorName extends string, Stored>(code: EscrowCode<ErrorName, Stored>): ContractCode => ({
  wasmHash: code.wasmHash,
  invoke(host, functionName, args) {
    const method = code.methods[functionName];
    if (!method) throw new ContractTrap(host.contractId, null, "Error(WasmVm, MissingValue)");
    if (method.arity !== args.length) throw new ContractTrap(host.contractId, null, "Error(WasmVm, UnexpectedSize)");
    return runTyped(method.run, { host, generation: code.generation, args, type: code.type });
  },
});

function runTyped<ErrorName extends string, Stored>(
  run: Method<ErrorName, Stored>["run"],
  call: Call<ErrorName, Stored>,
): xdr.ScVal {
  try {
    return run(call);
  } catch (error) {
    if (!(error instanceof UnexpectedValue)) throw error;
    throw new ContractTrap(call.host.contractId, null, "Error(Value, UnexpectedType)");
  }
}
