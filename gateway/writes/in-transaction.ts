import type { CallContext } from "../endpoint.ts";
import type { Actor } from "./audit.ts";
import type { Transaction } from "./transaction.ts";

/** In the request's own transaction, where its answer is kept too, or in a new one. */
export const inTransaction = <Result>(
  { tx, deps }: Pick<CallContext, "tx" | "deps">,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> => (tx ? work(tx) : deps.db.prisma.$transaction(work));

/** Who did it, as the audit log tells it. */
export const actorOf = ({ caller, requestId }: Pick<CallContext, "caller" | "requestId">): Actor => ({
  actorId: caller.keyId,
  correlationId: requestId,
});
