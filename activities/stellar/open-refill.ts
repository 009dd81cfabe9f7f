import { randomBytes } from "node:crypto";
import type { RefillTerms } from "../../domain/chain/intent.ts";
import { ID_ENTROPY_BYTES, mintId } from "../../domain/ids.ts";
import { parseStroops, type Stroops } from "../../domain/money.ts";
import type { ActivityDeps } from "../deps.ts";
import {
  forgetRequests,
  insertRefill,
  openRefill,
  requestedWallets,
  type WalletToLookAt,
  walletsAfter,
} from "../storage/refills.ts";
import type { RefillSettings } from "./settings.ts";

export interface OpenRefill {
  /** Looks at every wallet, not only at those that could not pay for a step. */
  readonly isSweep: boolean;
}

/** Of one transaction; a Stellar transaction holds 100 operations. */
const WALLETS_MAX = 50;
const PAGE_SIZE = 200;

/** The refill that is under way, or a new one for the wallets that are short of XLM; null when none is. */
export const stellarOpenRefill =
  (deps: ActivityDeps) =>
  async ({ isSweep }: OpenRefill): Promise<RefillTerms | null> => {
    const { refill: settings } = deps.settings;
    const underWay = await openRefill(deps.db);
    if (underWay || settings === null) return underWay;
    const requested = await requestedWallets(deps.db, WALLETS_MAX);
    // one that was refilled can pay for any transaction; a request that is older than its refill is no reason for another
    const short = await shortOf(deps, requested, parseStroops(settings.xlm));
    const low = isSweep ? await lowWallets(deps, settings, WALLETS_MAX - short.length) : [];
    const refill = await open(deps, [...new Set([...short, ...low])], settings);
    await forgetRequests(
      deps.db,
      requested.map(({ walletId }) => walletId),
    );
    return refill;
  };

async function open(deps: ActivityDeps, addresses: readonly string[], { xlm }: RefillSettings) {
  if (addresses.length === 0) return null;
  const refill = { refillId: mintId("refill", randomBytes(ID_ENTROPY_BYTES)), addresses, xlm };
  return (await insertRefill(deps.db, refill)) ? refill : openRefill(deps.db);
}

async function lowWallets(deps: ActivityDeps, { belowXlm }: RefillSettings, limit: number): Promise<string[]> {
  const low: string[] = [];
  let page = await walletsAfter(deps.db, "", PAGE_SIZE);
  while (page.length > 0 && low.length < limit) {
    low.push(...(await shortOf(deps, page, parseStroops(belowXlm))));
    page = await walletsAfter(deps.db, page.at(-1)?.walletId ?? "", PAGE_SIZE);
  }
  return low.slice(0, Math.max(limit, 0));
}

async function shortOf(
  { stellar }: ActivityDeps,
  wallets: readonly WalletToLookAt[],
  belowStroops: Stroops,
): Promise<string[]> {
  const addresses = wallets.map(({ address }) => address);
  const spendable = await stellar.spendableXlm(addresses);
  return addresses.filter((address) => {
    const stroops = spendable.get(address);
    return stroops !== undefined && stroops < belowStroops;
  });
}
