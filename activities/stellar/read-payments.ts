import type { Horizon } from "@stellar/stellar-sdk";
import type { HorizonSource } from "./nodes/horizon-source.ts";
import { readAnswer, statusIn } from "./reaching.ts";
import type { ChainSettings } from "./settings.ts";
import { type PaymentRecord, PaymentRecords } from "./wire.ts";

/** A transaction that moved USDC of an account, as Horizon's history tells it. */
export interface PaymentInHistory {
  readonly txHash: string;
  readonly ledger: number;
}

const PAGE_MAX = 200;
/** An operation's id holds its ledger above this. */
const LEDGER_SHIFT = 32n;

/** Page by page, newest first, to the end of the account's history: whoever asks stops when they have seen enough. */
export async function* readPayments(
  horizon: HorizonSource,
  { usdc }: ChainSettings,
  address: string,
): AsyncGenerator<readonly PaymentInHistory[]> {
  let page = await horizon.ask("payments", (server) => firstPage(server, address));
  while (page) {
    const { records, next } = page;
    const payments = await horizon.ask("payments", async () => paymentsIn(records, usdc));
    if (records.length === 0) return;
    yield payments;
    page = await horizon.ask("payments", () => next());
  }
}

const paymentsIn = (records: unknown, usdc: ChainSettings["usdc"]): PaymentInHistory[] =>
  readAnswer(PaymentRecords, records)
    .filter((record) => mayMove(record, usdc))
    .map(({ transaction_hash, id }) => ({ txHash: transaction_hash, ledger: Number(BigInt(id) >> LEDGER_SHIFT) }));

/** null when Horizon does not know the account. */
async function firstPage(horizon: Horizon.Server, address: string) {
  try {
    return await horizon.payments().forAccount(address).order("desc").limit(PAGE_MAX).call();
  } catch (error) {
    if (statusIn(error) === 404) return null;
    throw error;
  }
}

/** What moves XLM by its nature, and names no asset. */
const OF_XLM = ["create_account", "account_merge"];

/** False of what says that it moved something else, never of what does not say: the node's events say it then. */
function mayMove(record: PaymentRecord, usdc: ChainSettings["usdc"]): boolean {
  const { asset_balance_changes: changes, type } = record;
  if (changes) return changes.some((one) => isMaybe(one, usdc));
  return !OF_XLM.includes(type ?? "") && isMaybe(record, usdc);
}

function isMaybe(
  { asset_type, asset_code, asset_issuer }: Pick<PaymentRecord, "asset_type" | "asset_code" | "asset_issuer">,
  { code, issuer }: ChainSettings["usdc"],
): boolean {
  if (asset_type === "native") return false;
  return (asset_code ?? code) === code && (asset_issuer ?? issuer) === issuer;
}
