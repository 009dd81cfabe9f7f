import { allHandlersFinished, condition, setHandler } from "@temporalio/workflow";
import { signing } from "./activity-options.ts";
import { type ActivateWalletInput, createdUpdate, type WalletView } from "./contracts/wallet.ts";
import { chainStep } from "./steps/chain-step.ts";
import { openPayment } from "./steps/payment-run.ts";

/** Gives an owner a key, then an account with a USDC trustline on the chain, sponsored by the platform. */
export async function activateWallet({ owner, caller }: ActivateWalletInput): Promise<WalletView> {
  const run = openPayment(`wallet of ${owner}`, "CREATED");
  let wallet: WalletView | null = null;
  setHandler(createdUpdate, async () => {
    await condition(() => wallet !== null);
    return wallet as unknown as WalletView;
  });
  const created = await signing.stellarCreateWallet({ owner });
  wallet = created;
  await chainStep(run, {
    name: "activate",
    intent: { kind: "activateWallet", walletId: created.walletId },
    fact: {
      kind: "walletActivated",
      walletId: created.walletId,
      userId: owner.startsWith("usr_") ? owner : null,
      publicKey: created.publicKey,
    },
    caller,
    onRefusal: "park",
  });
  run.show({ state: "ACTIVE", waitingFor: "nothing" });
  await condition(allHandlersFinished);
  return created;
}
