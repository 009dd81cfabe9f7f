import type { History } from "../../tests/support/workflows/history-shape.ts";
import type { Effect, TwinPlan } from "./workflows.ts";

type Event = NonNullable<History["events"]>[number];

/** What a twin must do to leave the same events as this history: its commands in order, what each does, and how large. */
export function planOf({ events }: History): TwinPlan {
  const plan: { requestBytes: number; replyBytes: number; effects: Effect[] }[] = [];
  const results = resultsOf(events ?? []);
  for (const event of events ?? []) {
    const request = event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest?.input?.args;
    if (request) plan.push({ requestBytes: bytesOf(request), replyBytes: 0, effects: [] });
    const effect = effectOf(event, results);
    if (effect) plan.at(-1)?.effects.push(effect);
    const reply = event.workflowExecutionUpdateCompletedEventAttributes?.outcome?.success;
    const last = plan.at(-1);
    if (reply && last) last.replyBytes = bytesOf(reply);
  }
  return plan;
}

function effectOf(event: Event, results: ReadonlyMap<string, number>): Effect | null {
  const marker = event.markerRecordedEventAttributes;
  if (marker) return { kind: "local", resultBytes: bytesOf(marker.details?.result) };
  const activity = event.activityTaskScheduledEventAttributes;
  if (activity) {
    const resultBytes = results.get(String(event.eventId)) ?? 0;
    return {
      kind: "activity",
      queue: activity.taskQueue?.name ?? "",
      inputBytes: bytesOf(activity.input),
      resultBytes,
    };
  }
  if (event.upsertWorkflowSearchAttributesEventAttributes) return { kind: "upsert" };
  return null;
}

/** Sizes of what activities returned, by the event that scheduled them. */
const resultsOf = (events: readonly Event[]): ReadonlyMap<string, number> =>
  new Map(
    events.flatMap(({ activityTaskCompletedEventAttributes: completed }) =>
      completed ? [[String(completed.scheduledEventId), bytesOf(completed.result)] as const] : [],
    ),
  );

const bytesOf = (
  payloads: { readonly payloads?: readonly { readonly data?: Uint8Array | null }[] | null } | null | undefined,
) => (payloads?.payloads ?? []).reduce((sum, { data }) => sum + (data?.length ?? 0), 0);
