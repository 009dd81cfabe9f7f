import { Command } from "commander";
import type { CliDeps } from "../deps.ts";
import { yesOption } from "../options.ts";
import { fenceLines } from "../present-fence.ts";

export const fenceTake = ({ api, confirm, show }: CliDeps) =>
  new Command("take")
    .description("make this deployment the one that signs")
    .argument("<reason>", "why; it is kept")
    .addOption(yesOption())
    .action(async (reason: string, { yes }: { yes?: boolean }) => {
      const { holder, thisDeployment } = await api().admin.getFence();
      const other = holder === thisDeployment ? "every other copy" : (holder ?? "every other copy");
      await confirm(
        `Two that sign can pay twice: ${other} must be stopped. Is it, and shall ${thisDeployment} sign?`,
        yes,
      );
      const fence = await api().admin.takeFence(reason);
      show(fence, () => fenceLines(fence));
    });
