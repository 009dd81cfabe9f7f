import { readSandbox, type SandboxTransaction } from "./sandbox-control.ts";

export interface FaultOrder {
  readonly party: "horizon" | "rpc" | "trustless-work";
  readonly match?: { readonly method?: string; readonly path?: string; readonly rpcMethod?: string };
  readonly kind: "refuse" | "status" | "status-after" | "lost" | "delay" | "stale" | "wrong-xdr" | "duplicate";
  readonly variant?: string;
  readonly status?: number;
  readonly delayMs?: number;
  readonly times?: number;
  readonly skip?: number;
}

export interface StruckFault extends FaultOrder {
  readonly id: number;
  readonly hits: number;
}

export interface SeenRequest {
  readonly party: string;
  readonly method: string;
  readonly path: string;
  readonly rpcMethod?: string;
  readonly fault?: string;
  readonly status?: number;
}

export type Sandbox = ReturnType<typeof sandboxOf>;

/** The outside world's own word, and the levers that break it. */
export function sandboxOf(sandboxUrl: string) {
  const ask = async <Answer>(path: string, body?: object, method = body ? "POST" : "GET"): Promise<Answer> => {
    const answer = await fetch(`${sandboxUrl}/_sandbox/${path}`, {
      method,
      ...(body && { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(30_000),
    });
    if (!answer.ok) throw new Error(`the sandbox answered ${answer.status} to ${path}: ${await answer.text()}`);
    return (await answer.json()) as Answer;
  };
  return {
    url: sandboxUrl,
    mint: (address: string, amount: string, extra: { memo?: string; muxedId?: string } = {}) =>
      ask<{ hash: string }>("stellar/mint", { address, amount, ...extra }),
    usdcOf: readSandbox(sandboxUrl).usdc,
    escrowBalance: async (contractId: string) => (await ask<{ balance: string }>(`escrows/${contractId}`)).balance,
    transactions: async (account?: string) =>
      (await ask<{ transactions: SandboxTransaction[] }>(`stellar/transactions${account ? `?account=${account}` : ""}`))
        .transactions,
    requests: async (party?: string) =>
      (await ask<{ requests: SeenRequest[] }>(`requests${party ? `?party=${party}` : ""}`)).requests,
    fault: (order: FaultOrder) => ask<StruckFault>("faults", order),
    faults: async () => (await ask<{ faults: StruckFault[] }>("faults")).faults,
    clearFaults: () => ask("faults", undefined, "DELETE"),
    closeLedger: (count = 1) => ask("stellar/close-ledger", { count }),
    ledgersEvery: (ledgerMs: number | "manual") => ask("stellar/ledgers", { ledgerMs }),
    advanceClock: (advanceSeconds: number) => ask("clock", { advanceSeconds }),
  };
}
