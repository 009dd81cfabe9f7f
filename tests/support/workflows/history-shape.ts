import type { temporal } from "@temporalio/proto";

export type History = temporal.api.history.v1.IHistory;

/** What happened, in order, without ids, times and payloads: two histories of one shape ask the same of the code. */
export function historyShape({ events }: History): string {
  return (events ?? [])
    .map((event) => {
      const activity = event.activityTaskScheduledEventAttributes?.activityType?.name;
      return `${event.eventType}${activity ? ` ${activity}` : ""}`;
    })
    .join("\n");
}
