import { randomBytes } from "node:crypto";
import { DEPLOY_FUNCTION } from "../../escrow/factory.ts";
import { encodeEscrow } from "../../escrow/single-release/codec.ts";
import type { Escrow } from "../../escrow/single-release/escrow.ts";
import { address, bytes, symbol, vec } from "../../escrow/values.ts";
import { SINGLE_RELEASE_WASM_HASH } from "../../escrow/wasm-hashes.ts";
import { escrowFactoryId } from "../../stellar/identities.ts";
import { DeployBody } from "../schemas.ts";
import { operation } from "./operation.ts";
import { tokenContract } from "./token-contract.ts";

export const deploySingleRelease = operation({
  path: "/deployer/single-release",
  body: DeployBody,
  invoke({ signer, milestones, trustline, amount, platformFee, receiverMemo, ...properties }, { world }) {
    const { generation } = world.settings;
    const escrow: Escrow = {
      ...properties,
      amountStroops: amount,
      platformFeeBps: platformFee,
      milestones: milestones.map(({ description }) => ({
        description,
        status: "pending",
        evidence: "",
        approved: false,
      })),
      flags: { disputed: false, released: false, resolved: false },
      tokenContractId: tokenContract(trustline, world.ledger.networkPassphrase),
      receiverMemo: BigInt(receiverMemo),
    };
    return {
      source: signer,
      contractId: escrowFactoryId,
      functionName: DEPLOY_FUNCTION["single-release"][generation],
      args: [
        address(signer),
        bytes(Buffer.from(SINGLE_RELEASE_WASM_HASH[generation], "hex")),
        bytes(randomBytes(32)),
        symbol("initialize_escrow"),
        vec([encodeEscrow(escrow, generation)]),
        vec([]),
      ],
    };
  },
});
