import type { Context } from "hono";
import type { z } from "zod";
import { invalid, plain } from "./api-error.ts";

export async function readBody<Schema extends z.ZodType>(c: Context, schema: Schema): Promise<z.output<Schema>> {
  const json = await c.req.json().catch(() => {
    throw plain(400, "Unexpected token in JSON");
  });
  return parseInput(schema, json);
}

export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    throw plain(400, ["the request body must be an object"]);
  }
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const details: Record<string, string[]> = {};
  for (const issue of parsed.error.issues) {
    const field = issue.path.join(".");
    details[field] = [...(details[field] ?? []), issue.message];
  }
  throw invalid(details);
}
