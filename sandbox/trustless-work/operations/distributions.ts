import { address, addressMap } from "../../escrow/values.ts";
import { trustlessWorkFeeWallet } from "../../stellar/identities.ts";
import { DistributionBody } from "../schemas.ts";
import { operation, type WriteOperation } from "./operation.ts";

/** Resolving and withdrawing ask for the same things. */
const distribution = (path: string, functionName: string): WriteOperation =>
  operation({
    path,
    body: DistributionBody,
    invoke({ contractId, disputeResolver, distributions }, { knownEscrow }) {
      knownEscrow(contractId);
      const split = addressMap(distributions.map((entry) => [entry.address, entry.amount]));
      const args = [address(disputeResolver), address(trustlessWorkFeeWallet.publicKey()), split];
      return { source: disputeResolver, contractId, functionName, args };
    },
  });

export const resolveDispute = distribution("/escrow/single-release/resolve-dispute", "resolve_dispute");
export const withdrawRemainingFunds = distribution(
  "/escrow/single-release/withdraw-remaining-funds",
  "withdraw_remaining_funds",
);
