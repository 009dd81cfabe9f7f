import { setTimeout as delay } from "node:timers/promises";
import type { TopUpId } from "../../../domain/ids.ts";
import { isTopUpOver } from "../../../domain/topup/states.ts";
import { providerHintSignal } from "../../../workflows/contracts/provider-hint.ts";
import { topUpWorkflowId } from "../../../workflows/contracts/topup.ts";
import type { GatewayDeps } from "../../deps.ts";
import { endpoint } from "../../endpoint.ts";
import { redirect } from "../../envelope.ts";
import { requireAirtm } from "../../payment-mode.ts";
import { findTopUp, type TopUpRow } from "../../reads/topups.ts";
import { CallbackQuery, CallbackWire, TopUpParams } from "./schemas.ts";

/** A browser waits for its page: what Airtm says by then is taken into account, what comes later is not waited for. */
const LOOK_MS = 1_500;
const AGAIN_MS = 100;

export const topUpCallback = endpoint(
  {
    method: "get",
    path: "/topups/{id}/callback",
    operationId: "topUpCallback",
    tag: "Top-ups",
    summary: "Where Airtm sends users back: on to the marketplace's page. Nothing in the address is believed.",
    access: "public",
    params: TopUpParams,
    query: CallbackQuery,
    shape: "plain",
    status: 302,
    data: CallbackWire,
    errors: ["NOT_FOUND"],
  },
  async ({ params, deps }) => {
    const { successUrl, cancelUrl } = requireAirtm(deps);
    const row = await rowAfterALook(deps, params.id);
    if (row && PAID.includes(row.status)) return redirect(row.returnUrl ?? successUrl);
    return redirect(row?.cancelUrl ?? cancelUrl);
  },
);

const PAID: readonly string[] = ["TOPUP_SUCCEEDED", "TOPUP_PROCESSING"];

/** The row as it is once Airtm was asked, or a moment later; null for one that is not there. */
async function rowAfterALook(deps: GatewayDeps, topUpId: string): Promise<TopUpRow | null> {
  const row = await findTopUp(deps.db, topUpId);
  if (!row || isTopUpOver(row.status)) return row;
  const isAsked = askForALook(deps, row);
  if (PAID.includes(row.status)) return row;
  const until = Date.now() + LOOK_MS;
  for (let now = row; ; now = (await findTopUp(deps.db, topUpId)) ?? now) {
    if (now.status !== row.status || Date.now() >= until) return now;
    if (!(await Promise.race([isAsked, delay(AGAIN_MS, true)]))) return now;
    await delay(AGAIN_MS);
  }
}

/** False when nobody looks. Anybody can call this, so that one top-up has its provider asked so often a day and no more. */
async function askForALook({ temporal, rateLimits, log }: GatewayDeps, { id }: TopUpRow): Promise<boolean> {
  try {
    if ((await rateLimits.callbacks(id)).isExceeded) return false;
    const hint = { provider: "airtm", eventId: "callback" };
    return await temporal.signal(topUpWorkflowId(id as TopUpId), providerHintSignal, hint);
  } catch (error) {
    log.warn({ err: error, topUpId: id }, "a user came back from Airtm, and its top-up could not be told");
    return false;
  }
}
