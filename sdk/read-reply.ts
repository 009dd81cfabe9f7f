import type { Envelope } from "./http.ts";
import type { List } from "./types.ts";

/** The object of a reply. The generated contract says that it is one; the server's tests keep it so. */
export const dataOf = async <Data>(reply: Promise<Envelope>): Promise<Data> => (await reply).data as Data;

/** A page of a reply, by the same contract. */
export async function listOf<Item>(reply: Promise<Envelope>): Promise<List<Item>> {
  const { data, hasMore = false, nextCursor = null } = await reply;
  return { data: data as readonly Item[], hasMore, nextCursor };
}
