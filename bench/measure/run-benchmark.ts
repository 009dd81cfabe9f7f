import type { Benchmark, Effort } from "./benchmark.ts";
import { pairedRounds } from "./paired-rounds.ts";
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
  const { name, ratio, method, target, compare } = benchmark;
  const sides = await benchmark.prepare(effort);
  try {
    const endsAt = performance.now() + effort.patienceSeconds * 1000;
    const isGoingOn = (done: number) => {
      process.stderr.write(`${name}: ${done} of ${effort.rounds} rounds\n`); // slow must not look like hanging
      return target !== null || performance.now() < endsAt;
    };
    const ratios = await pairedRounds(sides, { rounds: effort.rounds, compare, isGoingOn });
    const broken = await sides.broken();
    const quartiles = quartilesOf(ratios);
    const verdict = verdictOf(quartiles.median, target, broken);
    writeResult(name, {
      ratio,
      method: `${method} ${roundsText(ratios.length, effort)}`,
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

const roundsText = (rounds: number, { seconds }: Effort) =>
  `${rounds} paired rounds of ${seconds} s a side, who begins changes from round to round, one round before them dropped.`;

const rounded = (value: number): number => Number(value.toPrecision(3));

const roundedQuartiles = ({ lower, median, upper }: Quartiles) => ({
  median: rounded(median),
  lowerQuartile: rounded(lower),
  upperQuartile: rounded(upper),
});
