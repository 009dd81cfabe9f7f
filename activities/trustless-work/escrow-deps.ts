import type { ChainDeps } from "../stellar/chain-deps.ts";
import type { WalletBook } from "../stellar/wallet-book.ts";
import type { TrustlessWorkClient } from "./client.ts";

export interface EscrowDeps extends ChainDeps {
  readonly wallets: WalletBook;
  readonly trustless: TrustlessWorkClient;
}
