import { ledgerAccounts } from "../../domain/ledger/accounts.ts";
import { formatStroops } from "../../domain/money.ts";
import { StepFailure } from "../failures.ts";
import type { IntentHandler } from "../stellar/intent-handler.ts";
import { requireBooked } from "../stellar/require-booked.ts";
import { address, i128 } from "../stellar/soroban-values.ts";
import { loadOpenEscrow, requireKnownCode } from "./agreed-escrow.ts";
import { builtStep } from "./built-step.ts";
import type { EscrowDeps } from "./escrow-deps.ts";
import { anAddress, anAmount, exactly } from "./expected-call.ts";
import { toWireAmount } from "./map.ts";

/**
 * Moves the order's amount from the wallet that holds the buyer's money into its contract. Money that is there already is somebody else's
 * gift.
 */
export const fundEscrowIntent = (deps: EscrowDeps): IntentHandler<"fundEscrow"> => ({
  source: async ({ order }) => (await deps.wallets.active(deps.provider.escrowFunds(order).funder))[0].publicKey,
  reached: async () => null,
  async build({ order, contractId }) {
    const { parties, terms, escrow } = await loadOpenEscrow(deps, order, contractId);
    await requireKnownCode(deps, contractId);
    const { funder } = parties;
    const { amountStroops, tokenContractId } = terms;
    await requireUsdc(deps, funder, amountStroops);
    const transfer = [address(funder), address(contractId), i128(amountStroops)];
    return builtStep(deps, {
      order,
      expected: {
        source: funder,
        contractId,
        functionNames: ["fund_escrow"],
        args: [
          anAddress("signer", funder),
          exactly("expected_escrow", escrow.value),
          anAmount("amount", amountStroops),
        ],
        allows: [{ contractId: tokenContractId, functionName: "transfer", args: transfer }],
      },
      build: () => deps.trustless.fund({ contractId, signer: funder, amount: toWireAmount(amountStroops) }, terms.type),
      booking: deps.provider.bookingOf({
        entryKind: "fund",
        others: { [contractId]: ledgerAccounts.escrow(order.orderId) },
        users: [{ address: funder, account: ledgerAccounts.reserved(order.buyerId), share: "rest" }],
      }),
    });
  },
});

/**
 * The ledger has reserved the amount, so a user's wallet that lacks it means that the books disagree; a treasury may be low.
 */
async function requireUsdc(deps: EscrowDeps, funder: string, amountStroops: bigint): Promise<void> {
  const { stellar, provider } = deps;
  const usdc = (await stellar.account(funder))?.usdc;
  if (usdc?.authorized && usdc.stroops >= amountStroops) return requireBooked(deps, amountStroops);
  const has = usdc?.authorized ? formatStroops(usdc.stroops) : "no usable trustline";
  const problem = usdc?.authorized ? provider.shortOfUsdc : "STATE_UNEXPECTED";
  throw new StepFailure(problem, `${funder} should hold ${formatStroops(amountStroops)} USDC and has ${has}`);
}
