import { address } from "../../escrow/values.ts";
import { DisputeBody } from "../schemas.ts";
import { operation } from "./operation.ts";

export const disputeEscrow = operation({
  path: "/escrow/single-release/dispute-escrow",
  body: DisputeBody,
  invoke({ contractId, signer }, { knownEscrow }) {
    knownEscrow(contractId, "single-release");
    return { source: signer, contractId, functionName: "dispute_escrow", args: [address(signer)] };
  },
});
