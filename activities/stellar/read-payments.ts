import type { Horizon } from "@stellar/stellar-sdk";
import { reaching, statusIn } from "./reaching.ts";
import type { ChainSettings } from "./settings.ts";

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
  horizon: Horizon.Server,
  { usdc }: ChainSettings,
  address: string,
): AsyncGenerator<readonly PaymentInHistory[]> {
  let page = await reaching("payments", () => firstPage(horizon, address));
  while (page && page.records.length > 0) {
    yield page.records
      .filter((record) => mentions(record, usdc))
      .map(({ transaction_hash, id }) => ({ txHash: transaction_hash, ledger: Number(BigInt(id) >> LEDGER_SHIFT) }));
    const { next } = page;
    page = await reaching("payments", () => next());
  }
}

/** null when Horizon does not know the account. */
async function firstPage(horizon: Horizon.Server, address: string) {
  try {
    return await horizon.payments().forAccount(address).order("desc").limit(PAGE_MAX).call();
  } catch (error) {
    if (statusIn(error) === 404) return null;
    throw error;
  }
}

/** A payment names its asset; a contract call lists the balances that it changed. */
function mentions(record: object, { code, issuer }: ChainSettings["usdc"]): boolean {
  const { asset_balance_changes: changes = [], ...payment } = record as AssetNamed & {
    asset_balance_changes?: AssetNamed[];
  };
  return [payment, ...changes].some((one) => one.asset_code === code && one.asset_issuer === issuer);
}

interface AssetNamed {
  readonly asset_code?: string;
  readonly asset_issuer?: string;
}
