import { address } from "../../escrow/values.ts";
import { trustlessWorkFeeWallet } from "../../stellar/identities.ts";
import { ReleaseBody } from "../schemas.ts";
import { operation } from "./operation.ts";

export const releaseFunds = operation({
  path: "/escrow/single-release/release-funds",
  body: ReleaseBody,
  invoke({ contractId, releaseSigner }, { knownEscrow }) {
    knownEscrow(contractId, "single-release");
    const args = [address(releaseSigner), address(trustlessWorkFeeWallet.publicKey())];
    return { source: releaseSigner, contractId, functionName: "release_funds", args };
  },
});
