import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Ending } from "../../cli/process/child.ts";
import { startService } from "../../cli/process/service.ts";
import { nodeService } from "../../cli/stack/node-service.ts";
import type { TestStack } from "../support/stack.ts";
import { until } from "../support/until.ts";
import type { KillPlan } from "./kill-points.ts";

const logOf = ({ dataDir }: TestStack): string => join(dataDir, "logs", "worker-with-kill-points.log");

/** Waits until each of these steps stands at its edge. */
export const untilStanding = (stack: TestStack, plan: KillPlan, seconds: number): Promise<unknown> =>
  until("the steps stand at their edges", async () => missing(plan, logOf(stack)).length === 0, seconds);

/**
 * Runs a worker that kills itself once every step of the plan stands at its edge. `provoke` sends the commands that lead
 * there. Resolves with how the worker ended; the stack has no worker then, and needs none before.
 * @throws Error naming the steps that did not come to their edge in time
 */
export async function killAtEdges(
  stack: TestStack,
  plan: KillPlan,
  provoke: () => Promise<void>,
  seconds: number,
): Promise<string> {
  await stack.kill("worker", "SIGTERM");
  const logPath = logOf(stack);
  const worker = await startService(
    nodeService({
      name: "worker",
      file: "tests/crash/worker-with-kill-points.ts",
      url: stack.urls.workerHealth,
      readyUrl: `${stack.urls.workerHealth}/ready`,
      env: { ...stack.environment, KILL_PLAN: JSON.stringify(plan) },
      logPath,
    }),
  );
  try {
    await provoke();
    const ending = await Promise.race([worker.exited, delay(seconds * 1000, null, { ref: false })]);
    if (ending === null)
      throw new Error(`never came to their edges:\n${missing(plan, logPath).slice(0, 8).join("\n")}`);
    return (ending satisfies Ending).words;
  } finally {
    await worker.stop(0);
  }
}

function missing(plan: KillPlan, logPath: string): string[] {
  const log = readFileSync(logPath, "utf8");
  return Object.entries(plan)
    .map(([stepKey, edge]) => `${stepKey} stands ${edge}`)
    .filter((line) => !log.includes(line));
}
