import {
  allHandlersFinished,
  condition,
  defineUpdate,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
  upsertSearchAttributes,
} from "@temporalio/workflow";
import { paymentStateKey } from "../../workflows/contracts/search-attributes.ts";

// Workflows without a body: one that leaves the events that it is told to leave, and one that leaves none.

export type Effect =
  | { readonly kind: "local"; readonly resultBytes: number }
  | { readonly kind: "activity"; readonly queue: string; readonly inputBytes: number; readonly resultBytes: number }
  | { readonly kind: "upsert" };

/** Per command: the sizes of its request and its reply, and what is done in between. */
export type TwinPlan = readonly {
  readonly requestBytes: number;
  readonly replyBytes: number;
  readonly effects: readonly Effect[];
}[];

export interface TwinActivities {
  /** Returns so many bytes, whatever it is given. */
  nothing(resultBytes: number, input?: string): Promise<string>;
}

export const commandUpdate = defineUpdate<string, [string]>("command");

export const filler = (bytes: number): string => "x".repeat(Math.max(0, bytes - QUOTES));
const QUOTES = 2;

const { nothing: nothingHere } = proxyLocalActivities<TwinActivities>({ startToCloseTimeout: "5 s" });

export async function twin(plan: TwinPlan): Promise<void> {
  let done = 0;
  setHandler(commandUpdate, async () => {
    const command = plan[done];
    for (const effect of command?.effects ?? []) await leave(effect);
    done += 1;
    return filler(command?.replyBytes ?? 0);
  });
  await condition(() => done === plan.length);
  await condition(allHandlersFinished);
}

async function leave(effect: Effect): Promise<void> {
  if (effect.kind === "local") await nothingHere(effect.resultBytes);
  else if (effect.kind === "upsert") upsertSearchAttributes([{ key: paymentStateKey, value: "ORDER_CREATED" }]);
  else await there(effect.queue).nothing(effect.resultBytes, filler(effect.inputBytes));
}

/** With the same limits as ours: a heartbeat has its price too. */
const there = (taskQueue: string) =>
  proxyActivities<TwinActivities>({ taskQueue, startToCloseTimeout: "60 s", heartbeatTimeout: "8 s" });

export async function empty(): Promise<void> {}
