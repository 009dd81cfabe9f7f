export interface Transfer {
  readonly from: string | null;
  readonly to: string | null;
  readonly amount: string;
  readonly asset: string;
}

export interface ChainTransaction {
  readonly hash: string;
  readonly successful: boolean;
  /** E.g. "invokeHostFunction:release_funds". */
  readonly operations: readonly string[];
  readonly transfers: readonly Transfer[];
}

export interface ChainEscrow {
  readonly balance: string;
  readonly escrow: { readonly roles: { readonly platformAddress: string } };
}

/** The sandbox seen from outside of the system: what truly happened on its chain. */
export interface SandboxControl {
  /** Sends test USDC to an address, as a stranger would. */
  mint(address: string, amount: string): Promise<{ readonly hash: string }>;
  usdcOf(address: string): Promise<string>;
  escrow(contractId: string): Promise<ChainEscrow>;
  transactionsOf(address: string): Promise<readonly ChainTransaction[]>;
}

export function sandboxControl(sandboxUrl: string): SandboxControl {
  const ask = async <Answer>(path: string, init: RequestInit = {}): Promise<Answer> => {
    const answer = await fetch(`${sandboxUrl}/_sandbox/${path}`, { ...init, signal: AbortSignal.timeout(10_000) });
    if (!answer.ok) throw new Error(`the sandbox answered ${answer.status} to ${path}: ${await answer.text()}`);
    return (await answer.json()) as Answer;
  };
  return {
    mint: (address, amount) =>
      ask("stellar/mint", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ address, amount }),
      }),
    usdcOf: async (address) => (await ask<{ usdc: string }>(`stellar/accounts/${address}`)).usdc,
    escrow: (contractId) => ask(`escrows/${contractId}`),
    transactionsOf: async (address) =>
      (await ask<{ transactions: ChainTransaction[] }>(`stellar/transactions?account=${address}`)).transactions,
  };
}
