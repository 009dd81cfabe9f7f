import type { Stack } from "./stack.ts";

/** Where a person finds things, in the order in which they are wanted. */
export const placesOf = ({ urls }: Stack): readonly (readonly [string, string])[] => [
  ["API", urls.gateway],
  ["API docs", `${urls.gateway}/docs`],
  ["Temporal Web UI", urls.temporalUi ?? `(of ${urls.temporalAddress})`],
  ["Sandbox", `${urls.sandbox}/_sandbox`],
  ["Postgres", urls.database],
  ["Redis", urls.redis],
];

/** The page of one workflow in Temporal's Web UI, or null when the server is not ours. */
export const workflowPage = ({ urls }: Stack, workflowId: string): string | null =>
  urls.temporalUi &&
  `${urls.temporalUi}/namespaces/${urls.temporalNamespace}/workflows/${encodeURIComponent(workflowId)}`;
