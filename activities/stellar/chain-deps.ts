import type { Database } from "../../prisma/client.ts";
import type { PaymentProvider } from "../payment-provider.ts";
import type { StellarClient } from "./client.ts";
import type { ChainSettings } from "./settings.ts";

/** What an intent handler needs to know of the world: our wallets, the chain, the settings. */
export interface ChainDeps {
  readonly db: Pick<Database, "sql">;
  readonly stellar: StellarClient;
  readonly settings: ChainSettings;
  readonly provider: PaymentProvider;
}
