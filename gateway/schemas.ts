import { z } from "zod";

/** Of a request that takes nothing there. */
export const NOTHING = z.strictObject({});

/** Shapes that every noun's schemas use. */
/** A name of the caller's own. */
export const Reference = z.string().min(1).max(255);

export const Id = z.string().min(1).max(255);
export const Timestamp = z.iso.datetime({ precision: 3 }).meta({ description: "UTC, with milliseconds." });
export const Metadata = z.record(z.string(), z.unknown());

/** The form of an amount; zero and limits have codes of their own, see amounts.ts. */
export const AmountText = z
  .string('must be a string such as "120.00"')
  .max(64)
  .regex(/^[0-9]+\.[0-9]{2}$/, "must be digits, a point and two decimals")
  .meta({ description: "Two decimals, e.g. 120.00.", example: "120.00" });

/** Any text here: a wrong one is INVALID_CURRENCY, see amounts.ts. */
export const CurrencyText = z
  .string()
  .max(16)
  .default("USD")
  .meta({ description: "USD or USDC: one balance.", example: "USD" });

const LIMIT_DEFAULT = 20;
const LIMIT_MAX = 100;
/** The most that a whole number in a query may be. */
export const WHOLE_NUMBER_MAX = 999_999_999;

/** How many items a page has at most; more than the most is the most. */
export const pageLimit = (usual: number) =>
  z
    .string()
    .regex(/^[0-9]{1,9}$/, "must be a whole number")
    .transform(Number)
    .refine((limit) => limit >= 1, "must be at least 1")
    .transform((limit) => Math.min(limit, LIMIT_MAX))
    .default(usual)
    .meta({
      description: `1 to ${LIMIT_MAX} (${usual}).`,
      type: "integer",
      minimum: 1,
      maximum: WHOLE_NUMBER_MAX,
      default: usual,
    });

export const pageFields = {
  limit: pageLimit(LIMIT_DEFAULT),
  cursor: Id.nullable().default(null).meta({ description: "Id of the last item of the page before." }),
};

export const ProgressWire = z
  .object({
    workflowId: z.string(),
    state: z.string(),
    step: z.string().nullable(),
    generation: z.number().meta({ description: "Which signed attempt of the step; 0 before anything is signed." }),
    txHash: z.string().nullable(),
    waitingFor: z.enum(["command", "provider", "chain", "operator", "support", "nothing"]),
    since: z.string(),
    parkedReason: z.string().nullable(),
    lastError: z.string().nullable(),
    nextAttemptAt: z.string().nullable(),
    deadline: z
      .object({ action: z.enum(["cancel", "release"]), at: Timestamp })
      .nullish()
      .meta({ description: "What will happen by itself, and when." }),
    ignoredDecision: z.string().nullable(),
    source: z.enum(["live", "recorded", "status"]).meta({
      description: "live: told by the workflow now; recorded: last written down; status: only the status is known.",
    }),
  })
  .meta({ id: "Progress" });

/** Of USDC or XLM. */
export const PositiveAmount = z
  .string()
  .regex(/^(?!0+\.0+$)[0-9]{1,12}\.[0-9]{2,7}$/, "must be above zero, with two to seven decimals")
  .meta({ example: "25.00" });
