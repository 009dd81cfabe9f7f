import { Context } from "@temporalio/activity";
import type { ActivityInboundCallsInterceptor } from "@temporalio/worker";
import { StepFailure, toApplicationFailure } from "../activities/failures.ts";

/** Twice within the shortest heartbeat timeout. */
const BEAT_MS = 3_000;

/** Beats for every activity, so that a killed worker is noticed soon, and tells Temporal failures in the table's words. */
export const beatAndSortFailures = (): { inbound: ActivityInboundCallsInterceptor } => ({
  inbound: {
    async execute(input, next) {
      const activity = Context.current();
      // nobody takes the beats of a local activity: its workflow task beats for it
      const beat = activity.info.isLocal ? undefined : setInterval(() => activity.heartbeat(), BEAT_MS);
      try {
        return await next(input);
      } catch (error) {
        throw toApplicationFailure(isDatabaseAway(error) ? databaseAway(error) : error);
      } finally {
        clearInterval(beat);
      }
    },
  },
});

const AWAY_CODES = /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|08|57P|53|40001|40P01)/;
const AWAY_MESSAGES = /Connection terminated|timeout exceeded when trying to connect|the pool after calling end/;

function isDatabaseAway(error: unknown): error is Error {
  if (!(error instanceof Error) || error instanceof StepFailure) return false;
  const code = "code" in error ? String(error.code) : "";
  return AWAY_CODES.test(code) || AWAY_MESSAGES.test(error.message);
}

const databaseAway = (error: Error) => new StepFailure("STORAGE_UNAVAILABLE", `the database is away: ${error.message}`);
