import type { OfferHubSDK } from "../../sdk/index.ts";
import { toAmount, toStroops } from "./amounts.ts";
import { DEPOSIT, type FirstOrder, ORDER, type Party, WITHDRAWAL } from "./first-order.ts";
import type { SandboxControl } from "./sandbox-control.ts";

/** What the ledger and the chain say after the first order, and whether they say the same. */
export interface Books {
  readonly ledger: { readonly buyer: string; readonly seller: string };
  readonly chain: {
    readonly buyer: string;
    readonly seller: string;
    readonly escrow: string;
    readonly outside: string;
  };
  /** As the chain paid them on release. */
  readonly fees: { readonly platform: string; readonly trustlessWork: string };
  /** In words; none means that everything agrees. */
  readonly differences: readonly string[];
}

export interface BooksDeps {
  readonly sdk: OfferHubSDK;
  readonly sandbox: SandboxControl;
  readonly outsideAddress: string;
  readonly trustlessWorkAddress: string;
}

/** Reads both books: the ledger through the API, the chain through the sandbox, which knows nothing of the ledger. */
export async function compareBooks(order: FirstOrder, deps: BooksDeps): Promise<Books> {
  const { sandbox } = deps;
  const escrow = await sandbox.escrow(order.contractId);
  const ledger = { buyer: await inLedger(deps.sdk, order.buyer), seller: await inLedger(deps.sdk, order.seller) };
  const chain = {
    buyer: await onChain(sandbox, order.buyer.address),
    seller: await onChain(sandbox, order.seller.address),
    escrow: toAmount(toStroops(escrow.balance)),
    outside: await onChain(sandbox, deps.outsideAddress),
  };
  const paid = await paidOnRelease(sandbox, order);
  const fees = {
    platform: toAmount(paid(escrow.escrow.roles.platformAddress)),
    trustlessWork: toAmount(paid(deps.trustlessWorkAddress)),
  };
  return { ledger, chain, fees, differences: differencesOf(ledger, chain, fees) };
}

async function inLedger(sdk: OfferHubSDK, { userId }: Party): Promise<string> {
  const { available, reserved } = await sdk.balance.get(userId);
  return toAmount(toStroops(available) + toStroops(reserved));
}

const onChain = async (sandbox: SandboxControl, address: string): Promise<string> =>
  toAmount(toStroops(await sandbox.usdcOf(address)));

async function paidOnRelease(sandbox: SandboxControl, { releaseHash, buyer }: FirstOrder) {
  const transactions = await sandbox.transactionsOf(buyer.address);
  const transfers = transactions.find(({ hash }) => hash === releaseHash)?.transfers ?? [];
  return (address: string): bigint =>
    transfers.filter(({ to }) => to === address).reduce((sum, { amount }) => sum + toStroops(amount), 0n);
}

export function differencesOf(ledger: Books["ledger"], chain: Books["chain"], fees: Books["fees"]): readonly string[] {
  const sellerGot = toStroops(ORDER) - toStroops(fees.platform) - toStroops(fees.trustlessWork);
  const expected: readonly (readonly [string, string, string])[] = [
    ["the buyer's balance and wallet", ledger.buyer, chain.buyer],
    ["the seller's balance and wallet", ledger.seller, chain.seller],
    ["the buyer's balance and deposit − order", ledger.buyer, toAmount(toStroops(DEPOSIT) - toStroops(ORDER))],
    ["the seller's balance and order − fees − withdrawal", ledger.seller, toAmount(sellerGot - toStroops(WITHDRAWAL))],
    ["the seller's outside wallet and the withdrawal", chain.outside, WITHDRAWAL],
    ["what is left in escrow and nothing", chain.escrow, "0.00"],
  ];
  return expected.flatMap(([what, one, other]) => (one === other ? [] : [`${what} differ: ${one} and ${other}`]));
}
