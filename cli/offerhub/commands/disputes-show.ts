import { Command } from "commander";
import type { CliDeps } from "../deps.ts";
import { disputeLines } from "../present-dispute.ts";

export const disputesShow = ({ api, show }: CliDeps) =>
  new Command("show")
    .description("a dispute, with its evidence and comments")
    .argument("<id>", "dsp_…")
    .action(async (id: string) => {
      const dispute = await api().disputes.get(id);
      show(dispute, () => disputeLines(dispute));
    });
