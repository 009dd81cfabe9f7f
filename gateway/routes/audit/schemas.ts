import { z } from "zod";
import { Id, pageFields, Timestamp } from "../../schemas.ts";

const Time = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

export const ListAuditLogsQuery = z.strictObject({
  resourceType: z
    .string()
    .regex(/^[A-Za-z_]{1,64}$/, "must be letters, such as Order")
    .optional(),
  resourceId: Id.optional(),
  action: z
    .string()
    .regex(
      /^(CREATE|UPDATE|DELETE|[a-z_]{1,40}\.[a-z_]{1,60})$/,
      "must be CREATE, UPDATE, DELETE or the type of an event",
    )
    .optional(),
  userId: Id.optional().meta({ description: "Rows about this user and this user's orders, withdrawals and keys." }),
  from: Time.optional(),
  to: Time.optional(),
  ...pageFields,
});

const Payload = z.record(z.string(), z.unknown()).nullable();

export const AuditRowWire = z
  .object({
    id: z.string(),
    occurredAt: Timestamp,
    action: z.enum(["CREATE", "UPDATE", "DELETE"]),
    eventType: z.string(),
    resourceType: z.string(),
    resourceId: z.string(),
    payloadBefore: Payload,
    payloadAfter: Payload,
    actorType: z.string(),
    actorId: z.string(),
    result: z.enum(["SUCCESS", "FAILURE"]),
    correlationId: z.string().nullable(),
  })
  .meta({ id: "AuditRow", description: "Secrets, e-mails and addresses were redacted before it was stored." });

export const AuditRowList = z.array(AuditRowWire).readonly();
