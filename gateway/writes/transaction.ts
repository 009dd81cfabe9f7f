import type { Database } from "../../prisma/client.ts";

/** The part of a database client that works inside a transaction. */
export type Transaction = Parameters<Parameters<Database["prisma"]["$transaction"]>[0]>[0];

/** Writes in the request's own transaction when it has one (its answer is kept there too), else in a new one. */
export const inTransaction = <Result>(
  db: Database,
  tx: Transaction | null,
  write: (tx: Transaction) => Promise<Result>,
): Promise<Result> => (tx ? write(tx) : db.prisma.$transaction(write));
