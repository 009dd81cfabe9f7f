import Sequencer from "@jest/test-sequencer";
import { TIERS } from "./tiers.mjs";

const LONG = new Set(TIERS.filter(({ takesLong }) => takesLong).map(({ name }) => name));
const takesLong = ({ context }) => LONG.has(context.config.displayName?.name);

/** The tiers whose files take long come first: none of them is left alone at the end, with half of the machine idle. */
export default class LongTiersFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    return [...sorted.filter(takesLong), ...sorted.filter((test) => !takesLong(test))];
  }
}
