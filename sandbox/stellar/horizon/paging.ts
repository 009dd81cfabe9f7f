import type { Context } from "hono";

export interface Page {
  readonly cursor: bigint | null;
  readonly limit: number;
  readonly order: "asc" | "desc";
}

interface Placed {
  readonly paging_token: string;
}

const DEFAULT_LIMIT = 10;
const MOST = 200;

/** Null when a parameter makes no sense. `cursor=now` is for streams. */
export function readPage(c: Context): Page | null {
  const cursor = c.req.query("cursor") ?? "";
  const limit = Number(c.req.query("limit") ?? DEFAULT_LIMIT);
  const order = c.req.query("order") ?? "asc";
  if (!/^(\d{1,19}|now)?$/.test(cursor) || !Number.isInteger(limit) || limit < 1 || limit > MOST) return null;
  if (order !== "asc" && order !== "desc") return null;
  return { cursor: /^\d+$/.test(cursor) ? BigInt(cursor) : null, limit, order };
}

/** A page of records that are in ascending order. */
export function collection<Record extends Placed>(c: Context, ascending: readonly Record[], page: Page): Response {
  const ordered = page.order === "asc" ? ascending : [...ascending].reverse();
  const { cursor } = page;
  const beyond = (record: Record): boolean =>
    cursor === null ||
    (page.order === "asc" ? BigInt(record.paging_token) > cursor : BigInt(record.paging_token) < cursor);
  const records = ordered.filter(beyond).slice(0, page.limit);
  const link = (at: string | undefined, order: Page["order"]): { href: string } => {
    const url = new URL(c.req.url);
    if (at !== undefined) url.searchParams.set("cursor", at);
    url.searchParams.set("limit", page.limit.toString());
    url.searchParams.set("order", order);
    return { href: url.toString() };
  };
  const turned = page.order === "asc" ? "desc" : "asc";
  return c.json({
    _links: {
      self: { href: c.req.url },
      next: link(records.at(-1)?.paging_token ?? cursor?.toString(), page.order),
      prev: link(records[0]?.paging_token ?? cursor?.toString(), turned),
    },
    _embedded: { records },
  });
}
