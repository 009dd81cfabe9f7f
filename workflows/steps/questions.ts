import type { UpdateDefinition } from "@temporalio/common";
import { setHandler } from "@temporalio/workflow";
import { refusal } from "./step-failure.ts";

/** Half of the updates that Temporal takes in the life of one run: the other half is left for commands. */
const QUESTIONS_MAX = 1000;

export interface Questions {
  /**
   * Answers an update that moves nothing: a question, a remark. Asked too often it is refused before it enters the history, so
   * that nobody can use up what is needed to release, refund or cancel. @throws ApplicationFailure RATE_LIMITED
   */
  handle<Result, Request>(
    update: UpdateDefinition<Result, [Request]>,
    answer: (request: Request) => Promise<Result>,
    validator?: (request: Request) => void,
  ): void;
}

/** Everything that one payment is asked counts together; call it before the first await. */
export function openQuestions(): Questions {
  let asked = 0;
  return {
    handle(update, answer, validator) {
      const counted = (request: Parameters<typeof answer>[0]) => {
        asked += 1;
        return answer(request);
      };
      setHandler(update, counted, {
        validator(request) {
          validator?.(request);
          if (asked < QUESTIONS_MAX) return;
          const message = `this was asked ${QUESTIONS_MAX} times already: read it, or wait for its events`;
          throw refusal("RATE_LIMITED", { limit: QUESTIONS_MAX }, message);
        },
      });
    },
  };
}
