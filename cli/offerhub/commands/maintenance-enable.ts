import { Command } from "commander";
import type { CliDeps } from "../deps.ts";
import { yesOption } from "../options.ts";
import { maintenanceLines } from "../present-maintenance.ts";

export const maintenanceEnable = ({ api, confirm, show }: CliDeps) =>
  new Command("enable")
    .description("refuse commands from now on; reads, webhooks and payments under way go on")
    .option("-m, --message <text>", "what callers are told")
    .addOption(yesOption())
    .action(async ({ message, yes }: { message?: string; yes?: boolean }) => {
      await confirm("Callers get 503 for every command until you disable it again. Go on?", yes);
      const state = await api().maintenance.enable(message === undefined ? {} : { message });
      show(state, () => maintenanceLines(state));
    });
