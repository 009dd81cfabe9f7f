import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { birthOf } from "../../cli/process/identity.ts";
import { testStack } from "./stack.ts";

test("a stack without worker and gateway serves its servers, says who runs, and leaves no process", async () => {
  const stack = await testStack({ without: ["worker", "gateway"], own: ["postgres", "temporal"] });
  const running = stack.processes();
  expect(running.map(({ name }) => name)).toEqual(["postgres", "redis", "temporal", "sandbox"]);
  const file = () => JSON.parse(readFileSync(join(stack.dataDir, "stack.json"), "utf8"));
  expect(file()).toEqual({ processes: running });
  expect((await fetch(`${stack.urls.sandbox}/_sandbox`)).status).toBe(200);

  await stack.kill("sandbox");
  expect(file().processes.map(({ name }: { name: string }) => name)).not.toContain("sandbox");
  await stack.restart("sandbox");
  expect((await fetch(`${stack.urls.sandbox}/_sandbox`)).status).toBe(200);

  const pids = stack.processes().map(({ pid }) => pid);
  await stack.stop();
  expect(pids.map(birthOf)).toEqual(pids.map(() => null));
}, 60_000);
