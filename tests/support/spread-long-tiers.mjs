import Sequencer from "@jest/test-sequencer";
import { TIERS } from "./tiers.mjs";

const LONG = new Set(TIERS.filter(({ takesLong }) => takesLong).map(({ name }) => name));
/** The rest of a run has short files only, so that nobody waits for a single long one. */
const SHARE_WITH_LONG = 0.8;

const isGuessedLong = ({ context, duration }) => duration === undefined && LONG.has(context.config.displayName?.name);

/**
 * On a fresh clone no file's time is known, and Jest takes the largest first. Files of the tiers that take long mostly wait,
 * for servers and ledgers; the others compute. Spread among each other they keep the machine busy from the beginning to
 * the end. Once their times are known, Jest's own order is used.
 */
export default class SpreadLongTiers extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const long = sorted.filter(isGuessedLong);
    const short = sorted.filter((test) => !isGuessedLong(test));
    const between = (short.length * SHARE_WITH_LONG) / long.length;
    const upTo = (index) => Math.floor(index * between);
    const mixed = long.flatMap((test, index) => [test, ...short.slice(upTo(index), upTo(index + 1))]);
    return [...mixed, ...short.slice(upTo(long.length))];
  }
}
