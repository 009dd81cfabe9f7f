import { randomBytes } from "node:crypto";
import { AppError } from "../../domain/errors.ts";
import { TEST_EVENT } from "../../domain/events/endpoint-wants.ts";
import { ID_ENTROPY_BYTES, type Id, mintId } from "../../domain/ids.ts";
import type { EndpointRow } from "../reads/webhook-endpoints.ts";
import type { Actor } from "./audit.ts";
import type { Transaction } from "./transaction.ts";
import { releaseDeliveries } from "./webhook-deliveries.ts";

export interface NewEndpoint {
  readonly id: Id<"webhookEndpoint">;
  readonly url: string;
  readonly description: string | null;
  readonly eventTypes: readonly string[];
  readonly userId: string | null;
  readonly sealedSecret: string;
}

export type EndpointChange = Partial<Pick<NewEndpoint, "url" | "description" | "eventTypes">>;

interface Happening {
  readonly verb: "created" | "resumed" | "deleted" | "test";
  readonly action: "CREATE" | "UPDATE" | "DELETE";
  readonly before: object | null;
  readonly after: object | null;
  readonly payload: object;
  readonly inserts?: readonly object[];
  readonly moves?: readonly object[];
}

/** It gets what happens from now on. */
export async function insertEndpoint(tx: Transaction, endpoint: NewEndpoint, actor: Actor): Promise<void> {
  const { id, url, description, eventTypes, userId, sealedSecret } = endpoint;
  const { value } = await tx.eventCounter.findUniqueOrThrow({ where: { id: "self" } });
  const row = {
    id,
    url,
    description,
    event_types: eventTypes,
    user_id: userId,
    status: "ACTIVE",
    secret_ciphertext: sealedSecret,
    cursor: value.toString(),
  };
  await record(tx, id, actor, {
    verb: "created",
    action: "CREATE",
    before: null,
    after: { ...shown(endpoint), status: "ACTIVE" },
    payload: { eventTypes, userId },
    inserts: [{ noun: "webhook_endpoint", row }],
  });
}

export async function updateEndpoint(
  tx: Transaction,
  row: EndpointRow,
  change: EndpointChange,
  actor: Actor,
): Promise<void> {
  const { eventTypes, ...rest } = change;
  const data = { ...rest, ...(eventTypes && { eventTypes: [...eventTypes] }), updatedAt: new Date() };
  const { count } = await tx.webhookEndpoint.updateMany({ where: { id: row.id, status: { not: "DELETED" } }, data });
  if (count === 0) throw new AppError("NOT_FOUND", { id: row.id });
  const payloads = { payloadBefore: shown(row), payloadAfter: shown({ ...row, ...change }) };
  await audit(tx, "webhook_endpoint.updated", row.id, actor, payloads);
}

/** The secret so far goes on signing beside the new one until then; one that was older is over. */
export async function replaceSecret(
  tx: Transaction,
  id: string,
  sealed: string,
  until: Date | null,
  actor: Actor,
): Promise<void> {
  const { count } = await tx.$executeRaw`
    UPDATE webhook_endpoint SET secret_ciphertext = ${sealed}, updated_at = clock_timestamp(),
      previous_secret_ciphertext = CASE WHEN ${until}::timestamptz IS NULL THEN NULL ELSE secret_ciphertext END,
      previous_secret_expires_at = ${until}::timestamptz
    WHERE id = ${id} AND status <> 'DELETED'`.then((rows) => ({ count: rows }));
  if (count === 0) throw new AppError("NOT_FOUND", { id });
  await audit(tx, "webhook_endpoint.secret_rotated", id, actor, {
    payloadAfter: { previousSecretExpiresAt: until?.toISOString() ?? null },
  });
}

/** Goes on where it stopped. @throws AppError INVALID_STATE unless it is paused */
export async function resumeEndpoint(tx: Transaction, id: string, actor: Actor): Promise<void> {
  await requireStatus(tx, id, ["PAUSED"]);
  await releaseDeliveries(tx, id); // before the event is numbered: whoever holds a number commits at once
  const set = { paused_reason: null, paused_at: null, failing_since: null };
  await record(tx, id, actor, {
    verb: "resumed",
    action: "UPDATE",
    before: { status: "PAUSED" },
    after: { status: "ACTIVE" },
    payload: {},
    moves: [{ noun: "webhook_endpoint", id, from: ["PAUSED"], to: "ACTIVE", set }],
  });
}

