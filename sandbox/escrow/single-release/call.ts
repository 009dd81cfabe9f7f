import type { xdr } from "@stellar/stellar-sdk";
import type { Generation } from "../generation.ts";
import { type ContractHost, ContractTrap } from "../host.ts";
import { symbol } from "../values.ts";
import { decodeEscrow, encodeEscrow } from "./codec.ts";
import { ESCROW_ERRORS, type EscrowErrorName } from "./errors.ts";
import type { Escrow } from "./escrow.ts";

/** One call of a single-release escrow contract. */
export interface EscrowCall {
  readonly host: ContractHost;
  readonly generation: Generation;
  readonly args: readonly xdr.ScVal[];
}

export type EscrowMethod = (call: EscrowCall) => xdr.ScVal;

const STORAGE_KEY = "Escrow";

export function refuse(call: EscrowCall, name: EscrowErrorName): never {
  throw new ContractTrap(call.host.contractId, ESCROW_ERRORS[name], name);
}

/** The first check that does not hold decides the error, so a method's checks stand in the contract's own order. */
export function check(call: EscrowCall, holds: boolean, otherwise: EscrowErrorName): asserts holds {
  if (!holds) refuse(call, otherwise);
}

export const isStored = ({ host }: EscrowCall): boolean => host.load(STORAGE_KEY) !== null;

export function loadEscrow(call: EscrowCall): Escrow {
  const stored = call.host.load(STORAGE_KEY);
  check(call, stored !== null, "EscrowNotFound");
  return decodeEscrow(stored, call.generation);
}

export function saveEscrow({ host, generation }: EscrowCall, escrow: Escrow): void {
  host.save(STORAGE_KEY, encodeEscrow(escrow, generation), generation === "G0" ? "instance" : "persistent");
}

// G0 asks for the signature before it validates, G1 afterwards, so a contract error wins over a missing signature there.
export function authoriseFirst({ host, generation }: EscrowCall, address: string): void {
  if (generation === "G0") host.requireAuth(address);
}

export function authoriseAfterChecks({ host, generation }: EscrowCall, address: string): void {
  if (generation === "G1") host.requireAuth(address);
}

export const emit = ({ host }: EscrowCall, topic: string, data: xdr.ScVal): void => host.emit([symbol(topic)], data);

export const escrowBalance = ({ host }: EscrowCall, escrow: Escrow): bigint =>
  host.tokenBalance(escrow.tokenContractId, host.contractId);
