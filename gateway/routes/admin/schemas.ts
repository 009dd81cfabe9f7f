import { z } from "zod";
import { PositiveAmount, Timestamp } from "../../schemas.ts";

export const EnableMaintenanceBody = z.strictObject({
  message: z.string().trim().min(1).max(500).nullish().meta({ description: "What callers are told." }),
});

export const MaintenanceWire = z
  .object({
    enabled: z.boolean(),
    message: z.string().nullable(),
    enabledAt: Timestamp.nullable(),
    enabledBy: z.string().nullable().meta({ description: "Id of the API key that switched it on." }),
  })
  .meta({ id: "Maintenance" });
const Reason = z.string().min(1).max(500);

export const ReasonBody = z.strictObject({ reason: Reason });
export const OptionalReasonBody = z.strictObject({ reason: Reason.nullish() });

export const BookTreasuryBody = z.strictObject({
  direction: z.enum(["in", "out", "write-off"]).meta({
    description:
      "in: you put money into the account at Airtm; out: you took it; write-off: you bear what a user was paid twice.",
  }),
  amount: z.string().regex(/^\d{1,12}\.\d{2}$/, "must be an amount with two decimals"),
  reason: Reason,
});

export const TreasuryMovementWire = z
  .object({
    rail: z.literal("airtm"),
    direction: z.enum(["in", "out", "write-off"]),
    amount: z.string(),
    ownAmount: z.string().meta({ description: "The operator's own part of what the account holds, afterwards." }),
  })
  .meta({ id: "TreasuryMovement" });

export const WriteOffBody = z.strictObject({
  account: z
    .string()
    .regex(
      /^(?:suspense\/unexplained|order\/ord_[0-9A-Za-z]{32}\/escrow|user\/usr_[0-9A-Za-z]{32}\/available)$/,
      "must be suspense/unexplained, order/<id>/escrow or user/<id>/available",
    )
    .meta({
      description: "The ledger account. What a user was paid twice is written off by POST /admin/treasury/movements.",
    }),
  amount: PositiveAmount,
  reason: Reason,
});

export const WriteOffWire = z
  .object({
    account: z.string(),
    amount: z.string(),
    balance: z.string().meta({ description: "What the account holds in our ledger afterwards." }),
  })
  .meta({ id: "WriteOff" });

export const FreezeWire = z
  .object({
    frozen: z.boolean(),
    reason: z.string().nullable(),
    frozenBy: z.string().nullable().meta({ description: "Id of the API key." }),
    frozenAt: Timestamp.nullable(),
    unfreezing: z
      .object({ askedBy: z.string(), askedAt: Timestamp, reason: z.string().nullable() })
      .nullable()
      .meta({ description: "Asked for; the key of a second person must send POST /admin/unfreeze too." }),
    message: z.string().meta({ description: "The same, for a person." }),
  })
  .meta({ id: "Freeze" });

const BookWire = z
  .object({
    checked: z.number().nullable(),
    differing: z.number().nullable(),
    inMotion: z.number().nullable().meta({ description: "Nothing is said of these: money of theirs was in flight." }),
    credited: z.number().nullable().meta({ description: "Deposits that the follower had missed." }),
    failure: z.string().nullable().meta({ description: "Why this book could not be compared." }),
  })
  .meta({ id: "ReconciliationBook" });

const DifferenceWire = z
  .object({
    id: z.string(),
    kind: z.string(),
    subject: z.string(),
    cause: z.string(),
    expected: z.string().nullable().meta({ description: "What our ledger says; seven decimals." }),
    found: z.string().nullable().meta({ description: "What the chain or the postings say." }),
    details: z.record(z.string(), z.unknown()),
    firstSeenAt: Timestamp,
    lastSeenAt: Timestamp,
    ageSeconds: z.number(),
  })
  .meta({ id: "ReconciliationDifference" });

export const ReconciliationWire = z
  .object({
    lastRun: z
      .object({
        id: z.string(),
        startedAt: z.string(),
        finishedAt: z.string(),
        ledger: BookWire,
        deposits: BookWire.nullable().meta({
          description: "Events of the token that could not be read when they came.",
        }),
        wallets: BookWire,
        escrows: BookWire,
        fiat: BookWire.nullable(),
      })
      .nullable(),
    openCount: z.number(),
    differences: z.array(DifferenceWire).meta({ description: "Open ones, oldest first, 100 at most." }),
  })
  .meta({ id: "Reconciliation" });

export const KeyRotationWire = z
  .object({
    keys: z
      .array(z.object({ keyId: z.string(), wallets: z.number() }))
      .meta({ description: "How many wallets are sealed under each key. A key that is missing here opens none." }),
    rotation: z
      .object({
        newestKeyId: z.string().nullable(),
        rotated: z.number(),
        unreadableCount: z.number(),
        unreadableWallets: z.array(z.string()).meta({ description: "The first 20." }),
        startedAt: z.string(),
        finishedAt: z.string().nullable(),
      })
      .nullable()
      .meta({ description: "The newest rotation; null when there was none lately or nobody can say." }),
  })
  .meta({ id: "KeyRotation" });

export const FenceWire = z
  .object({
    holder: z.string().nullable().meta({ description: "The deployment that signs; null before the first worker." }),
    thisDeployment: z.string(),
    holds: z.boolean().meta({ description: "Whether this deployment is the one that signs." }),
    epoch: z.number().meta({ description: "Grows whenever somebody takes it." }),
    takenBy: z.string().nullable(),
    takenAt: Timestamp.nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: "Fence" });
