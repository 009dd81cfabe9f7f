import { type EscrowTypeName, encodeAnyEscrow } from "../../escrow/any-escrow.ts";
import { address, i128 } from "../../escrow/values.ts";
import { FundBody } from "../schemas.ts";
import { operation, type WriteOperation } from "./operation.ts";

export const fundEscrow = (type: EscrowTypeName): WriteOperation =>
  operation({
    path: `/escrow/${type}/fund-escrow`,
    body: FundBody,
    invoke({ contractId, signer, amount }, { knownEscrow }) {
      // The contract compares this copy with its own: a database behind the chain makes every funding fail.
      const expected = encodeAnyEscrow(knownEscrow(contractId, type));
      return {
        source: signer,
        contractId,
        functionName: "fund_escrow",
        args: [address(signer), expected, i128(amount)],
      };
    },
  });
