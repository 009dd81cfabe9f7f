/** A column: its heading and what it shows of a row. */
export type Column<Row> = readonly [heading: string, show: (row: Row) => string | number | null | undefined];

const GAP = "  ";
const NOTHING = "–";

/** Rows in columns as wide as their widest cell, below their headings. */
export function tableOf<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): readonly string[] {
  if (rows.length === 0) return ["none"];
  const cells = rows.map((row) => columns.map(([, show]) => textOf(show(row))));
  const all = [columns.map(([heading]) => heading.toUpperCase()), ...cells];
  const widths = columns.map((_, index) => Math.max(...all.map((line) => line[index]?.length ?? 0)));
  return all.map((line) =>
    line
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join(GAP)
      .trimEnd(),
  );
}

/** Names and values, one below the other. */
export function factsOf(facts: Readonly<Record<string, string | number | null | undefined>>): readonly string[] {
  const width = Math.max(...Object.keys(facts).map((name) => name.length));
  return Object.entries(facts).map(([name, value]) => `${name.padEnd(width)}${GAP}${textOf(value)}`);
}

/** One line each: what came from elsewhere may hold anything, escape sequences too. */
export const textOf = (value: string | number | null | undefined): string =>
  value === null || value === undefined || value === "" ? NOTHING : String(value).replace(/\p{Cc}/gu, " ");
