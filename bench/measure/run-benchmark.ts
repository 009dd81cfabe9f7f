import type { Benchmark, Effort } from "./benchmark.ts";
import { pairedRatios } from "./paired-rounds.ts";
import { type Quartiles, quartilesOf } from "./quartiles.ts";
import { circumstances, writeResult } from "./results.ts";
import { type Verdict, verdictOf } from "./verdict.ts";

export interface Result {
  readonly name: string;
  readonly ratio: string;
  readonly quartiles: Quartiles;
  readonly verdict: Verdict;
  readonly target: Benchmark["target"];
  readonly broken: readonly string[];
}

/** Measures one ratio, checks the laws afterwards, and keeps what was found. */
export async function runBenchmark(benchmark: Benchmark, effort: Effort): Promise<Result> {
  const { name, ratio, method, target } = benchmark;
  const sides = await benchmark.prepare(effort);
  try {
    const ratios = await pairedRatios(sides, effort.rounds);
    const broken = await sides.broken();
    const quartiles = quartilesOf(ratios);
    const verdict = verdictOf(quartiles.median, target, broken);
    writeResult(name, {
      ratio,
      method: `${method} ${roundsText(effort)}`,
      notes: sides.notes ?? [],
      target,
      verdict,
      ...roundedQuartiles(quartiles),
      ratiosOfRounds: ratios.map(rounded),
      invariants: broken.length === 0 ? "held" : broken,
      ...circumstances(effort.isQuick),
    });
    return { name, ratio, quartiles, verdict, target, broken };
  } finally {
    await sides.close();
  }
}

const roundsText = ({ rounds, seconds }: Effort) =>
  `${rounds} paired rounds of ${seconds} s a side, who begins changes from round to round, one round before them dropped.`;

const rounded = (value: number): number => Number(value.toPrecision(3));

const roundedQuartiles = ({ lower, median, upper }: Quartiles) => ({
  median: rounded(median),
  lowerQuartile: rounded(lower),
  upperQuartile: rounded(upper),
});
