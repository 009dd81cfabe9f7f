import type { xdr } from "@stellar/stellar-sdk";
import { address, i128, sameValue, text, u32 } from "../stellar/soroban-values.ts";

/** The one contract call that a transaction may hold. */
export interface ExpectedCall {
  /** The account that signs: the transaction's source. */
  readonly source: string;
  readonly contractId: string;
  /** One name per generation of the contract. */
  readonly functionNames: readonly string[];
  readonly args: readonly ArgumentRule[];
  /** Calls of other contracts that the source allows within this one. */
  readonly allows: readonly AllowedCall[];
}

export interface ArgumentRule {
  readonly name: string;
  /** Some deployments of the contract don't take it. */
  readonly optional?: boolean;
  /** Says in what the value differs from what was asked for; null when it does not. */
  difference(value: xdr.ScVal): string | null;
}

export interface AllowedCall {
  readonly contractId: string;
  readonly functionName: string;
  readonly args: readonly xdr.ScVal[];
}

/** The argument must be this value, or one of these encodings of it. */
export const exactly = (name: string, ...encodings: readonly xdr.ScVal[]): ArgumentRule => ({
  name,
  difference: (value) => (encodings.some((encoding) => sameValue(value, encoding)) ? null : "another value"),
});

export const anAddress = (name: string, value: string): ArgumentRule => exactly(name, address(value));
export const anAmount = (name: string, stroops: bigint): ArgumentRule => exactly(name, i128(stroops));
export const aText = (name: string, value: string): ArgumentRule => exactly(name, text(value));
/** The older contract takes i128, the newer one u32; the wrong one of them fails on the chain without effect. */
export const anIndex = (name: string, index: number): ArgumentRule => exactly(name, u32(index), i128(BigInt(index)));
/** Of the calls that take u32 in both generations. */
export const aPlainIndex = (name: string, index: number): ArgumentRule => exactly(name, u32(index));
