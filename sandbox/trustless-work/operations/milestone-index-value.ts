import type { xdr } from "@stellar/stellar-sdk";
import type { Generation } from "../../escrow/generation.ts";
import { i128, u32 } from "../../escrow/values.ts";
import { invalid } from "../api-error.ts";

const U32_MAXIMUM = 2n ** 32n - 1n;

export function milestoneIndexValue(generation: Generation, index: bigint): xdr.ScVal {
  if (generation === "G0") return i128(index);
  if (index > U32_MAXIMUM) throw invalid({ milestoneIndex: ["is out of range"] });
  return u32(Number(index));
}
