import type { Database } from "../../prisma/client.ts";
import { StepFailure } from "../failures.ts";
import { type OwnedWallet, requireActive, type WalletOwner, walletsOf } from "./wallets.ts";

/** Finds active wallets by owner. */
export interface WalletBook {
  /** In the order of the owners. @throws StepFailure WALLET_NOT_READY when one is missing or not active */
  active<Owners extends readonly WalletOwner[]>(...owners: Owners): Promise<{ [Index in keyof Owners]: OwnedWallet }>;
}

const REMEMBERED_MAX = 10_000;

/** An owner has one key for ever and an active wallet stays active, so a wallet seen once is not asked for again. */
export function createWalletBook(db: Pick<Database, "sql">): WalletBook {
  const known = new Map<WalletOwner, OwnedWallet>();
  const remember = (wallet: OwnedWallet) => {
    if (known.size >= REMEMBERED_MAX) known.clear();
    known.set(wallet.owner, wallet);
  };
  return {
    async active(...owners) {
      const unknown = owners.filter((owner) => !known.has(owner));
      const found = unknown.length > 0 ? await walletsOf(db, unknown) : [];
      const wallets = owners.map((owner) => known.get(owner) ?? pick(found, owner));
      for (const wallet of wallets) remember(wallet);
      return wallets as { [Index in keyof typeof owners]: OwnedWallet }; // one per owner, in their order
    },
  };
}

function pick(found: readonly OwnedWallet[], owner: WalletOwner): OwnedWallet {
  const wallet = found.find((candidate) => candidate.owner === owner);
  if (!wallet) throw new StepFailure("WALLET_NOT_READY", `the wallet of ${owner} does not exist yet`);
  return requireActive(wallet);
}
