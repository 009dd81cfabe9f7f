/** Codes of Node, Postgres and Prisma that say: no connection, or it was lost. */
const AWAY = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "57P01",
  "57P02",
  "57P03",
  "53300",
  "08000",
  "08001",
  "08003",
  "08004",
  "08006",
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
]);
const AWAY_MESSAGES =
  /connection terminated|timeout exceeded when trying to connect|can't reach database|server has closed the connection|client has encountered a connection error/i;
/** Another transaction was first: the same one again may go through. */
const CONFLICTS = new Set(["40001", "40P01", "P2034"]);
const TRIES_MAX = 5;

/** True when Postgres could not be reached, however deep the reason lies. */
export const isDatabaseAway = (error: unknown): boolean =>
  causesOf(error).some((cause) => AWAY.has(codeOf(cause)) || AWAY_MESSAGES.test(messageOf(cause)));

/** True when the row was there already (unique violation). */
export const isDuplicate = (error: unknown): boolean =>
  causesOf(error).some((cause) => codeOf(cause) === "23505" || codeOf(cause) === "P2002");

/** Runs a transaction again when it lost to a concurrent one, which is nobody's error. */
export async function retried<Result>(transaction: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await transaction();
    } catch (error) {
      const lost = causesOf(error).some((cause) => CONFLICTS.has(codeOf(cause)));
      if (!lost || tries >= TRIES_MAX) throw error;
    }
  }
}

/** The error, the errors it was made of, and what the Postgres adapter of Prisma keeps in `meta`. */
function causesOf(error: unknown, depth = 0): object[] {
  if (typeof error !== "object" || error === null || depth > 6) return [];
  const { cause, errors, meta, driverAdapterError } = error as Readonly<Record<string, unknown>>;
  const inner = [cause, meta, driverAdapterError, ...(Array.isArray(errors) ? errors : [])];
  return [error, ...inner.flatMap((one) => causesOf(one, depth + 1))];
}

function codeOf(error: object): string {
  const { code, originalCode } = error as Readonly<Record<string, unknown>>;
  return String(originalCode ?? code ?? "");
}

const messageOf = (error: object): string => String((error as Readonly<Record<string, unknown>>).message ?? "");
