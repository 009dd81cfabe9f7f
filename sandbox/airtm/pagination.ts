import { z } from "zod";
import { parseInput } from "./parse-input.ts";

const Cursor = z
  .string()
  .transform((text) => Number(Buffer.from(text, "base64url").toString()))
  .pipe(z.int().nonnegative());

const PageQuery = z.object({
  before: Cursor.optional(),
  after: Cursor.optional(),
  perPage: z.coerce.number().pipe(z.int().min(10).max(1000)).default(10),
});

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

/**
 * Newest first; `after: endCursor` is the next page (older), `before: startCursor` the one before it (newer). A cursor
 * is a place in the order of creation: what changes meanwhile neither repeats nor hides anything.
 */
export function pageOf<Item>(
  oldestFirst: readonly Item[],
  isWanted: (item: Item) => boolean,
  query: Readonly<Record<string, string>>,
): Page<Item> {
  const { before, after, perPage } = parseInput(PageQuery, query);
  const places = oldestFirst
    .flatMap((item, place) => (isWanted(item) ? [{ item, place }] : []))
    .filter(({ place }) => place < (after ?? oldestFirst.length) && place > (before ?? -1))
    .reverse();
  const page = before === undefined ? places.slice(0, perPage) : places.slice(-perPage);
  return {
    items: page.map(({ item }) => item),
    startCursor: cursorOf(page.at(0)),
    endCursor: cursorOf(page.at(-1)),
  };
}

const cursorOf = (at: { readonly place: number } | undefined): string | null =>
  at === undefined ? null : Buffer.from(String(at.place)).toString("base64url");