/** For ever: its secrets are gone, its history stays. False when it was deleted before. */
export async function deleteEndpoint(tx: Transaction, id: string, actor: Actor): Promise<boolean> {
  const status = await statusOf(tx, id);
  if (status === "DELETED") return false;
  const empty = [
    "secret_ciphertext",
    "previous_secret_ciphertext",
    "previous_secret_expires_at",
    "paused_reason",
    "paused_at",
  ];
  await record(tx, id, actor, {
    verb: "deleted",
    action: "DELETE",
    before: { status },
    after: { status: "DELETED" },
    payload: {},
    moves: [
      {
        noun: "webhook_endpoint",
        id,
        from: ["ACTIVE", "PAUSED"],
        to: "DELETED",
        set: Object.fromEntries(empty.map((name) => [name, null])),
      },
    ],
  });
  return true;
}

/** An event like any other, that goes to this endpoint alone. @throws AppError INVALID_STATE unless it is active */
export async function writeTestEvent(tx: Transaction, id: string, actor: Actor): Promise<string> {
  await requireStatus(tx, id, ["ACTIVE"]);
  return record(tx, id, actor, { verb: "test", action: "UPDATE", before: null, after: null, payload: { test: true } });
}

/** Also locks it, so that what follows is decided on what is true until the end of the transaction. */
export async function requireStatus(tx: Transaction, id: string, allowedStates: readonly string[]): Promise<void> {
  const currentState = await statusOf(tx, id);
  if (!allowedStates.includes(currentState)) throw new AppError("INVALID_STATE", { id, currentState, allowedStates });
}

async function statusOf(tx: Transaction, id: string): Promise<string> {
  const rows = await tx.$queryRaw<
    { status: string }[]
  >`SELECT status FROM webhook_endpoint WHERE id = ${id} FOR UPDATE`;
  if (!rows[0]) throw new AppError("NOT_FOUND", { id });
  return rows[0].status;
}

/** Rows, audit and event in one statement; returns the event's id. */
async function record(tx: Transaction, id: string, actor: Actor, happening: Happening): Promise<string> {
  const { verb, action, before, after, payload, inserts, moves } = happening;
  const eventId = mintId("event", randomBytes(ID_ENTROPY_BYTES));
  const eventType = verb === "test" ? TEST_EVENT : `webhook_endpoint.${verb}`;
  const about = { resourceType: "WebhookEndpoint", resourceId: id, actorType: "api_key", actorId: actor.actorId };
  const step = {
    key: `webhook-endpoint/${id}#${verb}/${eventId}`,
    correlationId: actor.correlationId,
    inserts,
    moves,
    audits: [{ id: mintAudit(), action, eventType, before, after, ...about }],
    events: [
      {
        id: eventId,
        type: eventType,
        aggregateType: "WebhookEndpoint",
        aggregateId: id,
        userId: null,
        payload: { webhookEndpointId: id, ...payload },
      },
    ],
  };
  await tx.$queryRaw`SELECT record_step(${JSON.stringify(step)}::jsonb)`;
  return eventId;
}

async function audit(
  tx: Transaction,
  eventType: string,
  resourceId: string,
  { actorId, correlationId }: Actor,
  payloads: { readonly payloadBefore?: object; readonly payloadAfter?: object },
): Promise<void> {
  const about = {
    eventType,
    resourceType: "WebhookEndpoint",
    resourceId,
    actorType: "api_key",
    actorId,
    correlationId,
  };
  await tx.auditRecord.create({
    data: { id: mintAudit(), action: "UPDATE", result: "SUCCESS", ...about, ...payloads },
  });
}

const mintAudit = () => mintId("audit", randomBytes(ID_ENTROPY_BYTES));

/** Without what may be secret: the path of an address often holds a token. */
const shown = ({ url, description, eventTypes }: Pick<NewEndpoint, "url" | "description" | "eventTypes">) => ({
  origin: new URL(url).origin,
  description,
  eventTypes,
});
