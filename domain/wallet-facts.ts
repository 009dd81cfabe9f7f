import type { Step } from "./step.ts";

/** A wallet's account and trustline are on the chain. The platform's own wallets have no user. */
export interface WalletFact {
  readonly kind: "walletActivated";
  readonly walletId: string;
  readonly userId: string | null;
  readonly publicKey: string;
}

export function walletStep(fact: WalletFact): Step {
  const payload = {
    userId: fact.userId,
    publicKey: fact.publicKey,
    provider: "STELLAR",
    funded: true,
    trustlineReady: true,
  };
  const event = {
    type: "wallet.created",
    aggregateType: "Wallet",
    aggregateId: fact.walletId,
    userId: fact.userId,
    payload,
  };
  return {
    moves: [{ noun: "wallet", id: fact.walletId, from: ["CREATED"], to: "ACTIVE" }],
    events: fact.userId ? [event] : [],
  };
}
