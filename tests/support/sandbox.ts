import { readSandbox, type SandboxTransaction } from "./sandbox-control.ts";

export interface FaultOrder {
  readonly party: "horizon" | "horizon2" | "rpc" | "rpc2" | "trustless-work" | "airtm" | "webhooks";
  readonly match?: { readonly method?: string; readonly path?: string; readonly rpcMethod?: string };
  readonly kind:
    | "refuse"
    | "status"
    | "status-after"
    | "lost"
    | "delay"
    | "stale"
    | "wrong-xdr"
    | "forgets-transaction"
    | "drops-event"
    | "old-sequence"
    | "duplicate"
    | "reorder"
    | "forge"
    | "old-timestamp";
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

type Ask = <Answer>(path: string, body?: object, method?: string) => Promise<Answer>;

/** What Airtm and its users do. Payments are named by our codes. */
function airtmOf(ask: Ask, sandboxUrl: string) {
  const { airtmEffects, airtmBalance } = readSandbox(sandboxUrl);
  return {
    effects: airtmEffects,
    balance: airtmBalance,
    setBalance: (available: string) => ask("airtm/balance", { available }),
    user: (email: string, changes: object = {}) =>
      ask(`airtm/users/${encodeURIComponent(email)}`, { isVerified: true, country: "ESP", ...changes }, "PUT"),
    pay: (code: string, email: string) => ask(`airtm/payins/${code}/pay`, { email }),
    setPayin: (code: string, change: object) => ask(`airtm/payins/${code}`, change),
    setPayout: (code: string, change: object) => ask(`airtm/payouts/${code}`, change),
    settings: (change: object) => ask("airtm/settings", change),
    webhooks: async (code: string) =>
      (await ask<{ webhooks: { id: string; type: string; state: string }[] }>(`airtm/webhooks?code=${code}`)).webhooks,
    resend: (id: string) => ask(`airtm/webhooks/${id}/resend`, {}),
    invent: (webhook: object) => ask("airtm/webhooks", webhook),
  };
}

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
    /** The issuer takes USDC back. */
    clawback: (address: string, amount: string) => ask("stellar/clawback", { address, amount }),
    usdcOf: readSandbox(sandboxUrl).usdc,
    airtm: airtmOf(ask, sandboxUrl),
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
    /** The next ledger is the first of this protocol. */
    upgrade: (protocol: 28 | 30) => ask<{ firstLedger: number }>("stellar/upgrade", { protocol }),
    ledgersEvery: (ledgerMs: number | "manual") => ask("stellar/ledgers", { ledgerMs }),
    /** Leaves an account so much XLM, its reserve included. */
    xlm: (address: string, xlm: string) => ask("stellar/xlm", { address, xlm }),
    /** What a transaction must bid per operation from now on. */
    inclusionFee: (inclusionFeeStroops: number) => ask("stellar/nodes", { inclusionFeeStroops }),
    advanceClock: (advanceSeconds: number) => ask("clock", { advanceSeconds }),
  };
}
