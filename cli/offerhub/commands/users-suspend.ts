import { Command } from "commander";
import type { CliDeps } from "../deps.ts";
import { yesOption } from "../options.ts";

export const usersSuspend = ({ api, confirm, show }: CliDeps) =>
  new Command("suspend")
    .description("hold back everything that would leave a user; what comes in goes on")
    .argument("<userId>", "usr_…")
    .argument("<reason>", "why; it is kept, and told in the event")
    .addOption(yesOption())
    .action(async (userId: string, reason: string, { yes }: { yes?: boolean }) => {
      await confirm("Nothing of theirs is paid out from then on. Suspend?", yes);
      const user = await api().users.suspend(userId, { reason });
      show(user, () => [`${user.id} is ${user.status}.`]);
    });
