/** The processes of the stack, in the order in which they need each other. */
export const PROCESS_NAMES = ["postgres", "redis", "temporal", "sandbox", "worker", "gateway"] as const;

export type ProcessName = (typeof PROCESS_NAMES)[number];
