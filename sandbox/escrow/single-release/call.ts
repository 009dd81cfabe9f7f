import type { xdr } from "@stellar/stellar-sdk";
import type { Call, EscrowType } from "../call.ts";
import { decodeEscrow, encodeEscrow } from "./codec.ts";
import { ESCROW_ERRORS, type EscrowErrorName } from "./errors.ts";
import type { Escrow } from "./escrow.ts";

/** One call of a single-release escrow contract. */
export type EscrowCall = Call<EscrowErrorName, Escrow>;
export type EscrowMethod = (call: EscrowCall) => xdr.ScVal;

export const singleRelease: EscrowType<EscrowErrorName, Escrow> = {
  errorNumber: (name) => ESCROW_ERRORS[name],
  encode: encodeEscrow,
  decode: decodeEscrow,
};
