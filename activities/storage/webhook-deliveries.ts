import type { StoredEvent } from "../../domain/events/domain-event.ts";
import type { Database } from "../../prisma/client.ts";
import type { DeliveryOutcome } from "../../workflows/contracts/webhooks.ts";
import { inTransaction } from "./in-transaction.ts";
import { type Queryable, recordStep } from "./record-step.ts";

type Db = Pick<Database, "sql">;

export interface Delivery {
  readonly endpointId: string;
  readonly endpointStatus: "ACTIVE" | "PAUSED" | "DELETED";
  readonly url: string;
  /** The newest first; while one replaces another, both sign. */
  readonly sealedSecrets: readonly string[];
  readonly status: string;
  readonly round: number;
  readonly marketplaceId: string;
  /** The user whose events the endpoint gets; null for everybody's. */
  readonly viewerId: string | null;
  readonly event: StoredEvent;
}

export interface DeliveryAttempt {
  readonly deliveryId: string;
  readonly round: number;
  readonly number: number;
  /** After it the round ends. */
  readonly isLast: boolean;
}

export interface AttemptedDelivery extends DeliveryAttempt {
  readonly endpointId: string;
  readonly attemptedAt: Date;
  readonly durationMs: number;
  readonly statusCode: number | null;
  readonly error: string | null;
  readonly answerPrefix: string | null;
}

const GONE = 410;

export async function loadDelivery({ sql }: Db, deliveryId: string): Promise<Delivery | null> {
  const { rows } = await sql.query<Omit<Delivery, "event"> & StoredEvent & { sequence: string }>(
    `SELECT p.id AS "endpointId", p.status AS "endpointStatus", p.url, d.status, d.round,
       array_remove(ARRAY[p.secret_ciphertext,
         CASE WHEN p.previous_secret_expires_at > now() THEN p.previous_secret_ciphertext END], NULL) AS "sealedSecrets",
       p.user_id AS "viewerId", (SELECT marketplace_id FROM installation) AS "marketplaceId",
       e.sequence, e.id, e.type, e.aggregate_type AS "aggregateType", e.aggregate_id AS "aggregateId",
       e.user_id AS "userId", e.counterparty_id AS "counterpartyId", e.balance_user_id AS "balanceUserId", e.payload, e.correlation_id AS "correlationId", e.occurred_at AS "occurredAt"
     FROM webhook_delivery d JOIN webhook_endpoint p ON p.id = d.endpoint_id JOIN event e ON e.sequence = d.sequence
     WHERE d.id = $1`,
    [deliveryId],
  );
  const [row] = rows;
  return row ? { ...row, event: { ...row, sequence: Number(row.sequence) } } : null;
}

export async function hasAttempt({ sql }: Db, { deliveryId, round, number }: DeliveryAttempt): Promise<boolean> {
  const { rows } = await sql.query(
    "SELECT 1 FROM webhook_attempt WHERE delivery_id = $1 AND round = $2 AND number = $3",
    [deliveryId, round, number],
  );
  return rows.length > 0;
}

/** Nothing is sent to an endpoint that is paused or gone: paused, the delivery waits until it is resumed. */
export async function settleUntried(
  { sql }: Db,
  attempt: DeliveryAttempt,
  endpointStatus: "PAUSED" | "DELETED",
): Promise<DeliveryOutcome> {
  const [status, outcome] =
    endpointStatus === "PAUSED" ? (["HELD", "held"] as const) : (["CANCELED", "canceled"] as const);
  await settle(sql, attempt, status);
  return outcome;
}

/**
 * The attempt with all that follows from it, in one transaction: the delivery's end, and the endpoint's pause. The endpoint's
 * row comes before the delivery's wherever both are locked.
 */
export const recordAttempt = (db: Db, attempted: AttemptedDelivery): Promise<DeliveryOutcome> =>
  inTransaction(db, (sql) => {
    const isTaken = attempted.statusCode !== null && attempted.statusCode >= 200 && attempted.statusCode < 300;
    return isTaken ? recordTaken(sql, attempted) : recordFailed(sql, attempted);
  });

