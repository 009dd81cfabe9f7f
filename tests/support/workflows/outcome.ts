import { WorkflowNotFoundError, WorkflowUpdateFailedError } from "@temporalio/client";
import { ApplicationFailure } from "@temporalio/common";

/** What a command came to: the view of the payment, or the code it was refused with; GONE when the run is closed. */
export type Outcome<View> =
  | { readonly view: View }
  | { readonly refused: string; readonly details: Readonly<Record<string, unknown>> | null };

/** What the server says of a command that met a run in the moment of its end. */
const CAME_TOO_LATE: readonly string[] = ["AcceptedUpdateCompletedWorkflow", "UnprocessedUpdate"];

export async function outcomeOf<View>(command: Promise<View>): Promise<Outcome<View>> {
  try {
    return { view: await command };
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return { refused: "GONE", details: null };
    if (!(error instanceof WorkflowUpdateFailedError) || !(error.cause instanceof ApplicationFailure)) throw error;
    if (CAME_TOO_LATE.includes(error.cause.type ?? "")) return { refused: "GONE", details: null };
    const details = (error.cause.details?.[0] ?? null) as Readonly<Record<string, unknown>> | null;
    return { refused: error.cause.type ?? "", details };
  }
}

/** The status or the refusal, as one word for tables. */
export function wordOf(outcome: Outcome<{ readonly status: string }>): string {
  return "view" in outcome ? outcome.view.status : outcome.refused;
}
