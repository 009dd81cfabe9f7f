import { Command } from "commander";
import type { CliDeps } from "../deps.ts";
import { yesOption } from "../options.ts";
import { freezeLines } from "../present-freeze.ts";

export const freeze = ({ api, confirm, show }: CliDeps) =>
  new Command("freeze")
    .description("stop all outgoing money at once; deposits go on")
    .argument("<reason>", "why; it is kept")
    .addOption(yesOption())
    .action(async (reason: string, { yes }: { yes?: boolean }) => {
      await confirm("Nothing is signed from then on, and letting it go again takes two keys. Freeze?", yes);
      const state = await api().admin.freeze(reason);
      show(state, () => freezeLines(state));
    });
