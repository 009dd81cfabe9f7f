import type { xdr } from "@stellar/stellar-sdk";
import type { Generation } from "../../escrow/generation.ts";
import { i128, u32 } from "../../escrow/values.ts";
import { invalid } from "../api-error.ts";

const U32_MAXIMUM = 2n ** 32n - 1n;

export const milestoneIndexValue = (generation: Generation, index: bigint): xdr.ScVal =>
  generation === "G0" ? i128(index) : shortIndexValue(index);

/** As the functions that pay want it in both generations. */
export function shortIndexValue(index: bigint): xdr.ScVal {
  if (index > U32_MAXIMUM) throw invalid({ milestoneIndex: ["is out of range"] });
  return u32(Number(index));
}
