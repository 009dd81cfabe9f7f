import type { ChainIntent, OrderTerms } from "../../domain/chain/intent.ts";
import { createIntentHandlers } from "../intent-handlers.ts";
import type { IntentHandlers } from "../stellar/intent-handler.ts";
import type { ChainSettings } from "../stellar/settings.ts";
import { anOrder, type ChainScene, chainScene, type SceneOptions } from "./chain-scene.ts";

export type EscrowStep =
  | "fundEscrow"
  | "completeMilestone"
  | "approveMilestone"
  | "releaseEscrow"
  | "freezeEscrow"
  | "resolveEscrow";

/** What leads a fresh contract to each step. */
const WAYS: Readonly<Record<EscrowStep, readonly EscrowStep[]>> = {
  fundEscrow: [],
  completeMilestone: ["fundEscrow"],
  approveMilestone: ["fundEscrow", "completeMilestone"],
  releaseEscrow: ["fundEscrow", "completeMilestone", "approveMilestone"],
  freezeEscrow: ["fundEscrow"],
  resolveEscrow: ["fundEscrow", "freezeEscrow"],
};

export interface Party {
  readonly userId: OrderTerms["buyerId"];
  readonly address: string;
}

/** An order whose contract stands right before a step. */
export interface PreparedOrder {
  readonly order: OrderTerms;
  readonly contractId: string;
  readonly intent: ChainIntent;
  /** The intent of another step of the same order. */
  next(step: EscrowStep): ChainIntent;
}

export interface EscrowScene {
  readonly chain: ChainScene;
  readonly buyer: Party;
  readonly seller: Party;
  before(step: EscrowStep, changes?: Partial<OrderTerms>): Promise<PreparedOrder>;
  deployed(order: OrderTerms): Promise<string>;
  /** Orders a fault of the provider, for paths that end like this. */
  fault(path: string, fault: object): Promise<unknown>;
  withSettings(changes: Partial<ChainSettings>): IntentHandlers;
}

/** A buyer with 5,000 USDC and a seller with none. */
export async function escrowScene(options: SceneOptions = {}): Promise<EscrowScene> {
  const chain = await chainScene(options);
  const [buyer, seller] = [await chain.user("5000.00"), await chain.user()];
  const deployed = async (order: OrderTerms) => {
    const { contractId } = await chain.apply({ kind: "deployEscrow", order });
    if (!contractId) throw new Error("the deployment created no contract");
    return contractId;
  };
  return {
    chain,
    buyer,
    seller,
    deployed,
    async before(step, changes = {}) {
      const order = anOrder(buyer.userId, seller.userId, changes);
      const contractId = await deployed(order);
      const next = (kind: EscrowStep) => intentOf(kind, order, contractId);
      for (const earlier of WAYS[step]) await chain.apply(next(earlier));
      return { order, contractId, intent: next(step), next };
    },
    fault: (path, fault) => chain.control("POST", "/faults", { party: "trustless-work", match: { path }, ...fault }),
    withSettings: (changes) => createIntentHandlers({ ...chain, settings: { ...chain.settings, ...changes } }),
  };
}

/** A contract is frozen by its buyer, and resolved as a full refund. */
function intentOf(kind: EscrowStep, order: OrderTerms, contractId: string): ChainIntent {
  const base = { order, contractId };
  switch (kind) {
    case "completeMilestone":
    case "approveMilestone":
      return { kind, ...base, milestoneIndex: 0 };
    case "freezeEscrow":
      return { kind, ...base, by: "BUYER" };
    case "resolveEscrow":
      return { kind, ...base, ruling: { decision: "FULL_REFUND" } };
    default:
      return { kind, ...base };
  }
}
