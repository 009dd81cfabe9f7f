import { Command } from "commander";
import type { CliDeps } from "../deps.ts";
import { progressLines } from "../present-progress.ts";
import { factsOf } from "../table.ts";

export const topupsShow = ({ api, show }: CliDeps) =>
  new Command("show")
    .description("a top-up, and where it is now")
    .argument("<id>", "topup_…")
    .action(async (id: string) => {
      const { topups } = api();
      const [topUp, progress] = await Promise.all([topups.get(id), topups.getProgress(id)]);
      const facts = {
        "top-up": topUp.id,
        status: topUp.status,
        amount: `${topUp.amount} ${topUp.currency}`,
        paid: topUp.paidAmount && `${topUp.paidAmount}, of which Airtm kept ${topUp.fee}`,
        user: topUp.userId,
        "payment at Airtm": topUp.airtmPayinId,
        "to be confirmed at": topUp.confirmationUri,
        until: topUp.expiresAt,
        reason: topUp.failureReason,
        created: topUp.createdAt,
        updated: topUp.updatedAt,
      };
      show({ ...topUp, progress }, () => [...factsOf(facts), ...progressLines(progress)]);
    });
