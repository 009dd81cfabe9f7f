import { StepFailure } from "../failures.ts";
import type { IntentHandler } from "../stellar/intent-handler.ts";
import { reachedReceipt } from "../stellar/reached-receipt.ts";
import { loadAgreedEscrow, requireKnownCode, requireUnpaid } from "./agreed-escrow.ts";
import { builtStep } from "./built-step.ts";
import type { EscrowDeps } from "./escrow-deps.ts";
import { anAddress } from "./expected-call.ts";

/** A party disputes the contract: from then on it pays only as the resolver decides. */
export const freezeEscrowIntent = (deps: EscrowDeps): IntentHandler<"freezeEscrow"> => ({
  source: async ({ order, by }) =>
    (await deps.wallets.active(by === "BUYER" ? order.buyerId : order.sellerId))[0].publicKey,
  async reached({ order, contractId }) {
    const agreed = await loadAgreedEscrow(deps, order, contractId);
    requireUnpaid(agreed, contractId);
    return agreed.escrow.flags.disputed ? reachedReceipt(deps.stellar) : null;
  },
  async build({ order, contractId, by }) {
    const { parties } = await loadAgreedEscrow(deps, order, contractId);
    await requireKnownCode(deps, contractId);
    await requireMoney(deps, contractId);
    const signer = by === "BUYER" ? parties.buyer : parties.seller;
    return builtStep(deps, {
      order,
      expected: {
        source: signer,
        contractId,
        functionNames: ["dispute_escrow"],
        args: [anAddress("signer", signer)],
        allows: [],
      },
      build: () => deps.trustless.dispute({ contractId, signer }),
      booking: null,
    });
  },
});

/** A frozen contract without money could never be resolved. */
async function requireMoney({ stellar }: EscrowDeps, contractId: string): Promise<void> {
  if ((await stellar.contractUsdc(contractId)) > 0n) return;
  throw new StepFailure("STATE_UNEXPECTED", `${contractId} holds nothing that could be disputed`);
}
