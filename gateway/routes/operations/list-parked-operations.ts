import type { z } from "zod";
import { STEP_PROBLEMS } from "../../../domain/chain/problems.ts";
import type { GatewayDeps } from "../../deps.ts";
import { endpoint } from "../../endpoint.ts";
import { list } from "../../envelope.ts";
import { invalid } from "../../middleware/validate.ts";
import { type ParkedPosition, type ParkedRow, parkedPayments } from "../../reads/parked.ts";
import { ParkedList, ParkedQuery, type ParkedWire } from "./schemas.ts";

export const listParkedOperations = endpoint(
  {
    method: "get",
    path: "/operations/parked",
    operationId: "listParkedOperations",
    tag: "Operations",
    summary: "Payments that are parked, oldest first: why, since when, and who must act.",
    access: "support",
    query: ParkedQuery,
    shape: "plain",
    status: 200,
    data: ParkedList,
    errors: [],
  },
  async ({ query, caller, deps }) => {
    const { limit, cursor, minAgeSeconds, reason, kind, userId, needsOperator } = query;
    const { boundUserId } = caller;
    if (boundUserId !== null && userId !== undefined && userId !== boundUserId) return list([], LAST_PAGE);
    const filter = {
      reason: reason ?? null,
      kind: kind ?? null,
      userId: boundUserId ?? userId ?? null,
      needsOperator: needsOperator ?? null,
      parkedBefore: minAgeSeconds === undefined ? null : new Date(deps.now().getTime() - minAgeSeconds * 1000),
    };
    const rows = await parkedPayments(deps.db, filter, { limit, after: cursor === null ? null : positionOf(cursor) });
    const items = rows.slice(0, limit);
    const last = rows.length > limit ? items.at(-1) : undefined;
    const page = last ? { hasMore: true, nextCursor: cursorOf(last) } : LAST_PAGE;
    return list(
      items.map((row) => presentParked(deps, row)),
      page,
    );
  },
);

const LAST_PAGE = { hasMore: false, nextCursor: null };

const POSITION = /^(\d{4}-\d\d-\d\dT[\d:.]{5,20}Z) ([\w/-]{1,300})$/;

/** A position, not an item: what is parked no more leaves no hole behind. */
const cursorOf = ({ progress, workflowId }: ParkedRow): string =>
  Buffer.from(`${progress.since} ${workflowId}`).toString("base64url");

/** @throws AppError VALIDATION_ERROR */
function positionOf(cursor: string): ParkedPosition {
  const position = POSITION.exec(Buffer.from(cursor, "base64url").toString("utf8"));
  const [, since, workflowId] = position ?? [];
  if (since === undefined || workflowId === undefined) throw invalid([{ field: "cursor", message: "is unknown" }]);
  return { since, workflowId };
}

const EXPLAIN_PATHS: Readonly<Record<string, (id: string) => string>> = {
  order: (id) => `/orders/${id}/explain`,
  dispute: (id) => `/disputes/${id}/explain`,
  withdrawal: (id) => `/withdrawals/${id}/explain`,
  topup: (id) => `/topups/${id}/explain`,
  refill: () => "/operations/parked",
  "platform-payout": (id) => `/admin/payouts/${id}`,
  wallet: (owner) => `/users/${owner}/wallet/explain`,
};

function presentParked({ config, now }: GatewayDeps, row: ParkedRow): z.input<typeof ParkedWire> {
  const { workflowId, kind, subjectId, userIds, progress } = row;
  const { state, step, lastError, txHash, since, nextAttemptAt } = progress;
  const parkedReason = progress.parkedReason ?? "UNKNOWN_ERROR";
  return {
    workflowId,
    subject: { kind, id: subjectId },
    userIds,
    state,
    step,
    parkedReason,
    why: STEP_PROBLEMS[parkedReason].why,
    lastError,
    txHash,
    since,
    ageSeconds: Math.max(0, Math.round((now().getTime() - Date.parse(since)) / 1000)),
    nextAttemptAt,
    whoMustAct: nextAttemptAt === null ? "operator" : "nobody",
    links: {
      runbook: `${config.publicBaseUrl}/docs/runbooks/${parkedReason}`,
      explain: EXPLAIN_PATHS[kind]?.(subjectId) ?? "/operations/parked",
    },
  };
}
