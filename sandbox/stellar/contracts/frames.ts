import { Address, StrKey, xdr } from "@stellar/stellar-sdk";
import { ContractTrap } from "../../escrow/host.ts";

/** One running contract function. */
export interface Frame {
  readonly contractId: string;
  readonly functionName: string;
  readonly args: readonly xdr.ScVal[];
}

/** Decides whether addresses agreed to the running calls; the stack of frames is told to it. */
export interface Authorizer {
  enter(frame: Frame): void;
  leave(): void;
  /** @throws ContractTrap when the address did not agree to the running call. */
  require(address: string): void;
}

export const hostError = (contractId: string, name: string): ContractTrap =>
  new ContractTrap(contractId, null, `Error(${name})`);

export const toInvokeArgs = (frame: Frame): xdr.InvokeContractArgs =>
  new xdr.InvokeContractArgs({
    contractAddress: Address.fromString(frame.contractId).toScAddress(),
    functionName: frame.functionName,
    args: [...frame.args],
  });

/** Every call is compared by its bytes: contract, function and arguments. */
export const frameBytes = (frame: Frame): string => toInvokeArgs(frame).toXdr("base64");

export const isContract = (address: string): boolean => StrKey.isValidContract(address);
