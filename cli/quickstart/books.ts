import type { OfferHubSDK } from "../../sdk/index.ts";
import { toAmount, toStroops } from "./amounts.ts";
import { DISPUTED_ORDER, type DisputedOrder, TO_BUYER, TO_SELLER } from "./disputed-order.ts";
import { DEPOSIT, type FirstOrder, ORDER, type Party, WITHDRAWAL } from "./first-order.ts";
import type { SandboxControl } from "./sandbox-control.ts";

/** What the ledger and the chain say after both orders, and whether they say the same. */
export interface Books {
  readonly ledger: { readonly buyer: string; readonly seller: string };
  readonly chain: {
    readonly buyer: string;
    readonly seller: string;
    readonly escrow: string;
    readonly outside: string;
  };
  /** As the chain paid them. */
  readonly fees: Fees;
  /** In words; none means that everything agrees. */
  readonly differences: readonly string[];
}

export interface Fees {
  readonly platform: string;
  readonly trustlessWork: string;
}

export interface BooksDeps {
  readonly sdk: OfferHubSDK;
  readonly sandbox: SandboxControl;
  readonly outsideAddress: string;
  readonly trustlessWorkAddress: string;
}

/** Reads both books: the ledger through the API, the chain through the sandbox, which knows nothing of the ledger. */
export async function compareBooks(order: FirstOrder, disputed: DisputedOrder, deps: BooksDeps): Promise<Books> {
  const { sandbox } = deps;
  const [escrow, split] = await Promise.all([sandbox.escrow(order.contractId), sandbox.escrow(disputed.contractId)]);
  const ledger = { buyer: await inLedger(deps.sdk, order.buyer), seller: await inLedger(deps.sdk, order.seller) };
  const chain = {
    buyer: await onChain(sandbox, order.buyer.address),
    seller: await onChain(sandbox, order.seller.address),
    escrow: toAmount(toStroops(escrow.balance) + toStroops(split.balance)),
    outside: await onChain(sandbox, deps.outsideAddress),
  };
  const feesOf = async (hash: string): Promise<Fees> => {
    const paid = await paidBy(sandbox, order.seller, hash);
    const { platformAddress } = escrow.escrow.roles;
    return { platform: toAmount(paid(platformAddress)), trustlessWork: toAmount(paid(deps.trustlessWorkAddress)) };
  };
  const [release, ruling] = await Promise.all([order.releaseHash, disputed.rulingHash].map(feesOf));
  if (!release || !ruling) throw new Error("two transactions paid fees");
  const fees = {
    platform: sumOf(release.platform, ruling.platform),
    trustlessWork: sumOf(release.trustlessWork, ruling.trustlessWork),
  };
  return { ledger, chain, fees, differences: differencesOf(ledger, chain, { release, ruling }) };
}

const sumOf = (...amounts: readonly string[]): string =>
  toAmount(amounts.map(toStroops).reduce((sum, stroops) => sum + stroops, 0n));

async function inLedger(sdk: OfferHubSDK, { userId }: Party): Promise<string> {
  const { available, reserved } = await sdk.balance.get(userId);
  return toAmount(toStroops(available) + toStroops(reserved));
}

const onChain = async (sandbox: SandboxControl, address: string): Promise<string> =>
  toAmount(toStroops(await sandbox.usdcOf(address)));

/** What each address got by the transaction that paid the seller. */
async function paidBy(sandbox: SandboxControl, { address: seller }: Party, paidHash: string) {
  const transactions = await sandbox.transactionsOf(seller);
  const transfers = transactions.find(({ hash }) => hash === paidHash)?.transfers ?? [];
  return (address: string): bigint =>
    transfers.filter(({ to }) => to === address).reduce((sum, { amount }) => sum + toStroops(amount), 0n);
}

/** @param fees as the chain paid them for each order; of the second, each party bears those of its share */
export function differencesOf(
  ledger: Books["ledger"],
  chain: Books["chain"],
  { release, ruling }: { readonly release: Fees; readonly ruling: Fees },
): readonly string[] {
  const total = ({ platform, trustlessWork }: Fees) => toStroops(platform) + toStroops(trustlessWork);
  const netOf = (share: string) => toStroops(share) - (total(ruling) * toStroops(share)) / toStroops(DISPUTED_ORDER);
  const buyerHas = toStroops(DEPOSIT) - toStroops(ORDER) - toStroops(DISPUTED_ORDER) + netOf(TO_BUYER);
  const sellerHas = toStroops(ORDER) - total(release) - toStroops(WITHDRAWAL) + netOf(TO_SELLER);
  const expected: readonly (readonly [string, string, string])[] = [
    ["the buyer's balance and wallet", ledger.buyer, chain.buyer],
    ["the seller's balance and wallet", ledger.seller, chain.seller],
    ["the buyer's balance and deposit − orders + share − its fees", ledger.buyer, toAmount(buyerHas)],
    ["the seller's balance and order + share − fees − withdrawal", ledger.seller, toAmount(sellerHas)],
    ["the seller's outside wallet and the withdrawal", chain.outside, WITHDRAWAL],
    ["what is left in escrow and nothing", chain.escrow, "0.00"],
  ];
  return expected.flatMap(([what, one, other]) => (one === other ? [] : [`${what} differ: ${one} and ${other}`]));
}
