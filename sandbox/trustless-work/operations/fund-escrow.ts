import { encodeEscrow } from "../../escrow/single-release/codec.ts";
import { address, i128 } from "../../escrow/values.ts";
import { FundBody } from "../schemas.ts";
import { operation } from "./operation.ts";

export const fundEscrow = operation({
  path: "/escrow/single-release/fund-escrow",
  body: FundBody,
  invoke({ contractId, signer, amount }, { knownEscrow }) {
    // The contract compares this copy with its own: a database behind the chain makes every funding fail.
    const { escrow, generation } = knownEscrow(contractId);
    const args = [address(signer), encodeEscrow(escrow, generation), i128(amount)];
    return { source: signer, contractId, functionName: "fund_escrow", args };
  },
});
