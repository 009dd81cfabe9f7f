import { ledgerAccounts } from "../../domain/ledger/accounts.ts";
import { formatStroops } from "../../domain/money.ts";
import { StepFailure } from "../failures.ts";
import type { IntentHandler } from "../stellar/intent-handler.ts";
import { address, i128 } from "../stellar/soroban-values.ts";
import { loadOpenEscrow, requireKnownCode } from "./agreed-escrow.ts";
import { builtStep } from "./built-step.ts";
import type { EscrowDeps } from "./escrow-deps.ts";
import { anAddress, anAmount, exactly } from "./expected-call.ts";
import { toWireAmount } from "./map.ts";

/**
 * Moves the order's amount from the buyer's wallet into its contract. Money that is there already is somebody else's
 * gift.
 */
export const fundEscrowIntent = (deps: EscrowDeps): IntentHandler<"fundEscrow"> => ({
  source: async ({ order }) => (await deps.wallets.active(order.buyerId))[0].publicKey,
  reached: async () => null,
  async build({ order, contractId }) {
    const { parties, terms, escrow } = await loadOpenEscrow(deps, order, contractId);
    await requireKnownCode(deps, contractId);
    const { buyer } = parties;
    const { amountStroops, tokenContractId } = terms;
    await requireUsdc(deps, buyer, amountStroops);
    const transfer = [address(buyer), address(contractId), i128(amountStroops)];
    return builtStep(deps, {
      order,
      expected: {
        source: buyer,
        contractId,
        functionNames: ["fund_escrow"],
        args: [anAddress("signer", buyer), exactly("expected_escrow", escrow.value), anAmount("amount", amountStroops)],
        allows: [{ contractId: tokenContractId, functionName: "transfer", args: transfer }],
      },
      build: () => deps.trustless.fund({ contractId, signer: buyer, amount: toWireAmount(amountStroops) }, terms.type),
      booking: {
        entryKind: "fund",
        accounts: {
          [buyer]: ledgerAccounts.reserved(order.buyerId),
          [contractId]: ledgerAccounts.escrow(order.orderId),
        },
      },
    });
  },
});

/** The ledger has reserved the amount, so a wallet that lacks it means that the books disagree. */
async function requireUsdc({ stellar }: EscrowDeps, buyer: string, amountStroops: bigint): Promise<void> {
  const usdc = (await stellar.account(buyer))?.usdc;
  if (usdc?.authorized && usdc.stroops >= amountStroops) return;
  const has = usdc?.authorized ? formatStroops(usdc.stroops) : "no usable trustline";
  throw new StepFailure("STATE_UNEXPECTED", `${buyer} should hold ${formatStroops(amountStroops)} USDC and has ${has}`);
}
