import type { OrderTerms } from "../../domain/chain/intent.ts";
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
}

/**
 * What the contract of an order must say: asked for, verified before signing and compared with the chain by this
 * alone.
 */
export interface EscrowTerms {
  readonly engagementId: string;
  readonly title: string;
  readonly description: string;
  readonly roles: EscrowRoles;
  readonly amountStroops: bigint;
  readonly platformFeeBps: number;
  readonly milestones: readonly string[];
  readonly tokenContractId: string;
}

const TITLE_LENGTH_MAX = 100;
const DESCRIPTION_LENGTH_MAX = 500;

export function escrowTerms(order: OrderTerms, parties: EscrowParties, settings: ChainSettings): EscrowTerms {
  return {
    engagementId: order.orderId,
    title: cut(order.title, TITLE_LENGTH_MAX) || order.orderId,
    description: cut(order.title, DESCRIPTION_LENGTH_MAX) || order.orderId,
    roles: {
      approver: parties.buyer,
      releaseSigner: parties.buyer,
      serviceProvider: parties.seller,
      receiver: parties.seller,
      platformAddress: parties.feeReceiver,
      disputeResolver: parties.disputeResolver,
    },
    amountStroops: parseOrderAmount(order.amount),
    platformFeeBps: order.platformFeeBps,
    milestones: milestoneTexts(order),
    tokenContractId: usdcContractId(settings),
  };
}

/** The contract wants at least one milestone; an order without any has one described by its title. */
function milestoneTexts(order: OrderTerms): readonly string[] {
  const titles = order.milestones.length > 0 ? order.milestones.map(({ title }) => title) : [order.title];
  return titles.map((title) => cut(title, DESCRIPTION_LENGTH_MAX) || order.orderId);
}

/** By code points, so that no character is cut in two; without outer spaces, because nobody promises to keep those. */
function cut(text: string, lengthMax: number): string {
  return [...text.trim()].slice(0, lengthMax).join("").trim();
}

export function toDeployBody(terms: EscrowTerms, signer: string, { usdc }: ChainSettings): DeployBody {
  return {
    signer,
    engagementId: terms.engagementId,
    title: terms.title,
    description: terms.description,
    roles: terms.roles,
    amount: toWireAmount(terms.amountStroops),
    platformFee: toWirePercent(terms.platformFeeBps),
    milestones: terms.milestones.map((description) => ({ description })),
    trustline: { address: usdc.issuer, symbol: usdc.code },
  };
}
