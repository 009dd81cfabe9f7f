import type { Context } from "hono";
import type { z } from "zod";
import { AirtmError } from "./errors.ts";

export async function readBody<Schema extends z.ZodType>(c: Context, schema: Schema): Promise<z.output<Schema>> {
  const json: unknown = await c.req.json().catch(() => {
    throw new AirtmError("415400", { issues: [{ path: "", message: "the body is not JSON" }] });
  });
  return parseInput(schema, json);
}

export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
  throw new AirtmError("415400", { issues });
}
