import { Command } from "commander";
import type { CliDeps } from "../deps.ts";
import { yesOption } from "../options.ts";
import { freezeLines } from "../present-freeze.ts";

/** Exit code 0: money goes out again; 1: refused; 2: asked for, and a second key must agree. */
export const unfreeze = ({ api, confirm, show, exitWith }: CliDeps) =>
  new Command("unfreeze")
    .description("ask to let outgoing money go; a second person agrees with a key of their own. Exit code 2 until then")
    .argument("[reason]", "why it is safe")
    .addOption(yesOption())
    .action(async (reason: string | undefined, { yes }: { yes?: boolean }) => {
      await confirm("Parked payments go on as soon as two keys agree. Ask for it?", yes);
      const state = await api().admin.unfreeze(reason);
      show(state, () => freezeLines(state));
      if (state.frozen) exitWith(2);
    });
