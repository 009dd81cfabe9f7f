import { Command } from "commander";
import type { CliDeps } from "../deps.ts";
import { yesOption } from "../options.ts";
import { platformPayoutLines } from "../present-platform-payout.ts";

/** Exit code 1 when it was not sent. */
export const payoutsApprove = ({ api, confirm, show, note, exitWith }: CliDeps) =>
  new Command("approve")
    .description("send what somebody else asked for")
    .argument("<id>", "ppo_…")
    .addOption(yesOption())
    .action(async (id: string, { yes }: { yes?: boolean }) => {
      const sdk = api();
      const { amount, asset, source, destination, reason } = await sdk.platformPayouts.get(id);
      note(`Asked for because: ${reason}`);
      await confirm(`Send ${amount} ${asset} of ${source} to ${destination}? It cannot be taken back.`, yes);
      const payout = await sdk.platformPayouts.approve(id);
      show(payout, () => platformPayoutLines(payout));
      if (payout.status === "PLATFORM_PAYOUT_FAILED") exitWith(1);
    });
