import { StepFailure } from "../failures.ts";
import type { ProviderBudget } from "../provider-budget.ts";
import type { TrustlessSettings } from "../stellar/settings.ts";
import { toStepFailure } from "./errors.ts";
import {
  type ApproveBody,
  BuildAnswer,
  type DeployBody,
  type DisputeBody,
  type FundBody,
  type MilestoneStatusBody,
  type ReleaseBody,
  type ResolveBody,
  SendAnswer,
} from "./wire.ts";

/**
 * Trustless Work's API. The builds answer an unsigned XDR that nobody has verified yet; all methods throw StepFailure.
 */
export interface TrustlessWorkClient {
  deploy(body: DeployBody, type?: EscrowType): Promise<string>;
  fund(body: FundBody, type?: EscrowType): Promise<string>;
  changeMilestoneStatus(body: MilestoneStatusBody, type?: EscrowType): Promise<string>;
  approveMilestone(body: ApproveBody, type?: EscrowType): Promise<string>;
  release(body: ReleaseBody, type?: EscrowType): Promise<string>;
  dispute(body: DisputeBody, type?: EscrowType): Promise<string>;
  resolve(body: ResolveBody, type?: EscrowType): Promise<string>;
  withdrawRest(body: ResolveBody, type?: EscrowType): Promise<string>;
  /** True for a clear success; anything else, thrown errors too, says nothing about the transaction. */
  send(signedXdr: string): Promise<boolean>;
  /** Has them read a transaction that they missed. */
  updateFromTxHash(txHash: string): Promise<void>;
}

export type EscrowType = "single-release" | "multi-release";

const SINGLE: EscrowType = "single-release";

/** What is done to an escrow as a whole is done to a milestone in the other type, under another name. */
const ROUTES = {
  "single-release": { release: "release-funds", dispute: "dispute-escrow", resolve: "resolve-dispute" },
  "multi-release": {
    release: "release-milestone-funds",
    dispute: "dispute-milestone",
    resolve: "resolve-milestone-dispute",
  },
} as const;

interface Exchange {
  readonly status: number;
  readonly body: unknown;
  readonly retryAfterMs: number | null;
}

/** Seen under three names; an unknown one answers 404. */
const RESYNC_ROUTES = [
  ["POST", "/indexer/update-from-txHash"],
  ["PUT", "/indexer/update-from-txhash"],
  ["PUT", "/indexer/update-from-tx-hash"],
] as const;

export function createTrustlessWorkClient(settings: TrustlessSettings, budget: ProviderBudget): TrustlessWorkClient {
  const call = async (method: "POST" | "PUT", path: string, body: object): Promise<Exchange> => {
    await budget.take();
    return exchange(settings, method, path, body);
  };
  const build = async (path: string, body: object) => unsignedIn(await call("POST", path, body));
  return {
    deploy: (body, type = SINGLE) => build(`/deployer/${type}`, body),
    fund: (body, type = SINGLE) => build(`/escrow/${type}/fund-escrow`, body),
    changeMilestoneStatus: (body, type = SINGLE) => build(`/escrow/${type}/change-milestone-status`, body),
    approveMilestone: (body, type = SINGLE) => build(`/escrow/${type}/approve-milestone`, body),
    release: (body, type = SINGLE) => build(`/escrow/${type}/${ROUTES[type].release}`, body),
    dispute: (body, type = SINGLE) => build(`/escrow/${type}/${ROUTES[type].dispute}`, body),
    resolve: (body, type = SINGLE) => build(`/escrow/${type}/${ROUTES[type].resolve}`, body),
    withdrawRest: (body, type = SINGLE) => build(`/escrow/${type}/withdraw-remaining-funds`, body),
    async send(signedXdr) {
      const answer = SendAnswer.safeParse(
        succeeded(await call("POST", "/helper/send-transaction", { signedXdr })).body,
      );
      return answer.data?.status?.toUpperCase() === "SUCCESS";
    },
    async updateFromTxHash(txHash) {
      for (const [method, path] of RESYNC_ROUTES) {
        const answer = await call(method, path, { txHash });
        if (answer.status !== 404 && answer.status !== 405) {
          succeeded(answer);
          return;
        }
      }
    },
  };
}

/** One request; the deadline covers the answer's body too. */
async function exchange(settings: TrustlessSettings, method: string, path: string, body: object): Promise<Exchange> {
  try {
    const response = await fetch(settings.apiUrl + path, {
      method,
      headers: { "content-type": "application/json", "x-api-key": settings.apiKey },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(settings.timeoutMs),
    });
    const text = await response.text();
    const retryAfterSeconds = Number(response.headers.get("retry-after") ?? Number.NaN);
    return {
      status: response.status,
      body: parse(text),
      retryAfterMs: Number.isFinite(retryAfterSeconds) ? retryAfterSeconds * 1000 : null,
    };
  } catch (error) {
    const { name, cause } = error as { name?: string; cause?: { code?: string } };
    throw new StepFailure("PROVIDER_UNAVAILABLE", `Trustless Work did not answer: ${cause?.code ?? name ?? "unknown"}`);
  }
}

/** null where a proxy answered with a page of its own. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function succeeded(answer: Exchange): Exchange {
  if (answer.status >= 200 && answer.status < 300) return answer;
  throw toStepFailure(answer.status, answer.body, answer.retryAfterMs);
}

function unsignedIn(answer: Exchange): string {
  const { data } = BuildAnswer.safeParse(succeeded(answer).body);
  if (data?.unsignedTransaction) return data.unsignedTransaction;
  if (data?.status?.toUpperCase() === "FAILED") throw toStepFailure(400, { message: data.message }, null);
  throw new StepFailure("PROVIDER_UNAVAILABLE", "Trustless Work answered a build without a transaction");
}
