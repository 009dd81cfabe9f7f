import { z } from "zod";
import { PARTIES, type PartyName } from "./requests.ts";

const OF_WEBHOOKS = ["reorder", "forge", "old-timestamp"] as const;
const OF_NODES = ["forgets-transaction", "drops-event", "old-sequence"] as const;
const isOfNodes = (kind: string): boolean => OF_NODES.some((one) => one === kind);
const isOfWebhooks = (kind: string): boolean => OF_WEBHOOKS.some((one) => one === kind);

/**
 * What can go wrong, once or several times, for requests that match:
 * refuse: the connection dies, nothing happened · status: answered with it, nothing happened · status-after: it
 * happened, then that status · lost: it happened, then the connection dies · delay: handled late, or with the variant "answer" handled at
 * once and answered late · stale: the party
 * answers as it was · wrong-xdr: a build answers another transaction · duplicate: handled twice, the second answered.
 * Of nodes alone, which answer and are wrong: forgets-transaction: a transaction that exists is NOT_FOUND · drops-event: the first
 * event of an answer is missing · old-sequence: accounts as before their last transaction.
 * Of webhooks alone: reorder: sent after the next one · forge: signed with another secret · old-timestamp: signed as
 * of ten minutes ago.
 */
export const FaultOrder = z
  .strictObject({
    party: z.enum(PARTIES),
    match: z
      .strictObject({ method: z.string().optional(), path: z.string().optional(), rpcMethod: z.string().optional() })
      .default({}),
    kind: z.enum([
      "refuse",
      "status",
      "status-after",
      "lost",
      "delay",
      "stale",
      "wrong-xdr",
      "duplicate",
      ...OF_NODES,
      ...OF_WEBHOOKS,
    ]),
    variant: z.string().optional(),
    status: z.int().min(400).max(599).optional(),
    delayMs: z.int().nonnegative().default(5000),
    times: z.int().positive().default(1),
    skip: z.int().nonnegative().default(0),
  })
  .refine(({ party, kind }) => party === "webhooks" || !isOfWebhooks(kind), "only webhooks can fail in this way")
  .refine(({ party, kind }) => party.startsWith("rpc") || !isOfNodes(kind), "only a node can lie in this way");
export type FaultOrder = z.infer<typeof FaultOrder>;

export interface Fault extends FaultOrder {
  readonly id: number;
  /** How often it has struck. */
  hits: number;
}

export interface FaultTarget {
  readonly method: string;
  readonly path: string;
  readonly rpcMethod?: string;
}

export interface Faults {
  add(order: FaultOrder): Fault;
  /** The fault that strikes this request, if any; it counts as a hit. */
  next(party: PartyName, target: FaultTarget): Fault | null;
  all(): readonly Fault[];
  clear(): void;
}

export function createFaults(): Faults {
  let faults: Fault[] = [];
  let lastId = 0;
  return {
    add(order) {
      lastId += 1;
      const fault = { ...order, id: lastId, hits: 0 };
      faults.push(fault);
      return fault;
    },
    next(party, target) {
      for (const fault of faults) {
        if (fault.times === 0 || fault.party !== party || !matches(fault.match, target)) continue;
        if (fault.skip > 0) {
          fault.skip -= 1;
          continue;
        }
        fault.times -= 1;
        fault.hits += 1;
        return fault;
      }
      return null;
    },
    all: () => faults,
    clear: () => {
      faults = [];
    },
  };
}

function matches(match: FaultOrder["match"], target: FaultTarget): boolean {
  if (match.method !== undefined && match.method.toUpperCase() !== target.method.toUpperCase()) return false;
  if (match.rpcMethod !== undefined && match.rpcMethod !== target.rpcMethod) return false;
  return match.path === undefined || pathMatches(match.path, target.path);
}

/** A part of the path, or a pattern for all of it where `*` stands for anything. */
function pathMatches(pattern: string, path: string): boolean {
  if (!pattern.includes("*")) return path.includes(pattern);
  const parts = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`).test(path);
}
