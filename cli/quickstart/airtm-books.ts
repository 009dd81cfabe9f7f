import type { OfferHubSDK } from "../../sdk/index.ts";
import { type AirtmOrder, ORDER, TOP_UP, WITHDRAWAL } from "./airtm-order.ts";
import { toAmount, toStroops } from "./amounts.ts";
import type { SandboxControl } from "./sandbox-control.ts";

/** What is where before the order: the operator's own money. */
export interface Opening {
  readonly airtm: string;
  readonly treasury: string;
}

export interface AirtmBooks {
  /** Users' balances, as the ledger says them. */
  readonly ledger: { readonly buyer: string; readonly seller: string };
  /** As the sandbox says them, which knows nothing of the ledger. */
  readonly airtm: string;
  readonly chain: { readonly treasury: string; readonly escrow: string };
  readonly fees: string;
  /** In words; none means that everything agrees. */
  readonly differences: readonly string[];
}

export interface AirtmBooksDeps {
  readonly sdk: OfferHubSDK;
  readonly sandbox: SandboxControl;
  readonly opening: Opening;
}

/** Reads all three books: the ledger through the API, Airtm and the chain through the sandbox; and has them reconciled. */
export async function compareAirtmBooks(order: AirtmOrder, deps: AirtmBooksDeps): Promise<AirtmBooks> {
  const { sdk, sandbox, opening } = deps;
  const has = async (userId: string) => toAmount(toStroops((await sdk.balance.get(userId)).available));
  const ledger = { buyer: await has(order.buyerId), seller: await has(order.sellerId) };
  const { balance, escrow } = await sandbox.escrow(order.contractId);
  const chain = {
    treasury: toAmount(toStroops(await sandbox.usdcOf(order.treasuryAddress))),
    escrow: toAmount(toStroops(balance)),
  };
  const airtm = toAmount(toStroops(await sandbox.airtmBalance()));
  const fees = toAmount(await feesOf(sandbox, order, escrow.roles.platformAddress));
  const { openCount } = await sdk.admin.runReconciliation();
  const differences = [
    ...differencesOf(ledger, { airtm, ...chain }, { ...opening, fees }),
    ...(openCount === 0 ? [] : [`reconciliation shows ${openCount} differences: see npx offerhub ledger check`]),
  ];
  return { ledger, airtm, chain, fees, differences };
}

/** Of the transaction in which the contract paid the treasury back: what others got by it. */
async function feesOf(sandbox: SandboxControl, { treasuryAddress, contractId }: AirtmOrder, platform: string) {
  const transactions = await sandbox.transactionsOf(platform);
  const paid = transactions.flatMap(({ transfers }) => transfers).filter(({ from }) => from === contractId);
  const toPlatform = paid.filter(({ to }) => to === platform).reduce((sum, { amount }) => sum + toStroops(amount), 0n);
  const back = (await sandbox.transactionsOf(treasuryAddress))
    .flatMap(({ transfers }) => transfers)
    .filter(({ from, to }) => from === contractId && to === treasuryAddress)
    .reduce((sum, { amount }) => sum + toStroops(amount), 0n);
  const toTrustlessWork = toStroops(ORDER) - back - toPlatform;
  return toPlatform + toTrustlessWork;
}

/** @param opening with the fees that the contract took of the order */
export function differencesOf(
  ledger: AirtmBooks["ledger"],
  held: { readonly airtm: string; readonly treasury: string; readonly escrow: string },
  opening: Opening & { readonly fees: string },
): readonly string[] {
  const net = toStroops(ORDER) - toStroops(opening.fees);
  const expected: readonly (readonly [string, string, bigint])[] = [
    ["the buyer's balance and top-up − order", ledger.buyer, toStroops(TOP_UP) - toStroops(ORDER)],
    ["the seller's balance and order − fees − withdrawal", ledger.seller, net - toStroops(WITHDRAWAL)],
    [
      "Airtm and what was there + top-up − withdrawal",
      held.airtm,
      toStroops(opening.airtm) + toStroops(TOP_UP) - toStroops(WITHDRAWAL),
    ],
    ["the treasury and what was there − fees", held.treasury, toStroops(opening.treasury) - toStroops(opening.fees)],
    ["what is left in escrow and nothing", held.escrow, 0n],
  ];
  return expected.flatMap(([what, one, other]) =>
    one === toAmount(other) ? [] : [`${what} differ: ${one} and ${toAmount(other)}`],
  );
}
