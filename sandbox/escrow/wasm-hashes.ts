import { createHash } from "node:crypto";
import type { Generation } from "./generation.ts";

const hashOf = (label: string): string => createHash("sha256").update(label).digest("hex");

/** Nothing is compiled here, so a "wasm hash" is the hash of the code's name; hex. */
export const SINGLE_RELEASE_WASM_HASH: Readonly<Record<Generation, string>> = {
  G0: hashOf("trustless-work/single-release/G0"),
  G1: hashOf("trustless-work/single-release/G1"),
};

export const MULTI_RELEASE_WASM_HASH: Readonly<Record<Generation, string>> = {
  G0: hashOf("trustless-work/multi-release/G0"),
  G1: hashOf("trustless-work/multi-release/G1"),
};

export const FACTORY_WASM_HASH = hashOf("trustless-work/factory");
