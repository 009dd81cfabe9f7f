import type { Database } from "../../prisma/client.ts";

type Columns = Readonly<Record<string, unknown>>;

/** Rows by plain SQL, for what is asked so often that Prisma's own work counts. What Postgres says is the cause of the error. */
export async function queryRows<Row extends Columns>(
  { sql }: Pick<Database, "sql">,
  text: string,
  values: readonly unknown[],
): Promise<readonly Row[]> {
  try {
    return (await sql.query<Row>(text, [...values])).rows;
  } catch (cause) {
    throw new Error("a query failed", { cause });
  }
}

/**
 * What a plain SQL query found, as Prisma would give it: names in camel case, times as dates, stroops as bigint. Parts that
 * came as JSON are treated alike, and must bring their stroops as text: a JSON number loses digits.
 */
export const rowOf = <Row>(columns: Columns): Row =>
  Object.fromEntries(Object.entries(columns).map(([name, value]) => [fieldOf(name), revived(name, value)])) as Row;

const FIELDS = new Map<string, string>();

function fieldOf(column: string): string {
  const known = FIELDS.get(column);
  if (known !== undefined) return known;
  const field = column.replaceAll(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());
  FIELDS.set(column, field);
  return field;
}

function revived(column: string, value: unknown): unknown {
  if (typeof value !== "string") return value;
  if (column.endsWith("_at")) return new Date(value);
  return column.endsWith("_stroops") ? BigInt(value) : value;
}
