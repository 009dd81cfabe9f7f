import { createHash } from "node:crypto";
import {
  type BalanceOperation,
  balanceOperationStep,
  holdUseOf,
  subjectOf,
} from "../../domain/balance/balance-operations.ts";
import { AppError, isErrorCode } from "../../domain/errors.ts";
import { mintId, type UserId } from "../../domain/ids.ts";
import { parseOrderAmount } from "../../domain/money.ts";
import type { Database } from "../../prisma/client.ts";
import { retried } from "../database-errors.ts";
import type { Actor } from "./audit.ts";

export type BalanceOperationRow = NonNullable<Awaited<ReturnType<typeof findOperation>>>;

interface Verdict {
  readonly id?: string;
  readonly refusal?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/**
 * Money, hold, audit row, events and the answer itself in one statement. The same id, or the same reference of the user,
 * was done before: then nothing is done again, and the answer is the first one's.
 * @param boundUserId whose key asks, where it is one user's: it takes from no hold but its own
 * @throws AppError INSUFFICIENT_FUNDS, FUNDS_ALREADY_RESERVED, RESERVE_NOT_FOUND, BALANCE_REFERENCE_REUSED, USER_NOT_ELIGIBLE
 */
export async function recordBalanceOperation(
  db: Database,
  operation: BalanceOperation,
  actor: Actor,
  boundUserId: UserId | null,
): Promise<BalanceOperationRow> {
  const record = { ...toRecord(operation), boundUserId };
  const parameters = [JSON.stringify(record), JSON.stringify(toStep(operation, actor))];
  const { rows } = await retried(() =>
    db.sql.query<{ verdict: Verdict }>("SELECT record_balance_operation($1, $2) AS verdict", parameters),
  );
  const { id, refusal, details = null } = rows[0]?.verdict ?? {};
  if (isErrorCode(refusal)) throw new AppError(refusal, details);
  const row = id ? await findOperation(db, id) : null;
  if (!row) throw new Error("a balance operation was recorded and is not there");
  return row;
}

const findOperation = (db: Database, id: string) => db.prisma.balanceOperation.findUnique({ where: { id } });

function toRecord(operation: BalanceOperation): object {
  const hold = holdUseOf(operation);
  return {
    id: operation.operationId,
    kind: operation.kind,
    userId: subjectOf(operation),
    holderId: hold === null ? null : operation.userId,
    orderId: "orderId" in operation ? operation.orderId : null,
    reference: "reference" in operation ? operation.reference : null,
    description: operation.description,
    stroops: parseOrderAmount(operation.amount).toString(),
    currency: operation.currency,
    hold,
    auditId: auditIdOf(operation),
  };
}

/** The step as `record_step` takes it. Its key and ids follow from the operation's id, so that they too are used once. */
function toStep(operation: BalanceOperation, { actorId, correlationId }: Actor): object {
  const { entry, audits = [], events = [] } = balanceOperationStep(operation);
  return {
    key: `balance/${operation.operationId}`,
    correlationId,
    entry: entry && {
      kind: entry.kind,
      postings: entry.postings.map(({ account, stroops }) => ({ account, stroops: stroops.toString() })),
    },
    audits: audits.map((audit) => ({ ...audit, id: auditIdOf(operation), actorType: "api_key", actorId })),
    events: events.map((event, index) => ({ ...event, id: mintId("event", digest(operation, `event ${index}`)) })),
  };
}

const auditIdOf = (operation: BalanceOperation) => mintId("audit", digest(operation, "audit"));
const digest = ({ operationId }: BalanceOperation, purpose: string) =>
  createHash("sha256").update(`${operationId} ${purpose}`).digest();
