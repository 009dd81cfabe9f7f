import { setTimeout as wait } from "node:timers/promises";
import type { Context, Hono, MiddlewareHandler } from "hono";
import { z } from "zod";
import { faultBody as airtmFaultBody } from "./airtm/errors.ts";
import type { Fault } from "./faults.ts";
import { hangUp } from "./hang-up.ts";
import type { PartyName, SeenRequest } from "./requests.ts";
import type { World } from "./world.ts";

/** What a handler sees of a fault that needs its help. */
export interface StruckEnv {
  Variables: {
    fault?: { readonly kind: string; readonly variant?: string | undefined; readonly delayMs?: number } | undefined;
  };
}

/** Requests that a "duplicate" fault sends through the app once more: no fault strikes them. */
const repeats = new WeakSet<Request>();

/** Notes every request to a party and lets the faults that were ordered strike it, before or after the handlers. */
export const strikeFaults = (world: World, party: PartyName, app: Hono): MiddlewareHandler =>
  async function strikeFaults(c, next) {
    if (repeats.has(c.req.raw)) return next();
    const rpcMethod = party.startsWith("rpc") ? await rpcMethodOf(c) : undefined;
    const target = { method: c.req.method, path: c.req.path, ...(rpcMethod !== undefined && { rpcMethod }) };
    const fault = world.faults.next(party, target);
    const at = new Date(world.clock.nowMs()).toISOString();
    const seen = world.requests.add({ party, at, ...target, ...(fault !== null && { fault: fault.kind }) });
    const startedMs = performance.now();
    const response = await strike(fault, c, next, app);
    note(seen, response ?? c.res, startedMs);
    return response;
  };

async function strike(
  fault: Fault | null,
  c: Context,
  next: () => Promise<void>,
  app: Hono,
): Promise<Response | undefined> {
  switch (fault?.kind) {
    case undefined:
      await next();
      return undefined;
    case "refuse":
      return hangUp(c);
    case "status":
      return failure(fault, 500);
    case "status-after":
      await next();
      c.res = undefined;
      c.res = failure(fault, 504);
      return undefined;
    case "lost":
      await next();
      c.res = undefined;
      c.res = hangUp(c);
      return undefined;
    case "delay":
      if (fault.variant === "answer") await next();
      await wait(fault.delayMs);
      if (fault.variant !== "answer") await next();
      return undefined;
    case "duplicate":
      await handleOnce(c, app);
      await next();
      return undefined;
    case "stale":
    case "wrong-xdr":
    case "forgets-transaction":
    case "drops-event":
    case "old-sequence":
    case "reorder":
    case "forge":
    case "old-timestamp":
      c.set("fault", fault);
      await next();
      return undefined;
  }
}

async function handleOnce(c: Context, app: Hono): Promise<void> {
  const hasBody = c.req.method !== "GET" && c.req.method !== "HEAD";
  const repeat = new Request(c.req.url, {
    method: c.req.method,
    headers: c.req.raw.headers,
    ...(hasBody && { body: await c.req.text() }),
  });
  repeats.add(repeat);
  await app.fetch(repeat, c.env);
}

function failure({ party, variant, status: ordered }: Fault, otherwise: number): Response {
  const status = ordered ?? otherwise;
  if (party === "airtm") return Response.json(airtmFaultBody(variant), { status });
  const body = { status, title: "Sandbox fault", detail: "This answer was ordered under /_sandbox/faults." };
  return Response.json(body, { status });
}

function note(seen: SeenRequest, response: Response, startedMs: number): void {
  seen.durationMs = Math.round(performance.now() - startedMs);
  if (response.headers.get("x-hono-already-sent") === null) seen.status = response.status;
}

async function rpcMethodOf(c: Context): Promise<string | undefined> {
  const call = z.object({ method: z.string() }).safeParse(await c.req.json().catch(() => null));
  return call.success ? call.data.method : undefined;
}
