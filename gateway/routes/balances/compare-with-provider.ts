import { parseStroops, type Stroops } from "../../../domain/money.ts";
import type { GatewayDeps } from "../../deps.ts";
import { balancesOf, type UserBalance } from "../../reads/balances.ts";
import { fiatComparison } from "../../reads/reconciliation.ts";
import { findWallet } from "../../reads/wallets.ts";

export interface Comparison {
  readonly balance: UserBalance;
  /** All that is the user's, whether it can be spent or not. */
  readonly localStroops: Stroops;
  /** What is held for them outside of our books; null where it lies with everybody's, and something is missing there. */
  readonly providerStroops: Stroops | null;
  /** How far the two are apart. */
  readonly differenceStroops: Stroops;
}

/** null while nobody can say. @throws AppError STELLAR_NETWORK_ERROR */
export const compareWithProvider = (deps: GatewayDeps, userId: string): Promise<Comparison | null> =>
  deps.config.airtm ? compareWithAirtm(deps, userId) : compareWithChain(deps, userId);

/** The chain is read first: what arrives in between is then in neither, or in our books too. Without a wallet it is nothing. */
async function compareWithChain({ db, horizon }: GatewayDeps, userId: string): Promise<Comparison> {
  const wallet = await findWallet(db, userId);
  const providerStroops = wallet ? parseStroops((await horizon.balances(wallet.publicKey)).usdc) : 0n;
  const balance = (await balancesOf(db, [userId]))(userId);
  const localStroops = balance.availableStroops + balance.reservedStroops;
  return { balance, localStroops, providerStroops, differenceStroops: distance(localStroops, providerStroops) };
}

/** Users' money lies together at Airtm, so that only all of it can be compared: the newest reconciliation did. */
async function compareWithAirtm({ db }: GatewayDeps, userId: string): Promise<Comparison | null> {
  const compared = await fiatComparison(db);
  if (compared === null) return null;
  const balance = (await balancesOf(db, [userId]))(userId);
  const localStroops = balance.availableStroops + balance.reservedStroops;
  const { differenceStroops } = compared;
  const isWhole = differenceStroops === null;
  return {
    balance,
    localStroops,
    providerStroops: isWhole ? localStroops : null,
    differenceStroops: differenceStroops ?? 0n,
  };
}

const distance = (one: Stroops, other: Stroops): Stroops => (one > other ? one - other : other - one);
