import type { List, PageQuery } from "./types.ts";

/** Every item of a list, page after page, each page asked for when the one before it is used up. */
export async function* iterate<Item, Query extends PageQuery>(
  list: (query?: Query) => Promise<List<Item>>,
  query: Query,
): AsyncGenerator<Item, void> {
  let asked = query;
  for (;;) {
    const { data, hasMore, nextCursor } = await list(asked);
    yield* data;
    if (!hasMore || nextCursor === null) return;
    asked = { ...query, cursor: nextCursor };
  }
}
