import type { Sides } from "./benchmark.ts";

/**
 * The ratio of each round. Both sides of a round run right after one another, so that what else the machine does strikes
 * both; who begins changes from round to round. One round before them warms up and is dropped.
 * @throws Error when a side did nothing: a ratio of it would say nothing
 */
export async function pairedRatios(
  { ours, theirs }: Pick<Sides, "ours" | "theirs">,
  rounds: number,
): Promise<readonly number[]> {
  await ours();
  await theirs();
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const first = round % 2 === 0 ? await ours() : await theirs();
    const second = round % 2 === 0 ? await theirs() : await ours();
    ratios.push(round % 2 === 0 ? ratioOf(first, second) : ratioOf(second, first));
  }
  return ratios;
}

function ratioOf(ours: number, theirs: number): number {
  if (!(ours > 0 && theirs > 0)) throw new Error("one side of a round did nothing");
  return ours / theirs;
}
