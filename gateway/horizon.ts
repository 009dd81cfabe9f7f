import { AppError } from "../domain/errors.ts";

const DEADLINE_MS = 8_000;

export interface AccountBalances {
  /** Seven decimals. */
  readonly usdc: string;
  readonly xlm: string;
}

export interface AccountHoldings {
  readonly isOnChain: boolean;
  readonly xlm: string;
  /** null without a trustline. */
  readonly usdc: string | null;
}

/** An operation of an account as Horizon tells it: the fields we show. */
export interface AccountOperation {
  readonly id: string;
  readonly type: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly amount: string | null;
  readonly asset: string | null;
  readonly createdAt: string;
  readonly hash: string;
  readonly successful: boolean;
}

export type Horizon = ReturnType<typeof createHorizon>;
type Json = Readonly<Record<string, unknown>>;

/** The few reads of the Stellar network that the gateway shows; every money decision is taken elsewhere. */
export function createHorizon(url: string, usdc: { readonly code: string; readonly issuer: string }) {
  const get = async (path: string): Promise<Json | null> => {
    try {
      const response = await fetch(`${url}${path}`, { signal: AbortSignal.timeout(DEADLINE_MS) });
      if (response.status === 404) return null;
      if (!response.ok) throw new Error(`Horizon answered ${response.status}`);
      return (await response.json()) as Json;
    } catch (cause) {
      throw Object.assign(new AppError("STELLAR_NETWORK_ERROR", { provider: "stellar" }), { cause });
    }
  };
  const isUsdc = (balance: Json) => balance.asset_code === usdc.code && balance.asset_issuer === usdc.issuer;

  return {
    /** What an account has, and whether it can have USDC. @throws AppError STELLAR_NETWORK_ERROR */
    holdings: async (address: string): Promise<AccountHoldings> => {
      const account = await get(`/accounts/${address}`);
      const lines = recordsOf(account?.balances);
      return {
        isOnChain: account !== null,
        xlm: textOf(lines.find((line) => line.asset_type === "native")?.balance) ?? "0.0000000",
        usdc: textOf(lines.find(isUsdc)?.balance),
      };
    },

    /** Zeros for an account that is not on the chain yet. @throws AppError STELLAR_NETWORK_ERROR */
    balances: async (address: string): Promise<AccountBalances> => {
      const account = await get(`/accounts/${address}`);
      const lines = recordsOf(account?.balances);
      const amountOf = (line: Json | undefined) => textOf(line?.balance) ?? "0.0000000";
      return {
        usdc: amountOf(lines.find(isUsdc)),
        xlm: amountOf(lines.find((line) => line.asset_type === "native")),
      };
    },

    /** Newest first. @throws AppError STELLAR_NETWORK_ERROR */
    operations: async (address: string, limit: number): Promise<readonly AccountOperation[]> => {
      const page = await get(`/accounts/${address}/operations?order=desc&limit=${limit}&include_failed=true`);
      const embedded = page?._embedded as Json | undefined;
      return recordsOf(embedded?.records).map((record) => toOperation(record, address));
    },

    /** True when a ledger holds this transaction and applied it. @throws AppError STELLAR_NETWORK_ERROR */
    isApplied: async (hash: string): Promise<boolean> => (await get(`/transactions/${hash}`))?.successful === true,

    /** @throws AppError STELLAR_NETWORK_ERROR */
    ping: async (): Promise<void> => {
      await get("/");
    },
  };
}

function toOperation(record: Json, address: string): AccountOperation {
  // A contract call moves tokens without being a payment: the movement that concerns this account is shown.
  const movements = recordsOf(record.asset_balance_changes);
  const moved = movements.find((change) => change.from === address || change.to === address);
  const shown = moved ?? record;
  return {
    id: textOf(record.id) ?? "",
    type: textOf(record.type) ?? "unknown",
    from: textOf(shown.from) ?? textOf(record.funder) ?? textOf(record.source_account),
    to: textOf(shown.to) ?? textOf(record.account) ?? textOf(record.trustor),
    amount: textOf(shown.amount) ?? textOf(record.starting_balance),
    asset: assetOf(shown, record),
    createdAt: new Date(textOf(record.created_at) ?? 0).toISOString(),
    hash: textOf(record.transaction_hash) ?? "",
    successful: record.transaction_successful !== false,
  };
}

function assetOf(shown: Json, record: Json): string | null {
  if (shown.asset_type === "native" || record.type === "create_account") return "XLM";
  const code = textOf(shown.asset_code);
  return code === null ? null : `${code}:${textOf(shown.asset_issuer) ?? ""}`;
}

const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null);
const recordsOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? (value as Json[]) : []);
