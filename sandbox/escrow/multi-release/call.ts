import type { xdr } from "@stellar/stellar-sdk";
import type { Call, EscrowType } from "../call.ts";
import { decodeMultiRelease, encodeMultiRelease } from "./codec.ts";
import { type MultiReleaseErrorName, multiReleaseErrorNumber } from "./errors.ts";
import type { MultiReleaseEscrow } from "./escrow.ts";

/** One call of a multi-release escrow contract. */
export type MultiReleaseCall = Call<MultiReleaseErrorName, MultiReleaseEscrow>;
export type MultiReleaseMethod = (call: MultiReleaseCall) => xdr.ScVal;

export const multiRelease: EscrowType<MultiReleaseErrorName, MultiReleaseEscrow> = {
  errorNumber: multiReleaseErrorNumber,
  encode: encodeMultiRelease,
  decode: decodeMultiRelease,
};
