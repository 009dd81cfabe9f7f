import type { History } from "../support/workflows/history-shape.ts";

export interface HistoryCost {
  /** Temporal's billing unit, and a good measure of what the server has to do. */
  readonly actions: number;
  readonly events: number;
  readonly bytes: number;
}

/** Counts a history's Actions as the Web UI does. Queries, rejected updates and heartbeats leave no trace in it. */
export function costOf(history: History): HistoryCost {
  const events = history.events ?? [];
  const bytes = Buffer.byteLength(JSON.stringify(events));
  return {
    actions: events.reduce((sum, event) => sum + actionsOf(event), markedTasks(events)),
    events: events.length,
    bytes,
  };
}

type HistoryEvent = NonNullable<History["events"]>[number];

function actionsOf(event: HistoryEvent): number {
  if (event.workflowExecutionStartedEventAttributes) return 1;
  if (event.activityTaskScheduledEventAttributes) return 1;
  if (event.activityTaskStartedEventAttributes) return (event.activityTaskStartedEventAttributes.attempt ?? 1) - 1;
  if (event.timerStartedEventAttributes) return 1;
  if (event.workflowExecutionSignaledEventAttributes) return 1;
  if (event.workflowExecutionUpdateAcceptedEventAttributes) return 1;
  return event.upsertWorkflowSearchAttributesEventAttributes ? 1 : 0;
}

/** All local activities of one workflow task are one Action; patch markers are none. */
function markedTasks(events: readonly HistoryEvent[]): number {
  const tasks = events.flatMap(({ markerRecordedEventAttributes: marker }) =>
    marker && marker.markerName !== "core_patch" ? [String(marker.workflowTaskCompletedEventId)] : [],
  );
  return new Set(tasks).size;
}
