import type { xdr } from "@stellar/stellar-sdk";
import type { Generation } from "./generation.ts";
import { asI128, asU32 } from "./values.ts";

/** G0 takes an i128 and truncates it to 32 bits, so 2^32 is milestone 0 and -1 is out of range. */
export const milestoneIndex = ({
  generation,
  args,
}: {
  readonly generation: Generation;
  readonly args: readonly xdr.ScVal[];
}): number => (generation === "G0" ? Number(BigInt.asUintN(32, asI128(args[0]))) : asU32(args[0]));
