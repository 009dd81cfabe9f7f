/** The first items of a list, with whether there are more. */
export async function takeItems<Item>(
  items: AsyncIterable<Item>,
  limit: number,
): Promise<{ readonly data: readonly Item[]; readonly hasMore: boolean }> {
  const data: Item[] = [];
  for await (const item of items) {
    if (data.length === limit) return { data, hasMore: true };
    data.push(item);
  }
  return { data, hasMore: false };
}

/** The largest page that the API gives. */
const PAGE_MAX = 100;

/** No page larger than what is wanted, nor than the API gives; one more tells whether there are more. */
export const pageSizeFor = (limit: number): number => Math.min(limit + 1, PAGE_MAX);
