import { z } from "zod";
import { Id, pageFields, Timestamp } from "../../schemas.ts";

export const ApiKeyParams = z.strictObject({ id: Id });

export const CreateApiKeyBody = z.strictObject({
  scopes: z
    .array(z.string().min(1).max(64))
    .min(1)
    .max(50)
    .meta({ description: "read, write, support, events.read or *; others are stored and grant nothing." }),
  name: z.string().min(1).max(200).nullish(),
  userId: Id.nullish().meta({ description: "A user's id: the key then sees and moves this user's objects only." }),
  expiresAt: z.iso.datetime({ offset: true }).nullish().meta({
    description: "None: until it is revoked. A credential that ends makes only keys that end no later.",
  }),
});

const TTL_MIN_SECONDS = 60;
const TTL_MAX_SECONDS = 86_400;
const ttl = (fallback: number) => z.int().min(TTL_MIN_SECONDS).max(TTL_MAX_SECONDS).default(fallback);

export const CreateTokenForKeyBody = z.strictObject({
  ttl: ttl(3_600).meta({ description: "Seconds; the token ends no later than the credential that asks for it." }),
});

export const CreateTokenBody = z.strictObject({
  marketplaceId: Id.meta({ description: "This installation's id, see GET /me." }),
  scopes: CreateApiKeyBody.shape.scopes,
  ttlSeconds: ttl(900),
});

export const TokenWire = z
  .object({ token: z.string().meta({ description: "Shown this once." }), expiresAt: Timestamp })
  .meta({ id: "Token" });

export const ListApiKeysQuery = z.strictObject({ userId: Id.optional(), ...pageFields });

export const ApiKeyWire = z
  .object({
    id: z.string(),
    name: z.string(),
    scopes: z.array(z.string()),
    userId: z.string().nullable(),
    maskedKey: z.string(),
    marketplaceId: z.string(),
    expiresAt: Timestamp.nullable(),
    lastUsedAt: Timestamp.nullable(),
    createdAt: Timestamp,
  })
  .meta({ id: "ApiKey" });

export const ApiKeyList = z.array(ApiKeyWire).readonly();
export const NewApiKeyWire = ApiKeyWire.extend({
  key: z.string().meta({ description: "Shown this once." }),
}).meta({ id: "NewApiKey" });

export const RevokedApiKeyWire = z
  .object({ id: z.string(), status: z.literal("revoked"), revokedAt: Timestamp })
  .meta({ id: "RevokedApiKey" });

export const AuthMeWire = z
  .object({ apiKeyId: z.string(), apiKeyName: z.string(), scopes: z.array(z.string()) })
  .meta({ id: "AuthMe" });

export const MeWire = z
  .object({
    marketplaceId: z.string(),
    apiKey: z.object({ id: z.string(), name: z.string(), scopes: z.array(z.string()) }),
    environment: z.string(),
    version: z.string(),
  })
  .meta({ id: "Me" });
