import { defineUpdate } from "@temporalio/workflow";
import type { Caller } from "./operating.ts";

export const ACTIVATE_WALLET_WORKFLOW = "activateWallet";
/** The owner is a user id, or "platform/<role>" for the platform's own wallets. */
export const walletWorkflowId = (owner: string): string => `wallet/${owner}`;

export interface ActivateWalletInput {
  readonly owner: string;
  readonly caller: Caller;
}

export interface WalletView {
  readonly walletId: string;
  readonly publicKey: string;
}

/** Answers as soon as the wallet's key exists; its account on the chain follows. */
export const createdUpdate = defineUpdate<WalletView>("created");
