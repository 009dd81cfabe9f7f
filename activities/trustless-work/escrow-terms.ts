import { isMultiRelease, type OrderTerms } from "../../domain/chain/intent.ts";
import { parseOrderAmount } from "../../domain/money.ts";
import type { EscrowRoles } from "../stellar/escrow-on-chain.ts";
import { type ChainSettings, usdcContractId } from "../stellar/settings.ts";
import { toWireAmount, toWirePercent } from "./map.ts";
import type { DeployBody } from "./wire.ts";

/** The addresses of the wallets that have a role in an order's escrow. */
export interface EscrowParties {
  readonly buyer: string;
  readonly seller: string;
  readonly feeReceiver: string;
  readonly disputeResolver: string;
  /** Pays the order's amount into the contract. */
  readonly funder: string;
  /** Is paid by the contract for the seller. */
  readonly receiver: string;
  /** Is paid by the contract for the buyer. */
  readonly refundee: string;
}

/**
 * What the contract of an order must say: asked for, verified before signing and compared with the chain by this
 * alone.
 */
export interface EscrowTerms {
  readonly type: "single-release" | "multi-release";
  readonly engagementId: string;
  readonly title: string;
  readonly description: string;
  readonly roles: EscrowRoles & { readonly receiver: string };
  readonly amountStroops: bigint;
  readonly platformFeeBps: number;
  readonly milestones: readonly MilestoneOfEscrow[];
  readonly tokenContractId: string;
}

export interface MilestoneOfEscrow {
  readonly description: string;
  /** null in a single-release escrow. */
  readonly amountStroops: bigint | null;
}

const TITLE_LENGTH_MAX = 100;
const DESCRIPTION_LENGTH_MAX = 500;

export function escrowTerms(order: OrderTerms, parties: EscrowParties, settings: ChainSettings): EscrowTerms {
  return {
    type: order.escrowType ?? "single-release",
    engagementId: order.orderId,
    title: cut(order.title, TITLE_LENGTH_MAX) || order.orderId,
    description: cut(order.title, DESCRIPTION_LENGTH_MAX) || order.orderId,
    roles: {
      approver: parties.buyer,
      releaseSigner: parties.buyer,
      serviceProvider: parties.seller,
      receiver: parties.receiver,
      platformAddress: parties.feeReceiver,
      disputeResolver: parties.disputeResolver,
    },
    amountStroops: parseOrderAmount(order.amount),
    platformFeeBps: order.platformFeeBps,
    milestones: milestonesOf(order),
    tokenContractId: usdcContractId(settings),
  };
}

/** The contract wants at least one milestone; an order without any has one described by its title. */
function milestonesOf(order: OrderTerms): readonly MilestoneOfEscrow[] {
  const milestones = order.milestones.length > 0 ? order.milestones : [order];
  return milestones.map(({ title, amount }) => ({
    description: cut(title, DESCRIPTION_LENGTH_MAX) || order.orderId,
    amountStroops: isMultiRelease(order) ? parseOrderAmount(amount) : null,
  }));
}

/** By code points, so that no character is cut in two; without outer spaces, because nobody promises to keep those. */
function cut(text: string, lengthMax: number): string {
  return [...text.trim()].slice(0, lengthMax).join("").trim();
}

export function toDeployBody(terms: EscrowTerms, signer: string, { usdc }: ChainSettings): DeployBody {
  const { receiver, ...roles } = terms.roles;
  const common = {
    signer,
    engagementId: terms.engagementId,
    title: terms.title,
    description: terms.description,
    platformFee: toWirePercent(terms.platformFeeBps),
    trustline: { address: usdc.issuer, symbol: usdc.code },
  };
  if (terms.type === "multi-release")
    return { ...common, roles, milestones: terms.milestones.map(toPaidMilestone(receiver)) };
  const milestones = terms.milestones.map(({ description }) => ({ description }));
  return { ...common, roles: terms.roles, amount: toWireAmount(terms.amountStroops), milestones };
}

const toPaidMilestone =
  (receiver: string) =>
  ({ description, amountStroops }: MilestoneOfEscrow) => ({
    description,
    amount: toWireAmount(amountStroops ?? 0n),
    receiver,
  });
