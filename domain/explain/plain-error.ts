import { isStepProblem, STEP_PROBLEMS } from "../chain/problems.ts";
import { ERRORS, isErrorCode } from "../errors.ts";

export interface PlainError {
  /** For people. */
  readonly plain: string;
  /** As it was told. */
  readonly raw: string;
  /** The reason it was sorted under, or the code of the API; null for anything else. */
  readonly code: string | null;
}

/** An error in plain words beside its own. @param code a step's problem or an error code; anything else is unsorted */
export function plainError(code: string | null, raw: string): PlainError {
  if (isStepProblem(code)) return { plain: sentence(STEP_PROBLEMS[code].why), raw, code };
  if (isErrorCode(code)) return { plain: ERRORS[code].title, raw, code };
  return { plain: sentence(STEP_PROBLEMS.UNKNOWN_ERROR.why), raw, code: null };
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
