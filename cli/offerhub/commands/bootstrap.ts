import { Command } from "commander";
import type { CliDeps } from "../deps.ts";

const PLATFORM = "offerhub-platform";

/** Safe to repeat: a user is known by its external id. */
export const bootstrap = ({ api, show, note }: CliDeps) =>
  new Command("bootstrap")
    .description("make the user offerhub-platform with its wallet, and print its id; again, print the same")
    .action(async () => {
      const user = await api().users.create({ externalUserId: PLATFORM, type: "BOTH" });
      show(user, () => [`PLATFORM_USER_ID=${user.id}`]);
      note("No setting is needed for it: fees, sponsoring and disputes have wallets of their own, made by the worker.");
    });
