import type { Sides } from "./benchmark.ts";

export interface Rounds {
  readonly rounds: number;
  readonly compare?: "quotient" | "difference" | undefined;
  /** Asked before each round: false ends the rounds early, when there are enough of them for quartiles. */
  readonly isGoingOn?: (done: number) => boolean;
}

const ROUNDS_MIN = 3;

/**
 * Ours compared with theirs, in each round. Both sides of a round run right after one another, so that what else the machine
 * does strikes both; who begins changes from round to round. One round before them warms up and is dropped.
 * @throws Error when a side did nothing: a comparison with it would say nothing
 */
export async function pairedRounds(
  { ours, theirs }: Pick<Sides, "ours" | "theirs">,
  { rounds, compare = "quotient", isGoingOn = () => true }: Rounds,
): Promise<readonly number[]> {
  await ours();
  await theirs();
  const compared: number[] = [];
  for (let round = 0; round < rounds && (isGoingOn(round) || round < ROUNDS_MIN); round += 1) {
    const first = round % 2 === 0 ? await ours() : await theirs();
    const second = round % 2 === 0 ? await theirs() : await ours();
    const [our, their] = round % 2 === 0 ? [first, second] : [second, first];
    if (!(our > 0 && their > 0)) throw new Error("one side of a round did nothing");
    compared.push(compare === "quotient" ? our / their : our - their);
  }
  return compared;
}
