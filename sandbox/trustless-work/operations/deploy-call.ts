import { randomBytes } from "node:crypto";
import type { AnyEscrow, EscrowTypeName } from "../../escrow/any-escrow.ts";
import { encodeAnyEscrow } from "../../escrow/any-escrow.ts";
import { DEPLOY_FUNCTION } from "../../escrow/factory.ts";
import type { Generation } from "../../escrow/generation.ts";
import { address, bytes, symbol, vec } from "../../escrow/values.ts";
import { MULTI_RELEASE_WASM_HASH, SINGLE_RELEASE_WASM_HASH } from "../../escrow/wasm-hashes.ts";
import { escrowFactoryId } from "../../stellar/identities.ts";
import type { Invocation } from "./operation.ts";

const WASM_HASHES: Readonly<Record<EscrowTypeName, Readonly<Record<Generation, string>>>> = {
  "single-release": SINGLE_RELEASE_WASM_HASH,
  "multi-release": MULTI_RELEASE_WASM_HASH,
};

/** The factory creates a contract at a random address and initialises it with the escrow. */
export const deployCall = (signer: string, wanted: AnyEscrow): Invocation => ({
  source: signer,
  contractId: escrowFactoryId,
  functionName: DEPLOY_FUNCTION[wanted.type][wanted.generation],
  args: [
    address(signer),
    bytes(Buffer.from(WASM_HASHES[wanted.type][wanted.generation], "hex")),
    bytes(randomBytes(32)),
    symbol("initialize_escrow"),
    vec([encodeAnyEscrow(wanted)]),
    vec([]),
  ],
});
