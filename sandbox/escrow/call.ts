import type { xdr } from "@stellar/stellar-sdk";
import type { Generation } from "./generation.ts";
import { type ContractHost, ContractTrap } from "./host.ts";
import { symbol } from "./values.ts";

/** What sets one type of escrow contract apart: how it stores an escrow, and how it numbers its errors. */
export interface EscrowType<ErrorName extends string, Stored> {
  errorNumber(name: ErrorName, generation: Generation): number;
  encode(escrow: Stored, generation: Generation): xdr.ScVal;
  decode(value: xdr.ScVal | undefined, generation: Generation): Stored;
}

/** One call of an escrow contract. What both types do alike asks only for the errors it can raise. */
export interface Call<ErrorName extends string, Stored> {
  readonly host: ContractHost;
  readonly generation: Generation;
  readonly args: readonly xdr.ScVal[];
  readonly type: EscrowType<ErrorName, Stored>;
}

type AnyCall = Call<never, unknown>;

const STORAGE_KEY = "Escrow";

/** The first check that does not hold decides the error, so a method's checks stand in the contract's own order. */
export function check<ErrorName extends string>(
  { host, generation, type }: Call<ErrorName, unknown>,
  holds: boolean,
  otherwise: ErrorName,
): asserts holds {
  if (!holds) throw new ContractTrap(host.contractId, type.errorNumber(otherwise, generation), otherwise);
}

export const isStored = ({ host }: AnyCall): boolean => host.load(STORAGE_KEY) !== null;

export function loadEscrow<Stored>(call: Call<"EscrowNotFound", Stored>): Stored {
  const stored = call.host.load(STORAGE_KEY);
  check(call, stored !== null, "EscrowNotFound");
  return call.type.decode(stored, call.generation);
}

export function saveEscrow<Stored>({ host, generation, type }: Call<never, Stored>, escrow: Stored): void {
  host.save(STORAGE_KEY, type.encode(escrow, generation), generation === "G0" ? "instance" : "persistent");
}

// G0 asks for the signature before it validates, G1 afterwards, so a contract error wins over a missing signature there.
export function authoriseFirst({ host, generation }: AnyCall, address: string): void {
  if (generation === "G0") host.requireAuth(address);
}

export function authoriseAfterChecks({ host, generation }: AnyCall, address: string): void {
  if (generation === "G1") host.requireAuth(address);
}

export const emit = ({ host }: AnyCall, topic: string, data: xdr.ScVal): void => host.emit([symbol(topic)], data);

export const escrowBalance = ({ host }: AnyCall, escrow: { readonly tokenContractId: string }): bigint =>
  host.tokenBalance(escrow.tokenContractId, host.contractId);
