import { Command } from "commander";
import type { CliDeps } from "../deps.ts";
import { platformPayoutLines } from "../present-platform-payout.ts";

export const payoutsCancel = ({ api, show }: CliDeps) =>
  new Command("cancel")
    .description("withdraw a request that nobody has approved")
    .argument("<id>", "ppo_…")
    .argument("[reason]", "why; it is kept")
    .action(async (id: string, reason?: string) => {
      const payout = await api().platformPayouts.cancel(id, reason);
      show(payout, () => platformPayoutLines(payout));
    });
