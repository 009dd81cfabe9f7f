import type { xdr } from "@stellar/stellar-sdk";
import type { IntentHandler } from "../stellar/intent-handler.ts";
import { symbol, vec } from "../stellar/soroban-values.ts";
import { partiesOf } from "./agreed-escrow.ts";
import { builtStep } from "./built-step.ts";
import type { EscrowDeps } from "./escrow-deps.ts";
import { type EscrowTerms, escrowTerms, toDeployBody } from "./escrow-terms.ts";
import { type ArgumentRule, anAddress, exactly } from "./expected-call.ts";
import { newEscrowDifference } from "./new-escrow.ts";

/** What the factory's entry point is called in each generation. */
const DEPLOY_FUNCTIONS = {
  "single-release": ["deploy", "tw_new_single_release_escrow"],
  "multi-release": ["deploy", "tw_new_multi_release_escrow"],
} as const;

/** Puts the order's contract on the chain. Two deployments are two contracts, so it is never "reached". */
export const deployEscrowIntent = (deps: EscrowDeps): IntentHandler<"deployEscrow"> => ({
  source: async ({ order }) => (await deps.wallets.active(order.buyerId))[0].publicKey,
  reached: async () => null,
  async build({ order }) {
    const parties = await partiesOf(deps, order);
    const terms = escrowTerms(order, parties, deps.settings);
    const { factoryContractId, wasmHashes } = deps.settings.trustless;
    return builtStep(deps, {
      order,
      expected: {
        source: parties.buyer,
        contractId: factoryContractId,
        functionNames: DEPLOY_FUNCTIONS[terms.type],
        args: [
          anAddress("deployer", parties.buyer),
          aKnownCode("wasm_hash", wasmHashes),
          anySalt("salt"),
          exactly("init_fn", symbol("initialize_escrow")),
          aNewEscrow("init_args", terms),
          exactly("constructor_args", vec([])),
        ],
        allows: [],
      },
      build: () => deps.trustless.deploy(toDeployBody(terms, parties.buyer, deps.settings), terms.type),
      booking: null,
    });
  },
});

const aKnownCode = (name: string, hashes: readonly string[]): ArgumentRule => ({
  name,
  difference(value) {
    const hash = value.type === "scvBytes" ? Buffer.from(value.bytes.value).toString("hex") : value.type;
    return hashes.includes(hash) ? null : `unknown code ${hash}`;
  },
});

/** It only has to be new: the contract's id follows from it, and is read from the chain. */
const anySalt = (name: string): ArgumentRule => ({
  name,
  difference: (value) => (value.type === "scvBytes" && value.bytes.value.length === 32 ? null : "not 32 bytes"),
});

const aNewEscrow = (name: string, terms: EscrowTerms): ArgumentRule => ({
  name,
  difference(value) {
    const escrow: xdr.ScVal | undefined = value.type === "scvVec" && value.vec?.length === 1 ? value.vec[0] : undefined;
    return escrow ? newEscrowDifference(escrow, terms) : "not one escrow";
  },
});
