import { activateWalletIntent } from "./stellar/activate-wallet-intent.ts";
import type { ChainDeps } from "./stellar/chain-deps.ts";
import type { IntentHandlers } from "./stellar/intent-handler.ts";
import { payOutIntent } from "./stellar/pay-out-intent.ts";
import { payOutPlatformIntent } from "./stellar/pay-out-platform-intent.ts";
import { refillWalletsIntent } from "./stellar/refill-wallets-intent.ts";
import { createWalletBook } from "./stellar/wallet-book.ts";
import { approveMilestoneIntent } from "./trustless-work/approve-milestone-intent.ts";
import type { TrustlessWorkClient } from "./trustless-work/client.ts";
import { completeMilestoneIntent } from "./trustless-work/complete-milestone-intent.ts";
import { deployEscrowIntent } from "./trustless-work/deploy-escrow-intent.ts";
import { freezeEscrowIntent } from "./trustless-work/freeze-escrow-intent.ts";
import { fundEscrowIntent } from "./trustless-work/fund-escrow-intent.ts";
import { releaseEscrowIntent } from "./trustless-work/release-escrow-intent.ts";
import { resolveEscrowIntent } from "./trustless-work/resolve-escrow-intent.ts";
import { withdrawRestIntent } from "./trustless-work/withdraw-rest-intent.ts";

export interface IntentHandlerDeps extends ChainDeps {
  readonly trustless: TrustlessWorkClient;
}

/** How each kind of intent becomes a transaction. */
export function createIntentHandlers(deps: IntentHandlerDeps): IntentHandlers {
  const escrowDeps = { ...deps, wallets: createWalletBook(deps.db) };
  return {
    activateWallet: activateWalletIntent(deps),
    deployEscrow: deployEscrowIntent(escrowDeps),
    fundEscrow: fundEscrowIntent(escrowDeps),
    completeMilestone: completeMilestoneIntent(escrowDeps),
    approveMilestone: approveMilestoneIntent(escrowDeps),
    releaseEscrow: releaseEscrowIntent(escrowDeps),
    freezeEscrow: freezeEscrowIntent(escrowDeps),
    resolveEscrow: resolveEscrowIntent(escrowDeps),
    withdrawRest: withdrawRestIntent(escrowDeps),
    payOut: payOutIntent(deps),
    refillWallets: refillWalletsIntent(deps),
    payOutPlatform: payOutPlatformIntent(deps),
  };
}
