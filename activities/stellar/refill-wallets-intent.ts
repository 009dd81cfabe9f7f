import { Asset, Operation } from "@stellar/stellar-sdk";
import { parseStroops } from "../../domain/money.ts";
import { buildTransaction } from "./build-transaction.ts";
import type { ChainDeps } from "./chain-deps.ts";
import type { IntentHandler } from "./intent-handler.ts";
import { platformWallet } from "./wallets.ts";

/** Sends XLM from the sponsor to wallets that are short of it. Two equal refills are two effects, so it is never "reached". */
export const refillWalletsIntent = (deps: ChainDeps): IntentHandler<"refillWallets"> => ({
  source: async () => (await platformWallet(deps.db, "sponsor")).publicKey,
  reached: async () => null,
  async build({ refill: { addresses, xlm } }) {
    const { publicKey } = await platformWallet(deps.db, "sponsor");
    const pay = (destination: string) => Operation.payment({ destination, asset: Asset.native(), amount: xlm });
    const transaction = await buildTransaction(deps, { source: publicKey, operations: addresses.map(pay) });
    const spentXlmStroops = parseStroops(xlm) * BigInt(addresses.length);
    return { transaction, signers: [publicKey], sendThrough: "stellar", spentXlmStroops, booking: null };
  },
});
