import { z } from "zod";
import { Id, Metadata, pageFields, Timestamp } from "../../schemas.ts";

export const USER_TYPES = ["BUYER", "SELLER", "BOTH"] as const;
export const USER_STATUSES = ["ACTIVE", "SUSPENDED", "PENDING_VERIFICATION"] as const;

const upperCase = (value: unknown) => (typeof value === "string" ? value.toUpperCase() : value);

export const UserParams = z.strictObject({ id: Id });

export const SuspensionBody = z.strictObject({
  reason: z.string().trim().min(1).max(1000).meta({ description: "Kept in the audit log and told in the event." }),
});

export const CreateUserBody = z.strictObject({
  externalUserId: z
    .string()
    .min(1)
    .max(255)
    .meta({ description: "Your id of the user; the same one again is the same user." }),
  email: z.email().max(320).nullish(),
  type: z.preprocess(upperCase, z.enum(USER_TYPES).default("BOTH")),
  metadata: Metadata.nullish(),
});

export const LinkAirtmBody = z.strictObject({
  email: z.email().max(320).meta({ description: "Of the user's account at Airtm." }),
});

/** The moment twice and the address twice: existing clients read either name. */
export const AirtmLinkWire = z
  .object({
    userId: z.string(),
    airtmUserId: z.string(),
    airtmEmail: z.string(),
    email: z.string(),
    eligible: z.boolean().meta({ description: "True: Airtm has been asked, and lets this user be paid." }),
    airtmLinkedAt: Timestamp,
    linkedAt: Timestamp,
    success: z.literal(true),
  })
  .meta({ id: "AirtmLink" });

export const ListUsersQuery = z.strictObject({
  type: z.preprocess(upperCase, z.enum(USER_TYPES).optional()),
  status: z.enum(USER_STATUSES).optional(),
  ...pageFields,
});

export const UserWire = z
  .object({
    id: z.string(),
    externalUserId: z.string(),
    email: z.string().nullable(),
    type: z.enum(USER_TYPES),
    status: z.enum(USER_STATUSES),
    metadata: Metadata.nullable(),
    balance: z.object({ available: z.string(), reserved: z.string(), currency: z.string() }),
    airtmLinked: z.boolean(),
    airtmUserId: z.string().nullable(),
    airtmEmail: z.string().nullable(),
    airtmLinkedAt: Timestamp.nullable(),
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: "User" });

export const UserList = z.array(UserWire).readonly();
