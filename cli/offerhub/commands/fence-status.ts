import { Command } from "commander";
import type { CliDeps } from "../deps.ts";
import { fenceLines } from "../present-fence.ts";

/** Exit code 0: this deployment signs; 2: another one does. */
export const fenceStatus = ({ api, show, exitWith }: CliDeps) =>
  new Command("status").description("which deployment signs; exit code 2 when it is another one").action(async () => {
    const fence = await api().admin.getFence();
    show(fence, () => fenceLines(fence));
    if (!fence.holds) exitWith(2);
  });
