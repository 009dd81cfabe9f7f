import { Command } from "commander";
import type { CliDeps } from "../deps.ts";
import { yesOption } from "../options.ts";

export const usersReinstate = ({ api, confirm, show }: CliDeps) =>
  new Command("reinstate")
    .description("let the money of a suspended user leave again")
    .argument("<userId>", "usr_…")
    .argument("<reason>", "why; it is kept, and told in the event")
    .addOption(yesOption())
    .action(async (userId: string, reason: string, { yes }: { yes?: boolean }) => {
      await confirm("Their money can leave again from then on. Reinstate?", yes);
      const user = await api().users.reinstate(userId, { reason });
      show(user, () => [`${user.id} is ${user.status}.`]);
    });
