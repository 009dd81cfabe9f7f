import type { Result } from "./run-benchmark.ts";

/** Something counted, not timed: the same on every machine. */
export interface Count {
  readonly what: string;
  readonly count: number;
  readonly most: number | null;
}

const NAME_WIDTH = 34;
const NUMBER_WIDTH = 8;

const cells = (name: string, numbers: readonly string[], rest: string): string =>
  [name.padEnd(NAME_WIDTH), ...numbers.map((number) => number.padStart(NUMBER_WIDTH)), `  ${rest}`].join("");

export const TABLE_HEAD = cells("ratio", ["median", "lower", "upper", "good", "stretch"], "verdict");

export function lineOfRatio({ name, quartiles, target, verdict }: Result): string {
  const { median, lower, upper } = quartiles;
  const numbers = [median, lower, upper, target?.good, target?.stretch];
  return cells(
    name,
    numbers.map((number) => number?.toPrecision(3) ?? "–"),
    verdict,
  );
}

export function lineOfCount({ what, count, most }: Count): string {
  const verdict = most === null ? "no target" : count <= most ? `met (at most ${most})` : `missed (at most ${most})`;
  return cells(what, [String(count)], verdict);
}
