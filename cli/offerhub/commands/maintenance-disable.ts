import { Command } from "commander";
import type { CliDeps } from "../deps.ts";
import { yesOption } from "../options.ts";
import { maintenanceLines } from "../present-maintenance.ts";

export const maintenanceDisable = ({ api, confirm, show }: CliDeps) =>
  new Command("disable")
    .description("take commands again")
    .addOption(yesOption())
    .action(async ({ yes }: { yes?: boolean }) => {
      await confirm("Callers' commands are carried out again. Go on?", yes);
      const state = await api().maintenance.disable();
      show(state, () => maintenanceLines(state));
    });