async function recordTaken(sql: Queryable, attempted: AttemptedDelivery): Promise<DeliveryOutcome> {
  await sql.query("UPDATE webhook_endpoint SET failing_since = NULL WHERE id = $1 AND failing_since IS NOT NULL", [
    attempted.endpointId,
  ]);
  await insertAttempt(sql, attempted);
  await settle(sql, attempted, "DELIVERED");
  return "delivered";
}

async function recordFailed(sql: Queryable, attempted: AttemptedDelivery): Promise<DeliveryOutcome> {
  const { rows } = await sql.query<{ status: string; failingSince: Date }>(
    `UPDATE webhook_endpoint SET failing_since = coalesce(failing_since, $2) WHERE id = $1
     RETURNING status, failing_since AS "failingSince"`,
    [attempted.endpointId, attempted.attemptedAt],
  );
  await insertAttempt(sql, attempted);
  const [endpoint] = rows;
  const reason = await pauseReason(sql, attempted, endpoint?.failingSince ?? attempted.attemptedAt);
  if (reason && endpoint?.status === "ACTIVE") await pause(sql, attempted, reason);
  if (reason && endpoint?.status !== "DELETED") {
    await settle(sql, attempted, "HELD");
    return "held";
  }
  if (attempted.isLast) await settle(sql, attempted, "FAILED");
  return attempted.isLast ? "given-up" : "failed";
}

/** An endpoint that says it is gone, or that took nothing for as long as one delivery was tried in vain. */
async function pauseReason(
  sql: Queryable,
  attempted: AttemptedDelivery,
  failingSince: Date,
): Promise<"GONE" | "FAILING" | null> {
  if (attempted.statusCode === GONE) return "GONE";
  if (!attempted.isLast) return null;
  const { rows } = await sql.query<{ first: Date }>(
    "SELECT min(attempted_at) AS first FROM webhook_attempt WHERE delivery_id = $1 AND round = $2",
    [attempted.deliveryId, attempted.round],
  );
  return rows[0] && failingSince <= rows[0].first ? "FAILING" : null;
}

async function pause(sql: Queryable, attempted: AttemptedDelivery, reason: "GONE" | "FAILING"): Promise<void> {
  const { endpointId, deliveryId, round, number, attemptedAt } = attempted;
  const pausedAt = attemptedAt.toISOString();
  const about = { resourceType: "WebhookEndpoint", resourceId: endpointId };
  await recordStep(sql, {
    key: `webhook-endpoint/${endpointId}#paused/${deliveryId}/${round}/${number}`,
    caller: { keyId: "worker", correlationId: deliveryId },
    moves: [
      {
        noun: "webhook_endpoint",
        id: endpointId,
        from: ["ACTIVE"],
        to: "PAUSED",
        set: { paused_reason: reason, paused_at: pausedAt },
      },
    ],
    audits: [
      {
        action: "UPDATE",
        eventType: "webhook_endpoint.paused",
        ...about,
        before: { status: "ACTIVE" },
        after: { status: "PAUSED", reason },
      },
    ],
    events: [
      {
        type: "webhook_endpoint.paused",
        aggregateType: "WebhookEndpoint",
        aggregateId: endpointId,
        userId: null,
        payload: { webhookEndpointId: endpointId, reason, pausedAt },
      },
    ],
  });
}

async function insertAttempt(sql: Queryable, attempted: AttemptedDelivery): Promise<void> {
  const { deliveryId, round, number, attemptedAt, durationMs, statusCode, error, answerPrefix } = attempted;
  await sql.query(
    `INSERT INTO webhook_attempt (delivery_id, round, number, attempted_at, duration_ms, status_code, error, answer_prefix)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [deliveryId, round, number, attemptedAt, durationMs, statusCode, error, answerPrefix],
  );
}

/** Only of its own round: a replay that began meanwhile goes on. */
async function settle(sql: Queryable, { deliveryId, round }: DeliveryAttempt, status: string): Promise<void> {
  await sql.query(
    `UPDATE webhook_delivery SET status = $3, updated_at = clock_timestamp()
     WHERE id = $1 AND round = $2 AND status = 'PENDING'`,
    [deliveryId, round, status],
  );
}
