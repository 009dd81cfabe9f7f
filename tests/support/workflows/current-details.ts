import type { WorkflowHandle } from "@temporalio/client";

/** What the Web UI shows as the workflow's current details. */
export async function currentDetailsOf(handle: Pick<WorkflowHandle, "query">): Promise<string> {
  const metadata = await handle.query<{ readonly currentDetails?: string }>("__temporal_workflow_metadata");
  return metadata.currentDetails ?? "";
}
