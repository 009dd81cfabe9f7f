import type { WalletView } from "../../workflows/contracts/wallet.ts";
import type { ActivityDeps } from "../deps.ts";

/** Makes the owner's key, sealed at once; called again it returns the same wallet. */
export const stellarCreateWallet =
  ({ signer }: ActivityDeps) =>
  ({ owner }: { owner: string }): Promise<WalletView> =>
    signer.createWallet(owner);
