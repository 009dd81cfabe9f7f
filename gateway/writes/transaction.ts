import type { Database } from "../../prisma/client.ts";

/** The part of a database client that works inside a transaction. */
export type Transaction = Parameters<Parameters<Database["prisma"]["$transaction"]>[0]>[0];
