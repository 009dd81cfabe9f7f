import { ApplicationFailure, CancellationScope, condition, setHandler } from "@temporalio/workflow";
import { sealing } from "./activity-options.ts";
import { type ActivateWalletInput, createdUpdate, type WalletView } from "./contracts/wallet.ts";
import { chainStep } from "./steps/chain-step.ts";
import { openPayment, type PaymentRun } from "./steps/payment-run.ts";
import { StepRefused } from "./steps/step-failure.ts";
import { toTheEnd } from "./steps/to-the-end.ts";

/** Gives an owner a key, then an account with a USDC trustline on the chain, sponsored by the platform. */
export async function activateWallet(input: ActivateWalletInput): Promise<WalletView> {
  const run = openPayment(`wallet of ${input.owner}`, "CREATED");
  const created = { wallet: null as WalletView | null };
  setHandler(createdUpdate, () => theWallet(created));
  return toTheEnd(async () => {
    const wallet = await sealing.stellarCreateWallet({ owner: input.owner });
    created.wallet = wallet;
    await activate(run, input, wallet).catch(endUnactivated);
    run.show({ state: "ACTIVE", waitingFor: "nothing" });
    return wallet;
  });
}

/** Answers as soon as there is a key; the account on the chain follows. */
async function theWallet(created: { readonly wallet: WalletView | null }): Promise<WalletView> {
  await CancellationScope.nonCancellable(() => condition(() => created.wallet !== null));
  if (!created.wallet) throw new RangeError("the condition above holds");
  return created.wallet;
}

/** An operator gave it up with nothing in flight: the run fails with that reason, and another one may be started. */
function endUnactivated(error: unknown): never {
  if (!(error instanceof StepRefused)) throw error;
  throw ApplicationFailure.nonRetryable(error.message, error.problem);
}

async function activate(run: PaymentRun, { owner, caller }: ActivateWalletInput, wallet: WalletView): Promise<void> {
  const { walletId, publicKey } = wallet;
  const userId = owner.startsWith("usr_") ? owner : null;
  await chainStep(run, {
    name: "activate",
    intent: { kind: "activateWallet", walletId },
    fact: { kind: "walletActivated", walletId, userId, publicKey },
    caller,
    onRefusal: "park",
  });
}
