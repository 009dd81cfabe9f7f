import type { xdr } from "@stellar/stellar-sdk";
import type { OrderTerms } from "../../domain/chain/intent.ts";
import { type GrossShares, grossShares, type Ruling } from "../../domain/dispute/ruling.ts";
import { ledgerAccounts } from "../../domain/ledger/accounts.ts";
import { formatStroops } from "../../domain/money.ts";
import { StepFailure } from "../failures.ts";
import type { Booking, IntentHandler } from "../stellar/intent-handler.ts";
import { readAddress, readInteger } from "../stellar/soroban-values.ts";
import { loadAgreedEscrow, requireKnownCode, requireUnpaid } from "./agreed-escrow.ts";
import { builtStep } from "./built-step.ts";
import type { EscrowDeps } from "./escrow-deps.ts";
import type { EscrowParties } from "./escrow-terms.ts";
import { type ArgumentRule, anAddress } from "./expected-call.ts";
import { toWireAmount } from "./map.ts";

/**
 * The frozen contract pays all it holds, as it was decided, with the platform's resolver key. It is built on the balance of
 * this moment: when somebody sends the contract a stroop meanwhile, it fails without effect and is built again. One that is
 * resolved already is not "reached": that money moved in a transaction that is not ours.
 */
export const resolveEscrowIntent = (deps: EscrowDeps): IntentHandler<"resolveEscrow"> => ({
  source: async () => (await deps.wallets.active("platform/dispute-resolver"))[0].publicKey,
  async reached({ order, contractId }) {
    requireUnpaid(await loadAgreedEscrow(deps, order, contractId), contractId);
    return null;
  },
  async build({ order, contractId, ruling }) {
    const agreed = await loadAgreedEscrow(deps, order, contractId);
    if (!agreed.escrow.flags.disputed) throw new StepFailure("STATE_UNEXPECTED", `${contractId} is not frozen`);
    await requireKnownCode(deps, contractId);
    const { parties } = agreed;
    const shares = distribution(parties, await sharesNow(deps, contractId, ruling));
    const { disputeResolver } = parties;
    const { feeAddress } = deps.settings.trustless;
    return builtStep(deps, {
      order,
      expected: {
        source: disputeResolver,
        contractId,
        functionNames: ["resolve_dispute"],
        args: [
          anAddress("dispute_resolver", disputeResolver),
          // the public network's contract knows the fee wallet and is not told
          { ...anAddress("trustless_work_address", feeAddress), optional: true },
          aDistribution("distributions", shares),
        ],
        allows: [],
      },
      build: () =>
        deps.trustless.resolve({
          contractId,
          disputeResolver,
          distributions: shares.map(([address, stroops]) => ({ address, amount: toWireAmount(stroops) })),
        }),
      booking: bookingOf(order, contractId, parties, ruling, feeAddress),
    });
  },
});

type Shares = readonly (readonly [string, bigint])[];

async function sharesNow({ stellar }: EscrowDeps, contractId: string, ruling: Ruling): Promise<GrossShares> {
  const held = await stellar.contractUsdc(contractId);
  try {
    return grossShares(ruling, held);
  } catch (error) {
    const { message } = error as RangeError;
    throw new StepFailure("STATE_UNEXPECTED", `${message}: ${contractId} holds ${formatStroops(held)} USDC`);
  }
}

function distribution({ seller, buyer }: EscrowParties, { sellerStroops, buyerStroops }: GrossShares): Shares {
  const shares: Shares = [
    [seller, sellerStroops],
    [buyer, buyerStroops],
  ];
  return shares.filter(([, stroops]) => stroops > 0n);
}

/** A map of exactly these shares, in whatever order the contract wants its keys. */
const aDistribution = (name: string, shares: Shares): ArgumentRule => ({
  name,
  difference(value) {
    const entries = sharesIn(value);
    if (!entries) return "not a map of amounts";
    if (entries.length !== shares.length) return `${entries.length} shares`;
    const wrong = shares.find(([to, stroops]) => !entries.some(([address, got]) => address === to && got === stroops));
    return wrong ? `no share of ${formatStroops(wrong[1])} for ${wrong[0]}` : null;
  },
});

function sharesIn(value: xdr.ScVal): Shares | null {
  if (value.type !== "scvMap" || value.map === null) return null;
  try {
    return value.map.map(({ key, val }) => [readAddress(key), readInteger(val)] as const);
  } catch {
    return null;
  }
}

const ENTRY_KIND = { FULL_RELEASE: "release", FULL_REFUND: "refund", SPLIT: "split" } as const;

function bookingOf(
  order: OrderTerms,
  contractId: string,
  { buyer, seller, feeReceiver }: EscrowParties,
  { decision }: Ruling,
  feeAddress: string,
): Booking {
  const escrow = ledgerAccounts.escrow(order.orderId);
  return {
    entryKind: ENTRY_KIND[decision],
    empties: escrow,
    accounts: {
      [contractId]: escrow,
      [seller]: ledgerAccounts.available(order.sellerId),
      [buyer]: ledgerAccounts.available(order.buyerId),
      [feeReceiver]: ledgerAccounts.platformFees,
      [feeAddress]: ledgerAccounts.trustlessWorkFees,
    },
  };
}
