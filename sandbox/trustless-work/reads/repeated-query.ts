import type { Context } from "hono";

/** `name=a&name=b`, with or without brackets after the name. */
export const repeated = (c: Context, name: string): readonly string[] =>
  c.req.queries(name) ?? c.req.queries(`${name}[]`) ?? [];
