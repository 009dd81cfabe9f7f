import { z } from "@hono/zod-openapi";
import type { Shape } from "./envelope.ts";

const Meta = z.object({ requestId: z.string(), timestamp: z.string() });

export const ErrorWire = z
  .object({
    error: z.object({
      code: z.string(),
      message: z.string(),
      details: z.record(z.string(), z.unknown()).optional(),
      requestId: z.string(),
      docs: z.string(),
    }),
  })
  .openapi("Error");

export const IdempotencyHeaders = z.object({
  "idempotency-key": z
    .string()
    .min(1)
    .max(255)
    .regex(/^[!-~]([ -~]*[!-~])?$/)
    .optional()
    .openapi({ description: "Printable ASCII. The same key with the same body has one effect and one answer." }),
});

export const PreferHeaders = z.object({
  prefer: z
    .string()
    .optional()
    .openapi({ description: "`wait=N` (0 to 60 seconds) or `respond-async`; 28 seconds without it." }),
});

/** The whole success body around `data`, as `envelope.ts` makes it. */
export function envelopeSchema(shape: Shape, data: z.ZodType): z.ZodType {
  const list = isList(data);
  const page = list ? { hasMore: z.boolean().optional(), nextCursor: z.string().nullable().optional() } : {};
  const repeated = shape === "repeated" && data instanceof z.ZodObject ? data.shape : {};
  return z.object({ ...repeated, ...(shape === "flagged" && { success: z.literal(true) }), data, ...page, meta: Meta });
}

const isList = (data: z.ZodType): boolean =>
  data instanceof z.ZodArray || (data instanceof z.ZodReadonly && data.unwrap() instanceof z.ZodArray);
