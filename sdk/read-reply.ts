import type { Envelope } from "./http.ts";
import type { List } from "./types.ts";
import { unexpectedReply } from "./unexpected-reply.ts";

/** The object of a reply, as the generated contract has it. @throws UnexpectedReplyError when it is none */
export async function dataOf<Data extends object>(reply: Promise<Envelope>): Promise<Data> {
  const envelope = await reply;
  const { data } = envelope;
  if (typeof data === "object" && data !== null && !Array.isArray(data)) return data as Data;
  throw unexpectedReply(envelope, Array.isArray(data) ? "a list instead of an object" : "no object");
}

/** All items of a reply that has no pages, by the same contract. @throws UnexpectedReplyError when it is no list */
export async function itemsOf<Item>(reply: Promise<Envelope>): Promise<readonly Item[]> {
  const envelope = await reply;
  if (Array.isArray(envelope.data)) return envelope.data as readonly Item[];
  throw unexpectedReply(envelope, "no list");
}

/** A page of a reply, by the same contract. @throws UnexpectedReplyError when it is no list */
export async function listOf<Item>(reply: Promise<Envelope>): Promise<List<Item>> {
  const { hasMore = false, nextCursor = null } = await reply;
  return { data: await itemsOf<Item>(reply), hasMore, nextCursor };
}
