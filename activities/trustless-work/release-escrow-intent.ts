import type { OrderTerms } from "../../domain/chain/intent.ts";
import { ledgerAccounts } from "../../domain/ledger/accounts.ts";
import { formatStroops } from "../../domain/money.ts";
import { StepFailure } from "../failures.ts";
import type { Booking, IntentHandler } from "../stellar/intent-handler.ts";
import { type AgreedEscrow, loadOpenEscrow, requireKnownCode } from "./agreed-escrow.ts";
import { builtStep } from "./built-step.ts";
import type { EscrowDeps } from "./escrow-deps.ts";
import type { EscrowParties } from "./escrow-terms.ts";
import { anAddress } from "./expected-call.ts";

/**
 * The contract pays the seller and the fees. One that is released already is not "reached": the money moved in a
 * transaction that is not ours, and a person must say how it is booked.
 */
export const releaseEscrowIntent = (deps: EscrowDeps): IntentHandler<"releaseEscrow"> => ({
  source: async ({ order }) => (await deps.wallets.active(order.buyerId))[0].publicKey,
  async reached({ order, contractId }) {
    await loadOpenEscrow(deps, order, contractId);
    return null;
  },
  async build({ order, contractId }) {
    const agreed = await loadOpenEscrow(deps, order, contractId);
    await requireKnownCode(deps, contractId);
    await requireReleasable(deps, agreed, contractId);
    const { feeAddress } = deps.settings.trustless;
    const { buyer } = agreed.parties;
    return builtStep(deps, {
      order,
      expected: {
        source: buyer,
        contractId,
        functionNames: ["release_funds"],
        // the public network's contract knows the fee wallet and is not told
        args: [
          anAddress("release_signer", buyer),
          { ...anAddress("trustless_work_address", feeAddress), optional: true },
        ],
        allows: [],
      },
      build: () => deps.trustless.release({ contractId, releaseSigner: buyer }),
      booking: bookingOf(order, contractId, agreed.parties, feeAddress),
    });
  },
});

async function requireReleasable({ stellar }: EscrowDeps, agreed: AgreedEscrow, contractId: string): Promise<void> {
  const open = agreed.escrow.milestones.findIndex(({ approved }) => !approved);
  if (open >= 0) throw new StepFailure("STATE_UNEXPECTED", `milestone ${open} of ${contractId} is not approved`);
  const held = await stellar.contractUsdc(contractId);
  if (held >= agreed.terms.amountStroops) return;
  throw new StepFailure(
    "STATE_UNEXPECTED",
    `${contractId} holds ${formatStroops(held)} USDC, less than the order's amount`,
  );
}

function bookingOf(order: OrderTerms, contractId: string, parties: EscrowParties, feeAddress: string): Booking {
  return {
    entryKind: "release",
    accounts: {
      [contractId]: ledgerAccounts.escrow(order.orderId),
      [parties.seller]: ledgerAccounts.available(order.sellerId),
      [parties.feeReceiver]: ledgerAccounts.platformFees,
      [feeAddress]: ledgerAccounts.trustlessWorkFees,
    },
  };
}
