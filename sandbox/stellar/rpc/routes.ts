import { Hono } from "hono";
import { z } from "zod";
import type { StruckEnv } from "../../strike-faults.ts";
import type { World } from "../../world.ts";
import { INTERNAL_ERROR, INVALID_PARAMS, INVALID_REQUEST, METHOD_NOT_FOUND, RpcError } from "./error.ts";
import { getEvents } from "./get-events.ts";
import { getLedgerEntries } from "./get-ledger-entries.ts";
import { getTransaction } from "./get-transaction.ts";
import { getTransactions } from "./get-transactions.ts";
import { lie } from "./lies.ts";
import { getFeeStats, getHealth, getLatestLedger, getNetwork, getVersionInfo } from "./node-info.ts";
import { type NodeView, nodeView } from "./node-view.ts";
import { sendTransaction } from "./send-transaction.ts";
import { simulateTransaction } from "./simulate-transaction.ts";

type Method = (params: unknown, view: NodeView, host: string) => unknown;

const METHODS: Readonly<Record<string, Method>> = {
  getEvents,
  getFeeStats,
  getHealth,
  getLatestLedger,
  getLedgerEntries,
  getNetwork,
  getTransaction,
  getTransactions,
  getVersionInfo,
  sendTransaction,
  simulateTransaction,
};

const Call = z.object({
  jsonrpc: z.literal("2.0"),
  id: z.union([z.string(), z.number(), z.null()]).optional(),
  method: z.string(),
  params: z.unknown().optional(),
});

/** Stellar RPC over JSON-RPC 2.0: errors of the call are in the body, the status is 200. */
export const rpc = (world: World): Hono<StruckEnv> =>
  new Hono<StruckEnv>().post("/", async (c) => {
    const call = Call.safeParse(await c.req.json().catch(() => null));
    if (!call.success)
      return c.json({ jsonrpc: "2.0", id: null, error: { code: INVALID_REQUEST, message: "invalid" } });
    const { id = null, method, params } = call.data;
    const fault = c.get("fault");
    const view = nodeView(world, fault?.kind === "stale" ? (fault.delayMs ?? 0) : null);
    const answer = perform(method, params, view, c.req.header("host") ?? "");
    const told = "result" in answer ? { result: lie(fault?.kind, method, answer.result) } : answer;
    return c.json({ jsonrpc: "2.0", id, ...told });
  });

function perform(
  method: string,
  params: unknown,
  view: NodeView,
  host: string,
): { result: unknown } | { error: unknown } {
  try {
    const perform = METHODS[method];
    if (perform === undefined) throw new RpcError(METHOD_NOT_FOUND, "method not found");
    return { result: perform(params, view, host) };
  } catch (error) {
    if (error instanceof RpcError) return { error: { code: error.code, message: error.message } };
    if (error instanceof z.ZodError) return { error: { code: INVALID_PARAMS, message: z.prettifyError(error) } };
    const message = error instanceof Error ? error.message : String(error);
    return { error: { code: INTERNAL_ERROR, message } };
  }
}
