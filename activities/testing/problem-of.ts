import { StepFailure } from "../failures.ts";

/** The step's problem, or "none". */
export async function problemOf(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof StepFailure) return error.problem;
    throw error;
  }
  return "none";
}

export const messageOf = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => "none",
    (error: Error) => error.message,
  );
