import { toAmount, toStroops } from "./amounts.ts";

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
  /** Somebody who can pay and be paid there. */
  openAirtmAccount(email: string): Promise<void>;
  /** Confirms a payment there, as its user would in the browser. */
  payAtAirtm(code: string, email: string): Promise<void>;
  /** What our account there holds, on its way or not. */
  airtmBalance(): Promise<string>;
}

export function sandboxControl(sandboxUrl: string): SandboxControl {
  const ask = async <Answer>(path: string, init: RequestInit = {}): Promise<Answer> => {
    const answer = await fetch(`${sandboxUrl}/_sandbox/${path}`, { ...init, signal: AbortSignal.timeout(10_000) });
    if (!answer.ok) throw new Error(`the sandbox answered ${answer.status} to ${path}: ${await answer.text()}`);
    return (await answer.json()) as Answer;
  };
  const tell = <Answer>(method: string, path: string, body: object): Promise<Answer> =>
    ask(path, { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  return {
    mint: (address, amount) => tell("POST", "stellar/mint", { address, amount }),
    async openAirtmAccount(email) {
      await tell("PUT", `airtm/users/${encodeURIComponent(email)}`, { isVerified: true, country: "ESP" });
    },
    async payAtAirtm(code, email) {
      await tell("POST", `airtm/payins/${encodeURIComponent(code)}/pay`, { email });
    },
    async airtmBalance() {
      const { available, pending } = await ask<{ available: string; pending: string }>("airtm/balance");
      return toAmount(toStroops(available) + toStroops(pending));
    },
    usdcOf: async (address) => (await ask<{ usdc: string }>(`stellar/accounts/${address}`)).usdc,
    escrow: (contractId) => ask(`escrows/${contractId}`),
    transactionsOf: async (address) =>
      (await ask<{ transactions: ChainTransaction[] }>(`stellar/transactions?account=${address}`)).transactions,
  };
}
