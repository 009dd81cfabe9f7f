import type { xdr } from "@stellar/stellar-sdk";
import type { z } from "zod";
import type { EscrowTypeName } from "../../escrow/any-escrow.ts";
import { address, addressMap } from "../../escrow/values.ts";
import { trustlessWorkFeeWallet } from "../../stellar/identities.ts";
import { DistributionBody, MilestoneDistributionBody } from "../schemas.ts";
import { shortIndexValue } from "./milestone-index-value.ts";
import { operation, type WriteOperation } from "./operation.ts";

/** Resolving an escrow and withdrawing ask for the same things. */
const distribution = (type: EscrowTypeName, route: string, functionName: string): WriteOperation =>
  operation({
    path: `/escrow/${type}/${route}`,
    body: DistributionBody,
    invoke(body, { knownEscrow }) {
      const { contractId, disputeResolver } = body;
      knownEscrow(contractId, type);
      const args = [address(disputeResolver), ...feeWalletAndShares(body)];
      return { source: disputeResolver, contractId, functionName, args };
    },
  });

export const resolveDispute = distribution("single-release", "resolve-dispute", "resolve_dispute");

export const withdrawRemainingFunds = (type: EscrowTypeName): WriteOperation =>
  distribution(type, "withdraw-remaining-funds", "withdraw_remaining_funds");

export const resolveMilestoneDispute = operation({
  path: "/escrow/multi-release/resolve-milestone-dispute",
  body: MilestoneDistributionBody,
  invoke(body, { knownEscrow }) {
    const { contractId, disputeResolver, milestoneIndex } = body;
    knownEscrow(contractId, "multi-release");
    const args = [address(disputeResolver), shortIndexValue(milestoneIndex), ...feeWalletAndShares(body)];
    return { source: disputeResolver, contractId, functionName: "resolve_milestone_dispute", args };
  },
});

const feeWalletAndShares = ({ distributions }: z.output<typeof DistributionBody>): readonly xdr.ScVal[] => [
  address(trustlessWorkFeeWallet.publicKey()),
  addressMap(distributions.map((entry) => [entry.address, entry.amount])),
];
