import type { xdr } from "@stellar/stellar-sdk";
import type { Generation } from "./generation.ts";
import { decodeMultiRelease, encodeMultiRelease } from "./multi-release/codec.ts";
import type { MultiReleaseEscrow } from "./multi-release/escrow.ts";
import { decodeEscrow, encodeEscrow } from "./single-release/codec.ts";
import type { Escrow } from "./single-release/escrow.ts";
import { fieldOf, generationOf } from "./terms-codec.ts";

export type EscrowTypeName = "single-release" | "multi-release";

/** An escrow of either type, with the generation whose contract stored it. */
export type AnyEscrow =
  | { readonly type: "single-release"; readonly generation: Generation; readonly escrow: Escrow }
  | { readonly type: "multi-release"; readonly generation: Generation; readonly escrow: MultiReleaseEscrow };

/** What `get_escrow` of a contract returned: only a single-release escrow has an amount of its own. */
export function anyEscrow(value: xdr.ScVal): AnyEscrow {
  const generation = generationOf(value);
  return fieldOf(value, "amount") === null
    ? { type: "multi-release", generation, escrow: decodeMultiRelease(value, generation) }
    : { type: "single-release", generation, escrow: decodeEscrow(value, generation) };
}

export const encodeAnyEscrow = (known: AnyEscrow): xdr.ScVal =>
  known.type === "multi-release"
    ? encodeMultiRelease(known.escrow, known.generation)
    : encodeEscrow(known.escrow, known.generation);
