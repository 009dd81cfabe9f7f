/** A transaction that the sandbox's ledger holds, whoever sent it. */
export interface SandboxTransaction {
  readonly hash: string;
  readonly ledger: number;
  readonly successful: boolean;
  readonly resultCode: string;
  readonly source: string;
  readonly operations: readonly string[];
  readonly transfers: readonly SandboxTransfer[];
}

export interface SandboxTransfer {
  readonly kind: "transfer" | "mint" | "burn";
  readonly asset: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly amount: string;
}

/** What the sandbox says of its own world, over its control routes. Amounts have seven decimals. */
export interface SandboxReader {
  facts(): Promise<{ readonly trustlessWorkAddress: string }>;
  transactions(): Promise<readonly SandboxTransaction[]>;
  /** USDC of an account or a contract; "0.0000000" where there is none. */
  usdc(address: string): Promise<string>;
  /** What happened at Airtm, by our codes. */
  airtmEffects(): Promise<readonly AirtmEffects[]>;
  /** Of our account there. */
  airtmBalance(): Promise<{ readonly available: string; readonly pending: string }>;
}

export interface AirtmEffects {
  readonly code: string;
  readonly payins: number;
  readonly confirmations: number;
  readonly payouts: number;
  readonly commits: number;
  readonly completions: number;
}

/** @param sandboxUrl its root, e.g. "http://127.0.0.1:4100" */
export function readSandbox(sandboxUrl: string): SandboxReader {
  const get = (path: string) => fetch(`${sandboxUrl}/_sandbox${path}`);
  const read = async <T>(path: string): Promise<T> => {
    const answer = await get(path);
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  return {
    facts: () => read(""),
    transactions: async () =>
      (await read<{ transactions: SandboxTransaction[] }>("/stellar/transactions")).transactions,
    airtmEffects: async () => (await read<{ effects: AirtmEffects[] }>("/airtm/effects")).effects,
    airtmBalance: () => read("/airtm/balance"),
    async usdc(address) {
      const answer = await get(`/stellar/accounts/${address}`);
      if (answer.status === 404) return "0.0000000";
      return ((await answer.json()) as { usdc: string | null }).usdc ?? "0.0000000";
    },
  };
}
