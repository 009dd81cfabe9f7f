import type { EscrowOnChain } from "../stellar/escrow-on-chain.ts";
import type { EscrowTerms } from "./escrow-terms.ts";

const ROLES = ["approver", "serviceProvider", "platformAddress", "releaseSigner", "disputeResolver"] as const;

/**
 * Names the first field in which an escrow differs from what was agreed; null when none does. State is not compared.
 */
export function escrowDifference(escrow: EscrowOnChain, terms: EscrowTerms): string | null {
  if (escrow.type !== terms.type) return "type";
  if (escrow.engagementId !== terms.engagementId) return "engagementId";
  if (escrow.title !== terms.title) return "title";
  if (escrow.description !== terms.description) return "description";
  const role = ROLES.find((name) => escrow.roles[name] !== terms.roles[name]);
  if (role) return `roles.${role}`;
  const { receiver } = terms.roles;
  if (escrow.roles.receiver !== null && escrow.roles.receiver !== receiver) return "roles.receiver";
  if (escrow.amountStroops !== terms.amountStroops) return "amount";
  if (escrow.platformFeeBps !== terms.platformFeeBps) return "platformFee";
  if (escrow.tokenContractId !== terms.tokenContractId) return "trustline";
  if (escrow.receiverMemo !== 0n) return "receiverMemo";
  if (escrow.milestones.length !== terms.milestones.length) return "milestones";
  for (const [index, milestone] of escrow.milestones.entries()) {
    const agreed = terms.milestones[index];
    if (milestone.description !== agreed?.description) return `milestones[${index}].description`;
    if (milestone.amountStroops !== agreed.amountStroops) return `milestones[${index}].amount`;
    const paid = milestone.receiver ?? escrow.roles.receiver;
    if (paid !== receiver) return `milestones[${index}].receiver`;
  }
  return null;
}
