import { defineUpdate } from "@temporalio/workflow";

export const READ_SEQUENCES_WORKFLOW = "readSequences";
/** One per taking of the fence. */
export const readSequencesWorkflowId = (readingId: string): string => `readSequences/${readingId}`;

export interface ReadSequencesInput {
  readonly readingId: string;
}

/** Answers when every account has been read. */
export const sequencesReadUpdate = defineUpdate<void>("sequencesRead");
