import { parseStroops, type Stroops } from "../../../domain/money.ts";
import type { GatewayDeps } from "../../deps.ts";
import { balancesOf, type UserBalance } from "../../reads/balances.ts";
import { findWallet } from "../../reads/wallets.ts";

export interface Comparison {
  readonly balance: UserBalance;
  /** What the wallet should hold: all that is the user's, whether it can be spent or not. */
  readonly localStroops: Stroops;
  /** What it holds on the chain; nothing while there is no wallet. */
  readonly providerStroops: Stroops;
}

/** The chain is read first: what arrives in between is then in neither, or in our books too. @throws AppError STELLAR_NETWORK_ERROR */
export async function compareWithChain({ db, horizon }: GatewayDeps, userId: string): Promise<Comparison> {
  const wallet = await findWallet(db, userId);
  const providerStroops = wallet ? parseStroops((await horizon.balances(wallet.publicKey)).usdc) : 0n;
  const balance = (await balancesOf(db, [userId]))(userId);
  return { balance, localStroops: balance.availableStroops + balance.reservedStroops, providerStroops };
}

export const distance = (one: Stroops, other: Stroops): Stroops => (one > other ? one - other : other - one);
